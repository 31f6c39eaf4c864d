import { writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listZip, unzipEntry } from "#engine/excel/readZip.ts";
import { createZipFile } from "#engine/sample/zipFile.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { zip64Of } from "./zip64.ts";

async function unzip(path: string): Promise<Readonly<Record<string, string>>> {
  const file = await open(path, "r");
  try {
    const contents: Record<string, string> = {};
    for (const entry of await listZip(file, (await file.stat()).size)) {
      const chunks: Buffer[] = [];
      for await (const chunk of unzipEntry(file, entry)) chunks.push(chunk);
      contents[entry.name] = Buffer.concat(chunks).toString("utf8");
    }
    return contents;
  } finally {
    await file.close();
  }
}

describe("zip files", () => {
  it("come out as they went in", async () => {
    const folder = testFolder();
    const content = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}\/[a-z]{1,8}$/),
      fc.string({ unit: "grapheme", maxLength: 400 }).map((text) => text.repeat(50)),
      { maxKeys: 4, noNullPrototype: true },
    );
    await fc.assert(
      fc.asyncProperty(content, async (entries) => {
        const path = join(folder, "a.zip");
        const zip = await createZipFile(path);
        for (const [name, text] of Object.entries(entries)) await zip.add(name, [text]);
        await zip.close();
        expect(await unzip(path)).toEqual(entries);
      }),
      { numRuns: 25 },
    );
  });

  it("may hold stored entries, a comment behind, backslashes, and 64-bit sizes", async () => {
    const path = join(testFolder(), "other.zip");
    writeFileSync(path, zip64Of("xl\\a.xml", Buffer.from("内容".repeat(100))));
    expect(await unzip(path)).toEqual({ "xl/a.xml": "内容".repeat(100) });
  });

  it("stop at once when they give more than they say", async () => {
    const path = join(testFolder(), "liar.zip");
    const zip = await createZipFile(path);
    await zip.add("a", ["x".repeat(1000)]);
    await zip.close();
    const file = await open(path, "r");
    const [entry] = await listZip(file, (await file.stat()).size);
    if (entry === undefined) throw new Error("no entry");
    const lying = { ...entry, size: 10 };
    await expect(async () => {
      for await (const _ of unzipEntry(file, lying));
    }).rejects.toMatchObject({ kind: "damaged" });
    await file.close();
  });
});
