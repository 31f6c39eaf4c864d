import type { Header } from "./matchHeader.ts";

/** `special` sheets repeat invoices with the particulars of one business, such as 建筑服务. */
export type InvoiceSheetKind = "lines" | "invoices" | "special";

/** Columns that only the sheets of one business have. */
const specialTitles = [
  "建筑服务发生地",
  "建筑项目名称",
  "运输工具种类",
  "运输工具牌号",
  "起运地",
  "到达地",
  "出行人",
  "出发地",
  "租赁期起止",
  "不动产地址",
  "不动产单元代码",
  "车辆识别代号",
  "车牌号",
  "厂牌型号",
  "车船税",
  "航班号",
  "车次",
] as const;

/** Known lists by columns that only they have, most telling first. */
const sources: readonly Readonly<{ name: string; titles: readonly string[] }>[] = [
  { name: "用途确认信息", titles: ["勾选状态", "转内销证明编号"] },
  { name: "抵扣勾选清单", titles: ["是否勾选"] },
  { name: "抵扣勾选清单", titles: ["勾选状态"] },
  { name: "全量发票查询", titles: ["是否正数发票", "发票风险等级", "发票来源"] },
  { name: "导入清单模板", titles: ["发票金额(不含税)"] },
];

/** The name for a list nobody has described to us. */
export const otherSource = "其他发票清单";

export function sheetKind({ at, columns }: Header): InvoiceSheetKind {
  const titles = columns.map(({ title }) => title);
  if (specialTitles.some((special) => titles.some((title) => title.includes(special)))) return "special";
  const isLines =
    at.goodsName !== undefined ||
    at.taxCategoryCode !== undefined ||
    (at.quantity !== undefined && at.unitPrice !== undefined);
  return isLines ? "lines" : "invoices";
}

/** Which list this is, by the titles of all its sheets as `normaliseHeader` leaves them. */
export const sourceOf = (titles: ReadonlySet<string>): string =>
  sources.find((source) => source.titles.every((title) => titles.has(title)))?.name ?? otherSource;
