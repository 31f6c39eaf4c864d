import type { LedgerStatus } from "#shared/api/ledger.ts";
import type { Clock } from "#shared/kernel/clock.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Context } from "./context.ts";
import type { Grants } from "./grants.ts";
import { openLedger } from "./ledger/openLedger.ts";
import { sampleClock } from "./office/sampleClock.ts";
import type { Recent } from "./recent.ts";
import { createSession, type Session } from "./session.ts";

/** What lies on the officer's desk: at most one open ledger, and the files that were picked. */
export type Desk = Readonly<{
  clock: Clock;
  recent: Recent;
  pathOf: Grants["pathOf"];
  session: () => Session | undefined;
  /** A context on the open ledger; refuses when none is open. */
  context: (request: Pick<Context, "signal" | "progress">) => Promise<Context>;
  /** Opens a ledger in place of the one that is open. That one stays open when it fails. */
  open: (path: string) => Promise<Session>;
  /** Keeps why the last ledger could not be opened again, until another one is. */
  failed: (error: unknown) => void;
  failure: () => LedgerStatus["failure"];
  /** `forget`: the officer closed it, so the next start does not open it again. */
  close: (how: Readonly<{ forget: boolean }>) => Promise<void>;
}>;

type DeskProps = Readonly<{ clock: Clock; grants: Grants; recent: Recent }>;

export function createDesk({ clock, grants, recent }: DeskProps): Desk {
  let session: Session | undefined;
  let failure: LedgerStatus["failure"] = null;

  return {
    clock,
    recent,
    pathOf: grants.pathOf,
    session: () => session,
    context: async (request) => {
      if (session === undefined) {
        throw new UserError({
          code: "ledger-closed",
          message: "还没有打开账本。",
          hint: "请先打开账本，或新建一个。",
        });
      }
      return session.context(request);
    },
    open: async (path) => {
      if (session?.ledger.path === path) return session;
      const before = session;
      session = createSession(await openLedger({ path, clock }), sampleClock);
      failure = null;
      await before?.ledger.close();
      await recent.opened(session.ledger.path);
      return session;
    },
    failed: (error) => {
      failure =
        error instanceof UserError
          ? { message: error.message, hint: error.hint ?? "" }
          : { message: "上次的账本没有打开。", hint: "请用“打开账本”再选一次。" };
    },
    failure: () => failure,
    close: async ({ forget }) => {
      const before = session;
      session = undefined;
      await before?.ledger.close();
      if (forget) await recent.closed();
    },
  };
}
