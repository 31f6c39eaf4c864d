import { isFault, readDate, readDecimal, readMoney, readTax } from "../excel/cellValues.ts";
import { textCell } from "../excel/plainCell.ts";
import { addCents, cents, formatYuan, zeroCents } from "../kernel/cents.ts";
import { amountsGap } from "./amountsGap.ts";
import type { Amounts, LineDraft, RowDraft } from "./invoiceDraft.ts";
import { readType } from "./invoiceWords.ts";
import { ratePercent } from "./taxRate.ts";
import { elementAt, textAt, type XmlElement } from "./xmlElement.ts";

/** What a 数电票 XML says. Its amounts are those of the invoice; `lines` adds up to them. */
export type EInvoiceRead =
  | Readonly<{
      kind: "invoice";
      row: Omit<RowDraft, "line">;
      lines: readonly LineDraft[];
      /** Number of the invoice that a red one takes back, where the file has a field for it. */
      blueNumber: string | undefined;
    }>
  | Readonly<{ kind: "refused"; ruleId: string; message: string; number: string | undefined }>;

/**
 * Reads the XML that the tax bureau's platform hands out with a 数电票 (root `EInvoice`). What a list calls 发票状态 and
 * 风险等级 it does not say: an invoice that was taken back later still has the XML of its first day.
 */
export function readEInvoice(root: XmlElement): EInvoiceRead {
  if (root.name !== "EInvoice") {
    return refused("INV-10", `不是数电票 XML（根元素是 ${root.name.slice(0, 40)}）。`);
  }
  const number = numberOf(root);
  if (typeof number !== "string") return number;
  const data = elementAt(root, "EInvoiceData");
  const refuse = (ruleId: string, message: string): EInvoiceRead => refused(ruleId, message, number);
  const issueDate = readDate(textCell(textAt(root, "TaxSupervisionInfo/IssueTime")), false);
  if (issueDate === undefined) return refuse("INV-14", "没有开票日期（IssueTime）。");
  if (isFault(issueDate)) return refuse("INV-14", `开票日期${issueDate.fault}。`);
  const amounts = readTotals(data);
  if ("message" in amounts) return refuse("INV-12", amounts.message);
  const gap = amountsGap(amounts);
  if (gap > 0) return refuse("INV-12", `金额+税额≠价税合计，差${formatYuan(gap)}元。`);
  const lines: LineDraft[] = [];
  for (const [index, item] of itemsOf(data).entries()) {
    const line = readItem(item, index + 1);
    if ("message" in line) return refuse("INV-12", line.message);
    lines.push(line);
  }
  const wrong = lines.length === 0 ? undefined : sumFault(lines, amounts);
  if (wrong !== undefined) return refuse("INV-13", wrong);
  const stated = (path: string): string | undefined => textAt(data, path) || undefined;
  const blue =
    textAt(data, "RedEInvoice/OriginalInvoiceCode") ||
    textAt(data, "SpecificInformation/RedEInvoice/OriginalInvoiceCode");
  return {
    kind: "invoice",
    row: {
      rowNo: 0,
      number,
      stated: {
        type: typeOf(root),
        sellerName: stated("SellerInformation/SellerName"),
        sellerTaxId: stated("SellerInformation/SellerIdNum"),
        buyerName: stated("BuyerInformation/BuyerName"),
        buyerTaxId: stated("BuyerInformation/BuyerIdNum"),
        issueDate,
        status: undefined,
        isRed: isRedOf(root),
        riskLevel: undefined,
        source: undefined,
        drawer: stated("BasicInformation/Drawer"),
        remark: stated("AdditionalInformation/Remark"),
      },
      amounts,
      netStated: true,
    },
    lines,
    blueNumber: /^\d{20}$/.test(blue) ? blue : undefined,
  };
}

const refused = (ruleId: string, message: string, number?: string): EInvoiceRead & { kind: "refused" } => ({
  kind: "refused",
  ruleId,
  message,
  number,
});

/** The tax bureau's number counts; the file's own id is the same, and must be when both are there. */
function numberOf(root: XmlElement): string | (EInvoiceRead & { kind: "refused" }) {
  const supervised = textAt(root, "TaxSupervisionInfo/InvoiceNumber");
  const own = textAt(root, "Header/EIid");
  const number = supervised || own;
  if (number === "") return refused("INV-10", "没有发票号码（InvoiceNumber）。");
  if (!/^\d{20}$/.test(number)) return refused("INV-10", `发票号码“${number.slice(0, 40)}”不是20位数字。`);
  if (own !== "" && own !== number)
    return refused("INV-10", `里有两个不同的发票号码：${number}、${own.slice(0, 40)}。`);
  return number;
}

const cellAt = (from: XmlElement | undefined, path: string) => textCell(textAt(from, path));

type Wrong = Readonly<{ message: string }>;

function readTotals(data: XmlElement | undefined): Amounts | Wrong {
  const basic = elementAt(data, "BasicInformation");
  const net = readMoney(cellAt(basic, "TotalAmWithoutTax"));
  const tax = readTax(cellAt(basic, "TotalTaxAm"));
  const gross = readMoney(cellAt(basic, "TotalTax-includedAmount"));
  for (const [label, read] of [
    ["金额", net],
    ["税额", tax],
    ["价税合计", gross],
  ] as const)
    if (isFault(read)) return { message: `${label}${read.fault}。` };
  if (typeof gross !== "number" || typeof net !== "number") return { message: "没有金额或价税合计。" };
  return { net, tax: typeof tax === "number" ? tax : zeroCents, gross };
}

const itemsOf = (data: XmlElement | undefined): readonly XmlElement[] =>
  data?.children.filter(({ name }) => name === "IssuItemInformation") ?? [];

function readItem(item: XmlElement, at: number): LineDraft | Wrong {
  const net = readMoney(cellAt(item, "Amount"));
  const tax = readTax(cellAt(item, "ComTaxAm"));
  const stated = readMoney(cellAt(item, "TotaltaxIncludedAmount"));
  for (const [label, read] of [
    ["金额", net],
    ["税额", tax],
    ["价税合计", stated],
  ] as const)
    if (isFault(read)) return { message: `第${at}条明细的${label}${read.fault}。` };
  if (typeof net !== "number") return { message: `第${at}条明细没有金额。` };
  const [taxCents, netCents] = [typeof tax === "number" ? tax : zeroCents, net];
  const decimal = (path: string) => {
    const read = readDecimal(cellAt(item, path));
    return read === undefined || isFault(read) ? null : read;
  };
  return {
    taxCategoryCode: textAt(item, "TaxClassificationCode"),
    goodsName: textAt(item, "ItemName"),
    spec: textAt(item, "SpecMod"),
    unitName: textAt(item, "MeaUnits"),
    quantity: decimal("Quantity"),
    unitPrice: decimal("UnPrice"),
    netCents,
    taxRate: ratePercent(textAt(item, "TaxRate")),
    taxCents,
    grossCents: typeof stated === "number" ? stated : addCents(netCents, taxCents),
  };
}

/** INV-13: the lines of one file must add up to it within one 分. */
function sumFault(lines: readonly LineDraft[], amounts: Amounts): string | undefined {
  const parts = [
    ["价税合计", "grossCents", amounts.gross],
    ["金额", "netCents", amounts.net],
    ["税额", "taxCents", amounts.tax],
  ] as const;
  for (const [label, field, whole] of parts) {
    const sum = lines.reduce((total, line) => total + line[field], 0);
    if (Math.abs(sum - whole) <= 1) continue;
    const told = Number.isSafeInteger(sum) ? `${formatYuan(cents(sum))}元` : "大得不正常，";
    return `${label}：明细合计${told}与发票合计${formatYuan(whole)}元不一致。`;
  }
  return undefined;
}

function typeOf(root: XmlElement): string | undefined {
  const label = elementAt(root, "Header/InherentLabel");
  const form = textAt(label, "EInvoiceType/LabelName");
  const tax = textAt(label, "GeneralOrSpecialVAT/LabelName");
  if (form === "" && tax === "") return undefined;
  return readType(tax === "" ? form : `${form === "" ? "电子发票" : form}（${tax}）`);
}

/** Whether it is a blue invoice stands as a Y or N. */
function isRedOf(root: XmlElement): boolean | undefined {
  switch (textAt(root, "Header/InherentLabel/InIssuType/LabelCode").toUpperCase()) {
    case "Y":
      return false;
    case "N":
      return true;
    default:
      return undefined;
  }
}
