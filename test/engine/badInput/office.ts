import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { type CliRun, cli, cliJson } from "#test/engine/support/cli.ts";

/** The sample office in a folder of its own, and what its ledger held before anybody tried anything. */
export type Office = Readonly<{ folder: string; db: string; exportFile: string; dump: string }>;

export type Refusal = Readonly<{
  code: string;
  message: string;
  hint: string;
  details: Readonly<Record<string, unknown>>;
}>;

/** Makes the sample once for the tests of a file and answers with a maker of copies, each for one test. */
export function offices(): () => Office {
  let made: Office | undefined;
  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "jingfei-"));
    const db = path.join(folder, "账本.jingfei");
    const { data } = await cliJson<{ files: readonly string[] }>("init", "--sample", "--db", db);
    made = { folder, db, exportFile: data.files[0] ?? "", dump: await dumpOf(db) };
  });
  afterAll(() => {
    if (made !== undefined) rmSync(made.folder, { recursive: true });
  });
  return () => {
    if (made === undefined) throw new Error("not made yet");
    const folder = testFolder();
    const copy = (file: string): string => {
      const to = path.join(folder, path.basename(file));
      copyFileSync(file, to);
      return to;
    };
    const lock = `${made.db}-lock`;
    copy(lock);
    return { folder, db: copy(made.db), exportFile: copy(made.exportFile), dump: made.dump };
  };
}

export async function dumpOf(db: string): Promise<string> {
  const { code, stdout } = await cli("dump", "--db", db, "--json");
  expect(code).toBe(0);
  return stdout;
}

/** Every name below a folder, so that nothing left behind goes unseen. */
export const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();

/**
 * Holds a run with `--json` to what every refusal owes: exit code 2, one JSON document with nothing but the error, and on
 * stderr the same words, a Chinese sentence with what it is about and another that says what to do.
 */
export function refusalIn({ code, stdout, stderr }: CliRun, about: string): Refusal {
  expect({ code, stdout, stderr }).toMatchObject({ code: 2 });
  const { error, ...others } = JSON.parse(stdout) as { error: Refusal };
  expect(others).toEqual({});
  expect(error.message).toContain(about);
  expect(error.message).toMatch(/\p{Script=Han}/u);
  expect(error.hint).toMatch(/^\p{Script=Han}.*。$/u);
  expect(stderr).toBe(`${error.message}\n${error.hint}\n`);
  // A sentence for the officer has no words of the system in it.
  expect(stderr).not.toMatch(/\b(SQLITE_|E[A-Z]{3,}\b|errno|undefined|null\b|\bat \S+:\d+)/);
  return error;
}

/** Runs a command that must be refused, in an office that must be as it was afterwards. `about`: what the words name. */
export async function refused(office: Office, about: string, ...argv: readonly string[]): Promise<Refusal> {
  const before = namesIn(office.folder);
  const refusal = refusalIn(await cli(...argv, "--json"), about);
  await expectUntouched(office, before);
  return refusal;
}

export async function expectUntouched({ folder, db, dump }: Office, names: readonly string[]): Promise<void> {
  expect(namesIn(folder)).toEqual(names);
  expect((await dumpOf(db)) === dump).toBe(true);
}
