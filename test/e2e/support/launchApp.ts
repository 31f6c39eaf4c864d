import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { launchSettings } from "./launchSettings.ts";

export type RunningApp = Readonly<{
  app: ElectronApplication;
  page: Page;
  userData: string;
  /** Quits the program and, unless the test brought its own, removes its folder. */
  close: () => Promise<void>;
}>;

/** A busy machine may take its time; what never comes is told a little later. */
const patienceMillis = 20_000;

/** Starts the real program as `npm start` does, with the program's own files in `userData` or a folder for once. */
export async function launchApp(given: Readonly<{ userData?: string }> = {}): Promise<RunningApp> {
  const { executable, args, env } = launchSettings();
  const userData = given.userData ?? (await mkdtemp(path.join(os.tmpdir(), "jingfei-e2e-")));
  const app = await _electron.launch({
    executablePath: executable,
    args: [...args],
    env: { ...inheritedEnvironment(), ...env, JINGFEI_USER_DATA: userData },
    timeout: 30_000,
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(patienceMillis);
  await page.waitForLoadState("domcontentloaded");
  return {
    app,
    page,
    userData,
    close: async () => {
      await app.close();
      if (given.userData === undefined) await rm(userData, { recursive: true, force: true });
    },
  };
}

function inheritedEnvironment(): Record<string, string> {
  const pairs = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("VITEST") && name !== "NODE_ENV",
  );
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}
