import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../setup/root.mjs";
import { cachedFolder } from "./folders.ts";
import { run } from "./run.ts";
import { SetupError, say } from "./say.ts";
import { compilerNeed, ensureSystem } from "./systemPackages.ts";

/** The first Electron whose Node offers Node-API 10, for which better-sqlite3's own binaries are made. */
const firstWithReadyBinaries = 35;
const fileName = "better_sqlite3.node";

/** Path of a better-sqlite3 built for this Electron, or null when the ready-made one fits. */
export async function sqliteBindingFor(electronVersion: string): Promise<string | null> {
  if (Number.parseInt(electronVersion, 10) >= firstWithReadyBinaries) return null;
  const require = createRequire(path.join(root, "package.json"));
  const { version } = require("better-sqlite3/package.json") as { version: string };
  const name = `better-sqlite3-${version}-${process.platform}-${process.arch}-experimental-napi`;
  const folder = await cachedFolder(name, async (draft) => {
    say("正在为这个运行环境编译 better-sqlite3（只此一次，约一分钟）……");
    const source = path.join(draft, "source");
    await ensureSystem([compilerNeed()]);
    copySource(source);
    await compile(source);
    copyFileSync(path.join(source, "build", "Release", fileName), path.join(draft, fileName));
    rmSync(source, { recursive: true });
  });
  return path.join(folder, fileName);
}

function copySource(source: string): void {
  const modules = path.join(root, "node_modules");
  cpSync(path.join(modules, "better-sqlite3"), source, { recursive: true });
  cpSync(path.join(modules, "node-addon-api"), path.join(source, "node_modules", "node-addon-api"), {
    recursive: true,
  });
  // An older Node calls finalizers the way the experimental API lets us opt out of; with that, the code is the same.
  const recipe = path.join(source, "binding.gyp");
  const pinned = "'NAPI_VERSION=10'";
  const text = readFileSync(recipe, "utf8");
  if (!text.includes(pinned)) throw new SetupError(`better-sqlite3 的 binding.gyp 里找不到 ${pinned}。`);
  writeFileSync(
    recipe,
    text.replace(pinned, "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'"),
  );
}

async function compile(source: string): Promise<void> {
  const gyp = path.join(root, "node_modules", "node-gyp", "bin", "node-gyp.js");
  // The pinned Node's package brings its headers, so nothing is downloaded.
  const headers = path.dirname(path.dirname(process.execPath));
  const args = [gyp, "rebuild", "--release", "--force_build=1", `--nodedir=${headers}`, "--loglevel=error"];
  const code = await run(process.execPath, args, { cwd: source, quiet: true });
  if (code !== 0) throw new SetupError("better-sqlite3 编译失败：需要 python3、make 和 g++。");
}
