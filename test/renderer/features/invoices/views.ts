import type { InvoiceView } from "#shared/api/invoices.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";

/** An ordinary invoice of 1,000.00 on which nothing was paid. */
export const invoiceView = (id: string, changes: Partial<InvoiceView> = {}): InvoiceView => ({
  id: asId(id),
  number: `0310022001110045${id.padStart(4, "0")}`,
  type: "增值税电子普通发票",
  sellerName: "甲公司",
  sellerTaxId: "",
  buyerName: "",
  buyerTaxId: "",
  issueDate: isoDate("2022-06-01"),
  netCents: cents(94_340),
  taxCents: cents(5_660),
  grossCents: cents(100_000),
  status: "normal",
  isRed: 0,
  blueNumber: null,
  riskLevel: "normal",
  source: "",
  drawer: "",
  remark: "",
  vendorId: null,
  entry: "import",
  batchId: null,
  voidedAt: null,
  voidReason: null,
  goods: "*印刷品*折页",
  payableCents: cents(100_000),
  usedCents: cents(0),
  paymentNos: [],
  contractNo: null,
  open: true,
  ...changes,
});
