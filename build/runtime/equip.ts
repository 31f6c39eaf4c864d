import { cpSync } from "node:fs";
import path from "node:path";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";
import { root } from "../setup/root.mjs";

/** Lets a bare Electron open an app folder given as an argument, and lets tests drive it. */
export async function equip(folder: string): Promise<void> {
  cpSync(path.join(root, "build", "defaultApp"), path.join(folder, "resources", "app"), { recursive: true });
  await flipFuses(path.join(folder, "electron"), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
