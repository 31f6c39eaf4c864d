import { describe, expect, it } from "vitest";
import { undoStep } from "#engine/history/undo.ts";
import { compareInFile } from "#engine/invoices/compareInFile.ts";
import { previewImport } from "#engine/invoices/previewImport.ts";
import { setBlue } from "#engine/invoices/setBlue.ts";
import { undoImport } from "#engine/invoices/undoImport.ts";
import { voidInvoice } from "#engine/invoices/voidInvoice.ts";
import { lastChange } from "#engine/store/changeLog.ts";
import { updateRow } from "#engine/store/rows.ts";
import type { ImportPreview } from "#shared/invoices/preview.ts";
import { write } from "../store/testLedger.ts";
import { lifeOffice, redOf } from "./life.ts";
import { exportOf, importOf, invoiceOf, numberOf, previewOf } from "./office.ts";

const shown = ({ entries, issues }: ImportPreview) => ({
  results: entries.map(({ number, result }) => [Number(number.slice(-5)), result]),
  issues: issues
    .filter(({ ruleId }) => ruleId !== "IMP-05")
    .map(({ ruleId, severity, message }) => `${ruleId} ${severity} ${message}`),
});

describe("an invoice that somebody voided by hand", () => {
  it("does not come back with the next list: the officer is told why, and how it could", async () => {
    const { context, ledger, idOf } = await lifeOffice();
    await importOf(context, invoiceOf(1), invoiceOf(2));
    await voidInvoice(context, { id: await idOf(numberOf(1)), reason: "不是本单位的" });
    const preview = await previewOf(context, invoiceOf(1), invoiceOf(2));
    expect(shown(preview)).toEqual({
      results: [
        [1, "conflict"],
        [2, "unchanged"],
      ],
      issues: [
        `IMP-13 warn 发票${numberOf(1)}曾于2022-07-08在账本中作废（导入的，原因：不是本单位的），没有再导入。确实要用的，请在“设置 › 账本”的变更记录里撤销那一步作废。`,
      ],
    });
    expect(preview.entries[0]?.message).toContain("没有再导入");
    const { batch } = await importOf(context, invoiceOf(1), invoiceOf(2));
    const rows = await ledger.read.selectFrom("importRow").selectAll().where("batchId", "=", batch).execute();
    expect(rows.map(({ result, invoiceId }) => [result, invoiceId])).toEqual([["conflict", null]]);
  });

  it("is shown beside the list's, and is there again once its voiding is undone", async () => {
    const { context, ledger, idOf } = await lifeOffice();
    await importOf(context, invoiceOf(1));
    await voidInvoice(context, { id: await idOf(numberOf(1)), reason: "重复" });
    const prepared = await previewImport(context, await exportOf([invoiceOf(1)]));
    const { fields } = await compareInFile(ledger, prepared, numberOf(1));
    expect(fields.find(({ field }) => field === "grossCents")).toMatchObject({
      ledger: "106.00",
      file: "106.00",
    });
    const { step } = await ledger.read
      .selectFrom("changeLog")
      .select("step")
      .orderBy("seq", "desc")
      .executeTakeFirstOrThrow();
    await undoStep(context, { step: step ?? 0 });
    expect(shown(await previewOf(context, invoiceOf(1)))).toEqual({
      results: [[1, "unchanged"]],
      issues: [],
    });
  });

  it("makes room for the list's where it had been typed in, or was another one, and the officer is told", async () => {
    const { context, ledger, idOf } = await lifeOffice();
    await importOf(context, invoiceOf(1), invoiceOf(2));
    const [one, two] = [await idOf(numberOf(1)), await idOf(numberOf(2))];
    await write(ledger, (tx) => updateRow(tx, "invoice", one, { entry: "manual", batchId: null }));
    await voidInvoice(context, { id: one, reason: "录错" });
    await voidInvoice(context, { id: two, reason: "销方写错" });
    const other = invoiceOf(2, { sellerName: "上海别家服务有限公司" });
    const { results, issues } = shown(await previewOf(context, invoiceOf(1), other));
    expect(results).toEqual([
      [1, "new"],
      [2, "new"],
    ]);
    expect(issues.filter((issue) => issue.startsWith("IMP-13"))).toEqual([
      expect.stringMatching(/作废（手工登记的，原因：录错）.*作为新发票导入/),
      expect.stringMatching(/作废（导入的，原因：销方写错）.*作为新发票导入/),
    ]);
  });

  it("is not one that went with its batch", async () => {
    const { context } = await lifeOffice();
    const { batch } = await importOf(context, invoiceOf(1));
    if (batch === null) throw new Error("nothing was imported");
    await undoImport(context, { batchId: batch, reason: "导错" });
    expect(shown(await previewOf(context, invoiceOf(1)))).toEqual({ results: [[1, "new"]], issues: [] });
  });

  it("is told from those of its batch by the log, not by the reason that somebody gave for both", async () => {
    const { context, ledger, idOf } = await lifeOffice();
    const { batch } = await importOf(context, invoiceOf(1), invoiceOf(2), invoiceOf(3));
    if (batch === null) throw new Error("nothing was imported");
    const reason = "重复导入";
    await voidInvoice(context, { id: await idOf(numberOf(2)), reason });
    await undoStep(context, { step: await lastChange(ledger) });
    await voidInvoice(context, { id: await idOf(numberOf(1)), reason });
    await undoImport(context, { batchId: batch, reason });
    const { results } = shown(await previewOf(context, invoiceOf(1), invoiceOf(2), invoiceOf(3)));
    expect(results).toEqual([
      [1, "conflict"],
      [2, "new"],
      [3, "new"],
    ]);
  });
});

it("a link that a person gave a red invoice counts in the preview of its coming back", async () => {
  const { context, idOf } = await lifeOffice();
  const { batch } = await importOf(context, invoiceOf(1), redOf(2, null));
  if (batch === null) throw new Error("nothing was imported");
  const told = (preview: ImportPreview) => preview.issues.filter(({ ruleId }) => ruleId === "INV-18").length;
  expect(told(await previewOf(context, invoiceOf(3), redOf(4, null)))).toBe(1);
  await setBlue(context, { id: await idOf(numberOf(2)), blueNumber: numberOf(1) });
  await undoImport(context, { batchId: batch, reason: "再导一次" });
  const again = [invoiceOf(1), redOf(2, null)];
  expect(told(await previewOf(context, ...again))).toBe(0);
  await importOf(context, ...again);
  const id = await idOf(numberOf(2));
  const red = await context.ledger.read
    .selectFrom("invoice")
    .select("blueNumber")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(red.blueNumber).toBe(numberOf(1));
});
