import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { adding, changing, paymentOf, rightRows } from "../sampleRows.ts";
import type { Hits } from "./hit.ts";

export const payment = (changes: Partial<Row<"payment">>, rows: FactRows = rightRows): FactRows =>
  changing(rows, "payment", "payment-1", changes);

export const accountOf = (changes: Partial<Row<"vendorAccount">> = {}): Row<"vendorAccount"> => ({
  id: asId("account-1"),
  vendorId: asId("vendor-1"),
  accountName: "上海清源保洁服务有限公司",
  bank: "示例银行",
  accountNo: "31050170000000000101",
  validFrom: null,
  validTo: null,
  ...changes,
});

/** A draft for what the first payment paid already. */
export const again = (changes: Partial<Row<"payment">> = {}): FactRows =>
  adding(
    rightRows,
    "payment",
    paymentOf({ id: asId("again"), paymentNo: "FK-3", state: "draft", paidOn: null, ...changes }),
  );

const late = changing(
  { ...rightRows, payment: rightRows.payment.slice(1), allocation: rightRows.allocation.slice(1) },
  "vendor",
  "vendor-1",
  { isSmallOrMedium: 1 },
);

const third = changing(
  payment({ periodFrom: isoDate("2022-07-01"), periodTo: isoDate("2022-09-30") }),
  "allocation",
  "allocation-1",
  { instalmentId: asId("contract-1-3") },
);

/** The contract keeps five percent back, and all but two percent of it was paid. */
export const retained = (paid: number): FactRows =>
  adding(
    changing(rightRows, "contract", "contract-1", { retentionBp: 500, releaseDate: isoDate("2023-12-31") }),
    "payment",
    paymentOf({
      id: asId("most"),
      paymentNo: "FK-4",
      amountCents: cents(paid),
      paidOn: isoDate("2022-04-20"),
    }),
  );

export const paymentHits: Hits = {
  "PAY-01": { rows: again({ amountCents: cents(18_000_001) }) },
  "PAY-02": { rows: again() },
  "PAY-03": { rows: payment({ paidOn: isoDate("2022-03-20") }) },
  "PAY-04": { rows: third },
  "PAY-05": { rows: { ...rightRows, acceptance: [] } },
  "PAY-06": { rows: again() },
  "PAY-07": { rows: changing(rightRows, "allocation", "allocation-rent-3", { amountCents: cents(229_500) }) },
  "PAY-08": { rows: payment({ payeeName: "别家", payeeTaxId: "" }) },
  "PAY-09": {
    rows: adding(payment({ payeeAccountNo: "6222000000000000001" }), "vendorAccount", accountOf()),
  },
  "PAY-10": { rows: payment({ approvedBy: "" }) },
  "PAY-11": { rows: changing(rightRows, "allocation", "allocation-1", { invoiceId: null }) },
  "PAY-12": {
    rows: changing(payment({ isAdvance: 1, amountCents: cents(9_600_000) }), "allocation", "allocation-1", {
      invoiceId: null,
    }),
  },
  "PAY-13": { rows: late },
  "PAY-14": {
    rows: changing(
      changing(rightRows, "vendor", "vendor-1", { isSmallOrMedium: 1 }),
      "contract",
      "contract-1",
      {
        payWithinDays: 61,
      },
    ),
  },
  "PAY-15": { rows: retained(17_000_000) },
  "PAY-16": { rows: payment({ method: "cash", economicCode: "30202" }) },
  "PAY-17": { rows: payment({ reviewedBy: "张三" }) },
  "PAY-18": { rows: payment({ capitalText: "陆仟元整" }) },
};

/** A refund of what a payment paid for nothing. */
export const refundOf = (amount: number, changes: Partial<Row<"payment">> = {}): Row<"payment"> =>
  paymentOf({
    id: asId("refund"),
    paymentNo: "FK-9",
    amountCents: cents(-amount),
    refundOfId: asId("payment-1"),
    paidOn: isoDate("2022-04-20"),
    ...changes,
  });
