import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importInvoices, saidInWords } from "#engine/invoices/importInvoices.ts";
import { previewImport, previewPaste } from "#engine/invoices/previewImport.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";
import { toGbk } from "#test/engine/text/readText.ts";
import { exportOf, importOf, invoiceFigures, invoiceOf, numberOf, office } from "./office.ts";

function fileOf(content: string | Buffer, name = "清单.csv"): string {
  const path = join(testFolder(), name);
  writeFileSync(path, content);
  return path;
}

const list = (...rows: readonly string[]): string =>
  ["发票代码,发票号码,开票日期,销方名称,价税合计", ...rows].join("\n");
const row = (last: number): string => `,${numberOf(last)},2022-01-05,上海示例服务,106.00`;

async function previewText(content: string | Buffer, name?: string) {
  const { context } = await office();
  return (await previewImport(context, fileOf(content, name))).preview;
}

describe("csv", () => {
  it.each([
    ["csv", list(row(1)), "清单.csv"],
    [
      "csv in GBK",
      toGbk(`发票号码,开票日期,价税合计,销方名称\n${numberOf(1)},2022-01-05,106.00,上海示例服务\n`),
      "清单.csv",
    ],
    ["csv that calls itself .xls", `\ufeff${list(row(1))}`, "清单.xls"],
    ["text with tabs that calls itself .xls", list(row(1)).replaceAll(",", "\t"), "清单.xls"],
    [
      "the Unicode text of Excel",
      Buffer.from(`\ufeff${list(row(1)).replaceAll(",", "\t")}`, "utf16le"),
      "清单.txt",
    ],
  ])("%s goes the way of a workbook", async (_, content, name) => {
    const { counts, entries, sheets, fileName } = await previewText(content, name);
    expect({ counts, fileName }).toMatchObject({ counts: { rows: 1, new: 1, rejected: 0 }, fileName: name });
    expect(entries[0]).toMatchObject({
      sheet: "清单",
      row: 2,
      number: numberOf(1),
      sellerName: "上海示例服务",
      grossCents: 10_600,
    });
    expect(sheets[0]).toMatchObject({ name: "清单", headerRow: 1 });
  });

  it("and a workbook with the same invoices are the same, whichever comes first", async () => {
    const { ledger, context } = await office();
    await importOf(context, invoiceOf(1), invoiceOf(2));
    const before = await invoiceFigures(ledger);
    const csv = list(
      `,${numberOf(1)},2022-03-31 10:12:00,上海示例服务有限公司,106.00`,
      `,${numberOf(2)},2022/3/31,上海示例服务有限公司,"106.00"`,
      "合计,,,,212.00",
    );
    const { preview } = await importInvoices(context, { path: fileOf(csv) });
    expect(preview.counts).toEqual({ rows: 2, new: 0, unchanged: 2, changed: 0, conflict: 0, rejected: 0 });
    expect(await invoiceFigures(ledger)).toEqual(before);
  });

  it.each([
    [`,2.23E+19,2022-01-05,甲,106.00`, /疑似被 Excel 改成数值/],
    [`31002200111,12345678,2022-01-05,甲,106.00`, /代码“31002200111”只有11位，疑似被 Excel 去掉了开头的0/],
    [`031002200111,2345678,2022-01-05,甲,106.00`, /号码“2345678”只有7位，疑似被 Excel 去掉了开头的0/],
    [`,2231200000000000001,2022-01-05,甲,106.00`, /格式不对/],
    [`,${numberOf(1)},2022-01-05,甲,1.06E+02`, /“价税合计”“1.06E\+02”不是金额/],
    [`,${numberOf(1)},2022-01-05,甲,乙公司,106.00`, /比表头多/],
  ])("refuses the row %s", async (text, message) => {
    const { counts, rejected } = await previewText(list(text, row(9)));
    expect(counts).toMatchObject({ rows: 2, new: 1, rejected: 1 });
    expect(rejected[0]).toMatchObject({ sheet: "清单", row: 2, message: expect.stringMatching(message) });
    expect(rejected[0]?.cells.slice(0, 2)).toEqual(text.split(",").slice(0, 2));
  });

  it("keeps no more cells of refused rows than memory has room for", async () => {
    const wide = `${"x,".repeat(900)}x`;
    const { rejected } = await previewText(list(...Array.from({ length: 1_500 }, () => `,1,${wide}`)));
    expect(rejected).toHaveLength(1_500);
    expect(rejected.reduce((sum, { cells }) => sum + cells.length, 0)).toBeLessThan(1_010_000);
    expect(rejected[0]?.cells.length).toBe(903);
    expect(rejected.at(-1)?.cells).toEqual([]);
  });
});

describe("pasted rows", () => {
  it("are a list with a header, quoted cells and all", async () => {
    const { context } = await office();
    const text = `发票号码\t开票日期\t价税合计\t备注\n${numberOf(1)}\t2022-01-05\t"1,060.00"\t"一月\n二月"\n`;
    const { preview, file } = await previewPaste(context, text);
    expect(preview.counts).toMatchObject({ rows: 1, new: 1 });
    expect(preview.entries[0]).toMatchObject({ sheet: "粘贴的内容", row: 2, grossCents: 106_000 });
    expect(file.parsed.invoices[0]?.stated.remark).toBe("一月\n二月");
  });

  it("without a header are refused with what to do", async () => {
    const { context } = await office();
    const error = await failureOf(() => previewPaste(context, `${numberOf(1)}\t2022-01-05\t106.00\n`));
    expect(error).toMatchObject({
      code: "bad-file",
      message: expect.stringContaining("“粘贴的内容”不像发票清单"),
      hint: expect.stringContaining("连同表头"),
    });
  });
});

describe("what a person says of a list", () => {
  it("one sheet alone is read", async () => {
    const { context } = await office();
    const path = await exportOf([invoiceOf(1)]);
    const said = await saidInWords(context, { path }, { sheet: "发票基础信息", source: "  代账公司 " });
    const { preview } = await previewImport(context, path, { said });
    expect(preview.source).toBe("代账公司");
    expect(preview.sheets.map(({ name, kind }) => [name, kind])).toEqual(
      expect.arrayContaining([
        ["发票基础信息", "invoices"],
        ["信息汇总表", "ignored"],
      ]),
    );
    const error = await failureOf(() => saidInWords(context, { path }, { sheet: "三月" }));
    expect(error).toMatchObject({ code: "bad-request", hint: expect.stringContaining("信息汇总表") });
  });

  it("columns are what he says, by title or letter, before what their titles say", async () => {
    const { context } = await office();
    const text = `票据号,开票日期,价税合计,实际金额\n${numberOf(1)},2022-01-05,1.00,106.00\n`;
    const columns = [
      { column: "票据号", field: "digitalNumber" },
      { column: "d", field: "gross" },
    ] as const;
    const path = fileOf(text);
    const said = await saidInWords(context, { path }, { columns });
    const { preview } = await previewImport(context, path, { said });
    expect(preview.entries[0]).toMatchObject({ number: numberOf(1), grossCents: 10_600 });
    expect(preview.issues.filter(({ ruleId }) => ruleId === "IMP-01")).toEqual([]);
    const error = await failureOf(() =>
      saidInWords(context, { path }, { columns: [{ column: "票号", field: "digitalNumber" }] }),
    );
    expect(error).toMatchObject({
      code: "bad-request",
      message: expect.stringContaining("没有“票号”这一列"),
    });
  });
});
