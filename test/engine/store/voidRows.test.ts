import { describe, expect, it } from "vitest";
import { insertRows } from "#engine/store/bulk.ts";
import { verifyChain } from "#engine/store/chain.ts";
import { insertRow } from "#engine/store/rows.ts";
import { voidRows } from "#engine/store/voidRows.ts";
import { asId } from "#shared/kernel/id.ts";
import { allocationRow, insertCase, invoiceRow } from "./rowsOf.ts";
import { clock, failureOf, testLedger, write } from "./testLedger.ts";

const invoices = Array.from({ length: 4_100 }, (_, index) =>
  invoiceRow({ id: asId(`i-${index}`), number: `n-${index}` }),
);
const ids = invoices.map(({ id }) => id);
const undoing = { reason: "撤销导入", note: { batchId: "batch-1" } } as const;

describe("voidRows", () => {
  it("voids all for one reason and leaves one entry in the log", async () => {
    const ledger = await testLedger();
    await write(ledger, (tx) => insertRows(tx, "invoice", invoices));
    await write(ledger, (tx) => voidRows(tx, "invoice", ids, undoing));
    const reasons = await ledger.read
      .selectFrom("invoice")
      .select(["voidedAt", "voidReason"])
      .distinct()
      .execute();
    expect(reasons).toEqual([{ voidedAt: clock.now(), voidReason: "撤销导入" }]);
    expect(await verifyChain(ledger)).toEqual({ kind: "whole", entries: 2 });
    const last = await ledger.read
      .selectFrom("changeLog")
      .selectAll()
      .where("seq", "=", 2)
      .executeTakeFirst();
    expect(last).toMatchObject({ entity: "invoice", entityId: "" });
    expect(last?.afterJson).toContain("batch-1");
  });

  it("voids none when one is still in use", async () => {
    const ledger = await testLedger();
    await write(ledger, insertCase);
    await write(ledger, async (tx) => {
      await insertRows(tx, "invoice", invoices.slice(0, 5));
      await insertRow(tx, "allocation", allocationRow());
    });
    const all = [...ids.slice(0, 5), asId("invoice-1")];
    const failure = await failureOf(() => write(ledger, (tx) => voidRows(tx, "invoice", all, undoing)));
    expect(failure.message).toBe("发票 22312000000000000001 还在使用：付款 FK-2022-001。");
    const live = await ledger.read.selectFrom("invoice").select("id").where("voidedAt", "is", null).execute();
    expect(live).toHaveLength(6);
  });

  it("can be cancelled", async () => {
    const ledger = await testLedger();
    await write(ledger, (tx) => insertRows(tx, "invoice", invoices));
    const cancelling = new AbortController();
    cancelling.abort();
    const { signal } = cancelling;
    const failure = await failureOf(() =>
      write(ledger, (tx) => voidRows(tx, "invoice", ids, undoing, { signal })),
    );
    expect(failure.code).toBe("cancelled");
    const live = await ledger.read.selectFrom("invoice").select("id").where("voidedAt", "is", null).execute();
    expect(live).toHaveLength(4_100);
  });
});
