import { writeFileSync } from "node:fs";
import { writeWorkbook } from "#engine/excel/writeForm.ts";
import { buildList } from "#shared/forms/builders/list.ts";
import { text } from "#shared/forms/values.ts";

export type SheetRow = Readonly<Record<string, string>>;

/** Writes a workbook with these rows, the columns by their titles, as an office fills in the template. */
export async function writePayments(path: string, rows: readonly SheetRow[]): Promise<string> {
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const form = buildList({
    title: "付款登记表",
    columns: titles.map((title) => ({ title, width: 16, kind: "text" })),
    rows: rows.map((row) => titles.map((title) => text(row[title] ?? ""))),
  });
  writeFileSync(path, await writeWorkbook([form], { writtenAt: "2022-07-08T00:00:00Z", author: "王经办" }));
  return path;
}
