import type { ContractDetail, PlanShape } from "#shared/api/contracts.ts";
import {
  addCents,
  type Cents,
  cents,
  formatBp,
  formatYuan,
  ratioBp,
  subtractCents,
} from "#shared/kernel/cents.ts";
import { contractEnd, contractSum } from "#shared/schedule/contractTerm.ts";
import { contractPeriods, type LabelledPeriod } from "#shared/schedule/periods.ts";
import { roundedShare } from "#shared/schedule/spread.ts";

/** A plan while it is being written: shares or amounts may still be missing. */
export type ShapeDraft = Readonly<{
  kind: PlanShape["kind"];
  sharesBp: readonly (number | null)[];
  amountsCents: readonly (Cents | null)[];
}>;

const wholeBp = 10_000;

const complete = <Value>(values: readonly (Value | null)[]): Value[] | null => {
  const given = values.filter((value) => value !== null);
  return given.length === values.length ? given : null;
};

/** The periods of the original term: shares and amounts are given for each of them. */
export const shapedPeriods = ({ contract }: Pick<ContractDetail, "contract">): readonly LabelledPeriod[] =>
  contractPeriods(contract.kind, { from: contract.startDate, to: contract.endDate });

/** What the periods share: the contract's sum less advance and retention. Null without a sum. */
export function sharedCents({ contract }: Pick<ContractDetail, "contract">): Cents | null {
  if (contract.amountCents === null) return null;
  return subtractCents(
    contract.amountCents,
    addCents(contract.advanceCents, roundedShare(contract.amountCents, contract.retentionBp)),
  );
}

/** To begin with, what the periods have now; shares of it are rounded, the last takes the remainder. */
export function presentShape(detail: Pick<ContractDetail, "contract" | "instalments">): ShapeDraft {
  const regular = new Map(
    detail.instalments
      .filter((row) => row.kind === "regular" && row.rentalId === null)
      .map((row) => [row.periodFrom, row.amountCents]),
  );
  const amountsCents = shapedPeriods(detail).map(({ from }) => regular.get(from) ?? null);
  return { kind: "present", amountsCents, sharesBp: sharesOf(amountsCents, sharedCents(detail)) };
}

function sharesOf(amounts: readonly (Cents | null)[], shared: Cents | null): readonly (number | null)[] {
  const given = complete(amounts);
  if (given === null || shared === null || shared === 0) return amounts.map(() => null);
  const shares = given.slice(0, -1).map((amount) => ratioBp(amount, shared) ?? 0);
  return [...shares, wholeBp - shares.reduce((sum, share) => sum + share, 0)];
}

/** The shape as the engine takes it, or what is still wrong with it. */
export function shapeOf(
  draft: ShapeDraft,
  shared: Cents | null,
): Readonly<{ ok: true; shape: PlanShape }> | Readonly<{ ok: false; problem: string }> {
  switch (draft.kind) {
    case "present":
    case "equal":
      return { ok: true, shape: { kind: draft.kind } };
    case "shares": {
      const sharesBp = complete(draft.sharesBp);
      if (sharesBp === null) return { ok: false, problem: "请填写每一期的比例。" };
      const sum = sharesBp.reduce((total, share) => total + share, 0);
      if (sum === wholeBp) return { ok: true, shape: { kind: "shares", sharesBp } };
      return { ok: false, problem: `各期比例合计 ${formatBp(sum)}，应为 100.00%。` };
    }
    case "amounts": {
      const amountsCents = complete(draft.amountsCents);
      if (amountsCents === null) return { ok: false, problem: "请填写每一期的金额。" };
      const sum = cents(amountsCents.reduce((total, amount) => total + amount, 0));
      if (shared === null || sum === shared) return { ok: true, shape: { kind: "amounts", amountsCents } };
      const off = subtractCents(shared, sum);
      return {
        ok: false,
        problem: `各期合计 ${formatYuan(sum)} 元，${off > 0 ? "还差" : "多出"} ${formatYuan(cents(Math.abs(off)))} 元。`,
      };
    }
  }
}

/** Whether a change of the contract's terms calls for another plan. */
export function planMayDiffer(
  before: Readonly<Record<PlanTerm, unknown>>,
  after: Readonly<Record<PlanTerm, unknown>>,
): boolean {
  return planTerms.some((term) => before[term] !== after[term]);
}

const planTerms = [
  "kind",
  "amountCents",
  "startDate",
  "endDate",
  "payTiming",
  "payWithinDays",
  "dayKind",
  "advanceCents",
  "advanceOffset",
  "retentionBp",
  "releaseDate",
  "signedOn",
  "acceptanceRequired",
] as const;
type PlanTerm = (typeof planTerms)[number];

/** The sum and the end with all supplements, for the line above the difference. */
export const agreed = ({ contract, supplements }: ContractDetail) => ({
  sumCents: contractSum(contract, supplements),
  endDate: contractEnd(contract, supplements),
});
