import { readFileSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { mostEntries } from "#engine/excel/readLimits.ts";
import { listZip, ZipError } from "#engine/excel/readZip.ts";
import { writeZip } from "#engine/files/writeZip.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { zip64Of } from "./zip64.ts";

async function unzip(path: string): Promise<Readonly<Record<string, string>>> {
  const file = await open(path, "r");
  try {
    const contents: Record<string, string> = {};
    for (const { name, chunks } of await listZip(file, (await file.stat()).size)) {
      contents[name] = await text(chunks());
    }
    return contents;
  } finally {
    await file.close();
  }
}

/** What goes wrong with a zip made of these bytes. */
async function faultOf(bytes: Buffer): Promise<unknown> {
  const path = join(testFolder(), "a.zip");
  writeFileSync(path, bytes);
  const error: unknown = await unzip(path).catch((thrown: unknown) => thrown);
  return error instanceof ZipError ? error.kind : error;
}

async function zipOf(content: string): Promise<Buffer> {
  const path = join(testFolder(), "whole.zip");
  await writeZip(path, [["a", [content]]]);
  return readFileSync(path);
}

const directoryOf = (bytes: Buffer): number => bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
const endOf = (bytes: Buffer): number => bytes.indexOf(Buffer.from([0x50, 0x4b, 5, 6]));

/** The bytes with another 32-bit number at an offset. */
function withNumber(bytes: Buffer, offset: number, value: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(value, offset);
  return changed;
}

describe("zip files", () => {
  it("may hold stored entries, a comment behind, backslashes, a leading slash, and 64-bit sizes", async () => {
    const path = join(testFolder(), "other.zip");
    writeFileSync(path, zip64Of("\\xl\\a.xml", Buffer.from("内容".repeat(100))));
    expect(await unzip(path)).toEqual({ "xl/a.xml": "内容".repeat(100) });
  });

  it.each(["\r\n", "<html><body>下载完成</body></html>"])("may have %j sent behind them", async (surplus) => {
    const path = join(testFolder(), "longer.zip");
    writeFileSync(path, Buffer.concat([await zipOf("内容"), Buffer.from(surplus)]));
    expect(await unzip(path)).toEqual({ a: "内容" });
  });

  it("are read in part when no more is wanted, and can be closed then", async () => {
    const path = join(testFolder(), "long.zip");
    const row = "0123456789".repeat(100_000);
    await writeZip(path, [["a", [row, row, row]]]);
    const file = await open(path, "r");
    const [entry] = await listZip(file, readFileSync(path).length);
    let read = 0;
    for await (const chunk of entry?.chunks() ?? []) {
      read += chunk.length;
      if (read > 100_000) break;
    }
    await file.close();
    expect(read).toBeGreaterThan(100_000);
    expect(read).toBeLessThan(3_000_000);
  });
});

describe("a zip that is not right", () => {
  it("is damaged when it gives more or less than it says, or something else", async () => {
    const bytes = await zipOf("x".repeat(1000));
    const at = directoryOf(bytes);
    expect(await faultOf(withNumber(bytes, at + 24, 10))).toBe("damaged");
    expect(await faultOf(withNumber(bytes, at + 24, 5000))).toBe("damaged");
    expect(await faultOf(withNumber(bytes, at + 16, 12_345))).toBe("damaged");
    expect(await faultOf(withNumber(bytes, 0, 0))).toBe("damaged");
  });

  it("is cut off when it points behind its end", async () => {
    const bytes = await zipOf("x".repeat(1000));
    expect(await faultOf(withNumber(bytes, directoryOf(bytes) + 42, 5_000_000))).toBe("truncated");
    expect(await faultOf(withNumber(bytes, directoryOf(bytes) + 20, 5_000_000))).toBe("truncated");
    expect(await faultOf(withNumber(bytes, endOf(bytes) + 16, 5_000_000))).toBe("truncated");
    expect(await faultOf(Buffer.from("PK\x03\x04", "latin1"))).toBe("truncated");
    expect(await faultOf(Buffer.alloc(0))).toBe("truncated");
  });

  it("is encrypted when any kind of encryption is on", async () => {
    const bytes = await zipOf("内容");
    const at = directoryOf(bytes) + 8;
    for (const flag of [0x1, 0x41]) {
      expect(await faultOf(withNumber(bytes, at, bytes.readUInt32LE(at) | flag))).toBe("encrypted");
    }
  });

  it("is a bomb when it says it holds more than fits", async () => {
    const bytes = await zipOf("内容");
    expect(await faultOf(withNumber(bytes, directoryOf(bytes) + 24, 0x7fff_ffff))).toBe("bomb");
    const end = endOf(bytes);
    const crowded = Buffer.from(bytes);
    crowded.writeUInt16LE(mostEntries + 1, end + 10);
    expect(await faultOf(crowded)).toBe("bomb");
  });
});
