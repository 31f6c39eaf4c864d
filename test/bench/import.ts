import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createLedger } from "#engine/ledger/createLedger.ts";
import { createSample } from "#engine/sample/createSample.ts";
import { type TaxExportInvoice, writeTaxExport } from "#engine/sample/taxExport.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { cents } from "#shared/kernel/cents.ts";
import { type BenchRow, compared } from "./benchRow.ts";
import type { ImportJob } from "./importJobs.ts";
import { importWaits } from "./importWaits.ts";
import { runJob } from "./job.ts";

const script = fileURLToPath(new URL("./importJobs.ts", import.meta.url));
const lineCount = 100_000;
const linesPerInvoice = 2;

/** Many invoices of two lines, made as they are written. */
const manyInvoices: Iterable<TaxExportInvoice> = {
  *[Symbol.iterator]() {
    for (let at = 1; at <= lineCount / linesPerInvoice; at += 1) {
      yield {
        digitalNumber: `223120000${String(at * 7 + 1).padStart(11, "0")}`,
        sellerTaxId: "91310117MA1J000060",
        sellerName: `上海示例服务第${at % 300}有限公司`,
        buyerTaxId: "12310117MB00000000",
        buyerName: "上海市松江区广富林街道城市运行管理中心",
        issuedAt: "2022-03-31 10:12:00",
        drawer: "张三",
        remark: `合同编号 GFL-2022-${at % 90}`,
        lines: [1, 2].map((line) => ({
          taxCategoryCode: "3040502020200000000",
          goodsName: "*物联网服务*巡查记录仪月租",
          unitName: "台",
          quantity: "26",
          unitPrice: "80.188679245283",
          netCents: cents(208_491 + at + line),
          taxRate: "6%",
          taxCents: cents(12_509),
        })),
      };
    }
  },
};

/** Reads, checks, compares and stores an export, against exceljs walking the same file and doing nothing with it. */
export async function bench(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-bench-"));
  const rows: BenchRow[] = [];
  const ledgerIn = async (name: string): Promise<string> => {
    const file = path.join(folder, name);
    await (await createLedger({ path: file, clock: systemClock })).close();
    return file;
  };
  const run = (job: string, argument: ImportJob) => runJob(script, job, JSON.stringify(argument));
  try {
    const sample = path.join(folder, "sample.jingfei");
    const { exportPath } = await createSample({ path: sample, clock: systemClock });
    const small = { file: exportPath, ledger: sample };
    rows.push(
      compared("import of the sample's export", await run("import", small), await run("bareRead", small)),
    );

    const linesOnly = path.join(folder, "lines.xlsx");
    await writeTaxExport(linesOnly, { invoices: manyInvoices, sheets: ["lines"] });
    const lines = { file: linesOnly, ledger: await ledgerIn("lines.jingfei") };
    const bareLines = await run("bareRead", lines);
    rows.push(compared("preview of 100,000 lines × 27 columns", await run("preview", lines), bareLines));
    rows.push(compared("import of 100,000 lines × 27 columns", await run("import", lines), bareLines));

    const bothSheets = path.join(folder, "both.xlsx");
    await writeTaxExport(bothSheets, { invoices: manyInvoices, strings: "shared" });
    const both = { file: bothSheets, ledger: await ledgerIn("both.jingfei") };
    const bareBoth = await run("bareRead", both);
    rows.push(
      compared("import of both sheets: 100,000 lines, 50,000 invoices", await run("import", both), bareBoth),
    );
    rows.push(compared("the same once more, all unchanged", await run("importAgain", both), bareBoth));
    const empty = await ledgerIn("empty.jingfei");
    rows.push(
      ...(await importWaits("both sheets", { folder: path.join(folder, "engine"), file: bothSheets, empty })),
    );
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
