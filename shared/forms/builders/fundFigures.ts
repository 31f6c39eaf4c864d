import { fundingAmount } from "../../budget/funding.ts";
import type { FundKind } from "../../budget/fundUse.ts";
import type { FundLine } from "../../indicators/evaluation.ts";
import { type Cents, ratioBp } from "../../kernel/cents.ts";
import type { FormValue } from "../form.ts";
import type { ProjectPaper } from "./paper.ts";

/** What 绩效运行监控 and 绩效自评 know of a project's money, as a whole and by source. */
type Executed = Readonly<{
  budgetCents: Cents;
  executedCents: Cents;
  executionBp: number | null;
  funds: readonly FundLine[];
}>;

type FundFigures = Readonly<{ budget: Cents | null; executed: Cents | null; rate: FormValue | null }>;

/** Budget, executed and rate of one source or of all; `null` where the paper has a dash. */
export function fundFigures(
  { funding }: ProjectPaper,
  { budgetCents, executedCents, executionBp, funds }: Executed,
  kind: "sum" | FundKind,
): FundFigures {
  if (kind === "sum") return { budget: budgetCents, executed: executedCents, rate: percent(executionBp) };
  const part = funds.find((fund) => fund.kind === kind);
  const budget = fundingAmount(funding, "annual", kind) ?? part?.budgetCents ?? null;
  if (part === undefined) return { budget, executed: null, rate: null };
  return {
    budget,
    executed: part.executedCents,
    rate: percent(ratioBp(part.executedCents, part.budgetCents) ?? null),
  };
}

const percent = (bp: number | null): FormValue | null => (bp === null ? null : { kind: "percent", bp });
