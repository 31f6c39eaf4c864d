import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeZip } from "#engine/files/writeZip.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";
import { readAll, writeRawWorkbook } from "./rawWorkbook.ts";

const rows = (count: number, cell = "<c><v>1</v></c>") =>
  `<sheetData>${`<row>${cell}</row>`.repeat(count)}</sheetData>`;

function* repeated(text: string, count: number): Generator<string> {
  yield `<?xml version="1.0"?><worksheet><sheetData>`;
  for (let done = 0; done < count; done += 1000) yield text.repeat(Math.min(1000, count - done));
  yield "</sheetData></worksheet>";
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relation = (type: string, target: string) =>
  `<Relationships><Relationship Id="r" Type="${office}/${type}" Target="${target}"/></Relationships>`;

/** A workbook whose one sheet repeats a row. */
async function longWorkbook(row: string, count: number): Promise<string> {
  const path = join(testFolder(), "长.xlsx");
  await writeZip(path, [
    ["_rels/.rels", [relation("officeDocument", "xl/workbook.xml")]],
    [
      "xl/workbook.xml",
      [`<workbook xmlns:r="${office}"><sheets><sheet name="一" r:id="r"/></sheets></workbook>`],
    ],
    ["xl/_rels/workbook.xml.rels", [relation("worksheet", "sheet.xml")]],
    ["xl/sheet.xml", repeated(row, count)],
  ]);
  return path;
}

describe("limits", () => {
  it("counts rows over all sheets and names the sheet where it is too much", async () => {
    const path = await writeRawWorkbook({ sheets: { 甲: rows(6), 乙: rows(6) } });
    expect((await readAll(path, { limits: { rows: 12 } })).length).toBe(2);
    const { code, message, hint } = await failureOf(() => readAll(path, { limits: { rows: 11 } }));
    expect([code, message]).toEqual(["bad-file", "文件“raw.xlsx”的工作表“乙”超过 11 行，没有读入"]);
    expect(hint).toMatch(/分成几个较小的文件/);
  });

  it.each([
    ["the file", { fileBytes: 100 }, /MB 的上限/],
    ["a sheet", { sheetBytes: 100 }, /工作表“Sheet1”太大/],
    ["the number of texts", { strings: 1 }, /文字超过 1 条/],
    ["the size of the texts", { stringBytes: 10 }, /文字超过/],
  ])("refuses when %s is too large", async (_, limits, what) => {
    const path = await writeRawWorkbook({
      sheets: { Sheet1: rows(10) },
      strings: "<si><t>一</t></si><si><t>二</t></si>",
    });
    const { code, message } = await failureOf(() => readAll(path, { limits }));
    expect(code).toBe("bad-file");
    expect(message).toMatch(what);
  });

  it("refuses a sheet beyond the last row that Excel has", async () => {
    const path = await writeRawWorkbook({
      sheets: { Sheet1: `<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>` },
    });
    expect((await failureOf(() => readAll(path))).code).toBe("bad-file");
  });

  it("refuses a million filled rows with a message, and reads on over a million empty ones", {
    timeout: 60_000,
  }, async () => {
    const full = await longWorkbook(`<row><c t="inlineStr"><is><t>发票</t></is></c></row>`, 1_000_000);
    expect((await failureOf(() => readAll(full))).message).toMatch(/超过 300000 行，没有读入/);
    const empty = await longWorkbook(`<row s="1"><c s="1"/></row>`, 1_000_000);
    expect((await readAll(empty)).map(({ rows: read }) => read.length)).toEqual([0]);
  });

  it("does not unpack what was made to fill the memory", { timeout: 60_000 }, async () => {
    const bomb = await longWorkbook(" ".repeat(4000), 20_000);
    expect((await failureOf(() => readAll(bomb))).message).toMatch(/解开后大得不正常/);
  });

  it("refuses one endless value", async () => {
    const path = await writeRawWorkbook({
      sheets: { Sheet1: `<sheetData><row><c><v>${"1".repeat(9_000_000)}</v></c></row></sheetData>` },
    });
    expect((await failureOf(() => readAll(path))).code).toBe("bad-file");
  });
});
