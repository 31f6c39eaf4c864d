import type { PlainCell, PlainRow } from "../excel/plainCell.ts";
import { excludedWords, headerSynonyms, type InvoiceField, invoiceFields } from "./headerSynonyms.ts";
import { normaliseHeader } from "./headerText.ts";

export type HeaderColumn = Readonly<{
  /** 0 is column A. */
  index: number;
  /** As written; a second column of the same title is told apart by its place: "备注（第2列）". */
  title: string;
  field: InvoiceField | null;
}>;

export type Header = Readonly<{
  rowNo: number;
  columns: readonly HeaderColumn[];
  /** Column index of each field that was found. */
  at: Readonly<Partial<Record<InvoiceField, number>>>;
  /** Titles that stand more than once, or a second column for the same field; the first one counts. */
  doubled: readonly string[];
}>;

const exactField: ReadonlyMap<string, InvoiceField> = new Map(
  invoiceFields.flatMap((field) => headerSynonyms[field].exact.map((title) => [title, field] as const)),
);

const withinField: readonly (readonly [string, InvoiceField])[] = invoiceFields
  .flatMap((field) => (headerSynonyms[field].within ?? []).map((word) => [word, field] as const))
  // The longest word says most: 数电发票号码 before 发票号码.
  .sort(([one], [other]) => other.length - one.length);

/** The field a column title names, and how sure that is. */
export function fieldOfTitle(title: string): Readonly<{ field: InvoiceField; exact: boolean }> | undefined {
  const plain = normaliseHeader(title);
  const exact = exactField.get(plain);
  if (exact !== undefined) return { field: exact, exact: true };
  if (excludedWords.some((word) => plain.includes(word))) return undefined;
  const within = withinField.find(([word]) => plain.includes(word));
  return within && { field: within[1], exact: false };
}

/** Reads a row as a header. A title that fits exactly takes a field before one that only holds its word. */
export function readHeader(row: PlainRow): Header {
  const titles = row.cells.map((cell, index) => ({ index, text: titleText(cell) }));
  const named = titles.filter(({ text }) => text !== "");
  const found = named.map((title) => ({ ...title, match: fieldOfTitle(title.text) }));
  const at: Partial<Record<InvoiceField, number>> = {};
  const doubled = new Set<string>();
  for (const wanted of [true, false]) {
    for (const { index, text, match } of found) {
      if (match === undefined || match.exact !== wanted) continue;
      if (at[match.field] === undefined) at[match.field] = index;
      else if (wanted) doubled.add(text);
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
}

const titleText = (cell: PlainCell | undefined): string =>
  cell === undefined || cell.kind !== "text" ? "" : cell.text.replace(/\s+/g, " ").trim();

/** What a list cannot do without, in the officer's words; empty when the header will do. */
export function missingColumns({ at }: Header): readonly string[] {
  const has = (...fields: readonly InvoiceField[]): boolean =>
    fields.every((field) => at[field] !== undefined);
  const missing: string[] = [];
  if (!has("digitalNumber") && !has("paperNumber")) missing.push("发票号码");
  if (!has("issueDate")) missing.push("开票日期");
  if (!has("gross") && !has("net", "tax")) missing.push("价税合计（或金额和税额）");
  return missing;
}

const matchCount = ({ at }: Header): number => Object.keys(at).length;

/** The header among the first rows of a sheet: complete if there is such a one, else the one that comes nearest. */
export function findHeader(rows: readonly PlainRow[]): Header | undefined {
  const headers = rows.map(readHeader).filter((header) => matchCount(header) >= 2);
  const complete = headers.filter((header) => missingColumns(header).length === 0);
  const candidates = complete.length > 0 ? complete : headers;
  return candidates.reduce<Header | undefined>(
    (best, header) => (best !== undefined && matchCount(best) >= matchCount(header) ? best : header),
    undefined,
  );
}
