import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { sampleImportCounts } from "#test/engine/sample/expected.ts";
import { sampleEngine } from "#test/engine/support/engineDesk.ts";

const exportName = "示例_全量发票查询导出结果.xlsx";

describe("an import over the port", () => {
  it("tells how far it is, is shown, taken and undone", async () => {
    const engine = await sampleEngine();
    const told: string[] = [];
    engine.onProgress(({ note }) => void told.push(note));
    const preview = await engine.ask("invoices.previewImport", {
      source: { file: engine.grant(exportName, "read") },
      said: null,
      fixes: [],
    });
    expect(told[0]).toBe("读取文件");
    expect(preview.counts).toEqual(sampleImportCounts);
    const before = await engine.ask("invoices.list", { fiscalYear: null });
    const { batch } = await engine.ask("invoices.commitImport", {
      previewId: preview.id,
      leaveOut: [],
      rememberAs: null,
    });
    const after = await engine.ask("invoices.list", { fiscalYear: null });
    expect(after.length - before.length).toBe(preview.counts.new);
    expect(await engine.ask("invoices.undoBatch", { batchId: batch.id, reason: "重来" })).toMatchObject({
      id: batch.id,
      voidReason: "重来",
    });
    expect(await engine.ask("invoices.list", { fiscalYear: null })).toEqual(before);
  });

  it("that is cancelled while it reads changes nothing, and can be begun again", async () => {
    const engine = await sampleEngine();
    const before = await engine.ask("invoices.list", { fiscalYear: null });
    const batches = await engine.ask("invoices.batches", {});
    engine.onProgress((_, cancel) => cancel());
    const error = await engine.refusal("invoices.previewImport", {
      source: { file: engine.grant(exportName, "read") },
      said: null,
      fixes: [],
    });
    expect(error.code).toBe("cancelled");
    expect(error.message).toMatch(/取消/);
    expect(engine.reported).toEqual([]);
    expect(await engine.ask("invoices.list", { fiscalYear: null })).toEqual(before);
    expect(await engine.ask("invoices.batches", {})).toEqual(batches);
    engine.onProgress(() => undefined);
    await engine.ask("invoices.previewImport", {
      source: { file: engine.grant(exportName, "read") },
      said: null,
      fixes: [],
    });
  });

  it("is taken once", async () => {
    const engine = await sampleEngine();
    const { id } = await engine.ask("invoices.previewImport", {
      source: { file: engine.grant(exportName, "read") },
      said: null,
      fixes: [],
    });
    await engine.ask("invoices.commitImport", { previewId: id, leaveOut: [], rememberAs: null });
    expect(
      await engine.refusal("invoices.commitImport", { previewId: id, leaveOut: [], rememberAs: null }),
    ).toMatchObject({
      code: "not-found",
      message: "这个导入预览已经失效，没有导入。",
    });
  });

  it("is not taken into another ledger than it was shown for", async () => {
    const engine = await sampleEngine();
    const { id } = await engine.ask("invoices.previewImport", {
      source: { file: engine.grant(exportName, "read") },
      said: null,
      fixes: [],
    });
    const file = engine.grant("另一个.jingfei");
    await engine.ask("ledger.create", { file, sample: false, officeName: "", officer: "王经办", year: 2022 });
    expect(
      (await engine.refusal("invoices.commitImport", { previewId: id, leaveOut: [], rememberAs: null }))
        .message,
    ).toBe("预览之后换了账本，没有导入。");
    expect(await engine.ask("invoices.list", { fiscalYear: null })).toEqual([]);
  });

  it.each([
    ["is not there", "没有.xlsx", undefined],
    ["is no workbook", "发票.xlsx", "这不是表格"],
    ["is a workbook of long ago", "发票.xls", "\u00d0\u00cf\u0011\u00e0"],
  ])("from a file that %s says so and keeps the ledger as it was", async (_, name, text) => {
    const engine = await sampleEngine();
    const file = path.join(engine.folder, name);
    rmSync(file, { force: true });
    if (text !== undefined) writeFileSync(file, text, "latin1");
    const error = await engine.refusal("invoices.previewImport", {
      source: { file: engine.grant(name, "read") },
      said: null,
      fixes: [],
    });
    expect(error.message).toMatch(/[\u4e00-\u9fff].*。?$/);
    expect(["bad-file", "not-found", "disk"]).toContain(error.code);
    expect(engine.reported).toEqual([]);
  });
});
