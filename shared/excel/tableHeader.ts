import { normaliseHeader } from "./headerText.ts";
import type { PlainCell, PlainRow } from "./plainCell.ts";

export type Synonyms = Readonly<{
  /** Titles as `normaliseHeader` leaves them. */
  exact: readonly string[];
  /** A longer title that holds one of these is this column too, unless it holds an excluded word. */
  within?: readonly string[];
}>;

/** The words by which the columns of a kind of list are known. */
export type Vocabulary<Field extends string> = Readonly<{
  synonyms: Readonly<Record<Field, Synonyms>>;
  /** The fields in the order in which they take a title that fits two. */
  fields: readonly Field[];
  /** A title with one of these is about something else. */
  excluded: readonly string[];
  /** What a list cannot do without, in the officer's words. */
  missing: (has: (...fields: readonly Field[]) => boolean) => readonly string[];
}>;

export type HeaderColumn<Field extends string> = Readonly<{
  /** 0 is column A. */
  index: number;
  /** As written; a second column of the same title is told apart by its place: "备注（第2列）". */
  title: string;
  field: Field | null;
}>;

export type TableHeader<Field extends string> = Readonly<{
  rowNo: number;
  columns: readonly HeaderColumn<Field>[];
  /** Column index of each field that was found. */
  at: Readonly<Partial<Record<Field, number>>>;
  /** Titles that stand more than once, or a second column for the same field; the first one counts. */
  doubled: readonly string[];
}>;

/** What somebody said a column is, whatever its title says: `null` is nothing, `undefined` leaves it to the title. */
export type FixedColumns<Field extends string> = (
  column: Readonly<{ index: number; title: string }>,
) => Field | null | undefined;

export type HeaderReader<Field extends string> = Readonly<{
  /** The field a column title names, and how sure that is. */
  fieldOfTitle: (title: string) => Readonly<{ field: Field; exact: boolean }> | undefined;
  /** Reads a row as a header. A title that fits exactly takes a field before one that only holds its word. */
  readHeader: (row: PlainRow, fixed?: FixedColumns<Field>) => TableHeader<Field>;
  /** What a list cannot do without, in the officer's words; empty when the header will do. */
  missingColumns: (header: TableHeader<Field>) => readonly string[];
  /** The header among the first rows of a sheet: complete if there is such a one, else the one that comes nearest. */
  findHeader: (rows: readonly PlainRow[], fixed?: FixedColumns<Field>) => TableHeader<Field> | undefined;
}>;

/** Knows the header of a kind of list by its vocabulary, wherever it stands and however the titles are written. */
export function headerReader<Field extends string>(vocabulary: Vocabulary<Field>): HeaderReader<Field> {
  const fieldOfTitle = titleReader(vocabulary);
  const readHeader = (row: PlainRow, fixed?: FixedColumns<Field>): TableHeader<Field> => {
    const titles = row.cells.map((cell, index) => ({ index, text: titleText(cell) }));
    const named = titles.filter(({ text }) => text !== "");
    const found = named.map((title) => ({ ...title, match: matchOf(title, fixed) }));
    const at: Partial<Record<Field, number>> = {};
    const said = new Set<Field>();
    const doubled = new Set<string>();
    for (const wanted of ["said", "exact", "within"] as const) {
      for (const { index, text, match } of found) {
        if (match === undefined || match.by !== wanted) continue;
        if (at[match.field] === undefined) at[match.field] = index;
        else if (wanted === "exact" && !said.has(match.field)) doubled.add(text);
        if (wanted === "said") said.add(match.field);
      }
    }
    const seen = new Map<string, number>();
    const columns = found.map(({ index, text, match }) => {
      const count = (seen.get(text) ?? 0) + 1;
      seen.set(text, count);
      return {
        index,
        title: count === 1 ? text : `${text}（第${count}列）`,
        field: match !== undefined && at[match.field] === index ? match.field : null,
      };
    });
    return { rowNo: row.rowNo, columns, at, doubled: [...doubled] };
  };
  const matchOf = (
    { index, text }: Readonly<{ index: number; text: string }>,
    fixed: FixedColumns<Field> | undefined,
  ): Readonly<{ field: Field; by: "said" | "exact" | "within" }> | undefined => {
    const said = fixed?.({ index, title: text });
    if (said === null) return undefined;
    if (said !== undefined) return { field: said, by: "said" };
    const match = fieldOfTitle(text);
    return match && { field: match.field, by: match.exact ? "exact" : "within" };
  };
  const missingColumns = ({ at }: TableHeader<Field>): readonly string[] =>
    vocabulary.missing((...fields) => fields.every((field) => at[field] !== undefined));
  const findHeader = (
    rows: readonly PlainRow[],
    fixed?: FixedColumns<Field>,
  ): TableHeader<Field> | undefined => {
    const headers = rows.map((row) => readHeader(row, fixed)).filter((header) => matchCount(header) >= 2);
    const complete = headers.filter((header) => missingColumns(header).length === 0);
    const candidates = complete.length > 0 ? complete : headers;
    return candidates.reduce<TableHeader<Field> | undefined>(
      (best, header) => (best !== undefined && matchCount(best) >= matchCount(header) ? best : header),
      undefined,
    );
  };
  return { fieldOfTitle, readHeader, missingColumns, findHeader };
}

function titleReader<Field extends string>({
  fields,
  synonyms,
  excluded,
}: Vocabulary<Field>): HeaderReader<Field>["fieldOfTitle"] {
  const exactField: ReadonlyMap<string, Field> = new Map(
    fields.flatMap((field) => synonyms[field].exact.map((title) => [title, field] as const)),
  );
  const withinField = fields
    .flatMap((field) => (synonyms[field].within ?? []).map((word) => [word, field] as const))
    // The longest word says most: 数电发票号码 before 发票号码.
    .sort(([one], [other]) => other.length - one.length);
  return (title) => {
    const plain = normaliseHeader(title);
    const exact = exactField.get(plain);
    if (exact !== undefined) return { field: exact, exact: true };
    if (excluded.some((word) => plain.includes(word))) return undefined;
    const within = withinField.find(([word]) => plain.includes(word));
    return within && { field: within[1], exact: false };
  };
}

const titleText = (cell: PlainCell | undefined): string =>
  cell === undefined || cell.kind !== "text" ? "" : cell.text.replace(/\s+/g, " ").trim();

const matchCount = ({ at }: Readonly<{ at: Readonly<Partial<Record<string, number>>> }>): number =>
  Object.keys(at).length;
