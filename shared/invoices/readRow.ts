import { cellText, isFault, type Read } from "../excel/cellValues.ts";
import type { PlainRow } from "../excel/plainCell.ts";
import type { Decimal } from "../kernel/decimal.ts";
import type { Invoice } from "../model/invoice.ts";
import type { InvoiceField } from "./headerSynonyms.ts";
import type { Amounts, LineDraft, RowDraft, StatedFields } from "./invoiceDraft.ts";
import { readNumber } from "./invoiceNumber.ts";
import { riskOfStatus, saysRed, statusWordsTold } from "./invoiceWords.ts";
import type { ImportIssue } from "./preview.ts";
import { readAmounts } from "./readAmounts.ts";
import { readTotalRow } from "./readTotalRow.ts";
import { cellOf, issueAt, rowTexts, type SheetContext } from "./sheetContext.ts";

export type RowRead =
  | Readonly<{ kind: "row"; draft: RowDraft; issues: readonly ImportIssue[] }>
  | Readonly<{ kind: "refused"; refusal: Refusal }>
  | Readonly<{ kind: "total"; amounts: Partial<Amounts>; named: boolean; refusal: Refusal }>
  | Readonly<{ kind: "none" }>;

/** A row that is not taken, and why. */
export type Refusal = Readonly<{
  rowNo: number;
  /** The invoice it belongs to, when that could be read. */
  number: string | undefined;
  /** The amounts it states, as far as they could be read. */
  amounts: Partial<Amounts>;
  issue: ImportIssue;
  /** Column of the cell at fault, 0 is A; `null` when the sheet has no such column. */
  index: number | null;
  cells: readonly string[];
}>;

/** Reads one row below the header. Notes, blank rows, subtotals and repeated headers are `none`. */
export function readRow(context: SheetContext, row: PlainRow): RowRead {
  const amounts = readAmounts(context, row);
  const stated = amounts.kind === "none" ? {} : amounts.amounts;
  const numberField = context.header.at.digitalNumber === undefined ? "paperNumber" : "digitalNumber";
  const refusal = (field: InvoiceField, ruleId: string, message: string, number?: string): Refusal => ({
    rowNo: row.rowNo,
    number,
    amounts: stated,
    issue: issueAt(context, row.rowNo, field, { ruleId, severity: "block", message }),
    index: context.header.at[field] ?? null,
    cells: rowTexts(row),
  });
  const noNumber = `第${row.rowNo}行没有发票号码。`;
  const total = readTotalRow(context, row);
  if (total?.kind === "none") return total;
  if (total !== undefined) return { ...total, refusal: refusal(numberField, "INV-10", noNumber) };
  const number = readNumber(
    {
      digitalNumber: cellOf(context, row, "digitalNumber"),
      code: cellOf(context, row, "code"),
      paperNumber: cellOf(context, row, "paperNumber"),
    },
    row.rowNo,
  );
  const refuse = (field: InvoiceField, ruleId: string, message: string): RowRead => ({
    kind: "refused",
    refusal: refusal(field, ruleId, message, number.kind === "number" ? number.number : undefined),
  });
  if (number.kind === "missing") {
    return amounts.kind === "none" ? { kind: "none" } : refuse(numberField, "INV-10", noNumber);
  }
  if (number.kind === "faulty") return refuse(number.field, "INV-10", number.message);
  const surplus = surplusCells(context, row);
  if (surplus > 0) {
    const message = `第${row.rowNo}行比表头多${surplus}格，可能是文字里的逗号把一格分成了两格，请改用 Excel 工作簿导入。`;
    return refuse(numberField, "IMP-07", message);
  }
  if (amounts.kind === "none") return refuse("gross", "INV-12", `第${row.rowNo}行没有金额和价税合计。`);
  if (amounts.kind === "faulty") return refuse(amounts.field, "INV-12", amounts.message);
  const issueDate = context.remembered.date(cellOf(context, row, "issueDate"));
  if (issueDate === undefined) return refuse("issueDate", "INV-14", `第${row.rowNo}行没有开票日期。`);
  if (isFault(issueDate))
    return refuse("issueDate", "INV-14", `第${row.rowNo}行开票日期${issueDate.fault}。`);

  const status = readState(context, row);
  if (isFault(status)) return refuse("status", "IMP-02", status.fault);
  const foreign = foreignMoney(context, row);
  if (foreign !== undefined) return refuse("currency", "IMP-16", foreign);

  const issues: ImportIssue[] = [];
  if (number.mismatch) {
    const message = `第${row.rowNo}行数电发票号码与发票代码、发票号码不一致，按数电发票号码导入，请核对。`;
    issues.push(
      issueAt(context, row.rowNo, "digitalNumber", { ruleId: "INV-10", severity: "warn", message }),
    );
  }
  const fields = { ...readStated(context, row, issues), issueDate, status };
  if (fields.isRed === true && context.kind === "invoices" && amounts.amounts.gross > 0) {
    return refuse("positive", "INV-12", `第${row.rowNo}行标为负数（红字）发票，价税合计却是正数。`);
  }
  const told = remarkTold(fields.remark ?? "");
  if (told !== undefined && fields.isRed !== true && amounts.amounts.gross > 0 && isInForce(status)) {
    const message = `第${row.rowNo}行备注写着“${told}”，发票状态按正常读入，请核对；确已作废、红冲的，请把状态改过来或取消选取。`;
    issues.push(issueAt(context, row.rowNo, "remark", { ruleId: "IMP-15", severity: "warn", message }));
  }
  const line = context.kind === "lines" ? readLine(context, row, amounts.amounts, issues) : undefined;
  const draft: RowDraft = {
    rowNo: row.rowNo,
    number: number.number,
    stated: fields,
    amounts: amounts.amounts,
    netStated: amounts.netStated,
    line,
  };
  return { kind: "row", draft, issues };
}

const isInForce = (status: Invoice["status"] | undefined): boolean =>
  status === undefined || status === "normal";

/** What somebody noted of an invoice that no longer counts, where its remark begins with that. */
const remarkTold = (remark: string): string | undefined =>
  /^(本票|此票|该票|发票|该发票|此发票|本发票)?[已被]?(作废|红冲|冲红|冲销|退票|开错)[^蓝正]{0,12}/.exec(
    remark.normalize("NFKC").replace(/\s/g, ""),
  )?.[0];

/** Beside the columns of a workbook people write notes; in a text they cannot. */
const surplusCells = ({ isText, header }: SheetContext, { cells }: PlainRow): number =>
  isText === true ? cells.length - 1 - (header.columns.at(-1)?.index ?? 0) : 0;

/** The state decides whether an invoice may be paid on: a word nobody knows is asked about. */
function readState(context: SheetContext, row: PlainRow): Read<Invoice["status"]> {
  const text = cellText(cellOf(context, row, "status"));
  if (text === "") return undefined;
  return (
    context.remembered.status(text) ?? {
      fault: `第${row.rowNo}行发票状态“${text}”不认识，看不出这张发票是否有效，没有导入；请改成${statusWordsTold}，整列说的都不是发票状态的，请把这一列改为不使用。`,
    }
  );
}

/** Amounts are read as 元 whatever stands beside them, so an invoice in other money is none to import. */
function foreignMoney(context: SheetContext, row: PlainRow): string | undefined {
  const text = cellText(cellOf(context, row, "currency"));
  if (text === "" || context.remembered.isOwnMoney(text)) return undefined;
  return `第${row.rowNo}行币种是“${text}”，不是人民币，没有导入；外币的发票请换算成人民币后手工登记，其实是人民币的请把币种改成“人民币”。`;
}

function readStated(
  context: SheetContext,
  row: PlainRow,
  issues: ImportIssue[],
): Omit<StatedFields, "issueDate" | "status"> {
  const { remembered } = context;
  const text = (field: InvoiceField): string | undefined => {
    const value = cellText(cellOf(context, row, field));
    return value === "" ? undefined : remembered.intern(value);
  };
  const [riskText, typeText, redText] = [text("risk"), text("type"), text("positive")];
  const risk = riskText === undefined ? undefined : remembered.risk(riskText);
  if (risk?.known === false) {
    const message = `第${row.rowNo}行“${riskText}”不认识，按疑点发票处理，请核对。`;
    issues.push(issueAt(context, row.rowNo, "risk", { ruleId: "IMP-02", severity: "warn", message }));
  }
  const statusText = cellText(cellOf(context, row, "status"));
  const olderRisk = riskOfStatus(statusText);
  const isRed = redText === undefined ? undefined : remembered.isRed(redText);
  return {
    type: typeText === undefined ? undefined : remembered.type(typeText),
    sellerName: text("sellerName"),
    sellerTaxId: text("sellerTaxId"),
    buyerName: text("buyerName"),
    buyerTaxId: text("buyerTaxId"),
    isRed: isRed ?? (saysRed(typeText ?? "", statusText) ? true : undefined),
    riskLevel: olderRisk ?? risk?.value,
    source: text("source"),
    drawer: text("drawer"),
    // Nearly every invoice has another one.
    remark: cellText(cellOf(context, row, "remark")) || undefined,
  };
}

function readLine(context: SheetContext, row: PlainRow, amounts: Amounts, issues: ImportIssue[]): LineDraft {
  const { intern, decimal: remembered } = context.remembered;
  const text = (field: InvoiceField): string => intern(cellText(cellOf(context, row, field)));
  const decimal = (field: "quantity" | "unitPrice"): Decimal | null => {
    const cell = cellOf(context, row, field);
    const value = cell?.merged ? undefined : remembered(cell);
    if (!isFault(value)) return value ?? null;
    const message = `第${row.rowNo}行${field === "quantity" ? "数量" : "单价"}${value.fault}，留空导入。`;
    issues.push(issueAt(context, row.rowNo, field, { ruleId: "IMP-02", severity: "hint", message }));
    return null;
  };
  return {
    taxCategoryCode: text("taxCategoryCode"),
    goodsName: text("goodsName"),
    spec: text("spec"),
    unitName: text("unitName"),
    quantity: decimal("quantity"),
    unitPrice: decimal("unitPrice"),
    netCents: amounts.net,
    taxRate: text("taxRate"),
    taxCents: amounts.tax,
    grossCents: amounts.gross,
  };
}
