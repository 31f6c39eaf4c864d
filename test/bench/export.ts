import { fileURLToPath } from "node:url";
import { type BenchRow, compared } from "./benchRow.ts";
import { runJob } from "./job.ts";

const script = fileURLToPath(new URL("./exportJobs.ts", import.meta.url));

const measures = [
  { name: "three sheets to one workbook (bare: exceljs)", ours: "sheetsXlsx", bare: "sheetsXlsxBare" },
  { name: "three sheets to PDF (bare: pdfmake)", ours: "sheetsPdf", bare: "sheetsPdfBare" },
  {
    name: "a list of 100,000 rows to a workbook (bare: exceljs, streaming)",
    ours: "listXlsx",
    bare: "listXlsxBare",
  },
  { name: "a list of 5,000 rows to PDF (bare: pdfmake)", ours: "listPdf", bare: "listPdfBare" },
] as const;

/** Each in a process of its own, after its modules are loaded; the bare library writes the same cells. */
export async function bench(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { name, ours, bare } of measures) {
    rows.push(compared(name, await runJob(script, ours), await runJob(script, bare)));
  }
  return rows;
}
