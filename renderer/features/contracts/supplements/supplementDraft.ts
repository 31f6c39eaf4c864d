import type { SupplementPreview } from "#shared/api/agreements.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import type { Cents } from "#shared/kernel/cents.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Supplement } from "#shared/model/contract.ts";

/** A supplement while it is being written. */
export type SupplementDraft = Readonly<{
  id: Id | null;
  contractId: Id;
  supplementNo: string;
  kind: Supplement["kind"];
  signedOn: IsoDate | null;
  effectiveOn: IsoDate | null;
  /** Null: as proposed. */
  deltaCents: Cents | null;
  /** 价格变更: what each later period is to cost. */
  partCents: Cents | null;
  newEndDate: IsoDate | null;
  description: string;
}>;

export function newSupplement(
  contractId: Id,
  present: readonly Supplement[],
  today: IsoDate,
): SupplementDraft {
  const taken = new Set(present.map((row) => row.supplementNo));
  let count = present.length + 1;
  const number = () => `补-${String(count).padStart(2, "0")}`;
  while (taken.has(number())) count += 1;
  return {
    id: null,
    contractId,
    supplementNo: number(),
    kind: "amount",
    signedOn: today,
    effectiveOn: today,
    deltaCents: null,
    partCents: null,
    newEndDate: null,
    description: "",
  };
}

export function draftOfSupplement(row: Supplement): SupplementDraft {
  const { voidedAt: _, voidReason: __, ...columns } = row;
  return { ...columns, partCents: null };
}

/** Fields that mean nothing to a kind do not linger in what is saved. */
export function ofKind(draft: SupplementDraft, kind: Supplement["kind"]): SupplementDraft {
  const movesEnd = kind !== "suspend" && kind !== "resume";
  return {
    ...draft,
    kind,
    newEndDate: movesEnd ? draft.newEndDate : null,
    partCents: kind === "price" ? draft.partCents : null,
  };
}

/** Whether an empty amount is worked out by the engine: 终止 takes off what is cut off, 价格 what the new price makes. */
export const isProposed = ({ kind, deltaCents, partCents }: SupplementDraft): boolean =>
  deltaCents === null && (kind === "terminate" || (kind === "price" && partCents !== null));

type Question = ApiParsed<"contracts.previewSupplement">;

/** What is asked of the engine while one writes; null while a date is missing. */
export function questionOf(draft: SupplementDraft, none: Cents): Question | null {
  const { signedOn, effectiveOn } = draft;
  if (signedOn === null || effectiveOn === null || draft.supplementNo.trim() === "") return null;
  const deltaCents = draft.deltaCents ?? (isProposed(draft) ? null : none);
  // The text changes nothing in the plan: no need to ask anew at every key.
  return { ...draft, signedOn, effectiveOn, deltaCents, description: "" };
}

/** What is saved: the amount that was shown. */
export function inputOf(
  draft: SupplementDraft,
  question: Question,
  { deltaCents }: SupplementPreview,
): ApiParsed<"contracts.saveSupplement"> {
  const { partCents: _, ...columns } = question;
  return { ...columns, deltaCents, description: draft.description };
}
