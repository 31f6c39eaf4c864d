/** "*印刷品*宣传折页": the short name of the tax category, where there is one, and what the seller calls the goods. */
export type GoodsName = Readonly<{ category: string; name: string }>;

export function splitGoodsName(text: string): GoodsName {
  const [, category, name] = /^\s*[*＊]([^*＊]+)[*＊](.*)$/.exec(text) ?? [];
  return { category: (category ?? "").trim(), name: (name ?? text).trim() };
}
