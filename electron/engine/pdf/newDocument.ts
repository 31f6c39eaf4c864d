import PDFDocument from "pdfkit";
import type { Fonts } from "./fonts.ts";

/** An empty PDF with our fonts in it; its id is made of title, author and instant, so nothing depends on when it ran. */
export function newDocument(
  title: string,
  { writtenAt, author }: Readonly<{ writtenAt: string; author: string }>,
  fonts: Fonts,
): PDFKit.PDFDocument {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    info: {
      Title: title,
      Author: author,
      Creator: "经费工作台",
      Producer: "经费工作台",
      CreationDate: new Date(writtenAt),
    },
    lang: "zh-CN",
    displayTitle: true,
    // pdfkit's own Helvetica is not loaded.
    font: "",
  });
  for (const { name, bytes } of Object.values(fonts)) pdf.registerFont(name, bytes);
  return pdf;
}
