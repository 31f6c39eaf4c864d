import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { openError } from "./openFile.ts";

/** SHA-256 of the bytes of a file, in hexadecimal. Fails with a `UserError` when it cannot be read. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch (error) {
    throw openError(basename(path), error);
  }
  return hash.digest("hex");
}
