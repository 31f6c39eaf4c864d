import { describe, expect, it } from "vitest";
import { writeWorkbook } from "#engine/excel/writeForm.ts";
import { setZipTime } from "#engine/excel/writeZipTime.ts";
import { amountForm } from "#test/shared/forms/amountForm.ts";

describe("setZipTime", () => {
  it("gives every file the time that is asked for", async () => {
    const zip = await writeWorkbook([amountForm([{ kind: "empty" }])], {
      writtenAt: "2022-06-30T08:15:30Z",
      author: "",
    });
    const directory = zip.readUInt32LE(zip.length - 6);
    const time = (8 << 11) | (15 << 5) | 15;
    const date = (42 << 9) | (6 << 5) | 30;
    expect([zip.readUInt16LE(directory + 12), zip.readUInt16LE(directory + 14)]).toEqual([time, date]);
    expect([zip.readUInt16LE(10), zip.readUInt16LE(12)]).toEqual([time, date]);
  });

  it("refuses what is no zip archive", () => {
    expect(() => setZipTime(Buffer.alloc(100), "2022-06-30T08:15:30Z")).toThrow("not a zip archive");
  });
});
