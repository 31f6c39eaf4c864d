import { copyFileSync, existsSync, rmSync } from "node:fs";
import path from "node:path";
import { type AfterPackContext, build, Platform } from "electron-builder";
import { buildApp } from "./runtime/appBuild.ts";
import { chooseRuntime } from "./runtime/chooseRuntime.ts";
import type { Runtime } from "./runtime/runtime.ts";
import { SetupError, say } from "./runtime/say.ts";
import { root } from "./setup/root.mjs";

/** `npm run dist`: installers for this system. `npm run dist:dir`: the program in a folder, to look at. */
const folderOnly = process.argv.includes("--dir");

try {
  const runtime = await chooseRuntime();
  if (!folderOnly && runtime.kind === "registry") {
    throw new SetupError(
      "安装包要用官方的 Electron 制作，这里下载不到。可以运行 npm run dist:dir 只生成程序文件夹。",
    );
  }
  await buildApp();
  const made = await build({
    projectDir: root,
    publish: "never",
    targets: Platform.current().createTarget(folderOnly ? "dir" : null),
    config: {
      extends: path.join(root, "build", "electron-builder.yml"),
      electronDist: path.dirname(runtime.executable),
      electronVersion: runtime.version,
      afterPack: async (context) => settle(context, runtime),
    },
  });
  say(`已生成：\n${(folderOnly ? [path.join(root, "dist")] : made).join("\n")}`);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

/** Takes back what a stand-in runtime brought along, and gives its older Node the database it can load. */
function settle({ appOutDir }: AfterPackContext, runtime: Runtime): void {
  const resources = path.join(appOutDir, "resources");
  rmSync(path.join(resources, "app"), { recursive: true, force: true });
  if (runtime.sqliteBinding === null) return;
  const name = `${process.platform}-${process.arch}.node`;
  const ready = path.join(
    resources,
    "app.asar.unpacked",
    "node_modules",
    "better-sqlite3",
    "prebuilds",
    name,
  );
  if (!existsSync(ready)) throw new Error(`${ready} is missing`);
  copyFileSync(runtime.sqliteBinding, ready);
}
