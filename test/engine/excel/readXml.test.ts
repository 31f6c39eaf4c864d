import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { XmlError, xmlWalker } from "#engine/excel/readXml.ts";

/** What a walk sees, as short texts, when the document comes in these chunks. */
function walk(chunks: readonly Buffer[]): readonly string[] {
  const seen: string[] = [];
  const walker = xmlWalker({
    open: (name, source) =>
      void seen.push(`<${name} r=${source.attribute("r") ?? ""} id=${source.attribute("id") ?? ""}`),
    close: (name) => void seen.push(`>${name}`),
    text: (source) => void seen.push(`"${source.text()}"`),
  });
  for (const chunk of chunks) walker.push(chunk);
  walker.end();
  return seen;
}

const whole = (xml: string) => walk([Buffer.from(xml)]);

const sample = `<?xml version="1.0"?><!-- 注 > --><x:a xmlns:x="u" r:id='7' r="甲&amp;乙>"><b/>文字&#20013;<c r = "A1"></c><![CDATA[<原&样>]]></x:a>\n`;

describe("xmlWalker", () => {
  it("sees elements without prefix, attributes, texts, CDATA, and passes over comments", () => {
    expect(whole(sample)).toEqual([
      "<a r=甲&乙> id=7",
      "<b r= id=",
      ">b",
      '"文字中"',
      "<c r=A1 id=",
      ">c",
      '"<原&样>"',
      ">a",
    ]);
  });

  it("sees the same however the bytes are cut", () => {
    const bytes = Buffer.from(sample);
    const expected = whole(sample);
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, (at) => {
        const edges = [0, ...at.toSorted((one, other) => one - other), bytes.length];
        const chunks = edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
        expect(walk(chunks)).toEqual(expected);
      }),
    );
  });

  it("reads digits without making text of them, and only digits", () => {
    const seen: (number | undefined)[] = [];
    const walker = xmlWalker({
      open: () => {},
      close: () => {},
      text: (source) => void seen.push(source.digits()),
    });
    walker.push(Buffer.from("<a><b>0</b><b>1234567</b><b> 7</b><b>1.5</b><b>-1</b><b>&#49;</b></a>"));
    walker.end();
    expect(seen).toEqual([0, 1_234_567, undefined, undefined, undefined, undefined]);
  });

  it("does not mistake one attribute for another", () => {
    expect(whole(`<c style="r" hr="B" r="C"/>`)[0]).toBe("<c r=C id=");
    expect(whole(`<c rr="B"/>`)[0]).toBe("<c r= id=");
  });

  it.each(["<a>", "<a", "<a></a>x", "<!DOCTYPE a><a/>", '<a b="c></a>'])("refuses %s", (xml) => {
    expect(() => whole(xml)).toThrow(XmlError);
  });
});
