import { readFile } from "node:fs/promises";
import path from "node:path";
import { openError } from "../excel/readErrors.ts";

/** The text of a file; throws a `UserError` when the system will not let us read it. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw openError(path.basename(file), error);
  }
}
