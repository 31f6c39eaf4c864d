import { cellText, isFault, readMoney, readTax } from "../excel/cellValues.ts";
import type { PlainRow } from "../excel/plainCell.ts";
import { type Cents, cents, formatYuan, zeroCents } from "../kernel/cents.ts";
import { amountsGap, amountsGapTold } from "./amountsGap.ts";
import type { InvoiceField } from "./headerSynonyms.ts";
import type { Amounts } from "./invoiceDraft.ts";
import { highestRate } from "./recognise/amountColumns.ts";
import { cellOf, columnTitle, type SheetContext } from "./sheetContext.ts";

export type AmountsRead =
  | Readonly<{ kind: "amounts"; amounts: Amounts; netStated: boolean }>
  | Readonly<{ kind: "none" }>
  | Readonly<{ kind: "faulty"; field: InvoiceField; message: string; amounts: Partial<Amounts> }>;

/**
 * Reads the amounts of a row and fills in the one that the other two give. The three must agree within one 分, as the
 * tax bureau rounds net and tax apart.
 */
export function readAmounts(context: SheetContext, row: PlainRow): AmountsRead {
  // An amount merged over several rows counts once, in the first of them.
  const own = (field: InvoiceField) => {
    const cell = cellOf(context, row, field);
    return cell?.merged ? undefined : cell;
  };
  const net = readMoney(own("net"));
  const tax = readTax(own("tax"));
  const gross = readMoney(own("gross"));
  const stated: Partial<Amounts> = {
    ...(typeof net === "number" ? { net } : {}),
    ...(typeof tax === "number" ? { tax } : {}),
    ...(typeof gross === "number" ? { gross } : {}),
  };
  const where = `第${row.rowNo}行`;
  const faulty = (field: InvoiceField, message: string): AmountsRead => ({
    kind: "faulty",
    field,
    message,
    amounts: stated,
  });
  if (isFault(net)) return faulty("net", `${where}“${columnTitle(context, "net")}”${net.fault}。`);
  if (isFault(tax)) return faulty("tax", `${where}“${columnTitle(context, "tax")}”${tax.fault}。`);
  if (isFault(gross)) return faulty("gross", `${where}“${columnTitle(context, "gross")}”${gross.fault}。`);
  if (net === undefined && gross === undefined) {
    if (tax !== undefined) return faulty("net", `${where}没有金额和价税合计。`);
    return isMergedCopy(context, row)
      ? { kind: "amounts", amounts: nothing, netStated: true }
      : { kind: "none" };
  }
  if (gross === undefined && context.header.at.gross !== undefined)
    return faulty("gross", `${where}没有价税合计。`);
  if (gross === undefined && tax === undefined && !isFreeOfTax(context, row))
    return faulty("tax", `${where}没有税额，也没有价税合计，不知道含税多少；没有税的请在税额填0。`);
  const amounts = complete(net, tax, gross);
  const gap = amountsGap(amounts);
  if (gap > 0) return faulty("gross", amountsGapTold(where, gap));
  if (tax !== undefined && isHandMade(context) && isNoTax(amounts)) {
    const told = `${where}“${columnTitle(context, "tax")}”${formatYuan(amounts.tax)}不像金额${formatYuan(amounts.net)}的税额，列可能颠倒或另有所指，请核对。`;
    return faulty("tax", told);
  }
  // A tax that nobody stated is what is between the two: more than any rate means that one of them is something else.
  if (tax === undefined && isNoTax(amounts)) {
    const [one, other] = [columnTitle(context, "net"), columnTitle(context, "gross")];
    const told = `${where}“${one}”${formatYuan(amounts.net)}与“${other}”${formatYuan(amounts.gross)}相差太多，不像税额；“${one}”是别的金额的，请在“列对应”一步改为不使用。`;
    return faulty("net", told);
  }
  return { kind: "amounts", amounts, netStated: net !== undefined };
}

/** The tax bureau exchanges no columns, and a discount at another rate may leave more tax than net. */
const isHandMade = ({ header: { at } }: SheetContext): boolean =>
  at.taxCategoryCode === undefined && at.positive === undefined && at.risk === undefined;

/** More than any rate makes of the net amount, or of the other sign; a few 分 are rounding. */
const isNoTax = ({ net, tax }: Amounts): boolean =>
  Math.abs(tax) > Math.abs(net) * highestRate + 5 || (Math.abs(tax) > 5 && net !== 0 && net > 0 !== tax > 0);

/** The rate says that there is none, or the tax is merged into a row above, where it counts. */
const isFreeOfTax = (context: SheetContext, row: PlainRow): boolean =>
  cellOf(context, row, "tax")?.merged === true ||
  /^(\*+|免税|不征税|零税率|出口零税率|普通零税率|0+(\.0+)?%?)$/.test(
    cellText(cellOf(context, row, "taxRate")),
  );

const nothing: Amounts = { net: zeroCents, tax: zeroCents, gross: zeroCents };

const isMergedCopy = (context: SheetContext, row: PlainRow): boolean =>
  (["net", "gross"] as const).some((field) => cellOf(context, row, field)?.merged);

function complete(net: Cents | undefined, tax: Cents | undefined, gross: Cents | undefined): Amounts {
  const whole = gross ?? cents((net ?? 0) + (tax ?? 0));
  if (net !== undefined) return { net, tax: tax ?? cents(whole - net), gross: whole };
  return { net: cents(whole - (tax ?? 0)), tax: tax ?? zeroCents, gross: whole };
}
