import path from "node:path";
import { onTestFinished } from "vitest";
import type { Context } from "#engine/context.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { createSample } from "#engine/sample/createSample.ts";
import { createSession } from "#engine/session.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";

/** The sample office in a real ledger file, and contexts to work on it. */
export async function sampleDesk(): Promise<Readonly<{ path: string; context: () => Promise<Context> }>> {
  const file = path.join(testFolder(), "sample.jingfei");
  await createSample({ path: file, clock: systemClock });
  const ledger = await openLedger({ path: file, clock: systemClock });
  onTestFinished(() => ledger.close());
  const session = createSession(ledger);
  return {
    path: file,
    context: () => session.context({ signal: new AbortController().signal, progress: () => undefined }),
  };
}
