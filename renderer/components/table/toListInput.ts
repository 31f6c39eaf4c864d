import type { ListInput } from "#shared/api/filings.ts";
import type { TableColumn } from "./column.ts";

const pixelsPerCharacter = 7.5;

/** What the table shows, as the engine writes it into a workbook. */
export const toListInput = <Row>(
  title: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  note?: string,
): ListInput => ({
  title,
  ...(note === undefined ? {} : { note }),
  columns: columns.map((column) => ({
    title: column.title,
    width: Math.round((column.width * (1 + (column.grow ?? 0) * 0.5)) / pixelsPerCharacter),
    kind: column.kind,
  })),
  rows: rows.map((row) => columns.map((column) => column.value(row))),
});
