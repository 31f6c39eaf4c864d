import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeZip } from "#engine/files/writeZip.ts";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { previewImport } from "#engine/invoices/previewImport.ts";
import { xmlFiles } from "#engine/xml/xmlFiles.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";
import { eInvoiceXml } from "./eInvoiceXml.ts";
import { exportOf, importOf, invoiceFigures, invoiceOf, lineOf, numberOf, office } from "./office.ts";

const xmlOf = (last: number, more: Parameters<typeof invoiceOf>[1] = {}): string =>
  eInvoiceXml(invoiceOf(last, more));

function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(testFolder(), "票-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

async function zipOf(files: Readonly<Record<string, string | Buffer>>, name = "票.zip"): Promise<string> {
  const path = join(testFolder(), name);
  await writeZip(
    path,
    Object.entries(files).map(([entry, content]) => [entry, [content as string]] as const),
  );
  return path;
}

async function previewed(path: string) {
  const { context } = await office();
  return (await previewImport(context, path)).preview;
}

describe("数电票 XML", () => {
  const two = invoiceOf(1, {
    drawer: "张三",
    remark: "一季度",
    lines: [lineOf(100), lineOf(50, { goodsName: "*维修*人工费" })],
  });

  it("one file is a batch with the invoice and its lines", async () => {
    const { ledger, context } = await office();
    const path = join(folderOf({ [`dzfp_${numberOf(1)}.xml`]: eInvoiceXml(two) }), `dzfp_${numberOf(1)}.xml`);
    const { batch, preview } = await importInvoices(context, { path });
    expect(batch).not.toBeNull();
    expect(preview).toMatchObject({ source: "数电票 XML", counts: { rows: 1, new: 1, rejected: 0 } });
    expect(await invoiceFigures(ledger)).toMatchObject([
      {
        number: numberOf(1),
        grossCents: 15_900,
        netCents: 15_000,
        lines: [{ netCents: 10_000 }, { netCents: 5_000 }],
      },
    ]);
  });

  it("an invoice that came with the export is unchanged, and never there twice", async () => {
    const { ledger, context } = await office();
    await importOf(context, two);
    const before = await invoiceFigures(ledger);
    const path = folderOf({ "a.xml": eInvoiceXml(two), "b.xml": eInvoiceXml(two) });
    const { preview } = await importInvoices(context, { path });
    expect(preview.counts).toEqual({ rows: 2, new: 0, unchanged: 1, changed: 0, conflict: 0, rejected: 0 });
    expect(await invoiceFigures(ledger)).toEqual(before);
  });

  it("the other way round the export adds what XML does not say, once", async () => {
    const { ledger, context } = await office();
    const path = folderOf({ "a.xml": eInvoiceXml(two) });
    await importInvoices(context, { path });
    const exported = await exportOf([two]);
    const later = await importInvoices(context, { path: exported });
    expect(later.preview.entries[0]?.changes.map(({ field }) => field)).not.toContain("lines");
    const figures = await invoiceFigures(ledger);
    for (const again of [path, exported]) {
      const { preview } = await importInvoices(context, { path: again });
      expect(preview.counts).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
    }
    expect(await invoiceFigures(ledger)).toEqual(figures);
  });

  it("the same number with another amount is a conflict that says both", async () => {
    const { context } = await office();
    await importOf(context, invoiceOf(1));
    const { preview } = await previewImport(
      context,
      folderOf({ "a.xml": xmlOf(1, { lines: [lineOf(200)] }) }),
    );
    expect(preview.counts).toMatchObject({ conflict: 1, new: 0 });
    expect(preview.entries[0]?.message).toContain("价税合计原为106.00、本次212.00");
  });

  it("two files of a folder that contradict each other are both left out, by name", async () => {
    const { entries, counts } = await previewed(
      folderOf({ "a.xml": xmlOf(1), "b.xml": xmlOf(1, { lines: [lineOf(200)] }), "c.xml": xmlOf(2) }),
    );
    expect(counts).toMatchObject({ rows: 3, new: 1, conflict: 1 });
    expect(entries.find(({ result }) => result === "conflict")?.message).toContain("金额不一致（见“b.xml”）");
  });
});

describe("folders and zips of XML", () => {
  it("bad files are refused by name, the others come in; files of other kinds are told", async () => {
    const { counts, rejected, issues } = await previewed(
      folderOf({
        "一月/a.xml": xmlOf(1),
        "一月/b.xml": "<EInvoice>",
        "c.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1:9/">]><EInvoice>&b;</EInvoice>',
        "d.pdf": "%PDF",
        "e.xml": " ".repeat(2_097_153),
        ".DS_Store": "x",
        "__MACOSX/._a.xml": "x",
      }),
    );
    expect(counts).toMatchObject({ rows: 4, new: 1, rejected: 3 });
    expect(rejected.map(({ sheet, message }) => [sheet, message])).toEqual([
      ["c.xml", expect.stringContaining("DOCTYPE")],
      ["e.xml", expect.stringContaining("超过 2 MB")],
      ["一月/b.xml", expect.stringContaining("不是完整的 XML")],
    ]);
    expect(issues.find(({ ruleId }) => ruleId === "IMP-08")?.message).toContain("另有1个文件");
  });

  it("a zip, and zips inside it, but not deeper", async () => {
    const deepest = readFileSync(await zipOf({ "z.xml": xmlOf(3) }));
    const inner = readFileSync(await zipOf({ "b.xml": xmlOf(2), "更深.zip": deepest }));
    const { counts, entries } = await previewed(
      await zipOf({ "a.xml": xmlOf(1), "发票/里.zip": inner, "坏.zip": "PK\x03\x04 坏", "b.pdf": "%PDF" }),
    );
    expect(counts).toMatchObject({ rows: 3, new: 2, rejected: 1 });
    expect(entries.map(({ sheet }) => sheet)).toEqual(["a.xml", "发票/里.zip/b.xml"]);
  });

  it("a folder imported before is known again, whatever its name", async () => {
    const { context } = await office();
    const files = { "a.xml": xmlOf(1), "b.xml": xmlOf(2) };
    await importInvoices(context, { path: folderOf(files) });
    const { preview } = await previewImport(context, folderOf(files));
    expect(preview.issues.map(({ ruleId }) => ruleId)).toContain("IMP-05");
  });

  it("links are not followed, so none leads round in a circle", async () => {
    const folder = folderOf({ "a.xml": xmlOf(1) });
    symlinkSync(folder, join(folder, "圈"));
    symlinkSync("/etc", join(folder, "外"));
    expect((await previewed(folder)).counts.rows).toBe(1);
  });

  it.each([
    ["too many", { files: 2 }, /超过 2 个文件/],
    ["too much", { allBytes: 4_000 }, /合计超过/],
    ["too deep", { depth: 0 }, /超过 0 层/],
  ])("%s is refused whole", async (_, limits, message) => {
    const folder = folderOf({ "a.xml": xmlOf(1), "b.xml": xmlOf(2), "里/c.xml": xmlOf(3) });
    const error = await failureOf(() => xmlFiles(folder, () => undefined, { limits }));
    expect(error).toMatchObject({ code: "bad-file", message: expect.stringMatching(message) });
  });

  it("a bomb in a zip is refused by name without being unpacked", async () => {
    const { counts, rejected } = await previewed(
      await zipOf({ "a.xml": xmlOf(1), "炸.xml": "<a>".repeat(3_000_000), "炸.zip": " ".repeat(40_000_000) }),
    );
    expect(counts).toMatchObject({ new: 1, rejected: 2 });
    expect(rejected.map(({ sheet, message }) => `${sheet} ${message}`)).toEqual([
      expect.stringMatching(/炸\.xml 超过 2 MB/),
      expect.stringMatching(/炸\.zip 超过 32 MB/),
    ]);
  });

  it("can be cancelled", async () => {
    const folder = folderOf({ "a.xml": xmlOf(1) });
    const error = await failureOf(() => xmlFiles(folder, () => undefined, { signal: AbortSignal.abort() }));
    expect(error.code).toBe("cancelled");
  });
});
