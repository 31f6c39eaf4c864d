import { describe, expect, it } from "vitest";
import { XmlError } from "#engine/excel/readXml.ts";
import { readXmlTree } from "#engine/xml/readXmlTree.ts";
import { textAt } from "#shared/invoices/xmlElement.ts";

describe("small documents", () => {
  it("become a tree, with the entities of XML and CDATA", () => {
    const root = readXmlTree(Buffer.from("\ufeff<a><b>1 &amp; &#x4e8c;</b><b/><c><![CDATA[<d>]]></c></a>"));
    expect(root).toEqual({
      name: "a",
      text: "",
      children: [
        { name: "b", text: "1 & 二", children: [] },
        { name: "b", text: "", children: [] },
        { name: "c", text: "<d>", children: [] },
      ],
    });
    expect([textAt(root, "c"), textAt(root, "c/d")]).toEqual(["<d>", ""]);
  });

  it.each([
    [
      "GBK",
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="GBK"?><a>'),
        Buffer.from("c6b1", "hex"),
        Buffer.from("</a>"),
      ]),
    ],
    ["UTF-16", Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>票</a>', "utf16le")],
  ])("in %s", (_, bytes) => {
    expect(readXmlTree(bytes).text).toBe("票");
  });

  it.each<readonly [string, Buffer | string]>([
    ["a DOCTYPE", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ["a thousand laughs", `<!DOCTYPE a [${'<!ENTITY b "&c;&c;">'.repeat(1_000)}]><a>&b;</a>`],
    ["no bottom", `${"<a>".repeat(200_000)}`],
    ["no end of elements", `<a>${"<b/>".repeat(100_001)}</a>`],
    ["ends out of place", "<a><b></a></b>"],
    ["two roots", "<a/><b/>"],
    ["no root", "  "],
    ["no end", "<a><b></b>"],
    ["bytes that are not UTF-8", Buffer.from("3c613effb13c2f613e", "hex")],
    ["an encoding nobody knows", '<?xml version="1.0" encoding="klingon"?><a/>'],
  ])("refuses %s", (_, content) => {
    expect(() => readXmlTree(Buffer.from(content))).toThrow(XmlError);
  });
});
