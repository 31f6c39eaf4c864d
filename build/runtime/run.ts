import { spawn, spawnSync } from "node:child_process";

type RunOptions = Readonly<{ cwd?: string; env?: NodeJS.ProcessEnv; quiet?: boolean }>;

/** Runs a program to its end and gives its exit code; its output goes to stderr, or nowhere when `quiet`. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: options.quiet ? "ignore" : ["ignore", 2, 2],
  });
  return new Promise((resolve) => {
    child.on("error", () => resolve(127));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** What a short program prints, or undefined when it is missing or fails. */
export function outputOf(program: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout : undefined;
}

/** npm of the person who called us, run by the Node that runs us. */
export function npmCommand(args: readonly string[]): readonly [string, readonly string[]] {
  const npm = process.env.npm_execpath;
  return npm?.endsWith("npm-cli.js") ? [process.execPath, [npm, ...args]] : ["npm", args];
}
