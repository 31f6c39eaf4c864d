import { closeSync, existsSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { UserError } from "#shared/kernel/errors.ts";
import { startsDatabase } from "../files/databaseFile.ts";
import { applicationId, connectReadOnly, versionOf } from "./connection.ts";
import { notALedger, translateFailure } from "./failures.ts";
import { latestVersion } from "./migrations/migrations.ts";

/**
 * Looks whether the file is a ledger that this program can read, without changing or locking it and without leaving
 * anything beside it. Fails with `not-found` or `bad-ledger`.
 */
export function probeLedger(path: string, newestVersion: number = latestVersion()): void {
  if (!existsSync(path)) {
    throw new UserError({
      code: "not-found",
      message: `找不到账本：${path}`,
      hint: "请检查它是否被移动、改名或删除，移动硬盘或网络盘是否连接；也可以新建账本，或从备份恢复。",
    });
  }
  const file = statSync(path);
  if (file.isDirectory()) throw notALedger(path, "这是一个文件夹");
  if (!file.isFile()) throw notALedger(path, "这不是普通文件");
  if (file.size === 0) throw notALedger(path, "文件是空的");
  const marks = marksOf(path);
  if (marks === undefined) throw notALedger(path, "是别的种类的文件");
  if (marks.application !== applicationId) throw notALedger(path, "是其他程序的文件");
  if (marks.version > newestVersion) {
    throw new UserError({
      code: "bad-ledger",
      message: `账本由更新版本的经费工作台保存（格式 ${marks.version}，本程序只认识到 ${newestVersion}）：${path}`,
      hint: "请升级经费工作台后再打开。账本没有改动。",
      details: { path, version: marks.version },
    });
  }
}

type Marks = Readonly<{ application: number; version: number }>;

function marksOf(path: string): Marks | undefined {
  try {
    // With a log beside it the file is open somewhere, or was left in the middle: the marks may still be in the log.
    const whole = realpathSync(path);
    return existsSync(`${whole}-wal`) ? askSqlite(whole) : readHeader(whole);
  } catch (error) {
    throw translateFailure(error, { path });
  }
}

function askSqlite(path: string): Marks {
  const database = connectReadOnly(path);
  try {
    const application = Number(database.pragma("application_id", { simple: true }));
    return { application, version: versionOf(database) };
  } finally {
    database.close();
  }
}

const headerSize = 100;

/**
 * The two numbers in the header of every SQLite file ("The Database Header" of its documentation). Opened through
 * SQLite, even only to be read, a file gets two companions that would stay.
 */
function readHeader(path: string): Marks | undefined {
  const file = openSync(path, "r");
  try {
    const header = Buffer.alloc(headerSize);
    const length = readSync(file, header, 0, headerSize, 0);
    if (length < headerSize || !startsDatabase(header)) return undefined;
    return { application: header.readInt32BE(68), version: header.readInt32BE(60) };
  } finally {
    closeSync(file);
  }
}
