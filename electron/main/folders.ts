import { mkdirSync } from "node:fs";
import path from "node:path";
import { app } from "electron";

/**
 * Puts the program's own files under a name without Chinese, which older tools choke on. Must run before anything
 * asks for a path. JINGFEI_USER_DATA gives every test its own.
 */
export function settleFolders(): void {
  const own = process.env.JINGFEI_USER_DATA ?? path.join(app.getPath("appData"), "jingfei");
  const browser = path.join(own, "browser");
  mkdirSync(browser, { recursive: true });
  app.setPath("userData", own);
  app.setPath("sessionData", browser);
}

/** Where the build puts what the shell loads: beside itself. */
export const builtFile = (...names: readonly string[]): string =>
  path.join(import.meta.dirname, "..", ...names);
