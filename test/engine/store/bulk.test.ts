import { describe, expect, it } from "vitest";
import { insertRows } from "#engine/store/bulk.ts";
import { verifyChain } from "#engine/store/chain.ts";
import { insertRow } from "#engine/store/rows.ts";
import { asId } from "#shared/kernel/id.ts";
import { invoiceRow, vendorRow } from "./rowsOf.ts";
import { failureOf, testLedger, write } from "./testLedger.ts";

const invoices = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    invoiceRow({ id: asId(`invoice-${index}`), number: `${22_312_000_000_000 + index}` }),
  );

describe("insertRows", () => {
  it("inserts all and leaves one entry with their number and their hash", async () => {
    const ledger = await testLedger();
    const rows = invoices(4_500);
    const seen: (readonly [number, number])[] = [];
    await write(ledger, (tx) =>
      insertRows(tx, "invoice", rows, { onProgress: (done, total) => seen.push([done, total]) }),
    );
    expect(await ledger.read.selectFrom("invoice").selectAll().orderBy("number").execute()).toEqual(rows);
    expect(seen).toEqual([
      [2_000, 4_500],
      [4_000, 4_500],
      [4_500, 4_500],
    ]);
    const [entry, ...others] = await ledger.read.selectFrom("changeLog").selectAll().execute();
    expect(others).toEqual([]);
    expect(JSON.parse(entry?.afterJson ?? "")).toEqual({
      count: 4_500,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await verifyChain(ledger)).toEqual({ kind: "whole", entries: 1 });
  });

  it("tells equal rows from others by the hash", async () => {
    const hashOf = async (rows: ReturnType<typeof invoices>) => {
      const ledger = await testLedger();
      await write(ledger, (tx) => insertRows(tx, "invoice", rows));
      const entry = await ledger.read.selectFrom("changeLog").select("afterJson").executeTakeFirstOrThrow();
      return entry.afterJson;
    };
    expect(await hashOf(invoices(3))).toBe(await hashOf(invoices(3)));
    expect(await hashOf(invoices(3))).not.toBe(
      await hashOf([...invoices(2), invoiceRow({ id: asId("invoice-2") })]),
    );
  });

  it("leaves no trace of no rows", async () => {
    const ledger = await testLedger();
    await write(ledger, (tx) => insertRows(tx, "invoice", []));
    expect(await verifyChain(ledger)).toEqual({ kind: "whole", entries: 0 });
  });

  it("can be cancelled between chunks, and then nothing was written", async () => {
    const ledger = await testLedger();
    const cancelling = new AbortController();
    const failure = await failureOf(() =>
      write(ledger, async (tx) => {
        await insertRow(tx, "vendor", vendorRow());
        await insertRows(tx, "invoice", invoices(5_000), {
          signal: cancelling.signal,
          onProgress: () => cancelling.abort(),
        });
      }),
    );
    expect(failure).toMatchObject({ code: "cancelled", message: "已取消，账本没有改动。" });
    expect(await ledger.read.selectFrom("vendor").selectAll().execute()).toEqual([]);
    expect(await ledger.read.selectFrom("invoice").selectAll().execute()).toEqual([]);
  });

  it("lets others read meanwhile: they see the state before", async () => {
    const ledger = await testLedger();
    const counts: number[] = [];
    const countNow = async () => {
      const row = await ledger.read
        .selectFrom("invoice")
        .select((it) => it.fn.countAll().as("count"))
        .executeTakeFirstOrThrow();
      counts.push(Number(row.count));
    };
    const writing = write(ledger, (tx) => insertRows(tx, "invoice", invoices(5_000)));
    await countNow();
    await writing;
    await countNow();
    expect(counts).toEqual([0, 5_000]);
  });

  it("takes the whole write back when it fails, even if its failure is caught: no row without a trace", async () => {
    const ledger = await testLedger();
    const failure = await failureOf(() =>
      write(ledger, async (tx) => {
        await insertRow(tx, "vendor", vendorRow());
        await failureOf(() => insertRows(tx, "invoice", [...invoices(3), ...invoices(1)]));
      }),
    );
    expect(failure.code).toBe("conflict");
    expect(await ledger.read.selectFrom("invoice").selectAll().execute()).toEqual([]);
    expect(await ledger.read.selectFrom("vendor").select("id").execute()).toEqual([]);
    await write(ledger, (tx) => insertRows(tx, "invoice", invoices(3)));
    expect(await verifyChain(ledger)).toEqual({ kind: "whole", entries: 1 });
  });
});
