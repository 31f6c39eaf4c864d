import { headerSynonyms, type InvoiceField, invoiceFields } from "./headerSynonyms.ts";
import type { FieldChoice } from "./inspection.ts";

/** What the words of the tax bureau's export do not say by themselves. */
const own: Readonly<Partial<Record<InvoiceField, string>>> = {
  digitalNumber: "发票号码（20位）",
  code: "发票代码（10或12位）",
  paperNumber: "发票号码（8位或20位）",
  sellerTaxId: "销方识别号",
  buyerTaxId: "购方识别号",
  sellerName: "销方名称",
  buyerName: "购买方名称",
  goodsName: "货物或服务名称",
  net: "金额（不含税）",
  gross: "价税合计",
  unitName: "计量单位",
};

/** What a field is called where a person chooses one. */
export const fieldTitle = (field: InvoiceField): string =>
  own[field] ?? headerSynonyms[field].exact[0] ?? field;

/** A list cannot do without these, in one form or another. */
const required: ReadonlySet<InvoiceField> = new Set(["digitalNumber", "issueDate", "gross"]);

/** What is most often chosen first. */
const first: readonly InvoiceField[] = [
  "digitalNumber",
  "code",
  "paperNumber",
  "issueDate",
  "sellerName",
  "sellerTaxId",
  "buyerName",
  "buyerTaxId",
  "net",
  "tax",
  "gross",
];

export const fieldChoices: readonly FieldChoice[] = [
  ...first,
  ...invoiceFields.filter((field) => !first.includes(field)),
].map((field) => ({ field, title: fieldTitle(field), required: required.has(field) }));
