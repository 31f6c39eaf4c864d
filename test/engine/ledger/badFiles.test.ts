import { execFileSync } from "node:child_process";
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import SqliteDatabase, { type Database } from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { createLedger } from "#engine/ledger/createLedger.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { insertRows } from "#engine/store/bulk.ts";
import { verifyChain } from "#engine/store/chain.ts";
import { migrations } from "#engine/store/migrations/migrations.ts";
import { openStore } from "#engine/store/openStore.ts";
import { asId } from "#shared/kernel/id.ts";
import { insertCase, invoiceRow } from "../store/rowsOf.ts";
import { clock, failureOf, testFolder, write } from "../store/testLedger.ts";

/** A ledger of some 1,000 pages, closed. */
async function bigLedger(): Promise<string> {
  const path = join(testFolder(), "账本.jingfei");
  const ledger = await createLedger({ path, clock });
  const invoices = Array.from({ length: 5_000 }, (_, index) =>
    invoiceRow({ id: asId(`i-${index}`), number: `n-${index}` }),
  );
  await write(ledger, (tx) => insertRows(tx, "invoice", invoices));
  await ledger.close();
  return path;
}

function overwrite(path: string, position: number, bytes: Uint8Array): void {
  const file = openSync(path, "r+");
  writeSync(file, bytes, 0, bytes.length, position);
  closeSync(file);
}

describe("a file that is no ledger of this program", () => {
  const makers: readonly (readonly [string, (path: string) => void, object])[] = [
    ["is missing", () => undefined, { code: "not-found", message: expect.stringMatching(/^找不到账本：/) }],
    [
      "is a text",
      (path) => writeFileSync(path, "序号,发票号码\n".repeat(500)),
      { code: "bad-ledger", message: expect.stringMatching(/^这不是经费工作台的账本（是别的种类的文件）：/) },
    ],
    [
      "is a workbook",
      (path) => writeFileSync(path, Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(5_000)])),
      { code: "bad-ledger", message: expect.stringMatching(/^这不是经费工作台的账本（是别的种类的文件）：/) },
    ],
    [
      "is empty",
      (path) => writeFileSync(path, ""),
      { code: "bad-ledger", message: expect.stringContaining("（文件是空的）") },
    ],
    [
      "belongs to another program",
      (path) => {
        const other = new SqliteDatabase(path);
        other.exec("create table moz_places (id integer)");
        other.close();
      },
      { code: "bad-ledger", message: expect.stringContaining("（是其他程序的文件）") },
    ],
  ];

  it.each(makers)("%s", async (_name, make, expected) => {
    const path = join(testFolder(), "文件.jingfei");
    make(path);
    const before = statSync(path, { throwIfNoEntry: false });
    const failure = await failureOf(() => openLedger({ path, clock }));
    expect(failure).toMatchObject(expected);
    expect(failure.hint).toMatch(/。$/);
    const after = statSync(path, { throwIfNoEntry: false });
    expect([after?.size, after?.mtimeMs]).toEqual([before?.size, before?.mtimeMs]);
    expect(statSync(`${path}-lock`, { throwIfNoEntry: false })).toBeUndefined();
  });

  it("is a folder", async () => {
    const failure = await failureOf(() => openLedger({ path: testFolder(), clock }));
    expect(failure).toMatchObject({
      code: "bad-ledger",
      message: expect.stringContaining("（这是一个文件夹）"),
    });
  });

  it("is of a later version", async () => {
    const path = join(testFolder(), "账本.jingfei");
    await (await createLedger({ path, clock })).close();
    const database = new SqliteDatabase(path);
    database.pragma("user_version = 99");
    database.close();
    const before = readFileSync(path);
    expect(await failureOf(() => openLedger({ path, clock }))).toMatchObject({
      code: "bad-ledger",
      message: `账本由更新版本的经费工作台保存（格式 99，本程序只认识到 ${migrations.length}）：${path}`,
      hint: "请升级经费工作台后再打开。账本没有改动。",
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe("a damaged ledger", () => {
  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ["is cut off", (path) => truncateSync(path, statSync(path).size / 2 - 100)],
    ["has a page of zeros", (path) => overwrite(path, 40 * 4_096, new Uint8Array(4_096))],
    ["has a page of noise", (path) => overwrite(path, 300 * 4_096, new Uint8Array(4_096).fill(0xa5))],
    ["lost its first page but the header", (path) => overwrite(path, 100, new Uint8Array(3_996))],
  ];

  it.each(damages)("%s", async (_name, damage) => {
    const path = await bigLedger();
    damage(path);
    const failure = await failureOf(() => openLedger({ path, clock }));
    expect(failure).toMatchObject({
      code: "bad-ledger",
      message: `账本已损坏：${path}`,
      hint: expect.stringContaining("从最近的备份恢复"),
    });
  });
});

describe("a disk without room", () => {
  it("leaves the ledger as it was, and the ledger goes on when there is room again", async () => {
    const path = join(testFolder(), "账本.jingfei");
    await (await createLedger({ path, clock })).close();
    const pages = statSync(path).size / 4_096;
    // A ledger that cannot grow, set on the very connection that writes.
    const full = { version: migrations.length + 1, describe: "no room", up: limit(pages + 20) } as const;
    const ledger = openStore({ path, clock, migrations: [...migrations, full] });
    await write(ledger, insertCase);
    const invoices = Array.from({ length: 3_000 }, (_, index) =>
      invoiceRow({ id: asId(`i-${index}`), number: `n-${index}` }),
    );
    const failure = await failureOf(() => write(ledger, (tx) => insertRows(tx, "invoice", invoices)));
    expect(failure).toMatchObject({
      code: "disk",
      message: "磁盘空间不足，没有写入。",
      hint: "请清理磁盘，或换到有空间的磁盘后再试。原有内容没有改动。",
    });
    expect(await ledger.read.selectFrom("invoice").select("id").execute()).toEqual([{ id: "invoice-1" }]);
    await write(ledger, (tx) => insertRows(tx, "invoice", invoices.slice(0, 10)));
    expect(await ledger.read.selectFrom("invoice").select("id").execute()).toHaveLength(11);
    await ledger.close();
  });
});

describe("a disk of two megabytes", () => {
  /** Only root can make one. */
  const mount = (folder: string): boolean => {
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  };

  it("keeps what it said it kept, to the last write that fitted", async ({ skip }) => {
    const folder = testFolder();
    if (!mount(folder)) return skip("no right to mount");
    onTestFinished(() => {
      execFileSync("umount", ["--lazy", folder]);
    });
    const path = join(folder, "账本.jingfei");
    const ledger = await createLedger({ path, clock });
    let kept = 0;
    const fill = async () => {
      for (;;) {
        const rows = Array.from({ length: 50 }, (_, index) =>
          invoiceRow({ id: asId(`${kept}-${index}`), number: `${kept}-${index}` }),
        );
        await write(ledger, (tx) => insertRows(tx, "invoice", rows));
        kept += rows.length;
      }
    };
    expect(await failureOf(fill)).toMatchObject({
      code: "disk",
      message: expect.stringMatching(/^磁盘空间不足/),
    });
    const refused = await failureOf(() => createLedger({ path: join(folder, "另一本.jingfei"), clock }));
    expect(refused.code).toBe("disk");
    expect(readdirSync(folder).filter((name) => name.startsWith("另一本"))).toEqual([]);
    await ledger.close();
    const reopened = await openLedger({ path, clock });
    expect(await reopened.read.selectFrom("invoice").select("id").execute()).toHaveLength(kept);
    expect(await verifyChain(reopened)).toMatchObject({ kind: "whole" });
    await reopened.close();
    expect(kept).toBeGreaterThan(0);
  });
});

const limit = (pages: number) => (database: Database) => {
  database.pragma(`max_page_count = ${pages}`);
};
