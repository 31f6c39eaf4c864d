import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { type ZipPart, zipBytes } from "#engine/files/writeZip.ts";

const utf16 = (text: string) => Buffer.from(`${text}\0`, "utf16le");
const compoundHead = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

export const pdf = (text = ""): Buffer => Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`);

/** The beginning of an old Office file that has parts of these names. */
export const compound = (...parts: readonly string[]): Buffer =>
  Buffer.concat([compoundHead, Buffer.alloc(1_016), ...parts.map(utf16)]);

export const zip = (...names: readonly string[]): Promise<Buffer> =>
  zipBytes(names.map((name): ZipPart => [name, [Buffer.from("<a/>")]]));

/** Puts a file into a folder and says where it is. */
export function put(folder: string, name: string, bytes: Uint8Array | string): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
