import { crc32 } from "node:zlib";

const le = (bytes: number, value: number | bigint): Buffer => {
  const out = Buffer.alloc(8);
  out.writeBigUInt64LE(BigInt(value));
  return out.subarray(0, bytes);
};

/** A zip of one stored entry as programs write that always use the 64-bit fields, with a comment behind. */
export function zip64Of(title: string, content: Buffer): Buffer {
  const name = Buffer.from(title);
  const full = 0xffffffff;
  const crc = crc32(content);
  const local = Buffer.concat([
    le(4, 0x04034b50),
    le(2, 45),
    le(2, 0x800),
    le(2, 0),
    le(4, 0),
    le(4, crc),
    le(4, full),
    le(4, full),
    le(2, name.length),
    le(2, 20),
    name,
    le(2, 1),
    le(2, 16),
    le(8, content.length),
    le(8, content.length),
  ]);
  const directory = Buffer.concat([
    le(4, 0x02014b50),
    le(2, 45),
    le(2, 45),
    le(2, 0x800),
    le(2, 0),
    le(4, 0),
    le(4, crc),
    le(4, full),
    le(4, full),
    le(2, name.length),
    le(2, 28),
    le(2, 0),
    le(2, 0),
    le(2, 0),
    le(4, 0),
    le(4, full),
    name,
    le(2, 1),
    le(2, 24),
    le(8, content.length),
    le(8, content.length),
    le(8, 0),
  ]);
  const at = local.length + content.length;
  const record = Buffer.concat([
    le(4, 0x06064b50),
    le(8, 44),
    le(2, 45),
    le(2, 45),
    le(4, 0),
    le(4, 0),
    le(8, 1),
    le(8, 1),
    le(8, directory.length),
    le(8, at),
  ]);
  const locator = Buffer.concat([le(4, 0x07064b50), le(4, 0), le(8, at + directory.length), le(4, 1)]);
  const comment = Buffer.from("made elsewhere");
  const end = Buffer.concat([
    le(4, 0x06054b50),
    le(2, 0),
    le(2, 0),
    le(2, 0xffff),
    le(2, 0xffff),
    le(4, full),
    le(4, full),
    le(2, comment.length),
    comment,
  ]);
  return Buffer.concat([local, content, directory, record, locator, end]);
}
