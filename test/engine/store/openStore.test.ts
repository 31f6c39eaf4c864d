import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { insertRow } from "#engine/store/rows.ts";
import type { ReadableLedger, WritableLedger } from "#engine/store/types.ts";
import type { SlowQuery } from "#engine/store/writing.ts";
import { asId } from "#shared/kernel/id.ts";
import { vendorRow } from "./rowsOf.ts";
import { clock, failureOf, testLedger, write } from "./testLedger.ts";

const vendor = (number: number) => vendorRow({ id: asId(`vendor-${number}`), creditCode: null });

const idsIn = async (ledger: ReadableLedger) =>
  (await ledger.read.selectFrom("vendor").select("id").orderBy("id").execute()).map(({ id }) => id);

describe("a write", () => {
  it("is kept whole or not at all", async () => {
    const ledger = await testLedger();
    const attempt = write(ledger, async (tx) => {
      await insertRow(tx, "vendor", vendor(1));
      throw new Error("half way");
    });
    await expect(attempt).rejects.toThrow("half way");
    expect(await idsIn(ledger)).toEqual([]);
    expect(await ledger.read.selectFrom("changeLog").select("id").execute()).toEqual([]);
  });

  it("reads what it wrote, while others still see the state before", async () => {
    const ledger = await testLedger();
    let outside: Promise<readonly string[]> = Promise.resolve([]);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const writing = write(ledger, async (tx) => {
      await insertRow(tx, "vendor", vendor(1));
      const seen = await idsIn(tx);
      await held;
      return seen;
    });
    outside = idsIn(ledger);
    expect(await outside).toEqual([]);
    release();
    expect(await writing).toEqual(["vendor-1"]);
    expect(await idsIn(ledger)).toEqual(["vendor-1"]);
  });

  it("waits for the one before, and goes on when that one failed", async () => {
    const ledger = await testLedger();
    const order: string[] = [];
    const one = (name: string, fails: boolean) =>
      write(ledger, async (tx) => {
        order.push(`${name} begins`);
        await insertRow(tx, "vendor", vendor(order.length));
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    const results = await Promise.allSettled([one("a", false), one("b", true), one("c", false)]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(order).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
    expect(await idsIn(ledger)).toEqual(["vendor-1", "vendor-5"]);
  });

  it("refuses the ledger inside, where its tx is meant", async () => {
    const ledger = await testLedger();
    for (const misuse of [
      () => write(ledger, async () => undefined),
      () => ledger.readTogether({}),
      async () => ledger.read.selectFrom("vendor"),
    ]) {
      await expect(write(ledger, misuse)).rejects.toThrow("inside ledger.write use its tx");
    }
    await write(ledger, (tx) => insertRow(tx, "vendor", vendor(1)));
    expect(await idsIn(ledger)).toEqual(["vendor-1"]);
  });

  it("is over when it is over: its tx writes no more", async () => {
    const ledger = await testLedger();
    let leaked: WritableLedger | undefined;
    await write(ledger, async (tx) => {
      leaked = tx;
    });
    const tx = leaked;
    if (tx === undefined) throw new Error("the write did not run");
    await expect(insertRow(tx, "vendor", vendor(1))).rejects.toThrow("inside ledger.write only");
    expect(await idsIn(ledger)).toEqual([]);
  });

  it("tells who committed what, and says nothing of what failed", async () => {
    const told: string[] = [];
    const ledger = await testLedger({ onCommitted: ({ action }) => told.push(action) });
    await ledger.write({ actor: "a", action: "好" }, async () => undefined);
    await ledger
      .write({ actor: "a", action: "坏" }, () => Promise.reject(new Error("no")))
      .catch(() => undefined);
    expect(told).toEqual(["好"]);
  });
});

describe("readTogether", () => {
  it("answers several questions on one state", async () => {
    const ledger = await testLedger();
    await write(ledger, (tx) => insertRow(tx, "vendor", vendor(1)));
    const later = write(ledger, (tx) => insertRow(tx, "vendor", vendor(2)));
    const asked = await ledger.readTogether({
      ids: ledger.read.selectFrom("vendor").select("id"),
      count: ledger.read.selectFrom("changeLog").select((it) => it.fn.countAll().as("count")),
    });
    await later;
    expect(asked).toEqual({ ids: [{ id: "vendor-1" }], count: [{ count: 1 }] });
  });
});

describe("a ledger", () => {
  it("is closed once, after what was being written, and then refuses everything", async () => {
    const ledger = await testLedger();
    const writing = write(ledger, (tx) => insertRow(tx, "vendor", vendor(1)));
    const closing = ledger.close();
    await Promise.all([writing, closing]);
    await ledger.close();
    for (const use of [
      () => idsIn(ledger),
      () => write(ledger, async () => undefined),
      () => ledger.backupTo(join(dirname(ledger.path), "copy")),
    ]) {
      expect(await failureOf(use)).toMatchObject({ code: "ledger-closed", hint: "请重新打开账本。" });
    }
    const again = await openLedger({ path: ledger.path, clock });
    expect(await idsIn(again)).toEqual(["vendor-1"]);
    await again.close();
  });

  it("is copied as it stands, in use", async () => {
    const ledger = await testLedger();
    await write(ledger, (tx) => insertRow(tx, "vendor", vendor(1)));
    const copy = join(dirname(ledger.path), "备份.jingfei");
    await ledger.backupTo(copy);
    await write(ledger, (tx) => insertRow(tx, "vendor", vendor(2)));
    const opened = await openLedger({ path: copy, clock });
    expect(await idsIn(opened)).toEqual(["vendor-1"]);
    await opened.close();
    expect(await failureOf(() => ledger.backupTo(copy))).toMatchObject({ code: "conflict" });
    const nowhere = join(dirname(ledger.path), "没有的文件夹", "copy");
    expect((await failureOf(() => ledger.backupTo(nowhere))).hint).toMatch(/。$/);
    expect(existsSync(nowhere)).toBe(false);
  });

  it("reports statements that take longer than agreed, by their text", async () => {
    const slow: SlowQuery[] = [];
    const ledger = await testLedger({ watch: { slowMillis: -1, onSlow: (query) => slow.push(query) } });
    await write(ledger, (tx) => insertRow(tx, "vendor", vendor(1)));
    await idsIn(ledger);
    expect(slow.map(({ sql }) => sql.slice(0, 20))).toEqual(
      expect.arrayContaining(['insert into "vendor"', 'select "id" from "ve']),
    );
    expect(slow.every(({ millis }) => millis >= 0)).toBe(true);
  });
});
