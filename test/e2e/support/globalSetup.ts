import type { TestProject } from "vitest/node";
import { hasDisplay, screens, startVirtualDisplay } from "../../../build/runtime/display.ts";
import { prepareWindow } from "../../../build/runtime/prepare.ts";
import { launchCommand } from "../../../build/runtime/runtime.ts";
import { root } from "../../../build/setup/root.mjs";

/** Before the first window: the runtime, the built app and, where there is no screen, one for each worker. */
export async function setup(project: TestProject): Promise<() => void> {
  project.provide("launch", launchCommand(await prepareWindow(), root));
  const started = hasDisplay()
    ? []
    : await Promise.all(Array.from({ length: screens }, () => startVirtualDisplay()));
  project.provide(
    "displays",
    started.map(({ display }) => display),
  );
  return () => {
    for (const screen of started) screen.stop();
  };
}

declare module "vitest" {
  export interface ProvidedContext {
    launch: ReturnType<typeof launchCommand>;
    /** Empty where the machine has a screen of its own. */
    displays: readonly string[];
  }
}
