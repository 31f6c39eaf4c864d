import { type ChildProcess, spawn } from "node:child_process";
import { SetupError } from "./say.ts";
import { ensureSystem, virtualDisplayNeed } from "./systemPackages.ts";

/** Screens in memory that windows are tested on side by side. */
export const screens = 2;

export function hasDisplay(): boolean {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** A screen in memory; it picks a free number itself, so several test runs do not meet. */
export async function startVirtualDisplay(): Promise<Readonly<{ display: string; stop: () => void }>> {
  await ensureSystem([virtualDisplayNeed()]);
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  process.once("exit", () => screen.kill());
  return { display: `:${await displayNumber(screen)}`, stop: () => void screen.kill() };
}

function displayNumber(screen: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    screen.stdio[3]?.once("data", (bytes: Buffer) => resolve(bytes.toString().trim()));
    screen.once("exit", (code) => reject(new SetupError(`虚拟显示器 Xvfb 没有启动（退出码 ${code}）。`)));
  });
}
