import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { _electron } from "playwright-core";
import { createRecent } from "#engine/recent.ts";
import { createSample } from "#engine/sample/createSample.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { hasDisplay, startVirtualDisplay } from "../../build/runtime/display.ts";
import { prepareWindow } from "../../build/runtime/prepare.ts";
import { launchCommand } from "../../build/runtime/runtime.ts";
import { root } from "../../build/setup/root.mjs";
import { type BenchRow, compared, type Measured } from "./benchRow.ts";

type Launch = Readonly<{ folder: string; env: Readonly<Record<string, string>>; ready: string }>;

const rounds = 5;

/** From the start of the process until the page can be used, the middle of five; against a window with one word in it. */
export async function bench(): Promise<readonly BenchRow[]> {
  const runtime = await prepareWindow();
  const screen = hasDisplay() ? undefined : await startVirtualDisplay();
  const folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-start-"));
  try {
    const ledger = path.join(folder, "sample.jingfei");
    await createSample({ path: ledger, clock: systemClock });
    const withLedger = path.join(folder, "with-ledger");
    mkdirSync(withLedger);
    await createRecent(withLedger).opened(ledger);
    const display = screen === undefined ? {} : { DISPLAY: screen.display };
    const start = async ({ folder: app, env, ready }: Launch): Promise<number> => {
      const command = launchCommand(runtime, app);
      const begun = performance.now();
      const running = await _electron.launch({
        executablePath: command.executable,
        args: [...command.args],
        env: { ...inherited(), ...command.env, ...display, ...env },
      });
      const page = await running.firstWindow();
      await page.locator(ready).first().waitFor();
      const seconds = (performance.now() - begun) / 1000;
      await running.close();
      return seconds;
    };
    const bare = await middle(() =>
      start({ folder: path.join(import.meta.dirname, "bareWindow"), env: {}, ready: "h1" }),
    );
    const first = await middle((round) =>
      start({
        folder: root,
        env: { JINGFEI_USER_DATA: path.join(folder, `new-${round}`) },
        ready: ".jf-start h1",
      }),
    );
    const bench = await middle(() =>
      start({ folder: root, env: { JINGFEI_USER_DATA: withLedger }, ready: "main h1" }),
    );
    return [
      compared("cold start to the first page (bare: an Electron window)", first, bare),
      compared("cold start to the work bench of the sample, figures in", bench, bare),
    ];
  } finally {
    screen?.stop();
    rmSync(folder, { recursive: true });
  }
}

async function middle(measure: (round: number) => Promise<number>): Promise<Measured> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await measure(round));
  const seconds = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  return { seconds, cpuSeconds: null, peakMb: 0 };
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
