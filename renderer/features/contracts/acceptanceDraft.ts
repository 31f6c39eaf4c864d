import type { ContractDetail, InstalmentView } from "#shared/api/contracts.ts";
import { type Cents, cents } from "#shared/kernel/cents.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Acceptance } from "#shared/model/contract.ts";

/** An acceptance while it is being written. */
export type AcceptanceDraft = Readonly<{
  id: Id | null;
  contractId: Id;
  instalmentId: Id | null;
  documentNo: string;
  acceptedOn: IsoDate | null;
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
  result: Acceptance["result"];
  score: Acceptance["score"];
  deductionCents: Cents;
  acceptedBy: string;
  note: string;
}>;

/** The instalment to accept next: the first whose days are over and that has no acceptance yet. */
export const nextToAccept = (
  instalments: readonly InstalmentView[],
  today: IsoDate,
): InstalmentView | undefined =>
  instalments.find((row) => row.acceptance === null && row.periodTo <= today && row.kind === "regular");

/** Days and instalment go together; without an instalment the days stay as they are. */
export function forInstalment(
  instalments: readonly InstalmentView[],
  id: Id | null,
): Partial<AcceptanceDraft> {
  const found = instalments.find((row) => row.id === id);
  if (found === undefined) return { instalmentId: null };
  return { instalmentId: found.id, periodFrom: found.periodFrom, periodTo: found.periodTo };
}

export function newAcceptance(
  { contract, instalments }: Pick<ContractDetail, "contract" | "instalments">,
  today: IsoDate,
  officer: string,
): AcceptanceDraft {
  const next = nextToAccept(instalments, today);
  return {
    id: null,
    contractId: contract.id,
    instalmentId: next?.id ?? null,
    documentNo: "",
    acceptedOn: today,
    periodFrom: next?.periodFrom ?? null,
    periodTo: next?.periodTo ?? null,
    result: "pass",
    score: null,
    deductionCents: cents(0),
    acceptedBy: officer,
    note: "",
  };
}

export function draftOfAcceptance(row: Acceptance): AcceptanceDraft {
  const { id, contractId, instalmentId, documentNo, acceptedOn, periodFrom, periodTo } = row;
  const { result, score, deductionCents, acceptedBy, note } = row;
  return {
    ...{ id, contractId, instalmentId, documentNo, acceptedOn, periodFrom, periodTo },
    ...{ result, score, deductionCents, acceptedBy, note },
  };
}
