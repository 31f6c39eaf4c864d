import type { CheckResult } from "#shared/api/checks.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { LedgerFilter } from "#shared/rules/scope.ts";
import type { Context } from "../context.ts";
import { summaryOf } from "./counts.ts";
import { decided } from "./decisions.ts";

type CheckInput = Readonly<{
  projectCode?: string | null;
  projectId?: string | null;
  fiscalYear?: number | null;
  asOf: IsoDate | null;
}>;

/** Runs every rule over the ledger, or the part of it that is asked for, as it stood on a day. */
export async function runCheck(context: Context, input: CheckInput): Promise<CheckResult> {
  const facts = await context.facts(input.asOf ?? undefined);
  const { projectCode } = input;
  if (
    typeof projectCode === "string" &&
    !facts.rows.project.some((project) => project.code === projectCode)
  ) {
    throw new UserError({
      code: "not-found",
      message: `没有编码为“${projectCode}”的项目。`,
      hint: "用 list projects 查看项目编码。",
    });
  }
  const findings = await findingsOf(context, facts, filterOf(input));
  return { asOf: facts.asOf, findings, summary: summaryOf(findings) };
}

/** The part of the ledger that is asked for. */
export const filterOf = ({ projectCode, projectId, fiscalYear }: Omit<CheckInput, "asOf">): LedgerFilter => ({
  ...(typeof projectCode === "string" && { projectCode }),
  ...(typeof projectId === "string" && { projectId }),
  ...(typeof fiscalYear === "number" && { fiscalYear }),
});

/** What the rules say of a part of these very facts, with what was decided of it by their day. */
export async function findingsOf(
  context: Context,
  facts: Facts,
  filter: LedgerFilter,
): Promise<CheckResult["findings"]> {
  // Only who looks back leaves out what was decided since; today every decision counts, whatever the clocks say.
  const decidedBy = facts.asOf < context.clock.today() ? facts.asOf : undefined;
  return decided(context.ledger, facts, await context.check(facts, filter), decidedBy);
}
