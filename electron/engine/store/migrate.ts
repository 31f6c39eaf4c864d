import { copyFileSync, renameSync, rmSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { UserError } from "#shared/kernel/errors.ts";
import { applicationId, versionOf } from "./connection.ts";
import { translateFailure } from "./failures.ts";
import type { Migration } from "./migrations/migrations.ts";

type Migrating = Readonly<{
  database: Database;
  path: string;
  migrations: readonly Migration[];
  stamp: string;
}>;

/**
 * Brings a ledger to the latest shape, one migration and one transaction after the other. A ledger with content is
 * copied beside itself first; when a migration fails, the copy takes its place again, the connection is closed, and the
 * error says so. Answers with the path of the copy.
 */
export function migrate({ database, path, migrations, stamp }: Migrating): string | undefined {
  const version = versionOf(database);
  const pending = migrations.filter((migration) => migration.version > version);
  if (pending.length === 0) return undefined;
  const backup =
    version === 0 ? undefined : `${path}.v${version}-${stamp.replace(/\D/g, "").slice(0, 17)}.bak`;
  try {
    if (backup !== undefined) database.prepare("vacuum into ?").run(backup);
  } catch (error) {
    throw translateFailure(error, { path: backup ?? path });
  }
  // A migration that rebuilds a table needs references to be open for a while; they are checked before its commit.
  database.pragma("foreign_keys = OFF");
  for (const migration of pending) {
    try {
      apply(database, migration);
    } catch (error) {
      const cause = translateFailure(error, { path, database });
      if (database.inTransaction) database.exec("rollback");
      throw backup === undefined ? cause : restored({ database, path, backup, migration, cause });
    }
  }
  database.pragma("foreign_keys = ON");
  return backup;
}

function apply(database: Database, { version, up }: Migration): void {
  database.exec("begin immediate");
  up(database);
  const dangling = database.pragma("foreign_key_check");
  if (Array.isArray(dangling) && dangling.length > 0)
    throw new Error(`migration ${version} left dangling references`);
  database.pragma(`application_id = ${applicationId}`);
  database.pragma(`user_version = ${version}`);
  database.exec("commit");
}

function restored(
  props: Readonly<{ database: Database; path: string; backup: string; migration: Migration; cause: unknown }>,
): UserError {
  const { database, path, backup, migration, cause } = props;
  database.close();
  const copy = `${path}.restoring`;
  copyFileSync(backup, copy);
  for (const rest of ["-wal", "-shm"]) rmSync(`${path}${rest}`, { force: true });
  renameSync(copy, path);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UserError({
    code: "bad-ledger",
    message: `账本升级到格式 ${migration.version} 时失败，已恢复为升级前的样子：${path}`,
    hint: `升级前的副本保存在 ${backup}。请把这条信息发给软件提供者，并暂时使用原来的版本。`,
    details: { path, backup, version: migration.version, reason },
  });
}
