import type { Cents } from "#shared/kernel/cents.ts";
import { sumCents, zeroCents } from "#shared/kernel/cents.ts";
import type { FundingSource } from "#shared/model/project.ts";

export type FundingKey = "totalFiscal" | "totalOther" | "currentAppropriation" | "carryOver" | "annualOther";
/** The amounts an officer fills in; the two sums follow from them. */
export type FundingFields = Readonly<Record<FundingKey, Cents>>;

type Place = Readonly<{
  key: FundingKey;
  scope: FundingSource["scope"];
  kind: FundingSource["kind"];
  label: string;
}>;

export const fundingPlaces: readonly Place[] = [
  { key: "totalFiscal", scope: "total", kind: "fiscal", label: "财政资金" },
  { key: "totalOther", scope: "total", kind: "other", label: "其他资金" },
  { key: "currentAppropriation", scope: "annual", kind: "currentAppropriation", label: "当年财政拨款" },
  { key: "carryOver", scope: "annual", kind: "carryOver", label: "上年结转资金" },
  { key: "annualOther", scope: "annual", kind: "other", label: "其他资金" },
];

const placesOf = (scope: FundingSource["scope"]) => fundingPlaces.filter((place) => place.scope === scope);

/** The block of funds as fields; what was not filled in is nothing. */
export function fundingFields(sources: readonly FundingSource[]): FundingFields {
  const amount = (key: FundingKey): Cents => {
    const place = fundingPlaces.find((candidate) => candidate.key === key);
    return (
      sources.find(({ scope, kind }) => scope === place?.scope && kind === place.kind)?.amountCents ??
      zeroCents
    );
  };
  return {
    totalFiscal: amount("totalFiscal"),
    totalOther: amount("totalOther"),
    currentAppropriation: amount("currentAppropriation"),
    carryOver: amount("carryOver"),
    annualOther: amount("annualOther"),
  };
}

/** 总额 = 财政资金 + 其他资金; 年度总额 = 当年财政拨款 + 上年结转资金 + 其他资金. */
export const fundingSum = (fields: FundingFields, scope: FundingSource["scope"]): Cents =>
  sumCents(placesOf(scope).map(({ key }) => fields[key]));

/** What a paper states as the sum, where it states one. */
export const statedSum = (
  sources: readonly FundingSource[],
  scope: FundingSource["scope"],
): Cents | undefined =>
  sources.find((source) => source.scope === scope && source.kind === "sum")?.amountCents;

/** The rows to save, the sums among them. */
export const fundingRows = (
  fields: FundingFields,
): readonly Pick<FundingSource, "scope" | "kind" | "amountCents">[] => [
  ...(["total", "annual"] as const).map((scope) => ({
    scope,
    kind: "sum" as const,
    amountCents: fundingSum(fields, scope),
  })),
  ...fundingPlaces.map(({ key, scope, kind }) => ({ scope, kind, amountCents: fields[key] })),
];
