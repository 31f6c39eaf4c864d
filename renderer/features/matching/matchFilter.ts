import { type Band, bands } from "#shared/matching/suggestion.ts";
import type { UrlState } from "../../components/useUrlState.ts";

/** So many at once: a table of more is no longer read, and an answer of 100,000 would hold up the window. */
export const pageSize = 500;

export type MatchFilter = Readonly<{ band: Band | "all"; search: string; page: number }>;

/** What the address says is shown. */
export const readFilter = ({ get }: Pick<UrlState, "get">): MatchFilter => ({
  band: bands.find((band) => band === get("band")) ?? "all",
  search: get("q") ?? "",
  page: Math.max(0, Math.trunc(Number(get("page") ?? 0)) || 0),
});
