/** A line about the progress of set-up; on stderr, because stdout may belong to a program that is read by another. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Set-up cannot go on; `message` tells in Chinese what to do. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}
