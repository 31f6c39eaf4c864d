import type { ApiParsed } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import type { Id } from "#shared/kernel/id.ts";

// What a screen hands in beside a contract, with as much as a test does not care about.

export const supplementDraft = (
  contractId: Id,
  changes: Partial<ApiParsed<"contracts.saveSupplement">> = {},
): ApiParsed<"contracts.saveSupplement"> => ({
  id: null,
  contractId,
  supplementNo: "补-01",
  signedOn: isoDate("2022-06-20"),
  effectiveOn: isoDate("2022-07-01"),
  kind: "amount",
  deltaCents: cents(2_000_000),
  newEndDate: null,
  description: "",
  ...changes,
});

export const priceDraft = (
  contractId: Id,
  changes: Partial<ApiParsed<"contracts.savePrice">> = {},
): ApiParsed<"contracts.savePrice"> => ({
  id: null,
  contractId,
  name: "手电筒",
  unitName: "个",
  unitPrice: decimal("35.5"),
  validFrom: null,
  validTo: null,
  ...changes,
});

export const measurementDraft = (
  contractId: Id,
  contractPriceId: Id | null,
  quantity = "10",
  changes: Partial<ApiParsed<"contracts.saveMeasurement">> = {},
): ApiParsed<"contracts.saveMeasurement"> => ({
  id: null,
  contractId,
  label: "3月供货",
  periodFrom: isoDate("2022-03-01"),
  periodTo: isoDate("2022-03-31"),
  items: [
    {
      contractPriceId,
      name: "手电筒",
      unitName: "个",
      quantity: decimal(quantity),
      unitPrice: decimal("35.5"),
    },
  ],
  ...changes,
});

export const bondDraft = (
  contractId: Id,
  changes: Partial<ApiParsed<"contracts.saveBond">> = {},
): ApiParsed<"contracts.saveBond"> => ({
  id: null,
  contractId,
  kind: "receive",
  movedOn: isoDate("2022-01-05"),
  amountCents: cents(1_200_000),
  instrument: "cash",
  documentNo: "",
  note: "",
  ...changes,
});
