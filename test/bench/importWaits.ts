import { fork } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { FileToken } from "#shared/api/fields.ts";
import type { Result } from "#shared/api/wire.ts";
import type { BenchRow } from "./benchRow.ts";
import type { FromBenchEngine, ToBenchEngine } from "./engineProcess.ts";

const script = fileURLToPath(new URL("./engineProcess.ts", import.meta.url));

/** An engine in a process of its own, asked as a window asks it. */
function startEngine(folder: string) {
  const child = fork(script, [folder], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const send = (message: ToBenchEngine): void => void child.send(message);
  let [id, tokens] = [0, 0];
  return {
    grant: (file: string, access: "read" | "write"): FileToken => {
      tokens += 1;
      const token = `bench-${tokens}` as FileToken;
      send({ grant: { token, path: file, access } });
      return token;
    },
    /** Asks; after `cancelAfter` milliseconds it is cancelled. Times are milliseconds since it was asked. */
    ask: async (route: string, input: unknown, cancelAfter?: number): Promise<Asked> => {
      id += 1;
      const own = id;
      const start = performance.now();
      const told: Moment[] = [];
      let turn = 0;
      const reply = new Promise<Result<unknown>>((resolve) => {
        const hear = ({ message, cpu, longestTurn }: FromBenchEngine): void => {
          if (message.kind === "event" || message.id !== own) return;
          told.push({ at: performance.now() - start, cpu });
          turn = Math.max(turn, longestTurn);
          if (message.kind === "progress") return;
          child.off("message", hear);
          resolve(JSON.parse(message.result) as Result<unknown>);
        };
        child.on("message", hear);
      });
      send({ kind: "request", id: own, route, input });
      let cancelled: number | undefined;
      if (cancelAfter !== undefined) {
        await Promise.race([sleep(cancelAfter), reply]);
        cancelled = performance.now() - start;
        send({ kind: "cancel", id: own });
      }
      return { result: await reply, told, turn, cancelled, ended: performance.now() - start };
    },
    stop: async (): Promise<void> => {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

/** Milliseconds by the clock since something was asked, and on a processor since the engine began. */
type Moment = Readonly<{ at: number; cpu: number }>;

type Asked = Readonly<{
  result: Result<unknown>;
  /** Every word about it, the answer last. */
  told: readonly Moment[];
  /** The most that the engine did in one go, milliseconds of a processor. */
  turn: number;
  cancelled: number | undefined;
  ended: number;
}>;

/** The longest time between two words, by the clock and on the processor. */
function longestSilence({ told }: Asked): Moment {
  const gaps = told.slice(1).map(({ at, cpu }, index) => {
    const before = told[index] ?? { at, cpu };
    return { at: at - before.at, cpu: cpu - before.cpu };
  });
  return {
    at: Math.max(told[0]?.at ?? 0, ...gaps.map(({ at }) => at)),
    cpu: Math.max(...gaps.map(({ cpu }) => cpu)),
  };
}

const places = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/**
 * How long an officer waits for a word while a workbook is read and imported, and for the end of it once he cancels,
 * wherever the work stands: asked of the engine in its own process.
 */
export async function importWaits(
  name: string,
  { folder, file, empty }: Readonly<{ folder: string; file: string; empty: string }>,
): Promise<readonly BenchRow[]> {
  mkdirSync(folder, { recursive: true });
  const ledger = path.join(folder, "waits.jingfei");
  copyFileSync(empty, ledger);
  const engine = startEngine(folder);
  try {
    return await measured(name, { engine, ledger, file });
  } finally {
    // Also when it fails: with a child that listens the bench would not end.
    await engine.stop();
  }
}

async function measured(
  name: string,
  {
    engine,
    ledger,
    file,
  }: Readonly<{ engine: ReturnType<typeof startEngine>; ledger: string; file: string }>,
): Promise<readonly BenchRow[]> {
  const ok = ({ result }: Asked): unknown => {
    if (!result.ok) throw new Error(result.error.message);
    return result.data;
  };
  ok(await engine.ask("ledger.open", { file: engine.grant(ledger, "write") }));
  const input = { source: { file: engine.grant(file, "read") }, said: null, fixes: [] };
  const cancels: Moment[] = [];
  const cancelled = async (route: string, asked: unknown, after: number): Promise<void> => {
    const { result, cancelled: at = 0, ended, turn } = await engine.ask(route, asked, after);
    if (!result.ok && result.error.code === "cancelled") cancels.push({ at: ended - at, cpu: turn });
    else if (!result.ok) throw new Error(result.error.message);
  };
  const preview = await engine.ask("invoices.previewImport", input);
  ok(preview);
  for (const place of places) await cancelled("invoices.previewImport", input, preview.ended * place);
  const { id } = ok(await engine.ask("invoices.previewImport", input)) as Readonly<{ id: string }>;
  const commit = { previewId: id, leaveOut: [], rememberAs: null };
  // Half a second into it at most: how long it takes nobody knows before it was done once.
  for (const after of [50, 200, 350, 500]) await cancelled("invoices.commitImport", commit, after);
  const written = await engine.ask("invoices.commitImport", commit);
  ok(written);
  const row = (what: string, { at, cpu }: Moment): BenchRow => ({
    name: `${name}: ${what}`,
    seconds: at / 1000,
    cpuSeconds: cpu / 1000,
    baselineSeconds: null,
    baselineCpuSeconds: null,
    ratio: null,
    peakMb: 0,
  });
  const longest = (of: (moment: Moment) => number): number => Math.max(...cancels.map(of));
  return [
    row("longest wait for a word while it is read", longestSilence(preview)),
    row("longest wait for a word while it is written", longestSilence(written)),
    row(`longest wait for the end after ${cancels.length} cancels; cpu: most done in one go`, {
      at: longest(({ at }) => at),
      cpu: Math.max(
        longest(({ cpu }) => cpu),
        preview.turn,
        written.turn,
      ),
    }),
  ];
}
