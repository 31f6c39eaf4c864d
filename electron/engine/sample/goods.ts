import { type Cents, multiplyToCents } from "#shared/kernel/cents.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import type { LineDraft } from "./invoiceDraft.ts";
import { rentalTerms, type SampleRental } from "./rentals.ts";

/** The lines that invoices of the sample are made of; the tax category codes only have the right shape. */

const rentGoods = {
  recorders: { goods: "*经营租赁*巡查记录仪租赁费", rate: "13%", taxCategoryCode: "3040502020000000000" },
  phones: { goods: "*电信服务*手机终端月租费", rate: "9%", taxCategoryCode: "3030100000000000000" },
  intercoms: { goods: "*经营租赁*对讲机租赁费", rate: "13%", taxCategoryCode: "3040502020000000000" },
} as const;

/** Rent for so many months; `quantity` where the invoice counts other than the contract. */
export function rent(rental: SampleRental, spec: string, months = 1, quantity?: number): LineDraft {
  const { unitName, unitPrice, quantity: agreed } = rentalTerms[rental];
  const pieces = (quantity ?? Number(agreed)) * months;
  return {
    ...rentGoods[rental],
    spec,
    unit: `${unitName}·月`,
    quantity: pieces,
    gross: multiplyToCents(decimal(String(pieces)), decimal(unitPrice)),
  };
}

export const jointService = (spec: string, gross: Cents): LineDraft => ({
  goods: "*现代服务*联勤联动综合整治服务费",
  taxCategoryCode: "3049900000000000000",
  spec,
  unit: "项",
  quantity: 1,
  gross,
  rate: "6%",
});

export const goods = (name: string, unit: string, quantity: number, gross: Cents): LineDraft => ({
  goods: name,
  taxCategoryCode: "1080499000000000000",
  unit,
  quantity,
  gross,
  rate: "13%",
});

/** 折扣行: a negative line inside a positive invoice. */
export const discount = (line: LineDraft, gross: Cents): LineDraft => ({
  goods: line.goods,
  taxCategoryCode: line.taxCategoryCode,
  gross,
  rate: line.rate,
});

/** By a small-scale taxpayer: 3 % until the end of March 2022, free of tax since. */
export const printing = (
  name: string,
  unit: string,
  quantity: number,
  gross: Cents,
  rate: "3%" | "免税" = "免税",
): LineDraft => ({ goods: name, taxCategoryCode: "1060105020000000000", unit, quantity, gross, rate });
