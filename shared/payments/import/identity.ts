import type { Payment } from "../../model/payment.ts";
import { type Groups, groupBy } from "../../rules/indexing.ts";
import { plainName } from "../../text/plainName.ts";
import type { PaymentRow } from "./readRow.ts";

/** Which payment a row is: one of the ledger, a new one, or a question to the officer. */
export type Identity =
  | Readonly<{ kind: "known"; payment: Payment }>
  | Readonly<{ kind: "new" }>
  | Readonly<{ kind: "ask"; message: string }>
  /** The same number stands twice in the file. */
  | Readonly<{ kind: "doubled"; message: string }>;

export type Identifier = (row: PaymentRow) => Identity;

/**
 * Tells rows by 付款编号; without one by 凭证号 with day, amount and payee when exactly one payment fits. Day, amount and
 * payee alone suggest only: twelve equal rents are twelve payments, so the officer is asked.
 */
export function identifier(payments: readonly Payment[], rows: readonly PaymentRow[]): Identifier {
  const byNo = groupBy(payments, (payment) => payment.paymentNo);
  const alike = groupBy(payments, (payment) =>
    likeness(payment.paidOn ?? payment.requestedOn, payment.amountCents, payment.payeeName),
  );
  const rowsByNo = groupBy(
    rows.filter(({ paymentNo }) => paymentNo !== ""),
    (row) => row.paymentNo,
  );
  const rowsAlike = groupBy(rows, likenessOf);
  return (row) => {
    const first = row.paymentNo === "" ? undefined : rowsByNo.of(row.paymentNo)[0];
    if (first !== undefined && first !== row)
      return {
        kind: "doubled",
        message: `付款编号${row.paymentNo}与${placeOf(first, row)}重复，只认前一行。`,
      };
    const [known] = row.paymentNo === "" ? [] : byNo.of(row.paymentNo);
    if (known !== undefined) return { kind: "known", payment: known };
    return row.paymentNo !== "" ? { kind: "new" } : unnumbered(row, alike, rowsAlike);
  };
}

function unnumbered(
  row: PaymentRow,
  alike: Groups<string, Payment>,
  rowsAlike: Groups<string, PaymentRow>,
): Identity {
  const found = alike.of(likenessOf(row));
  const same = found.filter(({ voucherNo }) => row.voucherNo !== "" && voucherNo === row.voucherNo);
  const [only, second] = same;
  if (only !== undefined && second === undefined) return { kind: "known", payment: only };
  const twins = rowsAlike
    .of(likenessOf(row))
    .filter((other) => other !== row && other.paymentNo === "" && other.voucherNo === row.voucherNo);
  const before = twins.filter(({ rowNo, sheet }) => sheet !== row.sheet || rowNo < row.rowNo);
  const numbers = (second === undefined ? found : same)
    // A payment with another voucher is another payment.
    .filter(({ voucherNo }) => row.voucherNo === "" || voucherNo === "" || voucherNo === row.voucherNo)
    .map(({ paymentNo }) => paymentNo);
  if (numbers.length > 0)
    return {
      kind: "ask",
      message: `与账本中的${numbers.join("、")}日期、金额、收款方相同，可能是同一笔。请填写付款编号或凭证号；确是另一笔的，选“作为新付款”。`,
    };
  if (before[0] !== undefined)
    return {
      kind: "ask",
      message: `与${placeOf(before[0], row)}日期、金额、收款方${row.voucherNo === "" ? "" : "、凭证号"}相同，可能重复。确是另一笔的，选“作为新付款”。`,
    };
  return { kind: "new" };
}

const likeness = (day: string, amountCents: number, payeeName: string): string =>
  `${day}|${amountCents}|${plainName(payeeName)}`;

const likenessOf = (row: PaymentRow): string => likeness(row.day, row.amountCents, row.payeeName);

const placeOf = (row: PaymentRow, from: PaymentRow): string =>
  row.sheet === from.sheet ? `第${row.rowNo}行` : `工作表“${row.sheet}”第${row.rowNo}行`;
