import { type Cents, cents, sumCents } from "#shared/kernel/cents.ts";
import { parseDate } from "#shared/kernel/dates.ts";
import { type Decimal, decimal } from "#shared/kernel/decimal.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { centreName } from "./office.ts";
import { notVoided, sampleId } from "./rows.ts";
import { companies, type SampleVendor, vendorId } from "./vendors.ts";

/** The three generations of invoices that met in 2022. */
export type Ticket =
  | Readonly<{ kind: "digital"; number: string }>
  | Readonly<{ kind: "electronic" | "paper"; code: string; no: string }>;

export type LineDraft = Readonly<{
  goods: string;
  taxCategoryCode: string;
  spec?: string;
  unit?: string;
  /** Whole pieces; none on a discount line. */
  quantity?: number;
  /** Gross, as agreed in the contract. */
  gross: Cents;
  rate: "13%" | "9%" | "6%" | "3%" | "免税";
}>;

/** An invoice as the sample thinks of it: the rows of the ledger and those of an export are both made of it. */
export type InvoiceDraft = Readonly<{
  key: string;
  ticket: Ticket;
  vendor: SampleVendor;
  /** Where the seller's or the buyer's name or code is another than the usual one. */
  sellerName?: string;
  buyer?: Readonly<{ name: string; taxId: string }>;
  /** "2022-03-31 10:12:00" */
  issuedAt: string;
  lines: readonly LineDraft[];
  status?: Row<"invoice">["status"];
  risk?: Row<"invoice">["riskLevel"];
  blueNumber?: string;
  remark?: string;
}>;

export const centreAsBuyer = { name: centreName, taxId: "12310117MB00000000" } as const;

/** Each month's export was imported as one batch. */
export const batchIdOf = ({ issuedAt }: InvoiceDraft): Id => sampleId(`batch-${issuedAt.slice(0, 7)}`);

export const invoiceId = (key: string): Id => sampleId(`invoice-${key}`);

/** The one number an invoice is known by: 20 digits, or code and number of the paper ones. */
export const invoiceNumber = (ticket: Ticket): string => {
  if (ticket.kind === "digital") return ticket.number;
  return ticket.kind === "electronic" ? ticket.code + ticket.no : `${ticket.code}-${ticket.no}`;
};

export const invoiceTypes = {
  digital: "数电票（普通发票）",
  electronic: "增值税电子普通发票",
  paper: "增值税普通发票",
} as const;

export const invoiceSources = {
  digital: "电子发票服务平台",
  electronic: "增值税发票管理系统",
  paper: "增值税发票管理系统",
} as const;

/** Net of a gross amount, half up, in whole numbers throughout. */
function netOf(gross: Cents, rate: LineDraft["rate"]): Cents {
  const percent = rate === "免税" ? 0 : Number(rate.slice(0, -1));
  const divisor = 200 + 2 * percent;
  const scaled = Math.abs(gross) * 200 + 100 + percent;
  return cents(Math.sign(gross) * ((scaled - (scaled % divisor)) / divisor));
}

/** Net price of one piece with eight digits after the point, as invoicing programs write it. */
function unitPriceOf(net: Cents, quantity: number): Decimal {
  const pieces = BigInt(quantity);
  const units = (BigInt(net) * 2_000_000n + pieces) / (pieces * 2n);
  const digits = units.toString().padStart(9, "0");
  return decimal(`${digits.slice(0, -8)}.${digits.slice(-8)}`);
}

export type PricedLine = Pick<
  Row<"invoiceLine">,
  "quantity" | "unitPrice" | "netCents" | "taxCents" | "grossCents"
>;

export function priceLine({ gross, rate, quantity }: LineDraft): PricedLine {
  const netCents = netOf(gross, rate);
  return {
    quantity: quantity === undefined ? null : decimal(String(quantity)),
    unitPrice: quantity === undefined ? null : unitPriceOf(netCents, quantity),
    netCents,
    taxCents: cents(gross - netCents),
    grossCents: gross,
  };
}

export function invoiceRow(draft: InvoiceDraft): Row<"invoice"> {
  const lines = draft.lines.map(priceLine);
  const company = companies[draft.vendor];
  const buyer = draft.buyer ?? centreAsBuyer;
  const issueDate = parseDate(draft.issuedAt);
  if (issueDate === undefined) throw new RangeError(`not a date: ${draft.issuedAt}`);
  const grossCents = sumCents(lines.map((line) => line.grossCents));
  return {
    id: invoiceId(draft.key),
    number: invoiceNumber(draft.ticket),
    type: invoiceTypes[draft.ticket.kind],
    sellerName: draft.sellerName ?? company.name,
    sellerTaxId: company.creditCode,
    buyerName: buyer.name,
    buyerTaxId: buyer.taxId,
    issueDate,
    netCents: sumCents(lines.map((line) => line.netCents)),
    taxCents: sumCents(lines.map((line) => line.taxCents)),
    grossCents,
    status: draft.status ?? "normal",
    isRed: grossCents < 0 ? 1 : 0,
    blueNumber: draft.blueNumber ?? null,
    riskLevel: draft.risk ?? "normal",
    source: invoiceSources[draft.ticket.kind],
    drawer: "开票员",
    remark: draft.remark ?? "",
    vendorId: vendorId(draft.vendor),
    entry: "import",
    batchId: batchIdOf(draft),
    ...notVoided,
  };
}

export const invoiceLineRows = (draft: InvoiceDraft): readonly Row<"invoiceLine">[] =>
  draft.lines.map((line, index) => ({
    id: sampleId(`invoice-${draft.key}-line-${index + 1}`),
    invoiceId: invoiceId(draft.key),
    seq: index + 1,
    taxCategoryCode: line.taxCategoryCode,
    goodsName: line.goods,
    spec: line.spec ?? "",
    unitName: line.unit ?? "",
    taxRate: line.rate,
    ...priceLine(line),
  }));

/** The red invoice that takes a blue one back in full. */
export function redOf(
  blue: InvoiceDraft,
  red: Pick<InvoiceDraft, "key" | "ticket" | "issuedAt">,
): InvoiceDraft {
  const { ticket } = blue;
  return {
    ...blue,
    ...red,
    status: "normal",
    lines: blue.lines.map((line) => ({
      ...line,
      gross: cents(-line.gross),
      ...(line.quantity === undefined ? {} : { quantity: -line.quantity }),
    })),
    blueNumber: invoiceNumber(ticket),
    remark:
      ticket.kind === "digital"
        ? `被红冲蓝字数电票号码：${ticket.number} 红字发票信息确认单编号：31011722070000000001`
        : `被红冲蓝字发票代码：${ticket.code} 号码：${ticket.no}`,
  };
}
