import type { Database } from "better-sqlite3";
import { type ErrorCode, UserError } from "#shared/kernel/errors.ts";
import { columnLabelOf, tableLabels } from "#shared/model/labels.ts";
import { brokenInvariant } from "./invariantFailures.ts";

type Context = Readonly<{ path?: string; database?: Database }>;
type Failure = Readonly<{ code: ErrorCode; message: string; hint: string }>;

/** What SQLite and the operating systems report, by the start of its code. The first that fits counts. */
const failures: readonly (readonly [prefix: string, failure: Failure])[] = [
  ["SQLITE_FULL", full()],
  ["ENOSPC", full()],
  ["EDQUOT", full()],
  // No room for what SQLite keeps beside an open ledger.
  ["SQLITE_IOERR_SHMSIZE", full()],
  ["EFBIG", full()],
  ["SQLITE_READONLY", readOnly()],
  ["EROFS", readOnly()],
  ["EACCES", readOnly()],
  ["EPERM", readOnly()],
  ["SQLITE_CANTOPEN", cannotOpen()],
  ["SQLITE_PERM", cannotOpen()],
  ["SQLITE_AUTH", cannotOpen()],
  ["ENOTDIR", cannotOpen()],
  ["EISDIR", cannotOpen()],
  ["ELOOP", cannotOpen()],
  ["ENAMETOOLONG", { code: "bad-request", message: "文件名太长", hint: "请换一个短一些的文件名。" }],
  ["EMFILE", cannotOpen()],
  ["ENFILE", cannotOpen()],
  [
    "ENOENT",
    {
      code: "not-found",
      message: "找不到文件或文件夹",
      hint: "请检查它是否被移动、改名或删除，移动硬盘或网络盘是否连接。",
    },
  ],
  [
    "SQLITE_NOTADB",
    {
      code: "bad-ledger",
      message: "这不是经费工作台的账本",
      hint: "请选择由经费工作台保存的账本。这个文件没有改动。",
    },
  ],
  [
    "SQLITE_CORRUPT",
    {
      code: "bad-ledger",
      message: "账本已损坏",
      hint: "请不要继续使用这个账本，从最近的备份恢复；原文件请保留，以便找回数据。",
    },
  ],
  ["SQLITE_BUSY", busy()],
  ["SQLITE_LOCKED", busy()],
  ["SQLITE_PROTOCOL", busy()],
  ["EBUSY", busy()],
  ["ETXTBSY", busy()],
  [
    "SQLITE_IOERR",
    {
      code: "disk",
      message: "读写磁盘时出错，没有完成",
      hint: "请检查磁盘是否还有空间，移动硬盘或网络盘是否正常连接，再重新打开账本。原有内容没有改动。",
    },
  ],
  ["EIO", { code: "disk", message: "读写磁盘时出错", hint: "请检查磁盘、移动硬盘或网络盘是否正常连接。" }],
  ["SQLITE_NOMEM", { code: "refused", message: "内存不足，没有完成", hint: "请关闭其他程序后再试。" }],
  ["SQLITE_TOOBIG", { code: "bad-request", message: "内容太长，没有保存", hint: "请缩短后再保存。" }],
  ["SQLITE_INTERRUPT", { code: "cancelled", message: "已取消，账本没有改动", hint: "需要时请重新开始。" }],
];

function full(): Failure {
  return {
    code: "disk",
    message: "磁盘空间不足，没有写入",
    hint: "请清理磁盘，或换到有空间的磁盘后再试。原有内容没有改动。",
  };
}

function readOnly(): Failure {
  return {
    code: "disk",
    message: "没有写入权限：文件或所在文件夹是只读的",
    hint: "请把账本放到可以写入的文件夹（例如“文档”），或去掉文件的“只读”属性后再试。",
  };
}

function cannotOpen(): Failure {
  return {
    code: "disk",
    message: "打不开文件，或不能在所在文件夹里写入",
    hint: "请检查路径、文件夹的写入权限，移动硬盘或网络盘是否连接。",
  };
}

function busy(): Failure {
  return {
    code: "ledger-busy",
    message: "文件正被其他程序占用",
    hint: "请关闭正在使用它的程序（例如备份、同步或杀毒软件）后再试。",
  };
}

/** The code that SQLite or the operating system gave an error, such as `SQLITE_FULL` or `EACCES`. */
export function sqliteCodeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/**
 * Turns what SQLite or the file system reports into an error its reader can act on; anything else comes out as it is,
 * since it is our fault. With the `database`, before its transaction is rolled back, the objects are called by name.
 */
export function translateFailure(error: unknown, { path, database }: Context = {}): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const code = sqliteCodeOf(error);
  if (code === undefined) return error;
  if (code.startsWith("SQLITE_CONSTRAINT")) return brokenConstraint(code, error, database);
  const known = failures.find(([prefix]) => code.startsWith(prefix))?.[1];
  // Whatever else a system call fails with is no fault of the program.
  const failure = known ?? ("syscall" in error ? cannotOpen() : undefined);
  if (failure === undefined) return error;
  const { message, hint } = failure;
  return new UserError({
    code: failure.code,
    message: path === undefined ? `${message}。` : `${message}：${path}`,
    hint,
    details: { cause: code, ...(path === undefined ? {} : { path }) },
  });
}

function brokenConstraint(code: string, error: Error, database: Database | undefined): unknown {
  switch (code) {
    case "SQLITE_CONSTRAINT_TRIGGER":
      return brokenInvariant(error.message, database) ?? error;
    case "SQLITE_CONSTRAINT_FOREIGNKEY":
      return new UserError({
        code: "conflict",
        message: "引用的记录不存在，没有保存。",
        hint: "它可能刚被别处改动，请刷新后再试。",
      });
    case "SQLITE_CONSTRAINT_UNIQUE":
    case "SQLITE_CONSTRAINT_PRIMARYKEY":
      return duplicate(error.message);
    case "SQLITE_CONSTRAINT_CHECK":
      return brokenCheck(error.message);
    default:
      return error;
  }
}

/** "UNIQUE constraint failed: instalment.contractId, instalment.seq" */
function duplicate(message: string): UserError {
  const columns = [...message.matchAll(/(\w+)\.(\w+)/g)];
  const table = columns[0]?.[1] ?? "";
  const names = columns.map((column) => `“${columnLabelOf(column[2] ?? "")}”`).join("＋");
  return new UserError({
    code: "conflict",
    message: `${labelOfTable(table)}的${names}与已有的一条重复，没有保存。`,
    hint: "请改用别的编号，或打开已有的那一条修改。",
    details: { table, columns: columns.map((column) => column[2]).join(",") },
  });
}

/** "CHECK constraint failed: startDate <= endDate": the checks have the names of their columns. */
function brokenCheck(message: string): UserError {
  const name = message.slice(message.indexOf(": ") + 2);
  const [from = "", to] = name.split(" <= ");
  if (to !== undefined) {
    return new UserError({
      code: "bad-request",
      message: `“${columnLabelOf(to)}”早于“${columnLabelOf(from)}”，没有保存。`,
      hint: "请改正其中一个。",
      details: { from, to },
    });
  }
  if (name === "instalmentId, invoiceId") {
    return new UserError({
      code: "bad-request",
      message: "分摊既没有付款期次也没有发票，没有保存。",
      hint: "请至少选一个付款期次或一张发票。",
    });
  }
  return new UserError({
    code: "bad-request",
    message: `“${name.split(", ").map(columnLabelOf).join("”“")}”的内容不合要求，没有保存。`,
    hint: "请检查它的写法后再试。",
    details: { column: name },
  });
}

const labelOfTable = (table: string): string =>
  Object.entries(tableLabels).find(([name]) => name === table)?.[1] ?? table;

export const notALedger = (path: string, why: string): UserError =>
  new UserError({
    code: "bad-ledger",
    message: `这不是经费工作台的账本（${why}）：${path}`,
    hint: "请选择由经费工作台保存的账本。这个文件没有改动。",
    details: { path },
  });
