import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import SqliteDatabase, { type Database } from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { createLedger } from "#engine/ledger/createLedger.ts";
import { applicationId, versionOf } from "#engine/store/connection.ts";
import { type Migration, migrations } from "#engine/store/migrations/migrations.ts";
import { openStore } from "#engine/store/openStore.ts";
import { insertRow } from "#engine/store/rows.ts";
import { vendorRow } from "./rowsOf.ts";
import { clock, failureOf, testFolder, write } from "./testLedger.ts";

const shipped = migrations.length;

const addColumn: Migration = {
  version: shipped + 1,
  describe: "a column more",
  up: (database) => database.exec(`alter table vendor add column "phone" text`),
};
const addTable: Migration = {
  version: shipped + 2,
  describe: "a table more",
  up: (database) => database.exec("create table extra (id text) strict"),
};
const fail: Migration = {
  version: shipped + 2,
  describe: "one that fails half way",
  up: (database) => {
    database.exec("create table half (id text) strict");
    database.exec("insert into nowhere values (1)");
  },
};
const dangle: Migration = {
  version: shipped + 1,
  describe: "one that breaks references",
  up: (database) => {
    database.exec("drop trigger vendor_delete");
    database.exec("delete from vendor");
  },
};

/** A ledger of the shipped shape with a vendor in it, closed. */
async function oldLedger(): Promise<string> {
  const path = join(testFolder(), "账本.jingfei");
  const ledger = await createLedger({ path, clock });
  await write(ledger, (tx) => insertRow(tx, "vendor", vendorRow()));
  await ledger.close();
  return path;
}

function look<Result>(path: string, at: (database: Database) => Result): Result {
  const database = new SqliteDatabase(path, { readonly: true });
  try {
    return at(database);
  } finally {
    database.close();
  }
}

const tablesIn = (path: string) =>
  look(path, (database) =>
    database.prepare("select name from sqlite_schema where type = 'table'").pluck().all(),
  );

const backupsOf = (path: string) => readdirSync(dirname(path)).filter((name) => name.endsWith(".bak"));

describe("migrate", () => {
  it("makes a new ledger of the latest shape, without a backup of nothing", async () => {
    const path = join(testFolder(), "账本.jingfei");
    await (await createLedger({ path, clock })).close();
    expect(
      look(path, (database) => [versionOf(database), database.pragma("application_id", { simple: true })]),
    ).toEqual([migrations.length, applicationId]);
    expect(backupsOf(path)).toEqual([]);
  });

  it("brings an old ledger to the latest shape, and keeps it as it was beside it", async () => {
    const path = await oldLedger();
    const ledger = openStore({ path, clock, migrations: [...migrations, addColumn, addTable] });
    expect(await ledger.read.selectFrom("vendor").select(["id", "name"]).execute()).toEqual([
      { id: "vendor-1", name: vendorRow().name },
    ]);
    await ledger.close();
    expect(look(path, versionOf)).toBe(shipped + 2);
    expect(tablesIn(path)).toContain("extra");
    expect(backupsOf(path)).toEqual([`账本.jingfei.v${shipped}-20220708010203000.bak`]);
    const backup = `${path}.v${shipped}-20220708010203000.bak`;
    expect(look(backup, versionOf)).toBe(shipped);
    expect(look(backup, (database) => database.prepare("select id from vendor").pluck().all())).toEqual([
      "vendor-1",
    ]);
  });

  it("does nothing to a ledger of the latest shape", async () => {
    const path = await oldLedger();
    await openStore({ path, clock }).close();
    expect(backupsOf(path)).toEqual([]);
  });

  it("puts the ledger back as it was when a later step fails, and says where the copy is", async () => {
    const path = await oldLedger();
    const steps = [...migrations, addColumn, fail];
    const failure = await failureOf(() => openStore({ path, clock, migrations: steps }));
    expect(failure).toMatchObject({
      code: "bad-ledger",
      message: `账本升级到格式 ${shipped + 2} 时失败，已恢复为升级前的样子：${path}`,
      hint: expect.stringContaining(`${path}.v${shipped}-20220708010203000.bak`),
      details: { version: shipped + 2, reason: expect.stringContaining("nowhere") },
    });
    expect(look(path, versionOf)).toBe(shipped);
    expect(tablesIn(path)).not.toContain("half");
    expect(
      look(path, (database) =>
        database
          .prepare("select * from vendor")
          .columns()
          .map(({ name }) => name),
      ),
    ).not.toContain("phone");
    const ledger = openStore({ path, clock });
    expect(await ledger.read.selectFrom("vendor").select("id").execute()).toEqual([{ id: "vendor-1" }]);
    await ledger.close();
  });

  it("does not let a step break references", async () => {
    const path = await oldLedger();
    const first = openStore({ path, clock });
    await write(first, (tx) =>
      insertRow(tx, "vendorName", {
        id: vendorRow().id,
        vendorId: vendorRow().id,
        name: "旧名",
        validFrom: null,
        validTo: null,
        source: "manual",
      }),
    );
    await first.close();
    const failure = await failureOf(() => openStore({ path, clock, migrations: [...migrations, dangle] }));
    expect(failure.details).toMatchObject({ reason: `migration ${shipped + 1} left dangling references` });
    expect(look(path, (database) => database.prepare("select count(*) from vendor").pluck().get())).toBe(1);
  });

  it("leaves no file of a ledger that could not be made", async () => {
    const path = join(testFolder(), "账本.jingfei");
    await expect(createLedger({ path, clock, migrations: [{ ...fail, version: 1 }] })).rejects.toThrow(
      /nowhere/,
    );
    expect(readdirSync(dirname(path))).toEqual([]);
  });
});
