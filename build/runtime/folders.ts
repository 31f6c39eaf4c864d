import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const oneDay = 24 * 60 * 60 * 1000;

/** Where runtimes are kept for all copies of the project of this user. */
export function cacheFolder(): string {
  const base =
    process.platform === "win32"
      ? (process.env.LOCALAPPDATA ?? path.join(os.homedir(), "AppData", "Local"))
      : (process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), ".cache"));
  return path.join(base, "jingfei");
}

/**
 * Makes the folder `name` in the cache once: `fill` works in a temporary folder that takes its place only when whole,
 * so an interrupted or a second set-up never leaves half a runtime behind.
 */
export async function cachedFolder(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const target = path.join(cacheFolder(), name);
  if (existsSync(target)) return target;
  mkdirSync(cacheFolder(), { recursive: true });
  removeAbandoned();
  const draft = mkdtempSync(path.join(cacheFolder(), ".making-"));
  try {
    await fill(draft);
    if (!existsSync(target)) renameSync(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

/** Somebody pressed Ctrl+C in the middle: what is left of it after a day nobody is working on any more. */
function removeAbandoned(): void {
  for (const name of readdirSync(cacheFolder()).filter((entry) => entry.startsWith("."))) {
    const folder = path.join(cacheFolder(), name);
    const { mtimeMs } = statSync(folder);
    if (Date.now() - mtimeMs > oneDay) rmSync(folder, { recursive: true, force: true });
  }
}
