import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commitImport } from "#engine/invoices/commitImport.ts";
import type { ImportContext } from "#engine/invoices/importContext.ts";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import type { PreparedImport } from "#engine/invoices/preparedImport.ts";
import { prepareImport, previewImport, wholeImport } from "#engine/invoices/previewImport.ts";
import { readingVersion } from "#engine/invoices/readingKey.ts";
import { listSources } from "#engine/invoices/rememberedSources.ts";
import { undoImport } from "#engine/invoices/undoImport.ts";
import { voidInvoice } from "#engine/invoices/voidInvoice.ts";
import { removeRow, updateRow } from "#engine/store/rows.ts";
import type { Ledger } from "#engine/store/types.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf, testFolder, write } from "../store/testLedger.ts";
import { lifeOffice } from "./life.ts";
import { originals } from "./mutants/mutants.ts";
import { contextOf, exportOf, importOf, invoiceOf, lineOf, numberOf, office } from "./office.ts";

const invoices = [
  invoiceOf(1, { lines: [lineOf(100), lineOf(50)] }),
  invoiceOf(2, { remark: "合同编号 1" }),
  invoiceOf(3, { status: "已红冲-部分" }),
];

/** A ledger that took in all of a list, and the list. */
async function imported(
  path: string,
): Promise<Readonly<{ context: ImportContext; ledger: Ledger; path: string }>> {
  const { context, ledger } = await office();
  const { batch } = await importInvoices(context, { path });
  if (batch === null) throw new Error("nothing was imported");
  return { context, ledger, path };
}

const unread = async (context: ImportContext, path: string): Promise<PreparedImport> => {
  const prepared = await previewImport(context, path);
  expect(prepared.repeats).not.toBeNull();
  return prepared;
};

const withoutId = ({ preview: { id: _, ...preview } }: PreparedImport) => preview;

const csvOf = (...rows: readonly string[]): string => {
  const path = join(testFolder(), "票.csv");
  writeFileSync(path, ["发票号码,开票日期,价税合计,销方名称", ...rows].join("\n"));
  return path;
};

describe("a file that comes again, and all of it is in the ledger", () => {
  it.each([
    ["both sheets", () => exportOf(invoices, { strings: "shared" })],
    ["lines alone", () => exportOf(invoices, { sheets: ["lines"] })],
    [
      "a text with a row that is there twice",
      () => Promise.resolve(csvOf(...[1, 2, 2].map((at) => `${numberOf(at)},2022-01-05,106.00,上海示例`))),
    ],
    [
      "hidden hints and a total",
      () => Promise.resolve(csvOf(`${numberOf(9)},2022-01-05,106.00,上海示例`, "合计,,106.00,")),
    ],
  ])("says the same, to the letter, as reading it: %s", async (_, file) => {
    const { context, path } = await imported(await file());
    const again = await previewImport(context, path);
    const whole = await wholeImport(context, again);
    expect(whole.repeats).toBeNull();
    expect(withoutId(again)).toEqual(withoutId(whole));
    expect(again.preview.counts).toMatchObject({ new: 0, changed: 0, conflict: 0, rejected: 0 });
    expect(again.preview.counts.unchanged).toBe(again.preview.entries.length);
  });

  it("is not read, and its import writes a batch without changes", async () => {
    const { context, ledger, path } = await imported(await exportOf(invoices));
    await unread(context, path);
    const { batch } = await importInvoices(context, { path });
    const rows = await ledger.read.selectFrom("importBatch").selectAll().orderBy("id").execute();
    expect(rows.find(({ id }) => id === batch)).toMatchObject({
      newCount: 0,
      unchangedCount: 3,
      changedCount: 0,
    });
    expect(await ledger.read.selectFrom("invoice").selectAll().execute()).toHaveLength(3);
    await unread(context, path);
  });

  it("is read where more is asked: another name for it, other columns, cells, and columns to remember", async () => {
    const { context, path } = await imported(csvOf(`${numberOf(1)},2022-01-05,106.00,上海示例`));
    const silent = { name: "票", use: null, headerRow: null, headerRows: null, columns: [] } as const;
    const said = (more: object) => ({ said: { source: null, sheets: [{ ...silent, ...more }] } });
    const readAgain = async (ask: Parameters<typeof prepareImport>[2]) =>
      (await prepareImport(context, { path }, ask)).repeats === null;
    expect(await readAgain(said({}))).toBe(false);
    expect(await readAgain(said({ columns: [{ index: 3, field: "buyerName" }] }))).toBe(true);
    expect(await readAgain({ said: { source: "代账公司", sheets: [] } })).toBe(true);
    expect(await readAgain({ fixes: [{ sheet: "票", row: 2, index: 2, text: "107.00" }] })).toBe(true);
    await commitImport(context, await unread(context, path), { rememberAs: "手工台账" });
    expect((await previewImport(context, path)).preview).toMatchObject({
      source: "手工台账",
      issues: [{ ruleId: "IMP-05" }, { ruleId: "IMP-12" }],
    });
  });
});

describe("a file that was not read for its preview", () => {
  it("is not imported as something else when it was written since, and the file is named as the reason", async () => {
    const { context, path } = await imported(csvOf(`${numberOf(1)},2022-01-05,106.00,上海示例`));
    const shown = await unread(context, path);
    writeFileSync(path, `发票号码,开票日期,价税合计,销方名称\n${numberOf(1)},2022-01-06,106.00,上海示例`);
    expect(await failureOf(() => commitImport(context, shown, { rememberAs: "台账" }))).toMatchObject({
      code: "conflict",
      message: "预览之后文件有改动，导入结果会与预览不同，没有导入。",
    });
  });

  it("has its columns remembered only once nobody doubts them", async () => {
    const { context, ledger } = await office();
    const path = join(testFolder(), "票.csv");
    const row = `${numberOf(1)},2022-01-05,106.00,上海示例`;
    writeFileSync(path, `发票号码,到手日,价税合计,销方名称\n${row}`);
    await importInvoices(context, { path, acceptDoubts: true });
    await unread(context, path);
    expect(await failureOf(() => importInvoices(context, { path, rememberAs: "台账" }))).toMatchObject({
      code: "refused",
      message: expect.stringContaining("拿不准"),
    });
    expect(await listSources(ledger)).toEqual([]);
  });
});

describe("what is noticed", () => {
  const results = async (context: ImportContext, path: string) => {
    const { preview, repeats } = await previewImport(context, path);
    return { isRead: repeats === null, results: preview.entries.map(({ result }) => result) };
  };

  it("an invoice that was voided by hand", async () => {
    const { context, idOf } = await lifeOffice();
    const path = await exportOf(invoices);
    await importInvoices(context, { path });
    await voidInvoice(context, { id: await idOf(numberOf(2)), reason: "重复" });
    expect(await results(context, path)).toEqual({
      isRead: true,
      results: ["unchanged", "conflict", "unchanged"],
    });
  });

  it("an import that was undone", async () => {
    const { context, ledger, path } = await imported(await exportOf(invoices));
    const { id } = await ledger.read.selectFrom("importBatch").select("id").executeTakeFirstOrThrow();
    await undoImport(context, { batchId: asId(id), reason: "导错" });
    expect(await results(context, path)).toEqual({ isRead: true, results: ["new", "new", "new"] });
  });

  it.each([
    [
      "an invoice that was changed",
      async (ledger: Ledger, id: string) =>
        write(ledger, (tx) => updateRow(tx, "invoice", asId(id), { sellerName: "改过的公司" })),
    ],
    [
      "a line that was taken away",
      async (ledger: Ledger, id: string) => {
        const line = await ledger.read
          .selectFrom("invoiceLine")
          .select("id")
          .where("invoiceId", "=", asId(id))
          .executeTakeFirstOrThrow();
        await write(ledger, (tx) => removeRow(tx, "invoiceLine", asId(line.id)));
      },
    ],
  ])("%s", async (_, change) => {
    const { context, ledger, path } = await imported(await exportOf(invoices));
    const { id } = await ledger.read
      .selectFrom("invoice")
      .select("id")
      .where("number", "=", numberOf(1))
      .executeTakeFirstOrThrow();
    await change(ledger, id);
    const found = await results(context, path);
    expect(found.isRead).toBe(true);
    expect(found.results).not.toEqual(["unchanged", "unchanged", "unchanged"]);
  });

  it("a later list that changed one, and not one that changed others", async () => {
    const { context, path } = await imported(await exportOf(invoices));
    await importOf(context, invoiceOf(7), invoiceOf(8));
    await importOf(context, invoiceOf(7, { status: "已作废" }));
    expect(await results(context, path)).toMatchObject({ isRead: false });
    await importOf(context, invoiceOf(2, { status: "已作废", remark: "合同编号 1" }));
    const { preview, repeats } = await previewImport(context, path);
    expect([repeats, preview.issues.map(({ ruleId }) => ruleId)]).toEqual([null, ["IMP-05", "IMP-04"]]);
  });

  it("a list of which something was left out, refused or known before", async () => {
    const { context } = await office();
    const path = await exportOf([invoiceOf(1), invoiceOf(2)]);
    await commitImport(context, await previewImport(context, path), { leaveOut: [numberOf(2)] });
    expect((await previewImport(context, path)).preview.counts).toMatchObject({ new: 1, unchanged: 1 });
    const broken = await exportOf([invoiceOf(3), invoiceOf(4, { numericNumber: true })]);
    await importInvoices(context, { path: broken });
    expect((await previewImport(context, broken)).preview.counts).toMatchObject({
      unchanged: 1,
      rejected: 2,
    });
  });

  it("a ledger that moved on while the officer looked", async () => {
    const { context, ledger, path } = await imported(await exportOf(invoices));
    const shown = await unread(context, path);
    await importOf(context, invoiceOf(9));
    const late = await unread(context, path);
    expect((await commitImport(context, shown)).unchangedCount).toBe(3);
    await write(ledger, async (tx) => {
      const { id } = await tx.read.selectFrom("invoice").select("id").limit(1).executeTakeFirstOrThrow();
      await updateRow(tx, "invoice", asId(id), { grossCents: 1 as never });
    });
    expect(await failureOf(() => commitImport(contextOf(ledger), late))).toMatchObject({ code: "conflict" });
  });
});

it("lists are read as they were when the version of reading was last raised", async () => {
  const { workbooks, others } = await originals();
  const digest = createHash("sha256");
  for (const { name, bytes } of [...workbooks, ...others.filter((list) => list.name.endsWith(".csv"))]) {
    const path = join(testFolder(), name);
    writeFileSync(path, bytes);
    const { context } = await office();
    const { file } = await previewImport(context, path);
    const { heads: _, doubts: __, ...read } = file.parsed;
    digest.update(JSON.stringify(read));
  }
  // Where this differs, files of earlier imports are read otherwise now: raise `readingVersion`, then note the new value.
  expect({ readingVersion, digest: digest.digest("hex").slice(0, 16) }).toEqual({
    readingVersion: 1,
    digest: "287e6944b36ab08c",
  });
});
