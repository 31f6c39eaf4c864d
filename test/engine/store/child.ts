import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export type Child = Readonly<{
  process: ChildProcessWithoutNullStreams;
  /** Whole lines that came so far. */
  lines: () => readonly string[];
  firstLine: () => Promise<string>;
  /** It came to its end by itself. */
  ended: () => Promise<unknown>;
  /** Ends it as a power cut would. */
  kill: () => Promise<void>;
}>;

/** Runs one of the programs in `children/` in a process of its own; as another user, where this one is root. */
export const startChild = (name: string, args: readonly string[], uid?: number): Child =>
  startScript(fileURLToPath(new URL(`children/${name}.ts`, import.meta.url)), args, uid);

/** The same with a program that lies elsewhere. */
export function startScript(script: string, args: readonly string[], uid?: number): Child {
  const child = spawn(process.execPath, [script, ...args], uid === undefined ? {} : { uid, gid: uid });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const ended = once(child, "close");
  const lines = () => output.split("\n").slice(0, -1);
  return {
    process: child,
    lines,
    firstLine: async () => {
      while (lines().length === 0) {
        // One that was killed has no code: without this the loop would turn for ever.
        const how = child.exitCode ?? child.signalCode;
        if (how !== null) throw new Error(`the child ended with ${how}: ${errors}`);
        await Promise.race([once(child.stdout, "data"), ended]);
      }
      return lines()[0] ?? "";
    },
    ended: () => ended,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
