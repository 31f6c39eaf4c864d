import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeZip, type ZipPart } from "#engine/files/writeZip.ts";
import { unzip } from "#test/engine/excel/openWorkbook.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";

describe("writeZip", () => {
  it("packs what others unpack", async () => {
    const path = join(testFolder(), "a.zip");
    const content = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}\/[a-z]{1,8}$/),
      fc.array(
        fc.string({ unit: "grapheme", maxLength: 400 }).map((text) => text.repeat(50)),
        { maxLength: 3 },
      ),
      { maxKeys: 4, noNullPrototype: true },
    );
    await fc.assert(
      fc.asyncProperty(content, async (parts) => {
        await writeZip(path, Object.entries(parts));
        const read = Object.fromEntries(unzip(readFileSync(path)));
        expect(read).toEqual(
          Object.fromEntries(Object.entries(parts).map(([name, chunks]) => [name, chunks.join("")])),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("makes a part only when those before it are packed", async () => {
    const path = join(testFolder(), "a.zip");
    const made: string[] = [];
    const parts = ["一", "二"].map(
      (name): ZipPart => [
        name,
        (function* () {
          made.push(name);
          yield made.join();
        })(),
      ],
    );
    await writeZip(path, parts);
    expect([...unzip(readFileSync(path)).values()]).toEqual(["一", "一,二"]);
  });

  it("fails with what goes wrong in the making of a part, and with what the system says", async () => {
    const broken: ZipPart = [
      "a",
      (function* () {
        yield "x";
        throw new Error("no more");
      })(),
    ];
    await expect(writeZip(join(testFolder(), "a.zip"), [broken, ["b", ["y"]]])).rejects.toThrow("no more");
    await expect(writeZip(join(testFolder(), "missing", "a.zip"), [["a", ["x"]]])).rejects.toMatchObject({
      code: "ENOENT",
    });
  });
});
