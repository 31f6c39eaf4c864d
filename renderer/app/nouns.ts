/**
 * The nouns of the left navigation, in the order of the officer's work. Letters are the pinyin to find them by; the digit is
 * held with Ctrl, and those that are only looked at now and then have none.
 */
export const nouns = [
  { key: "workbench", path: "/", title: "工作台", letters: "gzt", digit: 1 },
  { key: "due", path: "/due", title: "待办", letters: "db", digit: null },
  { key: "projects", path: "/projects", title: "项目", letters: "xm", digit: 2 },
  { key: "budget", path: "/budget", title: "预算", letters: "ys", digit: null },
  { key: "contracts", path: "/contracts", title: "合同", letters: "ht", digit: 3 },
  { key: "rentals", path: "/rentals", title: "月租", letters: "yz", digit: 4 },
  { key: "needs", path: "/needs", title: "其他需求", letters: "qtxq", digit: null },
  { key: "invoices", path: "/invoices", title: "发票", letters: "fp", digit: 5 },
  { key: "matching", path: "/matching", title: "匹配", letters: "pp", digit: null },
  { key: "payments", path: "/payments", title: "付款", letters: "fk", digit: 6 },
  { key: "vendors", path: "/vendors", title: "供应商", letters: "gys", digit: null },
  { key: "checks", path: "/checks", title: "核对", letters: "hd", digit: 7 },
  { key: "filings", path: "/filings", title: "申报", letters: "sb", digit: 8 },
  { key: "settings", path: "/settings", title: "设置", letters: "sz", digit: 9 },
] as const;

export type Noun = (typeof nouns)[number];
export type NounKey = Noun["key"];
