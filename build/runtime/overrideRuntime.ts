import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { equip } from "./equip.ts";
import { cachedFolder } from "./folders.ts";
import type { Runtime } from "./runtime.ts";
import { SetupError, say } from "./say.ts";
import { sqliteBindingFor } from "./sqliteBinding.ts";

/** The Electron in `dist`, a folder laid out like the official download. */
export async function overrideRuntime(dist: string): Promise<Runtime> {
  const program = process.platform === "win32" ? "electron.exe" : "electron";
  const given = path.join(dist, program);
  if (!existsSync(given)) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH 指定的文件夹里没有 ${program}：${dist}`);
  }
  const version = versionOf(dist, given);
  const opensFolders = existsSync(path.join(dist, "resources", "default_app.asar"));
  return {
    kind: "override",
    version,
    executable: opensFolders ? given : path.join(await equippedCopy(dist, given), program),
    sqliteBinding: await sqliteBindingFor(version),
  };
}

/** A bare runtime is never changed where it lies: it may belong to somebody else. */
function equippedCopy(dist: string, executable: string): Promise<string> {
  const identity = `${path.resolve(dist)} ${statSync(executable).mtimeMs} ${statSync(executable).size}`;
  const key = createHash("sha256").update(identity).digest("hex").slice(0, 12);
  return cachedFolder(`electron-override-${key}`, async (draft) => {
    say("正在准备 ELECTRON_OVERRIDE_DIST_PATH 指定的运行环境（只此一次）……");
    const theirApp = path.join(path.resolve(dist), "resources", "app");
    cpSync(path.resolve(dist), draft, { recursive: true, filter: (source) => source !== theirApp });
    await equip(draft);
  });
}

/** Official downloads say their version in a file; in others it is found in the program itself. */
function versionOf(dist: string, executable: string): string {
  const note = path.join(dist, "version");
  if (existsSync(note)) return readFileSync(note, "utf8").trim().replace(/^v/, "");
  const program = readFileSync(executable);
  const at = program.indexOf("Electron/");
  const match = /^Electron\/(\d+\.\d+\.\d+)/.exec(program.toString("latin1", at, at + 30));
  if (at < 0 || !match?.[1]) throw new SetupError(`看不出这个 Electron 的版本：${dist}`);
  return match[1];
}
