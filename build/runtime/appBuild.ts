import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { notesFolder, root } from "../setup/root.mjs";
import { run } from "./run.ts";
import { SetupError, say } from "./say.ts";

const stampFile = path.join(notesFolder, "build.sha256");
const sources = [
  "electron/**/*",
  "renderer/**/*",
  "shared/**/*",
  "build/electron.vite.config.ts",
  "package*.json",
];

/** Builds the app into out/ when a source changed since the last build. */
export async function buildApp(): Promise<void> {
  const stamp = stampOfSources();
  if (
    existsSync(path.join(root, "out")) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, "utf8") === stamp
  )
    return;
  say("正在编译程序……");
  const vite = path.join(root, "node_modules", "electron-vite", "bin", "electron-vite.js");
  const config = path.join("build", "electron.vite.config.ts");
  const code = await run(process.execPath, [vite, "build", "-c", config, "--logLevel", "warn"], {
    cwd: root,
  });
  if (code !== 0) throw new SetupError("程序没有编译成功，原因见上。");
  mkdirSync(notesFolder, { recursive: true });
  writeFileSync(stampFile, stamp);
}

function stampOfSources(): string {
  const hash = createHash("sha256");
  for (const entry of globSync(sources, { cwd: root, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}
