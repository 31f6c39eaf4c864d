import { describe, expect, it } from "vitest";
import { previewImport } from "#engine/invoices/previewImport.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { writeRawWorkbook } from "../excel/rawWorkbook.ts";
import { numberOf, office } from "./office.ts";

const text = (value: string, at: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const titles = ["发票号码", "开票日期", "价税合计", "销方名称"];
const head = `<row r="1">${titles.map((title, at) => text(title, `${"ABCD"[at]}1`)).join("")}</row>`;
const row = (at: number, more = ""): string =>
  `<row r="${at}">${text(numberOf(at), `A${at}`)}${text("2022-01-05", `B${at}`)}${text("106.00", `C${at}`)}${text("示例", `D${at}`)}${more}</row>`;
const rows = (count: number, more: (at: number) => string = () => ""): string =>
  `<sheetData>${head}${Array.from({ length: count }, (_, at) => row(at + 2, more(at + 2))).join("")}</sheetData>`;

/** Processor seconds: each took a minute or more before there were bounds. */
const soon = 8;

async function spent<Result>(
  work: () => Promise<Result>,
): Promise<Readonly<{ result: Result; seconds: number }>> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

describe("a small file that asks for much work", () => {
  it.each([
    ["rows of consecutive numbers of one seller", "", rows(20_000)],
    ["rows of empty cells to the last column", "", rows(5_000, (at) => `<c r="XFD${at}" s="1"/>`)],
    ["one range merged over the whole sheet", '<mergeCell ref="A1:XFD1048576"/>', rows(5_000)],
  ])("reads %s", async (_, merges, data) => {
    const { context } = await office();
    const path = await writeRawWorkbook({ sheets: { 一: `${data}<mergeCells>${merges}</mergeCells>` } });
    const { result, seconds } = await spent(() => previewImport(context, path));
    expect(result.preview.counts.new).toBeGreaterThanOrEqual(5_000);
    expect(seconds).toBeLessThan(soon);
  });

  it.each([
    [
      "thousands of sheets that are one",
      { sheets: { 一: rows(1) }, parts: { "xl/workbook.xml": sheetsOf(5_000) } },
      /工作表超过 1000 张/,
    ],
    [
      "ranges merged over each other",
      {
        sheets: {
          一: `${rows(40_000)}<mergeCells>${'<mergeCell ref="A1:B1048576"/>'.repeat(50_000)}</mergeCells>`,
        },
      },
      /合并的单元格太多/,
    ],
    [
      "rows that reach to the last column, and says where",
      { sheets: { 一: rows(5_000, (at) => (at < 9 ? "" : text("x", `XFD${at}`))) } },
      /“一”在第1024列右边还有内容（单元格 XFD9）/,
    ],
    [
      "styles beyond number",
      {
        sheets: { 一: rows(1) },
        styles: `<cellXfs>${Array.from({ length: 2_400_000 }, (_, at) => `<xf numFmtId="${at}" x="${(at * 7919) % 99991}"/>`).join("")}</cellXfs>`,
      },
      /解开后大得不正常/,
    ],
  ])("refuses %s", async (_, book, what) => {
    const { context } = await office();
    const path = await writeRawWorkbook(book);
    const { result, seconds } = await spent(() => failureOf(() => previewImport(context, path)));
    expect([result.code, result.message]).toEqual(["bad-file", expect.stringMatching(what)]);
    expect(seconds).toBeLessThan(soon);
  });
});

function sheetsOf(count: number): string {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return `<workbook xmlns:r="${office}"><sheets>${'<sheet name="一" r:id="rId1"/>'.repeat(count)}</sheets></workbook>`;
}
