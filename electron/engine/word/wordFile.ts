import { Document, type ISectionOptions, Packer } from "docx";
import type { FormFonts } from "#shared/forms/fonts.ts";
import { setZipTime } from "../excel/writeZipTime.ts";

export type WordOptions = Readonly<{
  /** ISO instant that goes into the file; the same paper at the same instant gives the same bytes. */
  writtenAt: string;
  author: string;
}>;

type Props = WordOptions &
  Readonly<{ title: string; fonts: FormFonts; sections: readonly ISectionOptions[]; mirrored: boolean }>;

const mediaTitle = (text: string): string => text.replace(/[<>&]/g, " ");

/** Points to half-points, in which Word counts letters. */
export const halfPoints = (points: number): number => Math.round(points * 2);

const twipsPerMillimetre = 1440 / 25.4;
export const twips = (millimetres: number): number => Math.round(millimetres * twipsPerMillimetre);

/** A font for Chinese and, in the same face, for the letters and digits between. */
export const fontNamed = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });

/** The bytes of a Word file. `mirrored`: even pages have their number on the left. */
export async function wordFile({
  writtenAt,
  author,
  title,
  fonts,
  sections,
  mirrored,
}: Props): Promise<Buffer> {
  const document = new Document({
    title,
    creator: author,
    evenAndOddHeaderAndFooters: mirrored,
    styles: {
      default: {
        document: {
          run: { font: fontNamed(fonts.song), size: halfPoints(10.5), language: { eastAsia: "zh-CN" } },
        },
      },
    },
    sections: [...sections],
  });
  const bytes = await Packer.toBuffer(document, false, [
    { path: "docProps/core.xml", data: coreProperties(mediaTitle(title), mediaTitle(author), writtenAt) },
  ]);
  setZipTime(bytes, writtenAt);
  return bytes;
}

/** The library would write the time at which it runs. */
const coreProperties = (title: string, author: string, writtenAt: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${title}</dc:title><dc:creator>${author}</dc:creator>`,
    `<cp:lastModifiedBy>${author}</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${writtenAt}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${writtenAt}</dcterms:modified>`,
    "</cp:coreProperties>",
  ].join("");
