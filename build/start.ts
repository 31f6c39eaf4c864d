import { spawn } from "node:child_process";
import path from "node:path";
import { hasDisplay } from "./runtime/display.ts";
import { prepareWindow } from "./runtime/prepare.ts";
import { launchCommand } from "./runtime/runtime.ts";
import { SetupError, say } from "./runtime/say.ts";
import { root } from "./setup/root.mjs";

/** `npm start`: the window, or on a machine without a screen the same main job in the terminal. */
async function start(): Promise<number> {
  if (!hasDisplay()) {
    say("这台机器没有显示器，打不开窗口；改为在终端里用样例演示主要工作（npm run demo）。");
    return follow(process.execPath, [path.join(root, "build", "demo.ts")], {});
  }
  const { executable, args, env } = launchCommand(await prepareWindow(), root);
  say("正在打开窗口……");
  return follow(executable, args, env);
}

function follow(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const child = spawn(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await start();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
