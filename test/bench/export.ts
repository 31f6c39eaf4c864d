import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BenchRow } from "./check.ts";
import type { jobs } from "./exportJobs.ts";

type Job = Extract<keyof typeof jobs, string>;

const run = promisify(execFile);
const script = fileURLToPath(new URL("./exportJobs.ts", import.meta.url));

const measures: readonly Readonly<{ name: string; ours: Job; bare: Job }>[] = [
  { name: "three sheets to one workbook (bare: exceljs)", ours: "sheetsXlsx", bare: "sheetsXlsxBare" },
  { name: "three sheets to PDF (bare: pdfmake)", ours: "sheetsPdf", bare: "sheetsPdfBare" },
  {
    name: "a list of 100,000 rows to a workbook (bare: exceljs, streaming)",
    ours: "listXlsx",
    bare: "listXlsxBare",
  },
  { name: "a list of 5,000 rows to PDF (bare: pdfmake)", ours: "listPdf", bare: "listPdfBare" },
];

/** Each in a process of its own, after its modules are loaded; the bare library writes the same cells. */
export async function bench(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { name, ours, bare } of measures) {
    const { seconds, peakMb } = await measure(ours);
    const { seconds: baselineSeconds } = await measure(bare);
    rows.push({ name, seconds, baselineSeconds, ratio: seconds / baselineSeconds, peakMb });
  }
  return rows;
}

async function measure(job: Job): Promise<Readonly<{ seconds: number; peakMb: number }>> {
  const { stdout } = await run(process.execPath, [script, job], { maxBuffer: 1e6 });
  return JSON.parse(stdout) as { seconds: number; peakMb: number };
}
