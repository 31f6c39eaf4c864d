import type { PlainCell, PlainRow } from "#shared/excel/plainCell.ts";
import { collectSheets } from "#shared/invoices/collectSheet.ts";
import type { InvoiceField } from "#shared/invoices/headerSynonyms.ts";
import { type ParsedFile, parseInvoices } from "#shared/invoices/parseInvoices.ts";

/** Text, or a cell of another kind; `null` holds nothing. */
export type Cell = string | PlainCell | null;
export type Sheet = readonly (readonly Cell[])[];

export const number = (text: string): PlainCell => ({ kind: "number", text });

export const rowsOf = (sheet: Sheet): readonly PlainRow[] =>
  sheet.map((cells, index) => ({
    rowNo: index + 1,
    cells: cells.map((cell) =>
      cell === null || cell === ""
        ? undefined
        : typeof cell === "string"
          ? { kind: "text", text: cell }
          : cell,
    ),
  }));

/** Puts sheets through the same hands as a file. */
export function parse(sheets: Readonly<Record<string, Sheet>>, date1904 = false): ParsedFile {
  const collector = collectSheets();
  for (const [name, sheet] of Object.entries(sheets)) {
    const visitor = collector.visit({ name, date1904 });
    for (const row of rowsOf(sheet)) if (!visitor.row(row)) break;
    visitor.end();
  }
  return parseInvoices(collector.sheets());
}

const titles = {
  seq: "序号",
  code: "发票代码",
  paperNumber: "发票号码",
  digitalNumber: "数电发票号码",
  sellerTaxId: "销方识别号",
  sellerName: "销方名称",
  buyerTaxId: "购方识别号",
  buyerName: "购买方名称",
  issueDate: "开票日期",
  taxCategoryCode: "税收分类编码",
  goodsName: "货物或应税劳务名称",
  quantity: "数量",
  unitPrice: "单价",
  net: "金额",
  taxRate: "税率",
  tax: "税额",
  gross: "价税合计",
  source: "发票来源",
  type: "发票票种",
  status: "发票状态",
  positive: "是否正数发票",
  risk: "发票风险等级",
  drawer: "开票人",
  remark: "备注",
} as const satisfies Partial<Record<InvoiceField, string>>;

type Title = keyof typeof titles;
export type ListRow = Readonly<Partial<Record<Title, Cell>>>;

const onLinesOnly: readonly Title[] = ["taxCategoryCode", "goodsName", "quantity", "unitPrice", "taxRate"];
const all = Object.keys(titles) as readonly Title[];

/** An invoice as every test takes it when it does not matter: 106.00 元 gross. */
export const usual: ListRow = {
  digitalNumber: "22312000000000000017",
  sellerTaxId: "91310117MA1J000060",
  sellerName: "上海示例服务有限公司",
  buyerTaxId: "12310117MB00000000",
  buyerName: "上海市松江区广富林街道城市运行管理中心",
  issueDate: "2022-03-31 10:12:00",
  taxCategoryCode: "3040502020200000000",
  goodsName: "*物联网服务*服务费",
  quantity: "2",
  unitPrice: "50",
  net: "100.00",
  taxRate: "6%",
  tax: "6.00",
  gross: "106.00",
  source: "电子发票服务平台",
  type: "数电发票（普通发票）",
  status: "正常",
  positive: "是",
  risk: "正常",
  drawer: "张三",
};

const sheetOf = (columns: readonly Title[], rows: readonly ListRow[]): Sheet => [
  columns.map((title) => titles[title]),
  ...rows.map((row) => columns.map((title) => ({ ...usual, ...row })[title] ?? null)),
];

/** Like 信息汇总表, a row for each line. */
export const linesSheet = (...rows: readonly ListRow[]): Sheet => sheetOf(all, rows);

/** Like 发票基础信息, a row for each invoice. */
export const invoicesSheet = (...rows: readonly ListRow[]): Sheet =>
  sheetOf(
    all.filter((title) => !onLinesOnly.includes(title)),
    rows,
  );

/** A 合计 row. */
export const totals = (net: string, tax: string, gross: string): ListRow => ({
  ...Object.fromEntries(all.map((title) => [title, "--"])),
  seq: "合计",
  net,
  tax,
  gross,
});

/** What a test looks at first. */
export const outcome = ({ invoices, clashes, rejected, issues, isBlocked, rowCount }: ParsedFile) => ({
  numbers: invoices.map((invoice) => invoice.number),
  clashes: clashes.length,
  rejected: rejected.map(({ sheet, row }) => `${sheet}${row}`),
  rules: issues.map(({ ruleId, severity }) => `${ruleId} ${severity}`),
  isBlocked,
  rowCount,
});
