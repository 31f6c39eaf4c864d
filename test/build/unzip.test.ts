import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unzip } from "../../build/runtime/unzip.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-zip-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Member = Readonly<{ name: string; text: string; mode?: number; store?: boolean }>;

/** A zip archive as the `zip` program would write it. */
function archiveOf(members: readonly Member[]): string {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, text, mode = 0o644, store = false } of members) {
    const plain = Buffer.from(text);
    const packed = store ? plain : deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(store ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(mode * 0x10000, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x03"), fields, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  const file = path.join(folder, "archive.zip");
  writeFileSync(file, Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end]));
  return file;
}

const into = (): string => path.join(folder, "out");
const contentOf = (name: string): string => readFileSync(path.join(into(), name), "utf8");

describe("unzip", () => {
  it("unpacks deflated and stored files with their run bits", () => {
    const members = [
      { name: "top/program", text: "run me ".repeat(1000), mode: 0o755 },
      { name: "top/data/说明.txt", text: "内容", store: true },
      { name: "top/empty/", text: "" },
    ];
    unzip(archiveOf(members), into(), (name) => name);
    expect(contentOf("top/program")).toBe("run me ".repeat(1000));
    expect(contentOf("top/data/说明.txt")).toBe("内容");
    expect(statSync(path.join(into(), "top/program")).mode & 0o777).toBe(0o755);
    expect(statSync(path.join(into(), "top/data/说明.txt")).mode & 0o111).toBe(0);
  });

  it("leaves out and renames what it is told", () => {
    const archive = archiveOf([
      { name: "top/keep", text: "a" },
      { name: "top/drop", text: "b" },
    ]);
    unzip(archive, into(), (name) => (name === "top/keep" ? "kept" : null));
    expect(readdirSync(into())).toEqual(["kept"]);
  });

  it("writes nothing outside its folder", () => {
    const archive = archiveOf([{ name: "../escaped", text: "a" }]);
    expect(() => unzip(archive, into(), (name) => name)).toThrow("leaves the folder");
    expect(readdirSync(folder)).toEqual(["archive.zip"]);
  });

  it("says when a file is no archive or cut off", () => {
    const archive = archiveOf([{ name: "a", text: "a" }]);
    writeFileSync(path.join(folder, "plain"), "just text");
    expect(() => unzip(path.join(folder, "plain"), into(), (name) => name)).toThrow("not a zip archive");
    writeFileSync(archive, readFileSync(archive).subarray(20));
    expect(() => unzip(archive, into(), (name) => name)).toThrow();
  });
});
