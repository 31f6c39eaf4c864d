import { AsyncLocalStorage } from "node:async_hooks";
import { accessSync, constants, existsSync, realpathSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3";
import type { Clock } from "#shared/kernel/clock.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import { checkColumns, checkWhole, needsCheck, openReader, openWriter } from "./connection.ts";
import { copyLedger } from "./copyLedger.ts";
import { translateFailure } from "./failures.ts";
import { fillTables } from "./fillTables.ts";
import { lockLedger } from "./lock.ts";
import { migrate } from "./migrate.ts";
import { migrations as allMigrations, type Migration } from "./migrations/migrations.ts";
import { newId as randomId } from "./newId.ts";
import { createQueries } from "./queries.ts";
import { createRecorder } from "./recorder.ts";
import { createStatements } from "./statements.ts";
import type { Ledger } from "./types.ts";
import { type Change, type QueryWatch, writing } from "./writing.ts";

export type StoreOptions = Readonly<{
  path: string;
  clock: Clock;
  newId?: () => Id;
  watch?: QueryWatch;
  /** Called after every transaction that was committed. */
  onCommitted?: (change: Change) => void;
  migrations?: readonly Migration[];
}>;

/**
 * Opens an existing file as a ledger, for this process alone, and brings it to the latest shape. Fails with
 * `ledger-busy`, `bad-ledger` or `disk`.
 */
export function openStore(options: StoreOptions): Ledger {
  const path = realpathSync(options.path);
  refuseReadOnly(path);
  const lock = lockLedger(path);
  const wasAlone = !existsSync(`${path}-wal`);
  let writer: Database | undefined;
  try {
    const check = needsCheck(path);
    writer = openWriter(path);
    if (check) checkWhole(writer, path);
    const migrations = options.migrations ?? allMigrations;
    migrate({ database: writer, path, migrations, stamp: options.clock.now() });
    if (options.migrations === undefined) checkColumns(writer, path);
    const reader = openReader(path);
    return createLedger({ ...options, path, writer, reader, release: lock.release });
  } catch (error) {
    writer?.close();
    if (wasAlone) removeEmptyLog(path);
    lock.release();
    throw translateFailure(error, { path });
  }
}

/** SQLite would find out as well, but only after it has put its own files beside the ledger. */
function refuseReadOnly(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw translateFailure(error, { path });
  }
}

/** On a disk without any room SQLite begins a log, cannot go on, and leaves it. */
function removeEmptyLog(path: string): void {
  if (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size !== 0) return;
  for (const rest of ["-wal", "-shm"]) rmSync(`${path}${rest}`, { force: true });
}

type Store = StoreOptions & Readonly<{ writer: Database; reader: Database; release: () => void }>;

function createLedger(store: Store): Ledger {
  const { path, clock, writer, reader, release, watch, newId = randomId } = store;
  const outside = createQueries(reader, watch);
  const inside = createQueries(writer, watch);
  const statements = createStatements(writer, watch);
  const insideWrite = new AsyncLocalStorage<true>();
  let lastWrite: Promise<unknown> = Promise.resolve();
  let isOpen = true;

  const refuse = (): void => {
    if (!isOpen) throw closed(path);
    // The write under way would never see, or would wait for ever for, what goes around it.
    if (insideWrite.getStore()) throw new Error("inside ledger.write use its tx, not the ledger");
  };

  const transaction = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      writer.exec("begin immediate");
      const result = await insideWrite.run(true, work);
      writer.exec("commit");
      return result;
    } catch (error) {
      const failure = translateFailure(error, { path, database: writer });
      // A full disk rolls back by itself.
      if (writer.inTransaction) writer.exec("rollback");
      throw failure;
    }
  };

  /** One write after the other; a failed one does not stop the next. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = lastWrite.then(() => transaction(work));
    lastWrite = result.catch(() => undefined);
    return result;
  };

  return {
    path,
    clock,
    get read() {
      refuse();
      return outside.read;
    },
    readTogether: async (queries) => {
      refuse();
      return outside.readTogether(queries);
    },
    write: async (change, work) => {
      refuse();
      const result = await inTurn(async () => {
        const recorder = createRecorder({ statements, change, clock, newId });
        const done = await work({ ...inside, clock, [writing]: { statements, recorder } });
        recorder.refuseHalf();
        return done;
      });
      store.onCommitted?.(change);
      return result;
    },
    fill: async (tables, fillOptions = {}) => {
      refuse();
      await inTurn(() => fillTables({ database: writer, statements, tables, options: fillOptions }));
    },
    backupTo: async (target) => {
      refuse();
      copyLedger(path, target);
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await lastWrite;
      reader.close();
      writer.close();
      release();
    },
  };
}

const closed = (path: string): UserError =>
  new UserError({ code: "ledger-closed", message: `账本已关闭：${path}`, hint: "请重新打开账本。" });
