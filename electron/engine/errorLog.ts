import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { inspect } from "node:util";

/** Beyond this the file is put aside and a new one begun; with the one before it, that is all that is kept. */
const longest = 1_000_000;

/** Appends to `folder`/engine.log what went wrong by our fault. A log that cannot be written stops nobody's work. */
export function createErrorLog(folder: string, now: () => string): (where: string, error: unknown) => void {
  const file = path.join(folder, "engine.log");
  return (where, error) => {
    const entry = `${now()} ${where} ${inspect(error, { depth: 4 })}\n`;
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > longest) renameSync(file, `${file}.old`);
      appendFileSync(file, entry);
    } catch (failure) {
      process.stderr.write(`${entry}(not logged: ${failure})\n`);
    }
  };
}
