import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { createLedger } from "#engine/ledger/createLedger.ts";
import type { StoreOptions } from "#engine/store/openStore.ts";
import type { Ledger, WritableLedger } from "#engine/store/types.ts";
import type { Clock } from "#shared/kernel/clock.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";

export const clock: Clock = { today: () => isoDate("2022-07-08"), now: () => "2022-07-08T01:02:03.000Z" };

/** A folder of its own for a test, gone when the test is over. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "jingfei-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new ledger in a file, closed when the test is over. */
export async function testLedger(options: Partial<StoreOptions> = {}): Promise<Ledger> {
  const ledger = await createLedger({ path: join(testFolder(), "test.jingfei"), clock, ...options });
  onTestFinished(() => ledger.close());
  return ledger;
}

/** One for all tests of a file, to be made in its `beforeAll` and only read by them. */
export async function lastingLedger(): Promise<Ledger> {
  const folder = mkdtempSync(join(tmpdir(), "jingfei-"));
  const ledger = await createLedger({ path: join(folder, "test.jingfei"), clock });
  afterAll(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return ledger;
}

export const write = <Result>(
  ledger: Ledger,
  work: (tx: WritableLedger) => Promise<Result>,
): Promise<Result> => ledger.write({ actor: "王经办", action: "试验" }, work);

/** The `UserError` that the work must fail with. */
export async function failureOf(work: () => Promise<unknown> | unknown): Promise<UserError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("it did not fail");
}
