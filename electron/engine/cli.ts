import { runCli } from "./cli/run.ts";
import { systemClock } from "./store/systemClock.ts";

const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(text);

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Who reads the head of a list alone closes the pipe early: nothing went wrong then.
  if (error.code === "EPIPE") return;
  process.stderr.write(
    `结果没有写完（${error.code ?? error.message}），磁盘可能已满。\n请检查输出的位置和磁盘空间后重试。\n`,
  );
  // Last of all, since a check that was cut short may have found what it would say with another code.
  process.once("exit", () => {
    process.exitCode = 2;
  });
});

// The exit code is set and not forced: a long document must reach a slow pipe whole.
process.exitCode = await runCli(
  process.argv.slice(2),
  { stdout: write(process.stdout), stderr: write(process.stderr) },
  systemClock,
);
