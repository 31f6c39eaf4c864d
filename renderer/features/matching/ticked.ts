import type { ApiInput } from "#shared/api/contract.ts";

/** The parts of a choice the officer took instead of the suggested one. */
export type Parts = ApiInput<"matching.preview">["picks"][number]["parts"];

/** What is ticked, by invoice; `null` takes what was suggested. */
export type Ticked = ReadonlyMap<string, Parts>;

export const noTicks: Ticked = new Map();

/** After ticks came and went; a choice made by hand stays with its tick. */
export const withTicks = (before: Ticked, ids: ReadonlySet<string>): Ticked =>
  new Map([...ids].map((id) => [id, before.get(id) ?? null]));

export const withChoice = (before: Ticked, id: string, parts: Parts): Ticked =>
  new Map([...before, [id, parts]]);
