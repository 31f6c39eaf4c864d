import { inject } from "vitest";

/** How to start the program in this worker: on a screen of its own, so that windows do not take the keys from each other. */
export function launchSettings(): Readonly<{
  executable: string;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
}> {
  const { executable, args, env } = inject("launch");
  const displays = inject("displays");
  const display = displays[Number(process.env.VITEST_POOL_ID ?? 1) % Math.max(1, displays.length)];
  // Files with Chinese names are dropped on the window; without a language Linux takes none of them.
  const language = { LC_ALL: "C.UTF-8" };
  return {
    executable,
    args,
    env: { ...env, ...language, ...(display === undefined ? {} : { DISPLAY: display }) },
  };
}
