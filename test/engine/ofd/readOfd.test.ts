import { describe, expect, it } from "vitest";
import { zipBytes } from "#engine/files/writeZip.ts";
import { readOfd } from "#engine/ofd/readOfd.ts";
import { ofdFile } from "./ofdFile.ts";

describe("an OFD", () => {
  it("gives what its maker noted, what is attached and the lines of its pages with those of the template", async () => {
    const bytes = await ofdFile({
      custom: { 发票代码: "031002200111", 发票号码: "12345678" },
      template: [{ text: "发票号码:", x: 150, y: 10 }],
      pages: [[{ text: "12345678", x: 170, y: 10 }], [{ text: "第二页", x: 10, y: 10 }]],
      attached: { "original_invoice.xml": "<a/>" },
    });
    const ofd = await readOfd(bytes);
    expect([...ofd.custom]).toEqual([
      ["发票代码", "031002200111"],
      ["发票号码", "12345678"],
    ]);
    expect(ofd.attached.map(String)).toEqual(["<a/>"]);
    expect(ofd.pages).toEqual(["发票号码: 12345678", "第二页 发票号码:"]);
  });

  it("keeps pages in their order beyond nine", async () => {
    const pages = Array.from({ length: 12 }, (_, index) => [{ text: `页${index}`, x: 0, y: 0 }]);
    const { pages: read } = await readOfd(await ofdFile({ pages }));
    expect(read).toEqual(pages.map((_, index) => `页${index}`));
  });

  it.each([
    ["cut off", async () => (await ofdFile({})).subarray(0, 200), "ZipError"],
    ["of broken XML", () => zipBytes([["OFD.xml", ["<ofd:OFD><a>"]]]), "XmlError"],
    [
      "with a DOCTYPE",
      () => zipBytes([["OFD.xml", ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']]]),
      "XmlError",
    ],
    ["nested without end", () => zipBytes([["OFD.xml", ["<a>".repeat(80) + "</a>".repeat(80)]]]), "XmlError"],
    [
      "that unpacks without end",
      () => zipBytes([["OFD.xml", ["<a>", " ".repeat(5 * 1_048_576), "</a>"]]]),
      "ZipError",
    ],
  ])("%s is refused", async (_, make, name) => {
    await expect(make().then(readOfd)).rejects.toMatchObject({ name });
  });
});
