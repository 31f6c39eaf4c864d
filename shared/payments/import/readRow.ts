import { cellText, isFault, readDate, readMoney } from "../../excel/cellValues.ts";
import type { PlainCell, PlainRow } from "../../excel/plainCell.ts";
import type { Cents } from "../../kernel/cents.ts";
import type { IsoDate } from "../../kernel/dates.ts";
import type { Payment } from "../../model/payment.ts";
import type { Period } from "../../schedule/periods.ts";
import { fieldWords, type PaymentField, type PaymentHeader } from "./columns.ts";
import { readPeriodText } from "./readPeriodText.ts";
import { readMethod, readYes } from "./words.ts";

/** A payment as a row of a file states it: nothing is looked up yet. Empty text where the file says nothing. */
export type PaymentRow = Readonly<{
  sheet: string;
  rowNo: number;
  paymentNo: string;
  voucherNo: string;
  day: IsoDate;
  payeeName: string;
  amountCents: Cents;
  capitalText: string;
  purpose: string;
  contractNo: string;
  invoices: readonly string[];
  budgetLine: string;
  project: string;
  period: Period | undefined;
  method: Payment["method"] | undefined;
  payeeTaxId: string;
  payeeAccountNo: string;
  isAdvance: boolean;
  refundOf: string;
  handledBy: string;
  reviewedBy: string;
  approvedBy: string;
  note: string;
}>;

/** A row that is not taken, and why. */
export type RefusedRow = Readonly<{
  sheet: string;
  rowNo: number;
  message: string;
  cells: readonly string[];
}>;

export type RowRead =
  | Readonly<{ kind: "row"; row: PaymentRow }>
  | Readonly<{ kind: "refused"; refused: RefusedRow }>
  | Readonly<{ kind: "none" }>;

type Place = Readonly<{ sheet: string; date1904: boolean; header: PaymentHeader }>;

/** Reads one row below the header. Blank rows, totals and repeated headers are `none`. */
export function readRow({ sheet, date1904, header }: Place, row: PlainRow): RowRead {
  const cell = (field: PaymentField): PlainCell | undefined => row.cells[header.at[field] ?? -1];
  const text = (field: PaymentField): string => cellText(cell(field)).replace(/\s+/g, " ");
  if (isNoPayment(row, text("day"))) return { kind: "none" };
  const refuse = (message: string): RowRead => ({
    kind: "refused",
    refused: {
      sheet,
      rowNo: row.rowNo,
      message: `第${row.rowNo}行${message}`,
      cells: row.cells.map((each) => each?.text ?? ""),
    },
  });
  const day = readDate(cell("day"), date1904);
  const amount = readMoney(cell("amount"));
  const period = readPeriodText(text("period"), isFault(day) ? undefined : day);
  const method = readMethod(text("method"));
  const invoices = invoiceNumbers(cell("invoices"));
  if (day === undefined) return refuse("没有日期。");
  if (isFault(day)) return refuse(`日期${day.fault}。`);
  if (amount === undefined) return refuse("没有金额。");
  if (isFault(amount)) return refuse(`金额${amount.fault}。`);
  if (amount === 0) return refuse("金额为零。");
  if (text("payeeName") === "") return refuse("没有收款方。");
  if (isFault(invoices)) return refuse(invoices.fault);
  if (isFault(period)) return refuse(`所属期${period.fault}。`);
  if (isFault(method)) return refuse(`支付方式${method.fault}。`);
  const damaged = (["paymentNo", "voucherNo", "payeeAccountNo", "payeeTaxId"] as const).find((field) =>
    isDamaged(cell(field)),
  );
  if (damaged !== undefined)
    return refuse(`${fieldWords[damaged]}疑似被 Excel 改成数值，已丢失末位，请把这一列设为文本后重填。`);
  return {
    kind: "row",
    row: {
      sheet,
      rowNo: row.rowNo,
      day,
      amountCents: amount,
      period,
      method,
      invoices,
      isAdvance: readYes(text("advance")),
      ...{ paymentNo: text("paymentNo"), voucherNo: text("voucherNo"), payeeName: text("payeeName") },
      ...{ capitalText: text("capitalText"), purpose: text("purpose"), contractNo: text("contractNo") },
      ...{ budgetLine: text("budgetLine"), project: text("project"), payeeTaxId: text("payeeTaxId") },
      ...{ payeeAccountNo: text("payeeAccountNo"), refundOf: text("refundOf"), note: text("note") },
      ...{ handledBy: text("handledBy"), reviewedBy: text("reviewedBy"), approvedBy: text("approvedBy") },
    },
  };
}

const totalWord = /^(合\s*计|总\s*计|小\s*计|本页合计|本月合计|累\s*计)/;

function isNoPayment(row: PlainRow, day: string): boolean {
  const texts = row.cells.map(cellText).filter((text) => text !== "");
  return texts.length === 0 || (day === "" && texts.some((text) => totalWord.test(text)));
}

/** A number so long that Excel keeps only its first fifteen digits. */
const isDamaged = (cell: PlainCell | undefined): boolean =>
  cell?.kind === "number" && (/E/i.test(cell.text) || cell.text.replace(/\D/g, "").length > 15);

/** Several invoices in one cell are told apart by anything that is no part of a number. */
function invoiceNumbers(cell: PlainCell | undefined): readonly string[] | Readonly<{ fault: string }> {
  if (isDamaged(cell))
    return { fault: "发票号码疑似被 Excel 改成数值，已丢失末位，请把这一列设为文本后重填。" };
  const numbers = cellText(cell)
    .normalize("NFKC")
    .split(/[^0-9A-Za-z-]+/)
    .filter((number) => number !== "");
  return [...new Set(numbers)];
}
