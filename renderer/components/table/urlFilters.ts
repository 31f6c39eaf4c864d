import type { ColumnFilters } from "./column.ts";

const prefix = "f.";

/**
 * Filters that a link asks for: `?q=…` for the box over all columns, `?f.paidOn=2022-03` for one column. So a figure
 * leads to exactly the rows it is made of.
 */
export function urlFilters(params: Iterable<readonly [string, string]>): Readonly<{
  everywhere: string;
  filters: ColumnFilters;
}> {
  let everywhere = "";
  const filters: Record<string, ColumnFilters[string]> = {};
  for (const [name, text] of params) {
    if (name === "q") everywhere = text;
    if (name.startsWith(prefix)) filters[name.slice(prefix.length)] = { text, picked: [] };
  }
  return { everywhere, filters };
}
