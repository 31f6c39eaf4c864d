import type { AllocationView, PaymentDraftInput } from "#shared/api/payments.ts";
import { type Cents, cents, minCents, sumCents } from "#shared/kernel/cents.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { type Band, bands, type Suggestion } from "#shared/matching/suggestion.ts";

export type AllocationInput = PaymentDraftInput["allocations"][number];

/** A line of the allocation table while it is being written: the amount may be missing for a moment. */
export type AllocationRow = Readonly<{
  /** Only for the screen. */
  key: string;
  instalmentId: AllocationInput["instalmentId"];
  invoiceId: AllocationInput["invoiceId"];
  amountCents: Cents | null;
}>;

export const toRows = (
  allocations: readonly (AllocationInput | AllocationView)[],
  keyOf: () => string,
): readonly AllocationRow[] =>
  allocations.map(({ instalmentId, invoiceId, amountCents }) => ({
    key: keyOf(),
    instalmentId,
    invoiceId,
    amountCents,
  }));

/** Lines that say something: an amount, and what it is for. Others are still being written. */
export const toAllocations = (rows: readonly AllocationRow[]): AllocationInput[] =>
  rows.flatMap(({ instalmentId, invoiceId, amountCents }) =>
    amountCents === null || (instalmentId === null && invoiceId === null)
      ? []
      : [{ instalmentId, invoiceId, amountCents }],
  );

export const isUnfinished = (row: AllocationRow): boolean =>
  row.amountCents === null || (row.instalmentId === null && row.invoiceId === null);

export type Balance = Readonly<{
  amountCents: Cents;
  allocatedCents: Cents;
  /** payment − allocated: above zero something of the payment is not explained yet. */
  differenceCents: Cents;
}>;

export function balanceOf(amount: Cents | null, rows: readonly AllocationRow[]): Balance {
  const allocatedCents = sumCents(rows.map((row) => row.amountCents ?? cents(0)));
  const amountCents = amount ?? cents(0);
  return { amountCents, allocatedCents, differenceCents: cents(amountCents - allocatedCents) };
}

/** A part payment: the only line, which explained all of the payment, explains all of the smaller one too. */
export function followAmount(
  rows: readonly AllocationRow[],
  from: Cents | null,
  to: Cents | null,
): readonly AllocationRow[] {
  const [only, ...others] = rows;
  if (only === undefined || others.length > 0 || from === null || to === null) return rows;
  const isPart =
    only.amountCents === from && Math.sign(to) === Math.sign(from) && Math.abs(to) < Math.abs(from);
  return isPart ? [{ ...only, amountCents: to }] : rows;
}

const samePair = (row: AllocationRow, suggestion: Suggestion): boolean =>
  row.instalmentId === suggestion.instalmentId && row.invoiceId === suggestion.invoiceId;

/** A line that names one of the two and leaves the other open: the suggestion completes it. */
const isHalfOf = (row: AllocationRow, suggestion: Suggestion): boolean =>
  (row.instalmentId !== null && row.instalmentId === suggestion.instalmentId && row.invoiceId === null) ||
  (row.invoiceId !== null && row.invoiceId === suggestion.invoiceId && row.instalmentId === null);

export const isTaken = (rows: readonly AllocationRow[], suggestion: Suggestion): boolean =>
  rows.some((row) => samePair(row, suggestion) && row.amountCents === suggestion.amountCents);

const idOrNull = (text: string | null): Id | null => (text === null ? null : asId(text));

/**
 * Takes a suggestion into the table: sets the amount of the line with the same papers, else completes a half-written
 * one, else adds one. One taken already changes nothing.
 */
export function takeSuggestion(
  rows: readonly AllocationRow[],
  suggestion: Suggestion,
  key: string,
): readonly AllocationRow[] {
  if (isTaken(rows, suggestion)) return rows;
  const ids = {
    instalmentId: idOrNull(suggestion.instalmentId),
    invoiceId: idOrNull(suggestion.invoiceId),
  };
  const same = rows.findIndex((row) => samePair(row, suggestion));
  const half = same === -1 ? rows.findIndex((row) => isHalfOf(row, suggestion)) : same;
  if (half === -1) return [...rows, { key, ...ids, amountCents: suggestion.amountCents }];
  return rows.map((row, index) =>
    index === half ? { ...row, ...ids, amountCents: suggestion.amountCents } : row,
  );
}

/** What a new line would take: what of the payment is still open, not more than the paper has left. */
export function openAmount(balance: Balance, available: Cents | null): Cents | null {
  if (balance.differenceCents <= 0) return available;
  return available === null ? balance.differenceCents : minCents(balance.differenceCents, available);
}

/** What is left of the papers before this payment; null for one that is not known. */
export type LeftOf = Readonly<{
  instalment: (id: string) => Cents | null;
  invoice: (id: string) => Cents | null;
}>;

/** What a line finds left of its instalment and its invoice, after the lines above it. */
export type RowLeft = Readonly<{ instalmentCents: Cents | null; invoiceCents: Cents | null }>;

export function leftForRows(rows: readonly AllocationRow[], leftOf: LeftOf): readonly RowLeft[] {
  const taken = new Map<string, number>();
  const leftFor = (id: string | null, left: (id: string) => Cents | null): Cents | null => {
    const whole = id === null ? null : left(id);
    return whole === null ? null : cents(whole - (taken.get(id ?? "") ?? 0));
  };
  return rows.map(({ instalmentId, invoiceId, amountCents }) => {
    const row = {
      instalmentCents: leftFor(instalmentId, leftOf.instalment),
      invoiceCents: leftFor(invoiceId, leftOf.invoice),
    };
    for (const id of [instalmentId, invoiceId])
      if (id !== null) taken.set(id, (taken.get(id) ?? 0) + (amountCents ?? 0));
    return row;
  });
}

export const isBeyond = ({ amountCents }: AllocationRow, left: Cents | null): boolean =>
  left !== null && amountCents !== null && amountCents > left;

/** 按剩余填满: every line takes what is left of its papers, from the top, until the payment is used up. */
export function fillUp(
  rows: readonly AllocationRow[],
  amount: Cents,
  leftOf: LeftOf,
): readonly AllocationRow[] {
  let open = amount;
  const filled: AllocationRow[] = [];
  for (const row of rows) {
    const left = leftForRows([...filled, { ...row, amountCents: null }], leftOf).at(-1);
    const limits = [left?.instalmentCents ?? null, left?.invoiceCents ?? null].filter(
      (each) => each !== null,
    );
    const amountCents = limits.length === 0 ? (row.amountCents ?? cents(0)) : minCents(open, ...limits);
    const part = cents(Math.max(0, Math.min(open, amountCents)));
    filled.push({ ...row, amountCents: part });
    open = cents(open - part);
  }
  return filled;
}

/** Suggestions that belong together: taken as one, they settle the payment or the invoice. */
export type Choice = Readonly<{
  key: string;
  band: Band;
  score: number;
  reasons: Suggestion["reasons"];
  parts: readonly Suggestion[];
}>;

export function choicesOf(suggestions: readonly Suggestion[]): readonly Choice[] {
  const numbers = [...new Set(suggestions.map(({ choice }) => choice))];
  return numbers.flatMap((number) => {
    const parts = suggestions.filter(({ choice }) => choice === number);
    const [first] = parts;
    if (first === undefined) return [];
    const { band, score, reasons } = first;
    return [{ key: String(number), band, score, reasons, parts }];
  });
}

export type BandGroup = Readonly<{ band: Band; choices: readonly Choice[] }>;

/** The choices by how far they can be trusted, the best first; bands without any are left out. */
export function byBand(suggestions: readonly Suggestion[]): readonly BandGroup[] {
  const choices = choicesOf(suggestions);
  return bands
    .map((band) => ({
      band,
      choices: choices.filter((choice) => choice.band === band).toSorted((a, b) => b.score - a.score),
    }))
    .filter((group) => group.choices.length > 0);
}

/** A choice that names neither an instalment nor an invoice only says that there is none. */
export const canTake = ({ parts }: Choice): boolean =>
  parts.some(({ instalmentId, invoiceId }) => instalmentId !== null || invoiceId !== null);

export const isChoiceTaken = (rows: readonly AllocationRow[], choice: Choice): boolean =>
  canTake(choice) && choice.parts.every((part) => isTaken(rows, part));

/** Takes all parts of a choice into the table. */
export const takeChoice = (
  rows: readonly AllocationRow[],
  choice: Choice,
  keyOf: () => string,
): readonly AllocationRow[] =>
  choice.parts
    .filter(({ instalmentId, invoiceId }) => instalmentId !== null || invoiceId !== null)
    .reduce((taken, part) => takeSuggestion(taken, part, keyOf()), rows);

export const suggestionKey = ({ instalmentId, invoiceId }: Suggestion): string =>
  `${instalmentId ?? ""}|${invoiceId ?? ""}`;
