import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { contractId } from "./contracts.ts";
import { notVoided, sampleId } from "./rows.ts";

export const rentalKeys = ["recorders", "phones", "intercoms"] as const;
export type SampleRental = (typeof rentalKeys)[number];

export const rentalId = (rental: SampleRental): Id => sampleId(`rental-${rental}`);

/** So many devices at this price each month, the whole year. */
export const rentalTerms = {
  recorders: { name: "巡查记录仪", unitName: "台", quantity: "26", unitPrice: "85" },
  phones: { name: "网格工作手机", unitName: "部", quantity: "68", unitPrice: "59" },
  intercoms: { name: "对讲机", unitName: "部", quantity: "36", unitPrice: "45" },
} as const;

export const rentals: readonly Row<"rental">[] = rentalKeys.map((key) => ({
  id: rentalId(key),
  contractId: contractId(key),
  name: rentalTerms[key].name,
  unitName: rentalTerms[key].unitName,
  proration: "wholeMonth",
  note: "示例数据。",
  ...notVoided,
}));

export const rentalSegments: readonly Row<"rentalSegment">[] = rentalKeys.map((key) => ({
  id: sampleId(`segment-${key}-1`),
  rentalId: rentalId(key),
  validFrom: isoDate("2022-01-01"),
  validTo: null,
  quantity: decimal(rentalTerms[key].quantity),
  unitPrice: decimal(rentalTerms[key].unitPrice),
  free: 0,
  note: "",
}));
