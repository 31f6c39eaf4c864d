import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { documentText, dumpLedger } from "#engine/ledger/dumpLedger.ts";
import { fillLedger, loadLedger } from "#engine/ledger/loadLedger.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { sampleDocument } from "#engine/sample/document.ts";
import { verifyChain } from "#engine/store/chain.ts";
import { insertRow, updateRow, voidRow } from "#engine/store/rows.ts";
import type { Ledger } from "#engine/store/types.ts";
import { cents, mostCents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { type LedgerDocument, tableNames } from "#shared/model/ledger.ts";
import { everyTable } from "../store/everyTable.ts";
import { vendorRow } from "../store/rowsOf.ts";
import { clock, failureOf, testFolder, testLedger, write } from "../store/testLedger.ts";

async function loaded(document: string): Promise<Ledger> {
  const path = join(testFolder(), "载入.jingfei");
  await loadLedger({ path, clock, document });
  const ledger = await openLedger({ path, clock });
  onTestFinished(() => ledger.close());
  return ledger;
}

const textOf = async (ledger: Ledger) => documentText(await dumpLedger(ledger));

describe("dump and load", () => {
  it.each([
    ["a ledger with a row in every table", everyTable],
    ["the sample", sampleDocument],
  ])("bring back %s, to the byte", async (_name, make) => {
    const first = await textOf(await loaded(JSON.stringify(make())));
    const second = await textOf(await loaded(first));
    expect(second).toBe(first);
    const [before, after] = [make(), JSON.parse(second) as LedgerDocument];
    for (const table of tableNames) {
      const sorted = [...before.tables[table]].sort((left, right) => (left.id < right.id ? -1 : 1));
      const key = table === "changeLog" ? before.tables[table] : sorted;
      expect({ [table]: after.tables[table] }).toEqual({ [table]: key });
    }
  });

  it("carry on with the log of a ledger that lived, and add nothing to it", async () => {
    const ledger = await testLedger();
    await write(ledger, (tx) => insertRow(tx, "vendor", vendorRow()));
    await write(ledger, (tx) => updateRow(tx, "vendor", asId("vendor-1"), { note: "改" }));
    await write(ledger, (tx) => voidRow(tx, "vendor", asId("vendor-1"), "错"));
    const text = await textOf(ledger);
    const copy = await loaded(text);
    expect(await verifyChain(copy)).toEqual({ kind: "whole", entries: 3 });
    expect(await textOf(copy)).toBe(text);
    await write(copy, (tx) => insertRow(tx, "vendor", vendorRow({ id: asId("vendor-2") })));
    expect(await verifyChain(copy)).toEqual({ kind: "whole", entries: 4 });
  });

  it("do not depend on the order of rows or of fields in the document", async () => {
    const shuffled = everyTable();
    for (const table of tableNames) if (table !== "changeLog") shuffled.tables[table].reverse();
    const turned = JSON.stringify(shuffled, (_key, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(await textOf(await loaded(turned))).toBe(await textOf(await loaded(JSON.stringify(everyTable()))));
  });

  it("bring back any text and any amount", { timeout: 60_000 }, async () => {
    const anyText = fc.string({ unit: "binary" });
    const rows = fc.array(fc.tuple(anyText, fc.integer({ min: -mostCents, max: mostCents })), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(rows, async (values) => {
        const document = everyTable();
        document.tables.supplement = values.map(([description, amount], index) => ({
          ...(document.tables.supplement[0] ?? fail()),
          id: asId(`supplement-${index}`),
          supplementNo: `BC-${index}`,
          description,
          deltaCents: cents(amount),
        }));
        const text = documentText(document);
        const path = join(testFolder(), "载入.jingfei");
        await loadLedger({ path, clock, document: text });
        const ledger = await openLedger({ path, clock });
        const dumped = await dumpLedger(ledger);
        await ledger.close();
        expect(dumped.tables.supplement).toEqual(document.tables.supplement);
      }),
      { numRuns: 12 },
    );
  });

  it("of an empty ledger are an empty document", async () => {
    const text = await textOf(await testLedger());
    expect(JSON.parse(text)).toEqual({
      format: "jingfei-ledger",
      version: 3,
      tables: Object.fromEntries(tableNames.map((table) => [table, []])),
    });
    expect(await textOf(await loaded(text))).toBe(text);
  });

  it("write a row to a line", async () => {
    const document = everyTable();
    const rows = tableNames.reduce((sum, table) => sum + document.tables[table].length, 0);
    const lines = documentText(document)
      .split("\n")
      .filter((line) => /^ {3}\{"id":/.test(line));
    expect(lines).toHaveLength(rows);
    expect(JSON.parse(documentText(document))).toEqual(document);
  });
});

describe("loadLedger", () => {
  it("says how many rows it brought", async () => {
    const path = join(testFolder(), "载入.jingfei");
    const counts = await loadLedger({ path, clock, document: JSON.stringify(everyTable()) });
    expect(counts).toMatchObject({ contract: 2, invoice: 3, changeLog: 2, importBatch: 1 });
  });

  it("reads a document that starts with a mark of its encoding", async () => {
    const ledger = await loaded(`\uFEFF${JSON.stringify(everyTable())}`);
    expect(await ledger.read.selectFrom("contract").select("id").execute()).toHaveLength(2);
  });

  it("never replaces a file", async () => {
    const ledger = await testLedger();
    const document = JSON.stringify(everyTable());
    const failure = await failureOf(() => loadLedger({ path: ledger.path, clock, document }));
    expect(failure).toMatchObject({ code: "conflict", message: expect.stringMatching(/^已有同名文件/) });
    expect(await ledger.read.selectFrom("contract").select("id").execute()).toEqual([]);
  });

  it("can be cancelled, and then leaves no file", async () => {
    const path = join(testFolder(), "载入.jingfei");
    const cancelling = new AbortController();
    const work = () =>
      loadLedger(
        { path, clock, document: JSON.stringify(everyTable()) },
        { signal: cancelling.signal, onProgress: () => cancelling.abort() },
      );
    expect((await failureOf(work)).code).toBe("cancelled");
    expect([path, `${path}-wal`, `${path}-lock`].filter((file) => existsSync(file))).toEqual([]);
  });

  it("fills only a ledger that has nothing yet", async () => {
    const ledger = await testLedger();
    await write(ledger, (tx) => insertRow(tx, "vendor", vendorRow()));
    expect(await failureOf(() => fillLedger(ledger, everyTable()))).toMatchObject({
      code: "conflict",
      message: `账本里已有数据，没有载入：${ledger.path}`,
    });
  });

  it("leaves the guards of the ledger in place", async () => {
    const [full, empty] = [await loaded(JSON.stringify(everyTable())), await testLedger()];
    const triggers = async (ledger: Ledger) => {
      const copy = join(testFolder(), "copy");
      await ledger.backupTo(copy);
      const { default: SqliteDatabase } = await import("better-sqlite3");
      const database = new SqliteDatabase(copy, { readonly: true });
      const sql = database
        .prepare("select sql from sqlite_schema where type = 'trigger' order by name")
        .pluck()
        .all();
      database.close();
      return sql;
    };
    expect(await triggers(full)).toEqual(await triggers(empty));
  });
});

function fail(): never {
  throw new Error("the document has no supplement");
}
