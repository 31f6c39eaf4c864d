import path from "node:path";
import { api } from "#shared/api/contract.ts";
import type { EngineSettings, Grant } from "#shared/api/engineControl.ts";
import { createDesk, type Desk } from "./desk.ts";
import { createErrorLog } from "./errorLog.ts";
import { createGrants } from "./grants.ts";
import { createHandlers } from "./handlers.ts";
import { createRecent } from "./recent.ts";
import { type Port, serve } from "./serve.ts";
import { systemClock } from "./store/systemClock.ts";

/** The product without its windows. */
export type Engine = Readonly<{
  /** Answers a window from now on; what it asks before the last ledger is open again waits. */
  connect: (port: Port) => void;
  grant: (grant: Grant) => void;
  report: (where: string, error: unknown) => void;
  /** Finishes what is being written and closes the ledger. */
  stop: () => Promise<void>;
}>;

export function startEngine({ userData }: EngineSettings): Engine {
  const clock = systemClock;
  const report = createErrorLog(path.join(userData, "logs"), clock.now);
  const grants = createGrants();
  const desk = createDesk({ clock, grants, recent: createRecent(userData), report });
  const handlers = createHandlers(desk);
  const ready = reopen(desk, report);
  return {
    connect: (port) => void ready.then(() => serve({ port, routes: api, handlers, report })),
    grant: grants.add,
    report,
    stop: async () => {
      await ready;
      await desk.close({ forget: false });
    },
  };
}

/** Puts back what lay on the desk, also after the engine died. A ledger that will not open leaves the start page. */
async function reopen(desk: Desk, report: Engine["report"]): Promise<void> {
  try {
    const last = await desk.recent.last();
    if (last !== undefined) await desk.open(last);
  } catch (error) {
    desk.failed(error);
    report("reopen", error);
  }
}
