import type { FileHandle } from "node:fs/promises";
import type { UserError } from "#shared/kernel/errors.ts";
import { badFile } from "../files/openFile.ts";

/** Bytes that can be gone through more than once: first to find out how they are written, then to read them. */
export type TextSource = Readonly<{
  /** How messages call it, for example `文件“清单.csv”`. */
  fileName: string;
  size: number;
  chunks: () => AsyncIterable<Buffer>;
}>;

const blockSize = 262_144;

/** An open file; whoever opened it closes it. Read block by block, since a stream that is left early closes it too. */
export const fileSource = (file: FileHandle, fileName: string, size: number): TextSource => ({
  fileName,
  size,
  chunks: async function* () {
    for (let from = 0; ; ) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(blockSize), 0, blockSize, from);
      if (bytesRead === 0) return;
      from += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  },
});

export const bufferSource = (bytes: Buffer, fileName: string): TextSource => ({
  fileName,
  size: bytes.length,
  chunks: async function* () {
    for (let from = 0; from < bytes.length; from += blockSize) yield bytes.subarray(from, from + blockSize);
  },
});

/** A place in a text: lines and columns count from 1. */
export type TextPlace = Readonly<{ line: number; column: number }>;

/** Something in the text that cannot be read for sure: nothing of it is taken, since a wrong guess would not show. */
export const textFault = (
  { fileName }: Pick<TextSource, "fileName">,
  { line, column }: TextPlace,
  what: string,
  hint: string,
): UserError => badFile(fileName, `第${line}行第${column}列${what}`, hint, { line, column });
