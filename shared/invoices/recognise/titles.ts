import { columnLetters, type PlainCell, type PlainRow } from "../../excel/plainCell.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import type { TitledColumn } from "./mapping.ts";

const titleText = (cell: PlainCell | undefined): string =>
  cell === undefined || cell.kind !== "text" ? "" : cell.text.replace(/\s+/g, " ").trim();

/** A text of nothing but digits and signs is a value. */
export const isTitle = (text: string): boolean =>
  text !== "" && text.length <= 60 && !/^[-\d\s.,:：/年月日%¥￥*+]+$/.test(text);

/**
 * The titles of a header of one row, or of two: there a title of the upper row stands for all columns under it, up to
 * the next one ("销方" over 名称 and 识别号). What is merged over both rows counts once.
 */
export function titlesOf(
  lower: PlainRow | undefined,
  upper: PlainRow | undefined,
): ReadonlyMap<number, string> {
  const titles = new Map<number, string>();
  const width = Math.max(lower?.cells.length ?? 0, upper?.cells.length ?? 0);
  let group = "";
  for (let index = 0; index < width; index += 1) {
    const [over, cell] = [titleText(upper?.cells[index]), lower?.cells[index]];
    const under = cell?.merged && upper !== undefined ? "" : titleText(cell);
    if (over !== "") group = under === "" || under === over ? "" : over;
    const title = under === "" || under === over ? over || under : group + under;
    if (title !== "") titles.set(index, title);
  }
  return titles;
}

/** All columns that have a title or values. In a text, values behind the last title are a row cut up wrongly. */
export function titledColumns(
  titles: ReadonlyMap<number, string>,
  profiles: ReadonlyMap<number, ColumnProfile>,
  isText: boolean,
): readonly TitledColumn[] {
  const last = titles.size === 0 || !isText ? Number.POSITIVE_INFINITY : Math.max(...titles.keys());
  const indices = new Set([...titles.keys(), ...[...profiles.keys()].filter((index) => index <= last)]);
  const seen = new Map<string, number>();
  return [...indices]
    .toSorted((one, other) => one - other)
    .map((index) => {
      const title = titles.get(index) ?? "";
      const letter = columnLetters(index);
      const count = (seen.get(title) ?? 0) + 1;
      seen.set(title, count);
      const shown = title === "" ? `${letter}列` : count === 1 ? title : `${title}（第${count}列）`;
      return { index, letter, title, shown };
    });
}
