import { execFile, execFileSync } from "node:child_process";
import { statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import { testFolder } from "#test/engine/store/testLedger.ts";
import type { CliRun } from "#test/engine/support/cli.ts";

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const commandLine = here("../../../electron/engine/cli.ts");
const isRoot = process.getuid?.() === 0;

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CliRun> {
  const options = { maxBuffer: 1e8, env: { ...process.env, ...env } };
  return new Promise((resolve, reject) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === "number") resolve({ code, stdout, stderr });
      else reject(error);
    });
  });
}

/** The command line where the system writes no file beyond `kilobytes`, as on a disk that is full for everybody. */
export const withFileLimit = (kilobytes: number, argv: readonly string[]): Promise<CliRun> =>
  run("bash", [
    "-c",
    `trap "" XFSZ; ulimit -f ${kilobytes}; exec "$@"`,
    "bash",
    process.execPath,
    commandLine,
    ...argv,
  ]);

/** The command line as somebody whom read-only files and folders stop; root must give up that right first. */
export const asOrdinaryUser = (argv: readonly string[]): Promise<CliRun> =>
  isRoot
    ? run("setpriv", [
        "--bounding-set",
        "-dac_override,-dac_read_search",
        process.execPath,
        commandLine,
        ...argv,
      ])
    : run(process.execPath, [commandLine, ...argv]);

/** The command line where every file is open in another program; `code` is what the system says of it. */
export const whileHeld = (code: "EBUSY" | "EPERM", argv: readonly string[]): Promise<CliRun> =>
  run(
    process.execPath,
    ["--import", pathToFileURL(here("children/holdFile.ts")).href, commandLine, ...argv],
    { HELD_WITH: code },
  );

function mount(folder: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

export type SmallDisk = Readonly<{
  folder: string;
  /** Fills it up to so many kilobytes. */
  leave: (kilobytes: number) => void;
}>;

/** A disk of its own for a test, if there is the right to make one: only root of the machine itself has it. */
export function smallDisk(): SmallDisk | undefined {
  const folder = testFolder();
  if (!mount(folder)) return undefined;
  onTestFinished(() => {
    execFileSync("umount", ["--lazy", folder]);
  });
  const filler = path.join(folder, "别的文件");
  const leave = (kilobytes: number): void => {
    writeFileSync(filler, "");
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - kilobytes * 1_024));
  };
  return { folder, leave };
}
