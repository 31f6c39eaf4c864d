import { describe, expect, it } from "vitest";
import { listBatches } from "#engine/invoices/listBatches.ts";
import { undoImport } from "#engine/invoices/undoImport.ts";
import { updateRow, voidRow } from "#engine/store/rows.ts";
import { cents } from "#shared/kernel/cents.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { failureOf, write } from "#test/engine/store/testLedger.ts";
import { importOf, invoiceFigures, invoiceOf, lineOf, liveRows, numberOf, office, pay } from "./office.ts";

type Office = Awaited<ReturnType<typeof office>>;

async function batchOf(context: Office["context"], ...invoices: Parameters<typeof invoiceOf>[]): Promise<Id> {
  const { batch } = await importOf(context, ...invoices.map((args) => invoiceOf(...args)));
  if (batch === null) throw new Error("nothing was imported");
  return batch;
}

const undo = (context: Office["context"], batchId: Id) =>
  undoImport(context, { batchId, reason: "导错文件" });

describe("undoImport", () => {
  it("leaves the ledger as it was, and the batch in the list with the reason", async () => {
    const { context, ledger } = await office();
    await batchOf(context, [1], [2]);
    const before = await liveRows(ledger);
    const batch = await batchOf(
      context,
      [1, { status: "已作废", remark: "注", lines: [lineOf(60), lineOf(40)] }],
      [3],
    );
    expect(await liveRows(ledger)).not.toEqual(before);
    expect(await undo(context, batch)).toMatchObject({ id: batch, voidReason: "导错文件" });
    expect(await liveRows(ledger)).toEqual(before);
    expect(
      (await listBatches(ledger)).filter(({ voidedAt }) => voidedAt !== null).map(({ id }) => id),
    ).toEqual([batch]);
  });

  it("lets the same file come in again", async () => {
    const { context, ledger } = await office();
    const first = await batchOf(context, [1], [2]);
    const figures = await invoiceFigures(ledger);
    await undo(context, first);
    expect(await invoiceFigures(ledger)).toEqual([]);
    await batchOf(context, [1], [2]);
    expect(await invoiceFigures(ledger)).toEqual(figures);
  });

  it("takes batches back one after the other, the last one first", async () => {
    const { context, ledger } = await office();
    const empty = await liveRows(ledger);
    const first = await batchOf(context, [1]);
    const one = await liveRows(ledger);
    const second = await batchOf(context, [1, { status: "已红冲-部分" }]);
    const two = await liveRows(ledger);
    const third = await batchOf(context, [1, { status: "已红冲-全额" }]);
    const refused = await failureOf(() => undo(context, first));
    expect(refused).toMatchObject({
      code: "refused",
      message: expect.stringContaining(numberOf(1)),
      hint: expect.stringContaining("后来"),
    });
    expect(await failureOf(() => undo(context, second))).toMatchObject({ code: "refused" });
    for (const [batch, state] of [
      [third, two],
      [second, one],
      [first, empty],
    ] as const) {
      await undo(context, batch);
      expect(await liveRows(ledger)).toEqual(state);
    }
  });

  it("is refused with the list while a live payment uses one of the new invoices, and takes back nothing", async () => {
    const { context, ledger } = await office();
    const batch = await batchOf(context, [1], [2], [3]);
    const payment = await pay(ledger, numberOf(2), cents(10_600), "FK-007");
    const before = await liveRows(ledger);
    const { code, message, hint } = await failureOf(() => undo(context, batch));
    expect(code).toBe("refused");
    expect(message).toBe(
      `这批发票已有1张用于付款，不能整批撤销：${numberOf(2)}（付款单FK-007，已付106.00元）。没有撤销任何内容。`,
    );
    expect(hint).toMatch(/去掉发票/);
    expect(await liveRows(ledger)).toEqual(before);
    await write(ledger, (tx) => voidRow(tx, "payment", payment, "重复"));
    await undo(context, batch);
    expect(await invoiceFigures(ledger)).toEqual([]);
  });

  it("gives back the status of a paid invoice that the batch changed", async () => {
    const { context, ledger } = await office();
    await batchOf(context, [1]);
    await pay(ledger, numberOf(1), cents(10_600));
    const before = await liveRows(ledger);
    await undo(context, await batchOf(context, [1, { status: "已红冲-全额" }]));
    expect(await liveRows(ledger)).toEqual(before);
  });

  it("is refused when somebody changed the same thing by hand since", async () => {
    const { context, ledger } = await office();
    await batchOf(context, [1]);
    const batch = await batchOf(context, [1, { status: "已红冲-部分" }], [2]);
    const { id } = await ledger.read
      .selectFrom("invoice")
      .select("id")
      .where("number", "=", numberOf(1))
      .executeTakeFirstOrThrow();
    await write(ledger, (tx) => updateRow(tx, "invoice", id, { status: "void" }));
    const before = await liveRows(ledger);
    expect(await failureOf(() => undo(context, batch))).toMatchObject({
      code: "refused",
      message: expect.stringContaining("又有改动"),
    });
    expect(await liveRows(ledger)).toEqual(before);
  });

  it("is refused the second time and for a batch that is not there", async () => {
    const { context } = await office();
    const batch = await batchOf(context, [1]);
    await undo(context, batch);
    expect(await failureOf(() => undo(context, batch))).toMatchObject({ code: "refused" });
    expect(await failureOf(() => undo(context, asId("none")))).toMatchObject({ code: "not-found" });
  });

  it("leaves one entry for all new invoices in the log, and one for each that was changed", async () => {
    const { context, ledger } = await office();
    await batchOf(context, [1]);
    await undo(context, await batchOf(context, [1, { status: "已作废" }], [2], [3]));
    const entries = await ledger.read
      .selectFrom("changeLog")
      .selectAll()
      .where("action", "like", "撤销导入%")
      .orderBy("seq")
      .execute();
    expect(entries.map(({ entity, entityId }) => [entity, entityId !== ""])).toEqual([
      ["invoice", true],
      ["invoice", false],
      ["importBatch", true],
    ]);
    expect(JSON.parse(entries[1]?.afterJson ?? "")).toMatchObject({ count: 2, voidReason: "导错文件" });
  });
});
