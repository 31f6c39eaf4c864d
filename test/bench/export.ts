import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type BenchRow, compared } from "./benchRow.ts";
import { runJob } from "./job.ts";

const script = fileURLToPath(new URL("./exportJobs.ts", import.meta.url));

const packageScript = fileURLToPath(new URL("./packageJobs.ts", import.meta.url));

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
  return [...rows, ...(await packageRows())];
}

/** A whole 申报包 of the sample, from a ledger that is closed to one that is closed again. */
async function packageRows(): Promise<readonly BenchRow[]> {
  const measured = async (name: string, whole: string, drawn: string): Promise<BenchRow> => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-bench-"));
    try {
      await runJob(packageScript, "prepare", folder);
      const bare = await runJob(packageScript, drawn, folder);
      return compared(name, await runJob(packageScript, whole, folder), bare);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return [
    await measured("the 申报包 of a budget, five papers (bare: only drawn)", "package", "drawn"),
    await measured("an 申报包 of all twelve papers (bare: only drawn)", "packageAll", "drawnAll"),
  ];
}
