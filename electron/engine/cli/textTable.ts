import type { Cents } from "#shared/kernel/cents.ts";
import { formatYuan } from "#shared/kernel/cents.ts";

/** A column of a list on the terminal; amounts are right-aligned and in 元. */
export type TextColumn<Item> = Readonly<{
  title: string;
  value: (item: Item) => string | Readonly<{ cents: Cents }>;
}>;

/** Chinese characters take two places on a terminal. */
const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (width, character) => width + (/[⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/u.test(character) ? 2 : 1),
    0,
  );

export function textTable<Item>(items: readonly Item[], columns: readonly TextColumn<Item>[]): string {
  if (items.length === 0) return "（没有记录）";
  const cells = items.map((item) =>
    columns.map((column) => {
      const value = column.value(item);
      return typeof value === "string"
        ? { text: value, right: false }
        : { text: formatYuan(value.cents), right: true };
    }),
  );
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column.title), ...cells.map((row) => widthOf(row[index]?.text ?? ""))),
  );
  const pad = (text: string, index: number, right: boolean): string => {
    const space = " ".repeat(Math.max(0, (widths[index] ?? 0) - widthOf(text)));
    return right ? space + text : text + space;
  };
  const head = columns.map((column, index) => pad(column.title, index, cells[0]?.[index]?.right ?? false));
  const body = cells.map((row) => row.map((cell, index) => pad(cell.text, index, cell.right)));
  return [head, ...body].map((row) => row.join("  ").trimEnd()).join("\n");
}
