import { existsSync, realpathSync } from "node:fs";
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

type DeskProps = Readonly<{
  clock: Clock;
  grants: Grants;
  recent: Recent;
  /** Told of what went wrong without standing in the officer's way. */
  report?: (where: string, error: unknown) => void;
}>;

export function createDesk({ clock, grants, recent, report = () => undefined }: DeskProps): Desk {
  let session: Session | undefined;
  let failure: LedgerStatus["failure"] = null;
  let lastTurn: Promise<unknown> = Promise.resolve();

  /** One after the other: of two that open at once, one would stay open and locked with nobody to close it. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = lastTurn.then(work);
    lastTurn = result.catch(() => undefined);
    return result;
  };

  /** No ledger hangs on the list of recent ones: when it cannot be written, the work goes on. */
  const remember = (change: Promise<void>): Promise<void> =>
    change.catch((error: unknown) => report("recent", error));

  return {
    clock,
    recent,
    pathOf: (token, access) => {
      const path = grants.pathOf(token, access);
      if (access === "write" && session?.ledger.path === wholePath(path)) throw inUse(path);
      return path;
    },
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
    open: (path) =>
      inTurn(async () => {
        if (session !== undefined && session.ledger.path === wholePath(path)) return session;
        const before = session;
        const opened = createSession(await openLedger({ path, clock }), sampleClock);
        session = opened;
        failure = null;
        await before?.ledger.close();
        await remember(recent.opened(opened.ledger.path));
        // The window takes about as long to come up. What goes wrong is told to whoever asks for the facts.
        readAhead(opened).catch(() => undefined);
        return opened;
      }),
    failed: (error) => {
      failure =
        error instanceof UserError
          ? { message: error.message, hint: error.hint ?? "" }
          : { message: "程序内部出错。", hint: "请用“打开已有账本”再选一次。" };
    },
    failure: () => failure,
    close: ({ forget }) =>
      inTurn(async () => {
        const before = session;
        session = undefined;
        await before?.ledger.close();
        if (forget) await remember(recent.closed());
      }),
  };
}

/** What every screen begins with. */
async function readAhead(session: Session): Promise<void> {
  const { facts } = await session.context({
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  await facts();
}

const inUse = (path: string): UserError =>
  new UserError({
    code: "refused",
    message: `这是正在使用的账本，不能写入别的内容：${path}`,
    hint: "请换一个文件名。",
  });

/** As a ledger says where it is; the officer may have come to it by a link. */
const wholePath = (path: string): string => (existsSync(path) ? realpathSync(path) : path);
