import type { ApiParsed } from "#shared/api/contract.ts";
import type { ContractView } from "#shared/api/contracts.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import { isTooLong, longestTermYears } from "#shared/schedule/contractTerm.ts";

type Input = ApiParsed<"contracts.save">;

/** A contract while it is being written: anything may still be missing. */
export type ContractDraft = Readonly<{ [Field in keyof Input]: Input[Field] | null }>;

const nothing = cents(0);

/** What can only be one thing need not be asked for. */
export function withOnlyChoices(
  draft: ContractDraft,
  choices: Readonly<{ unitIds: readonly Id[]; lineIds: readonly Id[] }>,
): ContractDraft {
  const only = (ids: readonly Id[]): Id | null => (ids.length === 1 ? (ids[0] ?? null) : null);
  return {
    ...draft,
    ownUnitId: draft.ownUnitId ?? only(choices.unitIds),
    budgetLineId: draft.budgetLineId ?? only(choices.lineIds),
  };
}

/** A new contract runs for the budget year and is paid by the quarter, as most are. */
export const newContract = (projectId: Id | null, year: number): ContractDraft => ({
  id: null,
  contractNo: "",
  name: "",
  kind: "quarterly",
  projectId,
  budgetLineId: null,
  vendorId: null,
  ownUnitId: null,
  parentContractId: null,
  subject: "",
  amountCents: null,
  signedOn: null,
  awardedOn: null,
  startDate: isoDate(`${year}-01-01`),
  endDate: isoDate(`${year}-12-31`),
  payTiming: "afterInvoiceAndAcceptance",
  payWithinDays: 30,
  dayKind: "calendar",
  acceptanceRequired: 1,
  advanceCents: nothing,
  retentionBp: 0,
  bondCents: nothing,
  releaseDate: null,
  exceedBp: 0,
  procurementMethod: "",
  state: "active",
  note: "",
  advanceOffset: "even",
});

export function draftOf(view: ContractView): ContractDraft {
  const { id, contractNo, name, kind, projectId, budgetLineId, vendorId, ownUnitId, parentContractId } = view;
  const { subject, amountCents, signedOn, awardedOn, startDate, endDate, payTiming, payWithinDays } = view;
  const { dayKind, acceptanceRequired, advanceCents, retentionBp, bondCents, releaseDate, exceedBp } = view;
  const { procurementMethod, state, note, advanceOffset } = view;
  return {
    ...{ id, contractNo, name, kind, projectId, budgetLineId, vendorId, ownUnitId, parentContractId },
    ...{ subject, amountCents, signedOn, awardedOn, startDate, endDate, payTiming, payWithinDays },
    ...{ dayKind, acceptanceRequired, advanceCents, retentionBp, bondCents, releaseDate, exceedBp },
    ...{ procurementMethod, state, note, advanceOffset },
  };
}

/** What a schema cannot see in one field alone. */
export function termProblem({ startDate, endDate }: ContractDraft): string | undefined {
  if (startDate === null || endDate === null) return undefined;
  if (endDate < startDate) return "结束日期早于开始日期";
  return isTooLong(startDate, endDate) ? `期限超过 ${longestTermYears} 年，请核对年份` : undefined;
}
