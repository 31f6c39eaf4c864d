import { cents, formatYuanPlain } from "#shared/kernel/cents.ts";

export type TaxExportCell = string | number;

const titles = {
  seq: "序号",
  code: "发票代码",
  paperNumber: "发票号码",
  digitalNumber: "数电发票号码",
  sellerTaxId: "销方识别号",
  sellerName: "销方名称",
  buyerTaxId: "购方识别号",
  buyerName: "购买方名称",
  issuedAt: "开票日期",
  taxCategoryCode: "税收分类编码",
  businessType: "特定业务类型",
  goodsName: "货物或应税劳务名称",
  spec: "规格型号",
  unitName: "单位",
  quantity: "数量",
  unitPrice: "单价",
  netCents: "金额",
  taxRate: "税率",
  taxCents: "税额",
  grossCents: "价税合计",
  source: "发票来源",
  type: "发票票种",
  status: "发票状态",
  positive: "是否正数发票",
  risk: "发票风险等级",
  drawer: "开票人",
  remark: "备注",
} as const;

export type TaxExportColumn = keyof typeof titles;

export const titleOf = (column: TaxExportColumn): string => titles[column];

/** The 27 columns of 信息汇总表, one row per invoice line. */
export const lineColumns = Object.keys(titles) as readonly TaxExportColumn[];

const onlyOnLines: readonly TaxExportColumn[] = [
  "taxCategoryCode",
  "businessType",
  "goodsName",
  "spec",
  "unitName",
  "quantity",
  "unitPrice",
  "taxRate",
];

/** The 19 columns of 发票基础信息, one row per invoice. */
export const invoiceColumns = lineColumns.filter((column) => !onlyOnLines.includes(column));

/** 合计: the sums, and "--" where a number, a name or a date would stand. */
export function totalsRow(
  columns: readonly TaxExportColumn[],
  sums: Readonly<{ netCents: number; taxCents: number; grossCents: number }>,
): readonly TaxExportCell[] {
  return columns.map((column) => {
    if (column === "seq") return "合计";
    if (column === "netCents" || column === "taxCents" || column === "grossCents") {
      return formatYuanPlain(cents(sums[column]));
    }
    return "--";
  });
}
