import path from "node:path";
import { onTestFinished } from "vitest";
import type { Context } from "#engine/context.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { createSample } from "#engine/sample/createSample.ts";
import { createSession } from "#engine/session.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import type { Ledger } from "#engine/store/types.ts";
import type { Clock } from "#shared/kernel/clock.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";

export type TestDesk = Readonly<{
  path: string;
  ledger: Ledger;
  context: () => Promise<Context>;
}>;

/** The sample office in a real ledger file, and contexts to work on it. */
export async function sampleDesk(clock: Clock = systemClock): Promise<TestDesk & { exportPath: string }> {
  const file = path.join(testFolder(), "sample.jingfei");
  const { exportPath } = await createSample({ path: file, clock });
  return { ...(await deskOn(file, clock)), exportPath };
}

/** Contexts on a ledger file; it is closed when the test is over. */
export async function deskOn(file: string, clock: Clock): Promise<TestDesk> {
  const ledger = await openLedger({ path: file, clock });
  onTestFinished(() => ledger.close());
  const session = createSession(ledger);
  return {
    path: file,
    ledger,
    context: () => session.context({ signal: new AbortController().signal, progress: () => undefined }),
  };
}
