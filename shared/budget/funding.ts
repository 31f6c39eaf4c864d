import { type Cents, sumCents } from "../kernel/cents.ts";
import type { FundingSource } from "../model/project.ts";

type Source = Pick<FundingSource, "scope" | "kind" | "amountCents">;

/** What was put down for a source; `undefined` when nothing was. */
export function fundingAmount(
  sources: readonly Source[],
  scope: FundingSource["scope"],
  kind: FundingSource["kind"],
): Cents | undefined {
  return sources.find((source) => source.scope === scope && source.kind === kind)?.amountCents;
}

/** What the sources of a scope come to, whatever the paper states as their sum. */
export const fundingParts = (sources: readonly Source[], scope: FundingSource["scope"]): Cents =>
  sumCents(
    sources
      .filter((source) => source.scope === scope && source.kind !== "sum")
      .map(({ amountCents }) => amountCents),
  );

/** 年度资金申请总额 or 项目资金总额: as stated, or what the sources come to where nothing is stated. */
export const fundingTotal = (sources: readonly Source[], scope: FundingSource["scope"]): Cents =>
  fundingAmount(sources, scope, "sum") ?? fundingParts(sources, scope);
