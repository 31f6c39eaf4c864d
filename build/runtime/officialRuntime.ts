import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { root } from "../setup/root.mjs";
import { cacheFolder } from "./folders.ts";
import type { Runtime } from "./runtime.ts";
import { say } from "./say.ts";

const electronFolder = path.join(root, "node_modules", "electron");
const oneDay = 24 * 60 * 60 * 1000;
/** A download that brings nothing for so long is given up. */
const patience = 20_000;

/** The pinned Electron, downloaded if it can be; undefined when it cannot. */
export async function officialRuntime(): Promise<Runtime | undefined> {
  const version = pinnedVersion();
  if (!installedExecutable(version) && !failedLately(version)) {
    say(`正在下载 Electron ${version}（约 110 MB）……`);
    if (!(await download())) rememberFailure(version);
  }
  const executable = installedExecutable(version);
  return executable ? { kind: "official", version, executable, sqliteBinding: null } : undefined;
}

function pinnedVersion(): string {
  const description = JSON.parse(readFileSync(path.join(electronFolder, "package.json"), "utf8"));
  return String(description.version);
}

function installedExecutable(version: string): string | undefined {
  const programNote = path.join(electronFolder, "path.txt");
  const versionNote = path.join(electronFolder, "dist", "version");
  if (!existsSync(programNote) || !existsSync(versionNote)) return undefined;
  if (readFileSync(versionNote, "utf8").trim().replace(/^v/, "") !== version) return undefined;
  const executable = path.join(electronFolder, "dist", readFileSync(programNote, "utf8").trim());
  return existsSync(executable) ? executable : undefined;
}

/** Runs the package's own installer, which honours ELECTRON_MIRROR, and stops it when the line is dead. */
async function download(): Promise<boolean> {
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(path.join(cacheFolder(), ".downloading-"));
  const child = spawn(process.execPath, [path.join(electronFolder, "install.js")], {
    stdio: "ignore",
    env: { ...process.env, TMPDIR: work, TEMP: work, TMP: work },
  });
  let seen = 0;
  let movedAt = Date.now();
  const watch = setInterval(() => {
    const size = sizeOf(work) + sizeOf(path.join(electronFolder, "dist"));
    if (size !== seen) movedAt = Date.now();
    seen = size;
    if (Date.now() - movedAt > patience) child.kill();
  }, 1000);
  try {
    return await new Promise((resolve) => {
      child.on("error", () => resolve(false));
      child.on("exit", (code) => resolve(code === 0));
    });
  } finally {
    clearInterval(watch);
    rmSync(work, { recursive: true, force: true });
  }
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).reduce((sum, name) => {
    const stat = statSync(path.join(folder, name), { throwIfNoEntry: false });
    return sum + (stat?.isFile() ? stat.size : 0);
  }, 0);
}

// A failed try is remembered for a day, so that an office without the line does not wait at every start.

function failureNote(version: string): string {
  return path.join(cacheFolder(), `electron-${version}-unreachable.json`);
}

function mirror(): string {
  return process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? "";
}

function rememberFailure(version: string): void {
  writeFileSync(failureNote(version), JSON.stringify({ at: Date.now(), mirror: mirror() }));
}

function failedLately(version: string): boolean {
  if (!existsSync(failureNote(version))) return false;
  const note = JSON.parse(readFileSync(failureNote(version), "utf8"));
  return note.mirror === mirror() && Date.now() - Number(note.at) < oneDay;
}
