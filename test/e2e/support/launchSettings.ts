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
  return { executable, args, env: { ...env, ...(display === undefined ? {} : { DISPLAY: display }) } };
}
