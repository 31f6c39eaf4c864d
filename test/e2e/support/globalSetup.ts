import type { TestProject } from "vitest/node";
import { hasDisplay, startVirtualDisplay } from "../../../build/runtime/display.ts";
import { prepareWindow } from "../../../build/runtime/prepare.ts";
import { launchCommand } from "../../../build/runtime/runtime.ts";
import { root } from "../../../build/setup/root.mjs";

/** Before the first window: the runtime, the built app and, where there is none, a screen. */
export async function setup(project: TestProject): Promise<() => void> {
  const command = launchCommand(await prepareWindow(), root);
  const screen = hasDisplay() ? undefined : await startVirtualDisplay();
  project.provide("launch", {
    ...command,
    env: { ...command.env, ...(screen && { DISPLAY: screen.display }) },
  });
  return () => screen?.stop();
}

declare module "vitest" {
  export interface ProvidedContext {
    launch: ReturnType<typeof launchCommand>;
  }
}
