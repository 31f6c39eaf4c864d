import type { FileToken } from "#shared/api/fields.ts";
import { formatOfName, type PaperFormat } from "#shared/attachments/paperTypes.ts";
import { request } from "./client.ts";

/** How a copy of a file is named: as the file, without the ending, which the format gives back. */
export function copyName(fileName: string): string {
  const bare = formatOfName(fileName) === undefined ? fileName : fileName.replace(/\.[^.]+$/, "");
  return bare.trim().slice(0, 100) || "附件";
}

/** Opens a copy that is only looked at with the desktop's own program; `write` asks the engine to put it there. */
export async function openCopy(
  fileName: string,
  format: PaperFormat,
  write: (file: FileToken) => Promise<unknown>,
): Promise<void> {
  const { file } = await request("shell.placeToOpen", { name: copyName(fileName), format });
  await write(file);
  await request("shell.openFile", { file });
}
