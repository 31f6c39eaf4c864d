import { once } from "node:events";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import SqliteDatabase from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startChild } from "#test/engine/store/child.ts";
import { cli } from "#test/engine/support/cli.ts";
import { expectUntouched, namesIn, type Office, offices, refusalIn, refused } from "./office.ts";

const patience = { timeout: 60_000 };
const office = offices();

/** Every command that opens the ledger named with `--db`. */
const commandsOn = ({ exportFile, folder }: Office): readonly (readonly string[])[] => [
  ["list", "projects"],
  ["check", "--as-of", "2022-07-08"],
  ["dump"],
  ["import", "invoices", exportFile],
  ["undo-import", "none"],
  ["export", "budget", "--project", "SQZL-2022", "--format", "pdf", "--out", path.join(folder, "表.pdf")],
];

function overwrite(file: string, position: number, bytes: Uint8Array): void {
  const handle = openSync(file, "r+");
  writeSync(handle, bytes, 0, bytes.length, position);
  closeSync(handle);
}

function withDatabase(file: string, work: (database: SqliteDatabase.Database) => void): void {
  const database = new SqliteDatabase(file);
  work(database);
  database.close();
}

type Case = readonly [what: string, make: (file: string) => void, code: string, words: string, hint: string];

const chooseLedger = "请选择由经费工作台保存的账本。这个文件没有改动。";
const strangers: readonly Case[] = [
  [
    "is missing",
    (file) => rmSync(file),
    "not-found",
    "找不到账本",
    "请检查它是否被移动、改名或删除，移动硬盘或网络盘是否连接；也可以新建账本，或从备份恢复。",
  ],
  [
    "is a folder",
    (file) => {
      rmSync(file);
      mkdirSync(file);
    },
    "bad-ledger",
    "这不是经费工作台的账本（这是一个文件夹）",
    chooseLedger,
  ],
  [
    "is empty",
    (file) => truncateSync(file),
    "bad-ledger",
    "这不是经费工作台的账本（文件是空的）",
    chooseLedger,
  ],
  [
    "is a text",
    (file) => writeFileSync(file, "项目,金额\n社区综合治理,430000\n".repeat(50)),
    "bad-ledger",
    "这不是经费工作台的账本（是别的种类的文件）",
    chooseLedger,
  ],
  [
    "is a short text",
    (file) => writeFileSync(file, "x"),
    "bad-ledger",
    "这不是经费工作台的账本（是别的种类的文件）",
    chooseLedger,
  ],
  [
    "belongs to another program",
    (file) => {
      rmSync(file);
      withDatabase(file, (database) => database.exec("create table moz_places (id integer)"));
    },
    "bad-ledger",
    "这不是经费工作台的账本（是其他程序的文件）",
    chooseLedger,
  ],
  [
    "belongs to another program that keeps a log beside its files too",
    (file) => {
      rmSync(file);
      withDatabase(file, (database) => {
        database.pragma("journal_mode = WAL");
        database.exec("create table moz_places (id integer)");
      });
    },
    "bad-ledger",
    "这不是经费工作台的账本（是其他程序的文件）",
    chooseLedger,
  ],
  [
    "is of a later version",
    (file) => withDatabase(file, (database) => database.pragma("user_version = 99")),
    "bad-ledger",
    "账本由更新版本的经费工作台保存（格式 99，本程序只认识到 3）",
    "请升级经费工作台后再打开。账本没有改动。",
  ],
];

const damaged = "请不要继续使用这个账本，从最近的备份恢复；原文件请保留，以便找回数据。";
const page = 4_096;
const noise = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 131 + 7) % 256);
const damages: readonly (readonly [string, (file: string) => void])[] = [
  ["lost its second half", (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ["lost its last page", (file) => truncateSync(file, statSync(file).size - page)],
  ["lost all but its header", (file) => truncateSync(file, 100)],
  ["has noise behind its header", (file) => overwrite(file, 100, noise(200))],
  ["has a changed byte in the list of its tables", (file) => overwrite(file, 103, Uint8Array.of(0xff, 0xff))],
  ["has a page of zeros", (file) => overwrite(file, 20 * page, new Uint8Array(page))],
  ["has a page of noise", (file) => overwrite(file, 60 * page, noise(page))],
  [
    "has a few changed bytes in many places",
    (file) => {
      for (let at = 2 * page; at < statSync(file).size; at += page) overwrite(file, at, noise(8));
    },
  ],
];

/** The commands on a ledger that cannot be used: each is refused alike, and nothing in the folder changes. */
async function refuseAll(at: Office, code: string, words: string, hint: string, left: readonly string[]) {
  const before = namesIn(at.folder);
  const bytes = statSync(at.db, { throwIfNoEntry: false })?.isFile() ? readFileSync(at.db) : undefined;
  for (const command of commandsOn(at)) {
    const refusal = refusalIn(await cli(...command, "--db", at.db, "--json"), at.db);
    expect(refusal).toMatchObject({ code, message: `${words}：${at.db}`, hint });
  }
  expect(namesIn(at.folder)).toEqual([...before, ...left].toSorted());
  if (bytes !== undefined) expect(readFileSync(at.db).equals(bytes)).toBe(true);
}

describe("a ledger that", () => {
  it.each(strangers)("%s", async (_what, make, code, words, hint) => {
    const at = office();
    rmSync(`${at.db}-lock`);
    make(at.db);
    await refuseAll(at, code, words, hint, []);
  });

  it.each(damages)("%s", async (_what, damage) => {
    const at = office();
    damage(at.db);
    await refuseAll(at, "bad-ledger", "账本已损坏", damaged, []);
  });

  it("is open elsewhere", patience, async () => {
    const at = office();
    const holder = startChild("openAndHold", [at.db]);
    await holder.firstLine();
    const before = namesIn(at.folder);
    const load = ["load", path.join(at.folder, "数据.json")];
    writeFileSync(path.join(at.folder, "数据.json"), at.dump);
    for (const command of [...commandsOn(at), load]) {
      const refusal = refusalIn(await cli(...command, "--db", at.db, "--json"), at.db);
      expect(refusal).toMatchObject({
        code: "ledger-busy",
        hint: "请先在那边关闭账本，再到这里打开。",
        details: { pid: holder.process.pid },
      });
      expect(refusal.message).toMatch(/^账本正被另一个经费工作台窗口或命令使用（进程 \d+，.* 打开）：/);
    }
    expect(namesIn(at.folder)).toEqual([...before, "数据.json"].toSorted());
    holder.process.stdin.end();
    await once(holder.process, "close");
    rmSync(path.join(at.folder, "数据.json"));
    const names = before.filter((name) => !/-(wal|shm)$/.test(name));
    await expectUntouched(at, names);
  });

  it.each([
    ["a function that a check calls", "date(", "dete("],
    ["a column", '"deductionCents" integer', '"deductionCemts" integer'],
    ["the id of a table", '"id" text', '"io" text'],
  ])("has a changed byte in the name of %s", async (_what, name, changed) => {
    const at = office();
    // Each byte a character and back: what is no text stays as it is.
    writeFileSync(at.db, readFileSync(at.db, "latin1").replaceAll(name, changed), "latin1");
    await refuseAll(at, "bad-ledger", "账本已损坏", damaged, []);
  });

  it(
    "has whatever byte changed: is refused as damaged or does its work, but never fails by itself",
    patience,
    async () => {
      const at = office();
      const whole = readFileSync(at.db);
      const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }));
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 40 }), async (changes) => {
          const bytes = Buffer.from(whole);
          for (const [position, bits] of changes) bytes[position] = (bytes[position] ?? 0) ^ bits;
          writeFileSync(at.db, bytes);
          for (const command of [["check", "--as-of", "2022-07-08"], ["dump"]]) {
            const run = await cli(...command, "--db", at.db, "--json");
            if (run.code === 2) refusalIn(run, at.db);
            else expect([0, 1]).toContain(run.code);
          }
          for (const rest of ["-wal", "-shm"]) rmSync(`${at.db}${rest}`, { force: true });
        }),
        // What fails must be told in time, and not made smaller until there is none left.
        { numRuns: 40, endOnFailure: true },
      );
    },
  );
});

describe("a ledger that is to be made", () => {
  const makers = (at: Office): readonly (readonly string[])[] => {
    writeFileSync(path.join(at.folder, "数据.json"), at.dump);
    return [["init"], ["init", "--sample"], ["load", path.join(at.folder, "数据.json")]];
  };

  it("never replaces a file or a folder", async () => {
    const at = office();
    const taken = path.join(at.folder, "文件.txt");
    writeFileSync(taken, "别人的内容");
    mkdirSync(path.join(at.folder, "夹"));
    for (const command of makers(at).slice(0, 2)) {
      const file = await refused(at, taken, ...command, "--db", taken);
      expect(file).toMatchObject({ code: "conflict", message: `已有同名文件，没有新建：${taken}` });
      const folder = await refused(at, "夹", ...command, "--db", path.join(at.folder, "夹"));
      expect(folder.message).toMatch(/^已有同名文件夹，没有新建：/);
      const own = await refused(at, at.db, ...command, "--db", at.db);
      expect(own).toMatchObject({ code: "conflict" });
    }
    expect(readFileSync(taken, "utf8")).toBe("别人的内容");
  });

  it.each([
    ["没有/账本.jingfei", "not-found", /^文件夹不存在，没有新建账本：.*没有$/],
    ["账本.jingfei/新.jingfei", "disk", /^打不开文件，或不能在所在文件夹里写入：/],
    [`${"长".repeat(200)}.jingfei`, "bad-request", /^文件名太长：/],
  ])("%s: says what is wrong with the place", async (name, code, message) => {
    const at = office();
    for (const command of makers(at)) {
      const refusal = await refused(at, at.folder, ...command, "--db", path.join(at.folder, name));
      expect(refusal.code).toBe(code);
      expect(refusal.message).toMatch(message);
    }
  });
});
