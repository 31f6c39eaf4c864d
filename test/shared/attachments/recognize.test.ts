import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatOfName,
  paperExtensions,
  paperFormats,
  paperTypeOf,
  paperTypes,
} from "#shared/attachments/paperTypes.ts";
import { recognizeCompound, recognizeHead, recognizeZip } from "#shared/attachments/recognize.ts";

const bytes = (text: string) => Uint8Array.from([...text], (letter) => letter.charCodeAt(0));
const seen = (text: string, name = "扫描件") => {
  const recognized = recognizeHead(bytes(text), name);
  return recognized.kind === "paper" ? recognized.format : recognized.kind;
};

describe("the first bytes of a file", () => {
  it.each([
    ["%PDF-1.7\n", "pdf"],
    ["\r\n\r\n%PDF-1.4", "pdf"],
    ["\x89PNG\r\n\x1a\n", "png"],
    ["\xff\xd8\xff\xe0", "jpg"],
    ["GIF89a", "gif"],
    ["II*\0", "tif"],
    ["MM\0*", "tif"],
    ["RIFF\0\0\0\0WEBPVP8 ", "webp"],
    ["\0\0\0\x18ftypheic", "heic"],
    [`BM${"\0".repeat(12)}\x28\0\0\0`, "bmp"],
    ["\xef\xbb\xbf<?xml version='1.0'?>", "xml"],
    ["\xff\xfe<\0?\0x\0m\0l\0 \0v\0", "xml"],
    ["PK\x03\x04", "zip"],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "compound"],
    ["Rar!\x1a", "archive"],
    ["MZ\x90\0", "program"],
    ["\x7fELF", "program"],
    ["#!/bin/sh", "program"],
    ["L\0\0\0\x01\x14\x02\0", "program"],
    ["BMW 车辆清单", "unknown"],
    ["<html>", "unknown"],
    ["", "unknown"],
  ])("%j say %s", (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it("count, and not the name, save for what the system runs by its name", () => {
    expect(seen("MZ\x90\0", "合同.pdf")).toBe("program");
    expect(seen("%PDF-1.4", "合同.doc")).toBe("pdf");
    expect(seen("%PDF-1.4", "合同.pdf.BAT")).toBe("program");
  });

  it("never make it fail", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.string(), (head, name) => {
        expect(recognizeHead(head, name).kind).toMatch(/^(paper|zip|compound|program|archive|unknown)$/);
      }),
    );
  });
});

describe("the parts of a file", () => {
  it.each([
    [["OFD.xml", "Doc_0/Document.xml"], "ofd"],
    [["[Content_Types].xml", "word/document.xml"], "docx"],
    [["[Content_Types].xml", "xl/workbook.xml"], "xlsx"],
    [["[Content_Types].xml", "ppt/presentation.xml"], "pptx"],
    [["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"], "macros"],
    [["[Content_Types].xml", "other.xml"], undefined],
    [["合同.pdf"], undefined],
  ])("%j make %s", (names, expected) => {
    expect(recognizeZip(names)).toBe(expected);
  });

  it("of an old Office file decide, and the name where there are several", () => {
    expect(recognizeCompound(["doc"], "a.xls")).toBe("doc");
    expect(recognizeCompound(["doc", "xls"], "清单.et")).toBe("xls");
    expect(recognizeCompound([], "setup.msi")).toBeUndefined();
  });
});

describe("kinds of paper", () => {
  it("are told apart by their media type", () => {
    expect(paperFormats.map((format) => paperTypeOf(paperTypes[format].mediaType)?.extension)).toEqual([
      ...paperFormats,
    ]);
    expect(paperTypeOf("application/x-msdownload")).toBeUndefined();
  });

  it("go by several endings", () => {
    expect(["a.JPEG", "b.tiff", "c.wps", "d.pdf", "e", "f.exe"].map(formatOfName)).toEqual([
      "jpg",
      "tif",
      "doc",
      "pdf",
      undefined,
      undefined,
    ]);
    expect(paperExtensions.every((ending) => formatOfName(`a.${ending}`) !== undefined)).toBe(true);
  });
});
