import type { CellStyle, Form, FormCell, FormRow, FormValue } from "../form.ts";
import { text } from "../values.ts";
import { a4, cell, emptyCell, headingRow, tableRow, textCell } from "./cells.ts";

export type DossierColumn = Readonly<{ title: string; span: number; style?: CellStyle }>;

/** A part of a dossier: what is said about one thing, or a table of many. Spans of a table's columns add up to the grid. */
export type DossierSection = Readonly<{ title: string }> &
  (
    | Readonly<{ kind: "facts"; facts: readonly (readonly [label: string, value: FormValue])[] }>
    | Readonly<{
        kind: "table";
        columns: readonly DossierColumn[];
        rows: readonly (readonly FormValue[])[];
        /** What an empty table says. */
        none: string;
      }>
  );

export type Dossier = Readonly<{
  id: string;
  title: string;
  /** Whose and as of which day. */
  subtitle: string;
  note: string;
  sections: readonly DossierSection[];
}>;

/** Columns of the grid that every section shares out among its own. */
export const dossierGrid = 12;
const columnWidth = 7.6;
const labelSpan = 2;
const valueSpan = 4;

/** A paper of several parts under one title, such as all that stands behind a payment. */
export function buildDossier({ id, title, subtitle, note, sections }: Dossier): Form {
  const rows: FormRow[] = [
    { cells: [wide(title, "title")], minHeight: 30, keepWithNext: true },
    { cells: [wide(subtitle, "subtitle")], minHeight: 20, keepWithNext: true },
    { cells: [wide(note, "note")], minHeight: 20, keepWithNext: true },
  ];
  for (const section of sections) {
    rows.push(headingRow([wide(section.title, "group")]));
    rows.push(...(section.kind === "facts" ? factRows(section.facts) : tableRows(section)));
  }
  return {
    id,
    template: "dossier",
    title,
    page: a4("portrait", null),
    columns: Array.from({ length: dossierGrid }, () => ({ width: columnWidth })),
    rows,
  };
}

const wide = (value: string, style: CellStyle): FormCell => textCell(value, style, { colSpan: dossierGrid });

/** Two facts to a row. */
function factRows(facts: readonly (readonly [label: string, value: FormValue])[]): readonly FormRow[] {
  const rows: FormRow[] = [];
  for (let index = 0; index < facts.length; index += 2) {
    const pair = facts.slice(index, index + 2);
    const cells = pair.flatMap(([label, value]) => [
      textCell(label, "label", { colSpan: labelSpan }),
      cell(value, "text", { colSpan: valueSpan }),
    ]);
    rows.push(tableRow(pair.length === 2 ? cells : [...cells, emptyCell("text", labelSpan + valueSpan)]));
  }
  return rows;
}

type Table = Extract<DossierSection, { kind: "table" }>;

function tableRows({ columns, rows, none }: Table): readonly FormRow[] {
  if (rows.length === 0) return [tableRow([cell(text(none), "text", { colSpan: dossierGrid })])];
  const heading = headingRow(columns.map(({ title, span }) => textCell(title, "heading", { colSpan: span })));
  return [
    heading,
    ...rows.map((values) =>
      tableRow(
        columns.map(({ span, style = "text" }, index) =>
          cell(values[index] ?? { kind: "empty" }, style, { colSpan: span }),
        ),
      ),
    ),
  ];
}
