import { parseIndicatorValue } from "../indicators/value.ts";
import type { ReadIndicator, Remark } from "./brought.ts";
import type { Account, FilledCell } from "./cells.ts";
import { cleanLine, inferred, unsure } from "./cleaning.ts";
import { homesOf, isBlockLabel, isLevel1, isLevel2, plainLabel } from "./labels.ts";

export type IndicatorReader = Readonly<{
  row: (cells: readonly FilledCell[]) => void;
  found: () => readonly ReadIndicator[];
}>;

type Levels = Readonly<{ level1: string; level2: string }>;
/** `rest` is what stands right of the levels: name and value. */
type Row = Readonly<{ said: Levels; rest: readonly FilledCell[]; cells: readonly FilledCell[] }>;

/**
 * The table of indicators, read by what its cells say and not by their columns: merged cells leave gaps, and rows are torn
 * to different lengths. A level that a row does not state is the one above; where a merged cell has its text in the middle,
 * the first level comes too late, and is known by the second.
 */
export function indicatorReader(account: Account): IndicatorReader {
  const indicators: ReadIndicator[] = [];
  let carried: Levels = { level1: "", level2: "" };

  const add = ({ said, rest, cells }: Row): void => {
    const [name, value, ...more] = rest;
    if (name === undefined) return;
    const { levels, remarks } = levelsOf(said, carried);
    carried = levels;
    account.use(name, "三级指标");
    if (value !== undefined) account.use(value, "年度指标值");
    for (const cell of more) account.leave(cell, "指标表里多出的一栏");
    const named = cleanLine(name.text);
    const valued = cleanLine(value?.text ?? "");
    const blank = value === undefined ? [unsure("没有指标值")] : [];
    indicators.push({
      ...levels,
      name: named.text,
      valueText: valued.text,
      written: [name, ...(value === undefined ? [] : [value])].map(({ text }) => text).join("\t"),
      at: cells.filter((cell) => !more.includes(cell)).map(({ line, cell }) => ({ line, cell })),
      remarks: [...remarks, ...named.remarks, ...valued.remarks, ...blank],
    });
  };

  /** The end of a name, and its value, that a line break has torn off. */
  const join = (rest: readonly FilledCell[]): boolean => {
    const [name, value] = rest;
    const open = indicators.at(-1);
    if (open === undefined || open.valueText !== "" || name === undefined || name.cell > 0) return false;
    account.use(name, "三级指标");
    if (value !== undefined) account.use(value, "年度指标值");
    indicators[indicators.length - 1] = {
      ...open,
      name: cleanLine(`${open.name}${name.text}`).text,
      valueText: cleanLine(value?.text ?? "").text,
      written: `${open.written}\n${rest.map(({ text }) => text).join("\t")}`,
      at: [...open.at, ...rest.map(({ line, cell }) => ({ line, cell }))],
      remarks: [
        ...open.remarks.filter(({ kind }) => value === undefined || kind !== "unsure"),
        unsure("名称分在两行，已接在一起"),
      ],
    };
    return true;
  };

  return {
    row: (cells) => {
      const row = partsOf(account, cells);
      const { said, rest } = row;
      if (rest.length === 0) {
        // A level that stands alone is that of the rows below.
        if (said.level1 !== "" || said.level2 !== "") carried = { ...carried, ...stated(said) };
        return;
      }
      const isBare = said.level1 === "" && said.level2 === "";
      if (isBare && rest.length <= 2 && join(rest)) return;
      const [only] = rest;
      if (
        rest.length === 1 &&
        only !== undefined &&
        (isBare || parseIndicatorValue(only.text)?.kind === "number")
      ) {
        if (isBare && only.cell > 0) return add(row);
        return account.leave(only, "指标表里单独的一格，看不出属于哪一项");
      }
      add(row);
    },
    found: () => indicators,
  };
}

const stated = ({ level1, level2 }: Levels): Partial<Levels> => ({
  ...(level1 === "" ? {} : { level1, level2: "" }),
  ...(level2 === "" ? {} : { level2 }),
});

/** Takes labels and levels off the left of a row. */
function partsOf(account: Account, cells: readonly FilledCell[]): Row {
  const rest = [...cells];
  const takeIf = (fits: (cell: FilledCell) => boolean, as: string): string => {
    const [first] = rest;
    if (first === undefined || !fits(first)) return "";
    rest.shift();
    account.use(first, as);
    return plainLabel(first.text);
  };
  takeIf(({ text }) => isBlockLabel(text), "标签");
  // 成本指标 is a first level in one form and a second one in another.
  const isFirst = ({ text }: FilledCell) => isLevel1(text) && (!isLevel2(text) || isSecond(rest[1]));
  const level1 = takeIf(isFirst, "一级指标");
  const level2 = takeIf((cell) => isLevel2(cell.text) || (isSecond(cell) && rest.length > 2), "二级指标");
  return { said: { level1, level2 }, rest, cells };
}

/** A second level that no form knows ends in 指标 all the same. */
const isSecond = (cell: FilledCell | undefined): boolean =>
  cell !== undefined && (isLevel2(cell.text) || /^[\u4e00-\u9fff]{2,8}指标$/.test(plainLabel(cell.text)));

function levelsOf(said: Levels, carried: Levels): Readonly<{ levels: Levels; remarks: readonly Remark[] }> {
  const level2 = said.level2 !== "" ? said.level2 : said.level1 === "" ? carried.level2 : "";
  const homes = homesOf(level2);
  const [home = ""] = homes;
  const kept = said.level1 === "" ? carried.level1 : said.level1;
  const isKept = said.level1 !== "" || homes.length === 0 || homes.includes(kept);
  const level1 = isKept ? kept : home;
  const remarks: Remark[] = [];
  if (said.level1 === "" && !isKept)
    remarks.push(inferred(`一级指标是合并的单元格，“${level2}”属于“${home}”`));
  if (level1 === "") remarks.push(unsure("没有写明一级指标"));
  if (level2 === "") remarks.push(unsure("没有写明二级指标"));
  else if (said.level2 === "") remarks.push(inferred(`二级指标沿用上面的“${level2}”`));
  return { levels: { level1, level2 }, remarks };
}
