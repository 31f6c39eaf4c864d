import { describe, expect, it } from "vitest";
import { verifyChain } from "#engine/store/chain.ts";
import { insertRow, removeRow, updateRow, voidRow } from "#engine/store/rows.ts";
import type { Ledger } from "#engine/store/types.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { allocationRow, contractRow, insertCase, invoiceRow, vendorRow } from "./rowsOf.ts";
import { clock, failureOf, testLedger, write } from "./testLedger.ts";

const logOf = async (ledger: Ledger) => {
  const entries = await ledger.read.selectFrom("changeLog").selectAll().orderBy("seq").execute();
  return entries.map(({ seq, at, actor, action, entity, entityId, beforeJson, afterJson }) => ({
    seq,
    at,
    actor,
    action,
    entity,
    entityId,
    before: beforeJson === null ? null : JSON.parse(beforeJson),
    after: afterJson === null ? null : JSON.parse(afterJson),
  }));
};

describe("a row", () => {
  it("leaves a trace of each thing that happens to it, with the row before and after", async () => {
    const ledger = await testLedger();
    const made = vendorRow();
    await write(ledger, (tx) => insertRow(tx, "vendor", made));
    await write(ledger, (tx) => updateRow(tx, "vendor", made.id, { note: "改了" }));
    await write(ledger, (tx) => voidRow(tx, "vendor", made.id, " 重复登记 "));

    const voided = { ...made, note: "改了", voidedAt: clock.now(), voidReason: "重复登记" };
    expect(await ledger.read.selectFrom("vendor").selectAll().execute()).toEqual([voided]);
    const common = {
      at: clock.now(),
      actor: "王经办",
      action: "试验",
      entity: "vendor",
      entityId: "vendor-1",
    };
    expect(await logOf(ledger)).toEqual([
      { seq: 1, ...common, before: null, after: made },
      { seq: 2, ...common, before: made, after: { ...made, note: "改了" } },
      { seq: 3, ...common, before: { ...made, note: "改了" }, after: voided },
    ]);
    expect(await verifyChain(ledger)).toEqual({ kind: "whole", entries: 3 });
  });

  it("is not void unless it says so, and comes back trimmed", async () => {
    const ledger = await testLedger();
    const { voidedAt: _at, voidReason: _reason, ...row } = vendorRow({ name: "  某公司 " });
    const stored = await write(ledger, (tx) => insertRow(tx, "vendor", row));
    expect(stored).toEqual({ ...vendorRow(), name: "某公司" });
  });

  it("leaves no trace of a change that changes nothing", async () => {
    const ledger = await testLedger();
    await write(ledger, (tx) => insertRow(tx, "vendor", vendorRow()));
    await write(ledger, (tx) => updateRow(tx, "vendor", asId("vendor-1"), { note: "" }));
    expect(await logOf(ledger)).toHaveLength(1);
  });

  it("that is a part of another can be taken away, and the log keeps what it was", async () => {
    const ledger = await testLedger();
    await write(ledger, insertCase);
    await write(ledger, (tx) => insertRow(tx, "allocation", allocationRow()));
    await write(ledger, (tx) => removeRow(tx, "allocation", asId("allocation-1")));
    expect(await ledger.read.selectFrom("allocation").selectAll().execute()).toEqual([]);
    expect((await logOf(ledger)).at(-1)).toMatchObject({ before: allocationRow(), after: null });
  });
});

describe("a row that is not right", () => {
  const refusals: readonly (readonly [string, (ledger: Ledger) => Promise<unknown>, object])[] = [
    [
      "a field of the wrong kind",
      (ledger) => write(ledger, (tx) => insertRow(tx, "contract", contractRow({ amountCents: cents(-1) }))),
      { code: "bad-request", message: "合同的“金额”：金额不能为负数。" },
    ],
    [
      "an empty name",
      (ledger) => write(ledger, (tx) => insertRow(tx, "vendor", vendorRow({ name: " " }))),
      { code: "bad-request", message: "供应商的“名称”：不能为空。" },
    ],
    [
      "an end before its start",
      (ledger) =>
        write(ledger, async (tx) => {
          await insertCase(tx);
          await updateRow(tx, "contract", asId("contract-1"), { endDate: isoDate("2021-12-31") });
        }),
      { code: "bad-request", message: "“结束日期”早于“开始日期”，没有保存。" },
    ],
    [
      "an allocation of nothing",
      (ledger) =>
        write(ledger, async (tx) => {
          await insertCase(tx);
          await insertRow(tx, "allocation", allocationRow({ instalmentId: null, invoiceId: null }));
        }),
      { code: "bad-request", message: "分摊既没有付款期次也没有发票，没有保存。" },
    ],
    [
      "a number that another has",
      (ledger) =>
        write(ledger, async (tx) => {
          await insertRow(tx, "invoice", invoiceRow());
          await insertRow(tx, "invoice", invoiceRow({ id: asId("invoice-2") }));
        }),
      { code: "conflict", message: "发票的“发票号码”与已有的一条重复，没有保存。" },
    ],
    [
      "a reference that leads nowhere",
      (ledger) => write(ledger, (tx) => insertRow(tx, "contract", contractRow())),
      { code: "conflict", message: "引用的记录不存在，没有保存。" },
    ],
    [
      "no such row",
      (ledger) => write(ledger, (tx) => updateRow(tx, "vendor", asId("nobody"), { note: "x" })),
      { code: "not-found", message: "找不到这条供应商（nobody）。" },
    ],
    [
      "a void row",
      (ledger) =>
        write(ledger, async (tx) => {
          await insertRow(tx, "vendor", vendorRow());
          await voidRow(tx, "vendor", asId("vendor-1"), "停用");
          await updateRow(tx, "vendor", asId("vendor-1"), { note: "x" });
        }),
      { code: "refused", message: "这条供应商已于 2022-07-08 作废，不能再改动。" },
    ],
    [
      "no reason",
      (ledger) =>
        write(ledger, async (tx) => {
          await insertRow(tx, "vendor", vendorRow());
          await voidRow(tx, "vendor", asId("vendor-1"), "  ");
        }),
      { code: "bad-request", message: "作废供应商要写明原因。" },
    ],
  ];

  it.each(refusals)("%s", async (_name, attempt, expected) => {
    const ledger = await testLedger();
    const failure = await failureOf(() => attempt(ledger));
    expect(failure).toMatchObject(expected);
    expect(failure.hint).toMatch(/。$/);
    expect(await logOf(ledger)).toEqual([]);
  });

  it("gives its number free when it is void", async () => {
    const ledger = await testLedger();
    await write(ledger, async (tx) => {
      await insertRow(tx, "invoice", invoiceRow());
      await voidRow(tx, "invoice", asId("invoice-1"), "开错");
      await insertRow(tx, "invoice", invoiceRow({ id: asId("invoice-2") }));
    });
    expect(await ledger.read.selectFrom("invoice").select("id").orderBy("id").execute()).toEqual([
      { id: "invoice-1" },
      { id: "invoice-2" },
    ]);
  });
});
