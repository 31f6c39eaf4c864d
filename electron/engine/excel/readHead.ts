import type { FileHandle } from "node:fs/promises";
import { compoundFile, strangeFile } from "./readErrors.ts";

const zipStarts: readonly string[] = ["PK\x03\x04", "PK\x05\x06"];

/** Tells from the first bytes that this is a zip, which a workbook is. */
export async function checkHead(file: FileHandle, fileName: string): Promise<void> {
  const head = Buffer.alloc(512);
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  const start = head.subarray(0, bytesRead);
  if (zipStarts.includes(start.toString("latin1", 0, 4))) return;
  if (bytesRead > 0 && zipStarts.some((whole) => whole.startsWith(start.toString("latin1")))) return;
  if (start.subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex"))) {
    throw compoundFile(fileName, await compoundStreams(file));
  }
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
