import type { Cents } from "#shared/kernel/cents.ts";
import type { TaxExportColumn } from "./taxExportColumns.ts";

/** One row of 信息汇总表. Quantities and prices are text as the tax bureau writes them, empty when there are none. */
export type TaxExportLine = Readonly<{
  taxCategoryCode?: string;
  businessType?: string;
  goodsName: string;
  spec?: string;
  unitName?: string;
  quantity?: string;
  unitPrice?: string;
  netCents: Cents;
  /** "13%", "0.06", "免税", "***" */
  taxRate: string;
  taxCents: Cents;
  /** net + tax when left out */
  grossCents?: Cents;
}>;

/** An invoice as the tax bureau's 全量发票查询 exports it. The three numbers are text; the older two may be empty. */
export type TaxExportInvoice = Readonly<{
  digitalNumber?: string;
  code?: string;
  paperNumber?: string;
  sellerTaxId: string;
  sellerName: string;
  buyerTaxId: string;
  buyerName: string;
  /** "2022-03-31 10:12:00" */
  issuedAt: string;
  lines: readonly TaxExportLine[];
  source?: string;
  type?: string;
  status?: string;
  /** 是否正数发票; by the sign of the amount when left out. */
  positive?: "是" | "否";
  risk?: string;
  drawer?: string;
  remark?: string;
  /** Figures of 发票基础信息 that are to differ from the lines' sums: a faulty export. */
  header?: Readonly<{ netCents?: Cents; taxCents?: Cents; grossCents?: Cents }>;
  /** Writes the numbers as numeric cells, as a careless re-save does: they lose their last digits. */
  numericNumber?: boolean;
}>;

export type TaxExportOptions = Readonly<{
  /** Walked once per sheet: an array, or any object whose iterator starts afresh. */
  invoices: Iterable<TaxExportInvoice>;
  /** Default: both. */
  sheets?: readonly TaxExportSheet[];
  /** Other wording of some headers, for example `{ digitalNumber: "全电发票号码" }`. */
  titles?: Readonly<Partial<Record<TaxExportColumn, string>>>;
  /** Rows of one cell above the header; there are none in the real export. */
  rowsAbove?: readonly string[];
  /** 合计 as the last row. Default true. */
  totals?: boolean;
  /** What the sheet says of its own extent; the real export says A1, which is wrong. `null` leaves it out. */
  dimension?: string | null;
  /** Text inside the cells, as the tax bureau's program does, or in the shared table, as Excel does. */
  strings?: "inline" | "shared";
}>;

export type TaxExportSheet = "lines" | "invoices";
