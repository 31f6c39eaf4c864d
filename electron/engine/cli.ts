import { runCli } from "./cli/run.ts";
import { systemClock } from "./store/systemClock.ts";

const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(text);

// The exit code is set and not forced: a long document must reach a slow pipe whole.
process.exitCode = await runCli(
  process.argv.slice(2),
  { stdout: write(process.stdout), stderr: write(process.stderr) },
  systemClock,
);
