import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeWorkbook } from "#engine/excel/writeForm.ts";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildPayPlan } from "#shared/forms/builders/payPlan.ts";
import { buildTargets } from "#shared/forms/builders/targets.ts";
import type { Form } from "#shared/forms/form.ts";
import { placeCells } from "#shared/forms/grid.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { formatYuanPlain } from "#shared/kernel/cents.ts";
import { convertByLibreOffice, csvOfEachSheet, hasLibreOffice } from "#test/engine/support/libreOffice.ts";
import { manyIndicators, paper, payPlan } from "#test/shared/forms/samplePaper.ts";

/** Another office program opens what we write. Where there is none these tests are reported as skipped. */
const run = promisify(execFile);
const canPrint = await run("pdftotext", ["-v"]).then(
  () => hasLibreOffice,
  () => false,
);

const template = templateOf("sh-2022");
const options = { writtenAt: "2022-06-30T08:15:30.000Z", author: "沈经办" };

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "jingfei-office-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Opens the workbook and saves it as `sheet` in another format, in the test's folder. */
async function convert(workbook: Uint8Array, format: string): Promise<void> {
  const source = path.join(folder, "sheet.xlsx");
  await writeFile(source, workbook);
  await convertByLibreOffice(source, format, folder);
}

/** The workbook without the results that we wrote beside the formulas, so that the other program works them out. */
async function withoutResults(bytes: Buffer): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
  );
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula, date1904: false };
      }),
    );
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe.skipIf(!canPrint)("LibreOffice", { timeout: 120_000 }, () => {
  it("computes the totals that we wrote", async () => {
    const forms = [
      buildBudget(paper, template),
      buildPayPlan(payPlan, template),
      buildTargets(paper, template),
    ];
    const bytes = await withoutResults(await writeWorkbook(forms, options));
    await convert(bytes, csvOfEachSheet);
    for (const form of forms) {
      const rows = readCells(await readFile(path.join(folder, `sheet-${form.title}.csv`), "utf8"));
      for (const { row, column, cell } of placeCells(form).flat()) {
        if (cell.value.kind !== "sum") continue;
        expect(Number(rows[row]?.[column])).toBe(Number(formatYuanPlain(cell.value.cents)));
      }
    }
  });

  it("prints the sheet of the office's own paper on one page, and a long one with its heading on each", async () => {
    expect(await printed(buildTargets(paper, template))).toHaveLength(1);
    const indicators = manyIndicators(60);
    const pages = await printed(buildTargets({ ...paper, indicators }, template));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain("三级指标");
    const all = pages.join("").replace(/\s/g, "");
    // Columns stand side by side, so only the first line of a name is in one piece.
    for (const { name } of indicators) expect(all).toContain(name.slice(0, 12));
  });
});

async function printed(form: Form): Promise<readonly string[]> {
  await convert(await writeWorkbook([form], options), "pdf");
  const { stdout } = await run("pdftotext", ["-layout", path.join(folder, "sheet.pdf"), "-"], {
    maxBuffer: 1e8,
  });
  return stdout.split("\f").filter((page) => page.trim() !== "");
}

/** Lines of cells between tabs, quoted where a cell holds a line end. */
function readCells(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\n") rows.push([]);
  }
  return rows;
}
