import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import PDFDocument from "pdfkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPdfReader, readPdfText } from "#engine/pdf/readPdfText.ts";
import { convertByLibreOffice, hasLibreOffice } from "#test/engine/support/libreOffice.ts";
import { bombPdf, endlessPdf, noPagesPdf } from "./hostilePdf.ts";
import { chinesePdf } from "./rawPdf.ts";

let folder: string;
let bomb: Buffer;
beforeAll(async () => {
  bomb = await bombPdf(700);
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-pdf-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = async (bytes: Uint8Array) => (await readPdfText("发票.pdf", bytes)).pages;

/** What pdfkit writes, in its own letters. */
async function plainPdf(
  pages: number,
  options: PDFKit.PDFDocumentOptions = {},
  draw: (document: PDFKit.PDFDocument) => unknown = () => undefined,
): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, ...options });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on("end", resolve));
  for (let page = 1; page <= pages; page += 1) document.addPage().text(`Page ${page}`);
  draw(document);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

describe("the text of a PDF", () => {
  it("reads Chinese whose letters lie outside the file, as invoices have it", async () => {
    const pieces = [
      { text: "2231200000", x: 460, y: 350 },
      { text: "发票号码：", x: 400, y: 350 },
      { text: "0012345678", x: 510, y: 350 },
      { text: "电子发票（普通发票）", x: 200, y: 370, size: 16 },
    ];
    expect(await read(chinesePdf([pieces, []]))).toEqual([
      "电子发票（普通发票）\n发票号码： 22312000000012345678",
      "",
    ]);
  });

  it.skipIf(!hasLibreOffice)(
    "reads what LibreOffice made of a text",
    async () => {
      const text = path.join(folder, "说明.txt");
      writeFileSync(text, "情况说明\n本项目共需经费 43.00 万元。\n", "utf8");
      await convertByLibreOffice(text, "pdf", folder);
      const [page = ""] = await read(readFileSync(path.join(folder, "说明.pdf")));
      expect(page.replaceAll(" ", "")).toBe("情况说明\n本项目共需经费43.00万元。");
    },
    120_000,
  );

  it("reads no more pages than were asked for, and says how many there are", async () => {
    const text = await readPdfText("长.pdf", await plainPdf(12), { limits: { pages: 3 } });
    expect(text).toEqual({ pages: ["Page 1", "Page 2", "Page 3"], placed: [], pageCount: 12 });
  });

  it("opens a file that is only locked against changes", async () => {
    expect(await read(await plainPdf(1, { ownerPassword: "owner" }))).toEqual(["Page 1"]);
  });

  it("keeps its thread for the next file, and goes on after one that was bad", async () => {
    const reader = openPdfReader();
    const good = await plainPdf(1);
    await expect(reader.read("坏.pdf", Buffer.from("%PDF-1.4\n%%EOF\n"))).rejects.toThrow("已损坏");
    const results = await Promise.all([reader.read("一.pdf", good), reader.read("二.pdf", good)]);
    expect(results.map(({ pages }) => pages)).toEqual([["Page 1"], ["Page 1"]]);
    expect(good.length).toBeGreaterThan(0);
    await reader.close();
  });
});

describe("a PDF that cannot be read", () => {
  it.each([
    [
      "with a password",
      () => plainPdf(1, { userPassword: "secret" }),
      "文件“发票.pdf”设了打开密码（已加密），读不出内容",
    ],
    ["cut off", async () => (await plainPdf(3)).subarray(0, 400), "文件“发票.pdf”已损坏，或者不是 PDF"],
    ["without a page", async () => noPagesPdf(), "文件“发票.pdf”里一页也没有"],
    ["that is something else", async () => Buffer.from("PK"), "文件“发票.pdf”已损坏，或者不是 PDF"],
  ])("%s is refused", async (_, make, message) => {
    await expect(read(await make())).rejects.toThrow(message);
  });

  it("that unpacks without end is stopped before it fills the memory", async () => {
    expect(bomb.length).toBeLessThan(10_000);
    const before = process.resourceUsage().maxRSS;
    await expect(read(bomb)).rejects.toThrow("解开后大得不正常，没有读完");
    expect((process.resourceUsage().maxRSS - before) / 1_024).toBeLessThan(450);
  });

  it("that makes the process grow is stopped", async () => {
    const reading = readPdfText("炸弹.pdf", bomb, { limits: { megabytes: 20 } });
    await expect(reading).rejects.toThrow("解开后大得不正常，没有读完");
  });

  it("that takes too long is stopped, and the next one is read", async () => {
    const reader = openPdfReader({ milliseconds: 20 });
    await expect(reader.read("慢.pdf", bomb)).rejects.toThrow("在 0.02 秒内没有读完");
    await reader.close();
    expect(await read(await plainPdf(1))).toEqual(["Page 1"]);
  });

  it("ends when the officer cancels", async () => {
    const cancelling = new AbortController();
    const reading = readPdfText("慢.pdf", bomb, { signal: cancelling.signal });
    setTimeout(() => cancelling.abort(), 20);
    await expect(reading).rejects.toMatchObject({ code: "cancelled" });
  });

  it("that draws one endless line is read, and no more of the line is kept than anybody looks at", async () => {
    const bytes = await plainPdf(1, {}, (document) => {
      document.moveTo(0, 0);
      for (let at = 1; at <= 300_000; at += 1) document.lineTo(at % 500, at % 700);
      return document.stroke();
    });
    const { pages, placed } = await readPdfText("图.pdf", bytes, { placed: true });
    expect(pages).toEqual(["Page 1"]);
    expect(placed[0]?.rules).toHaveLength(50_000);
  });

  it("that draws itself is no loop", async () => {
    expect(await read(endlessPdf())).toEqual([""]);
  });
});
