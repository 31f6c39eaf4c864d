/** The nouns of the left navigation, in the order of the officer's work. Letters are the pinyin to find them by. */
export const nouns = [
  { key: "workbench", path: "/", title: "工作台", letters: "gzt" },
  { key: "projects", path: "/projects", title: "项目", letters: "xm" },
  { key: "contracts", path: "/contracts", title: "合同", letters: "ht" },
  { key: "rentals", path: "/rentals", title: "月租", letters: "yz" },
  { key: "invoices", path: "/invoices", title: "发票", letters: "fp" },
  { key: "payments", path: "/payments", title: "付款", letters: "fk" },
  { key: "checks", path: "/checks", title: "核对", letters: "hd" },
  { key: "filings", path: "/filings", title: "申报", letters: "sb" },
  { key: "settings", path: "/settings", title: "设置", letters: "sz" },
] as const;

export type Noun = (typeof nouns)[number];
export type NounKey = Noun["key"];
