import type { Cents } from "../kernel/cents.ts";
import type { CellStyle, Form } from "./form.ts";
import { type PlacedCell, placeCells } from "./grid.ts";
import { isProse, type Printable, type Prose } from "./prose.ts";
import { printValue } from "./values.ts";

export type EntryCell = Readonly<{
  /** The heading of its column; empty where the entry has one value and its name says it all. */
  label: string;
  text: string;
  cents: Cents | null;
}>;

/** What a reader takes for one thing on a paper: a field with its value, a line of a table, a section of a statement. */
export type FormEntry = Readonly<{
  /** What it stands under, such as 产出指标 · 数量指标. */
  section: string;
  name: string;
  cells: readonly EntryCell[];
}>;

/** Everything a paper says, by what it is about and not by where it stands. */
export const formEntries = (paper: Printable): readonly FormEntry[] =>
  isProse(paper) ? proseEntries(paper) : sheetEntries(paper);

function proseEntries({ blocks }: Prose): readonly FormEntry[] {
  const entries: { section: string; name: string; paragraphs: string[] }[] = [];
  for (const block of blocks) {
    if (block.kind === "title")
      entries.push({ section: "", name: titleNames.title, paragraphs: [block.text] });
    else if (block.kind === "heading" && block.level === 1)
      entries.push({
        section: "",
        name: block.text.replace(/^[一二三四五六七八九十]+、/, ""),
        paragraphs: [],
      });
    else {
      const last = entries.at(-1);
      if (last === undefined || last.name === titleNames.title)
        entries.push({ section: "", name: "正文", paragraphs: [block.text] });
      else last.paragraphs.push(block.text);
    }
  }
  return entries.map(({ section, name, paragraphs }) => ({
    section,
    name,
    cells: [{ label: "", text: paragraphs.join("\n"), cents: null }],
  }));
}

const titleNames = { title: "标题", subtitle: "年度", note: "表头和落款", noteRight: "单位" } as const;
const isTitle = (style: CellStyle): style is keyof typeof titleNames => style in titleNames;

const namingHeading = /名称$|^支出内容|^三级指标|^预算明细|^期次|^付款期次|^设备|号码$|编号$|^季度/;
const seqHeading = /^序号$/;

type Table = Readonly<{ headings: ReadonlyMap<number, string>; named: number | undefined }>;

/** Walks a sheet from top to bottom, as it is read: headings hold for the rows below them until others come. */
function sheetEntries(form: Form): readonly FormEntry[] {
  const grid = placeCells(form);
  const all = grid.flat();
  const entries: FormEntry[] = [];
  let table: Table | undefined;
  let group = "";
  let afterHeading = false;
  for (const [row, own] of grid.entries()) {
    const isHeading =
      own.length > 0 && (own.some(has("heading")) || (own.length > 1 && own.every(has("label"))));
    if (isHeading) {
      table = tableOf(own, afterHeading ? table : undefined);
      afterHeading = true;
      continue;
    }
    afterHeading = false;
    const [only] = own;
    const titles = own.filter(({ cell }) => isTitle(cell.style));
    if (titles.length > 0 && titles.length === own.length) entries.push(...titles.map(titleEntry));
    else if (only !== undefined && own.length === 1 && only.cell.style === "group") {
      group = firstWords(textOf(only));
      entries.push({ section: "", name: group, cells: [cellOf("", only)] });
    } else {
      const covering = all.filter((cell) => cell.row < row && row < cell.row + cell.rowSpan);
      const cells = [...own, ...covering].sort((left, right) => left.column - right.column);
      entries.push(...(table === undefined ? fieldEntries(cells) : tableEntries(cells, table, group)));
    }
  }
  return entries;
}

const has =
  (style: CellStyle) =>
  ({ cell }: PlacedCell): boolean =>
    cell.style === style;

const textOf = ({ cell }: PlacedCell): string => printValue(cell.value);
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, "");
const firstWords = (text: string): string => text.split(/\n|　　/)[0] ?? text;

function cellOf(label: string, placed: PlacedCell): EntryCell {
  const { value } = placed.cell;
  const isAmount = value.kind === "amount" || value.kind === "sum";
  return { label, text: textOf(placed), cents: isAmount ? value.cents : null };
}

function titleEntry(placed: PlacedCell): FormEntry {
  const { style } = placed.cell;
  return { section: "", name: isTitle(style) ? titleNames[style] : "", cells: [cellOf("", placed)] };
}

/** A second row of headings stands below the ones that it shares out. */
function tableOf(own: readonly PlacedCell[], above: Table | undefined): Table {
  const headings = new Map(above?.headings);
  for (const placed of own) {
    // A label beside several rows names the part of the paper and no column.
    if (placed.cell.style === "label" && placed.rowSpan > 1 && above === undefined) continue;
    for (let column = placed.column; column < placed.column + placed.colSpan; column += 1) {
      const over = above?.headings.get(column);
      const heading = oneLine(textOf(placed));
      headings.set(column, over === undefined ? heading : `${over} ${heading}`);
    }
  }
  const named = [...headings].find(([, heading]) => namingHeading.test(heading))?.[0];
  return { headings, named };
}

/** Label, value, label, value; a label over several rows says what they are about. */
function fieldEntries(cells: readonly PlacedCell[]): readonly FormEntry[] {
  const entries: FormEntry[] = [];
  let section = "";
  let label = "";
  for (const placed of cells) {
    const isLabel = placed.cell.style === "label";
    if (isLabel && placed.rowSpan > 1) section = oneLine(textOf(placed));
    else if (isLabel) label = oneLine(textOf(placed));
    else if (label !== "" || textOf(placed) !== "")
      entries.push({ section, name: label, cells: [cellOf("", placed)] });
  }
  return entries;
}

const withoutYears = (heading: string): string => heading.replace(/[（(][^（()）]*年[^（()）]*[）)]/g, "");

function tableEntries(cells: readonly PlacedCell[], table: Table, group: string): readonly FormEntry[] {
  const labels = cells.filter(has("label")).map((placed) => oneLine(textOf(placed)));
  const section = [group, ...labels].filter((part) => part !== "").join(" · ");
  const values = cells.filter((placed) => !has("label")(placed));
  const headingOf = ({ column }: PlacedCell): string => table.headings.get(column) ?? "";
  const total = values.find(has("totalLabel"));
  const isTotalOrListed =
    total !== undefined || table.named !== undefined || values.length > labels.length + 2;
  if (!isTotalOrListed && values.every((placed) => headingOf(placed) !== ""))
    return values.map((placed) => ({
      section,
      name: withoutYears(headingOf(placed)),
      cells: [cellOf("", placed)],
    }));
  const inNamed = values.find(({ column }) => column === table.named);
  const naming =
    total ??
    (inNamed !== undefined && textOf(inNamed) !== "" ? inNamed : undefined) ??
    values.find(({ cell }) => cell.value.kind === "text");
  const shown = values.filter(
    (placed) => placed !== naming && !seqHeading.test(headingOf(placed)) && textOf(placed) !== "",
  );
  if (naming === undefined && shown.length === 0) return [];
  return [
    {
      section,
      name: naming === undefined ? "" : oneLine(textOf(naming)),
      cells: shown.map((placed) => cellOf(headingOf(placed), placed)),
    },
  ];
}
