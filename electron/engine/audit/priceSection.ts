import type { DossierSection } from "#shared/forms/builders/dossier.ts";
import { amount, empty, priceOrEmpty, text } from "#shared/forms/values.ts";
import type { EvidenceRows } from "./evidenceRows.ts";

/** What the amount was worked out from: quantities measured, rents of the periods paid for, prices agreed on. */
export const priceSection = ({
  instalments,
  measuredItems,
  rentals,
  rentalSegments,
  contractPrices,
}: EvidenceRows): DossierSection => {
  const labels = new Map(instalments.map((row) => [row.id, row.label]));
  const names = new Map(rentals.map((row) => [row.id, row]));
  return {
    kind: "table",
    title: "数量与单价",
    none: "没有登记计量、租金或约定单价。",
    columns: [
      { title: "依据", span: 2, style: "centred" },
      { title: "名称、期间", span: 4 },
      { title: "数量", span: 2, style: "centred" },
      { title: "单价（元）", span: 2, style: "centred" },
      { title: "金额", span: 2, style: "amount" },
    ],
    rows: [
      ...measuredItems.map((row) => [
        text("据实计量"),
        text(`${row.name}\n${labels.get(row.instalmentId) ?? ""}`),
        text(`${row.quantity} ${row.unitName}`),
        priceOrEmpty(row.unitPrice),
        amount(row.amountCents),
      ]),
      ...rentalSegments.map((row) => [
        text("月租"),
        text(`${names.get(row.rentalId)?.name ?? ""}\n${period(row)}`),
        text(`${row.quantity} ${names.get(row.rentalId)?.unitName ?? ""}`),
        row.free === 1 ? text("免租") : priceOrEmpty(row.unitPrice),
        empty,
      ]),
      ...contractPrices.map((row) => [
        text("约定单价"),
        text(`${row.name}\n${period(row)}`),
        text(row.unitName === "" ? "" : `每${row.unitName}`),
        priceOrEmpty(row.unitPrice),
        empty,
      ]),
    ],
  };
};

const period = ({ validFrom, validTo }: Readonly<{ validFrom: string | null; validTo: string | null }>) =>
  validFrom === null && validTo === null ? "" : `${validFrom ?? ""} 至 ${validTo ?? ""}`.trim();
