import { appendFileSync, mkdirSync } from "node:fs";
import path from "node:path";

/** Appends to shell.log what an officer cannot act on but a maintainer will ask for. */
export function createLog(folder: string): (text: string) => void {
  return (text) => {
    mkdirSync(folder, { recursive: true });
    appendFileSync(path.join(folder, "shell.log"), `${new Date().toISOString()} ${text}`);
  };
}
