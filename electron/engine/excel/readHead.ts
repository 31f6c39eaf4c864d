import type { FileHandle } from "node:fs/promises";
import { headKind } from "./headKind.ts";
import { compoundFile, strangeFile } from "./readErrors.ts";

/** Tells from the first bytes that this is a zip, which a workbook is. */
export async function checkHead(file: FileHandle, fileName: string): Promise<void> {
  const head = Buffer.alloc(512);
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  const start = head.subarray(0, bytesRead);
  const kind = headKind(start);
  if (kind === "zip") return;
  if (kind === "compound") throw compoundFile(fileName, await compoundStreams(file));
  throw strangeFile(fileName, start);
}

/** Looks for the names of streams inside a compound file; they stand there as UTF-16. */
async function compoundStreams(
  file: FileHandle,
): Promise<Readonly<{ encrypted: boolean; workbook: boolean }>> {
  const names = { encrypted: "EncryptedPackage", workbook: "Workbook", book: "Book" } as const;
  const found = { encrypted: false, workbook: false };
  let kept = Buffer.alloc(0);
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) {
    const bytes = Buffer.concat([kept, chunk]);
    found.encrypted ||= bytes.includes(names.encrypted, 0, "utf16le");
    found.workbook ||=
      bytes.includes(names.workbook, 0, "utf16le") || bytes.includes(names.book, 0, "utf16le");
    kept = Buffer.from(bytes.subarray(-64));
  }
  return found;
}
