/** 偏差原因的类别 as kept in `indicatorActual.hindrancesJson`: the words that the office's template has for them. */
export function hindrancesOf(json: string | undefined): readonly string[] {
  if (json === undefined || json === "") return [];
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
