import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { adding, allocationOf, changing, goodsOf, invoiceOf, paymentOf, rightRows } from "../sampleRows.ts";
import type { Hits } from "./hit.ts";

const first = (changes: Partial<Row<"invoice">>, rows = rightRows): FactRows =>
  changing(rows, "invoice", "invoice-1", changes);

export const withGoods = (changes: Partial<FactRows["invoiceGoods"][number]>): FactRows => ({
  ...rightRows,
  invoiceGoods: [goodsOf(changes)],
});

/** What a file said of the first invoice: another amount than the ledger has. */
export const conflictOf = (
  changes: Partial<FactRows["importConflict"][number]> = {},
): FactRows["importConflict"][number] => ({
  id: asId("import-row-1"),
  batchId: asId("batch-1"),
  sheet: "发票基础信息",
  rowNo: 2,
  message: "发票22312000000000000017已录入，且金额不一致，请核对。",
  cellsJson: JSON.stringify({ 价税合计: "50,000.00" }),
  fileName: "全量发票查询.xlsx",
  importedAt: "2022-04-20T02:00:00Z",
  invoiceId: asId("invoice-1"),
  enteredAt: "2022-04-09T02:00:00Z",
  ...changes,
});

/** A red invoice of so many 分 against the first one. */
export const redOf = (amount: number, changes: Partial<Row<"invoice">> = {}): Row<"invoice"> =>
  invoiceOf({
    id: asId("red"),
    number: "22312000000000000090",
    isRed: 1,
    blueNumber: "22312000000000000017",
    netCents: cents(-amount),
    taxCents: cents(0),
    grossCents: cents(-amount),
    issueDate: isoDate("2022-04-20"),
    ...changes,
  });

const paidTwice = adding(
  adding(
    rightRows,
    "payment",
    paymentOf({
      id: asId("again"),
      paymentNo: "FK-3",
      state: "draft",
      paidOn: null,
      amountCents: cents(100),
    }),
  ),
  "allocation",
  allocationOf({
    id: asId("again-part"),
    paymentId: asId("again"),
    instalmentId: null,
    amountCents: cents(100),
  }),
);

const otherUnit: FactRows = {
  ...rightRows,
  ownUnit: [
    ...rightRows.ownUnit,
    {
      id: asId("unit-2"),
      kind: "unit",
      nature: "institution",
      creditCode: "12310117MB00000000",
      note: "",
    },
  ],
  ownUnitName: [
    ...rightRows.ownUnitName,
    { id: asId("name-2"), ownUnitId: asId("unit-2"), name: "城运中心", validFrom: null, validTo: null },
  ],
};

export const invoiceHits: Hits = {
  "INV-01": { rows: { ...rightRows, importConflict: [conflictOf()] } },
  "INV-02": { rows: paidTwice },
  "INV-03": {
    rows: first(
      { status: "void" },
      changing(rightRows, "payment", "payment-1", { state: "pending", paidOn: null }),
    ),
  },
  "INV-04": { rows: adding(rightRows, "invoice", redOf(100)) },
  "INV-05": { rows: first({ status: "redFull" }) },
  "INV-06": { rows: first({ riskLevel: "suspect" }) },
  "INV-07": { rows: first({ buyerTaxId: "12310117MB00000000", buyerName: "别家" }) },
  "INV-08": { rows: changing(otherUnit, "payment", "payment-1", { payerUnitId: asId("unit-2") }) },
  "INV-09": { rows: first({ sellerTaxId: "91310117MA1J000061" }) },
  "INV-10": { rows: first({ number: "12345678" }) },
  "INV-11": { rows: first({ number: "23312000000000000017" }) },
  "INV-12": { rows: first({ taxCents: cents(300_000) }) },
  "INV-13": { rows: withGoods({ grossCents: cents(5_999_998) }) },
  "INV-14": { rows: first({ issueDate: isoDate("2022-04-20") }) },
  "INV-15": { rows: first({ issueDate: isoDate("2021-12-01") }) },
  "INV-16": { rows: withGoods({ goodsName: "*餐饮服务*餐费" }) },
  "INV-17": { rows: withGoods({ goodsName: "*纸制品*办公用品" }) },
  "INV-18": { rows: adding(rightRows, "invoice", redOf(100, { blueNumber: null })) },
  "INV-19": {
    rows: adding(rightRows, "invoice", invoiceOf({ id: asId("next"), number: "22312000000000000018" })),
  },
};
