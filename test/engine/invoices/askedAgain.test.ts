import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commitImport } from "#engine/invoices/commitImport.ts";
import { compareInFile } from "#engine/invoices/compareInFile.ts";
import { inspectSource } from "#engine/invoices/inspectSource.ts";
import { mostKeptCells } from "#engine/invoices/listRows.ts";
import { prepareImport, previewImport } from "#engine/invoices/previewImport.ts";
import { forgetSource, listSources } from "#engine/invoices/rememberedSources.ts";
import { type Said, saidNothing } from "#shared/invoices/said.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";
import { exportOf, importOf, invoiceOf, lineOf, numberOf, office } from "./office.ts";

function fileOf(content: string, name = "清单.csv"): string {
  const path = join(testFolder(), name);
  writeFileSync(path, content);
  return path;
}

const agent = (...rows: readonly string[]): string => ["票号,何时,记账额,手续费", ...rows].join("\n");
const row = (last: number, amount = "106.00"): string => `${numberOf(last)},2022-01-05,${amount},1.00`;
const saidGross: Said = {
  source: null,
  sheets: [{ ...saidNothing("清单"), columns: [{ index: 2, field: "gross" }] }],
};

describe("what was said of a list", () => {
  it("is remembered under a name, applied to the next one and said, and can be forgotten", async () => {
    const { context, ledger } = await office();
    const path = fileOf(agent(row(1), row(2)));
    expect((await failureOf(() => previewImport(context, path))).message).toContain(
      "C列内容是金额，看不出是",
    );
    const first = await previewImport(context, path, { said: saidGross });
    const batch = await commitImport(context, first, { rememberAs: "记账公司" });
    expect(batch.source).toBe("记账公司");
    const next = fileOf(agent(row(3)), "清单2.csv");
    const inspection = await inspectSource(context, { path: next });
    expect(inspection).toMatchObject({ sourceName: "记账公司", remembered: { name: "记账公司" } });
    expect(inspection.sheets[0]?.columns[2]).toMatchObject({ field: "gross", by: "remembered" });
    const { preview } = await previewImport(context, next);
    expect(preview).toMatchObject({ source: "记账公司", counts: { new: 1 } });
    expect(preview.issues.find(({ ruleId }) => ruleId === "IMP-12")?.message).toBe(
      "各列按记住的“记账公司”认定。",
    );
    const [source] = await listSources(ledger);
    await context.write("忘掉", (tx) => forgetSource(tx, source?.fingerprint ?? ""));
    expect(await listSources(ledger)).toEqual([]);
    expect((await inspectSource(context, { path: next })).remembered).toBeNull();
    expect(
      (await failureOf(() => context.write("忘掉", (tx) => forgetSource(tx, source?.fingerprint ?? ""))))
        .code,
    ).toBe("not-found");
  });

  it("may be that a sheet is not used, or that the header stands elsewhere", async () => {
    const { context } = await office();
    const path = await exportOf([invoiceOf(1)]);
    const said: Said = { source: null, sheets: [{ ...saidNothing("发票基础信息"), use: false }] };
    const { preview } = await previewImport(context, path, { said });
    expect(preview.sheets.map(({ name, kind }) => [name, kind])).toContainEqual(["发票基础信息", "ignored"]);
    expect(preview.counts).toMatchObject({ rows: 1, new: 1 });
    const list = fileOf(`发票号码,开票日期,价税合计\n票号,哪天,多少\n${numberOf(1)},2022-01-05,106.00\n`);
    const lower: Said = {
      source: null,
      sheets: [
        { ...saidNothing("清单"), headerRow: 2, headerRows: 1, columns: [{ index: 2, field: "gross" }] },
      ],
    };
    expect((await previewImport(context, list, { said: lower })).preview).toMatchObject({
      counts: { rows: 1, new: 1 },
      sheets: [{ headerRow: 2, headerRows: 1 }],
    });
  });
});

describe("a cell that is put right", () => {
  const list = fileOfList(row(1, "1O6.00"), row(2));
  function fileOfList(...rows: readonly string[]): () => string {
    return () => fileOf(["发票号码,开票日期,价税合计,备注", ...rows].join("\n"));
  }
  const fix = { sheet: "清单", row: 2, index: 2, text: "106.00" };

  it("counts as if the file said so, and the batch keeps both", async () => {
    const { context, ledger } = await office();
    const path = list();
    const before = await previewImport(context, path);
    expect(before.preview.rejected).toMatchObject([{ row: 2, number: numberOf(1), index: 2 }]);
    expect(before.preview.rejected[0]?.cells[2]).toBe("1O6.00");
    const again = await prepareImport(context, { path }, { fixes: [fix] }, before.kept);
    expect(again.preview.counts).toMatchObject({ new: 2, rejected: 0 });
    expect(again.kept).toBe(before.kept);
    const told = again.preview.issues.find(({ ruleId }) => ruleId === "IMP-10");
    expect(told?.message).toBe("第2行按改过的“106.00”导入，文件中是“1O6.00”。");
    const batch = await commitImport(context, again);
    expect(JSON.parse(batch.sheetsJson)[0].fixed).toEqual([
      { row: 2, index: 2, before: "1O6.00", after: "106.00" },
    ]);
    expect(
      (await ledger.read.selectFrom("invoice").select("grossCents").execute()).map(
        ({ grossCents }) => grossCents,
      ),
    ).toEqual([10_600, 10_600]);
  });

  it("that the file does not have is refused; a file that was written since is read again", async () => {
    const { context } = await office();
    const path = list();
    const before = await previewImport(context, path);
    const error = await failureOf(() => previewImport(context, path, { fixes: [{ ...fix, row: 9 }] }));
    expect(error).toMatchObject({ code: "bad-request", message: expect.stringContaining("第9行没有内容") });
    writeFileSync(path, `发票号码,开票日期,价税合计,备注\n${row(5)}\n`);
    const again = await prepareImport(context, { path }, {}, before.kept);
    expect(again.preview.entries.map(({ number }) => number)).toEqual([numberOf(5)]);
  });

  it("is looked for in the file again when the list is too long to be kept", async () => {
    const { context } = await office();
    const wide = ",x".repeat(400);
    const rows = Array.from(
      { length: Math.ceil(mostKeptCells / 400) + 1 },
      (_, at) => `${row(at + 10)}${wide}`,
    );
    const titles = `发票号码,开票日期,价税合计,手续费${Array.from({ length: 400 }, (_, at) => `,列${at}`).join("")}`;
    const path = fileOf([titles, `${row(1, "1O6.00")}${wide}`, ...rows].join("\n"));
    const before = await previewImport(context, path);
    expect(before.kept).toBeUndefined();
    const again = await prepareImport(context, { path }, { fixes: [fix] }, before.kept);
    expect(again.preview.counts).toMatchObject({ new: before.preview.counts.new + 1, rejected: 0 });
  });
});

describe("rows that go with a bad one", () => {
  it("are shown as they stand in the file", async () => {
    const { context } = await office();
    const wrong = lineOf(10, { grossCents: lineOf(1).netCents });
    const { preview } = await previewImport(
      context,
      await exportOf([invoiceOf(1, { lines: [lineOf(100), wrong] }), invoiceOf(2)]),
    );
    const partner = preview.rejected.filter(({ number, index }) => number === numberOf(1) && index === null);
    expect(partner.length).toBeGreaterThan(0);
    for (const { cells } of partner) expect(cells).toContain(numberOf(1));
  });
});

describe("an invoice beside the one of the ledger", () => {
  it("shows every field of both and marks what differs, lines too", async () => {
    const { context, ledger } = await office();
    await importOf(context, invoiceOf(1, { lines: [lineOf(100), lineOf(50)] }));
    const path = await exportOf([
      invoiceOf(1, { sellerName: "别的公司", lines: [lineOf(100), lineOf(40)] }),
      invoiceOf(2),
    ]);
    const prepared = await previewImport(context, path);
    expect(prepared.preview.counts).toMatchObject({ conflict: 1, new: 1 });
    const { fields, lines } = await compareInFile(ledger, prepared, numberOf(1));
    expect(
      fields.filter(({ differs }) => differs).map(({ label, ledger: is, file }) => [label, is, file]),
    ).toEqual([
      ["销方名称", "上海示例服务有限公司", "别的公司"],
      ["金额", "150.00", "140.00"],
      ["税额", "9.00", "8.40"],
      ["价税合计", "159.00", "148.40"],
    ]);
    expect(lines.ledger.map(({ differs }) => differs)).toEqual([false, true]);
    expect(lines.file.map(({ differs }) => differs)).toEqual([false, true]);
    const fresh = await compareInFile(ledger, prepared, numberOf(2));
    expect(fresh.fields.every(({ ledger: is, differs }) => is === "" && !differs)).toBe(true);
    expect((await failureOf(() => compareInFile(ledger, prepared, numberOf(3)))).code).toBe("not-found");
  });
});
