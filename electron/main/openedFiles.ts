import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { SaveFormat } from "#shared/api/shell.ts";
import { safeFileName } from "#shared/kernel/safeFileName.ts";
import { withExtension } from "./fileNames.ts";

/** Copies of attachments for other programs to show, in a folder of the officer's own that lives as long as the program. */
export type OpenedFiles = Readonly<{
  /** A free place for a file of this name. */
  place: (name: string, format: SaveFormat) => string;
  /** Takes all of them away; what another program still holds goes at the next start. */
  clear: () => void;
}>;

export function createOpenedFiles(userData: string, log: (text: string) => void): OpenedFiles {
  const folder = path.join(userData, "opened");
  const clear = (): void => {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      log(`opened files stayed: ${error}\n`);
    }
  };
  clear();
  return {
    place: (name, format) => {
      // A folder for each, so that two papers of one name do not meet and the title of the other program reads well.
      const own = path.join(folder, randomUUID());
      mkdirSync(own, { recursive: true, mode: 0o700 });
      return path.join(own, withExtension(safeFileName(name), format));
    },
    clear,
  };
}
