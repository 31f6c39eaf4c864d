import { buildApp } from "./appBuild.ts";
import { chooseRuntime } from "./chooseRuntime.ts";
import type { Runtime } from "./runtime.ts";
import { chineseFontNeed, ensureSystem, windowNeed } from "./systemPackages.ts";

/** Everything a window needs on this machine: a runtime, its libraries, the built app. Quick when all is there. */
export async function prepareWindow(): Promise<Runtime> {
  const runtime = await chooseRuntime();
  await ensureSystem([windowNeed(runtime.executable), chineseFontNeed()]);
  await buildApp();
  return runtime;
}
