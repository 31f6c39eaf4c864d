import { officialRuntime } from "./officialRuntime.ts";
import { overrideRuntime } from "./overrideRuntime.ts";
import { registryRuntime, registryRuntimeFits } from "./registryRuntime.ts";
import { describeRuntime, type Runtime } from "./runtime.ts";
import { SetupError, say } from "./say.ts";

/** The Electron to use here, made ready; says in one line which. */
export async function chooseRuntime(): Promise<Runtime> {
  const runtime = await findRuntime();
  say(describeRuntime(runtime));
  return runtime;
}

async function findRuntime(): Promise<Runtime> {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (dist) return overrideRuntime(dist);
  const official = await officialRuntime();
  if (official) return official;
  if (registryRuntimeFits) return registryRuntime();
  throw new SetupError(
    "下载不到 Electron。请设置 ELECTRON_MIRROR 为可用的镜像，或用 ELECTRON_OVERRIDE_DIST_PATH 指向本机的 Electron 文件夹，再重试。",
  );
}
