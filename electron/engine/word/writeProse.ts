import {
  AlignmentType,
  Footer,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { officialPage } from "#shared/forms/officialPage.ts";
import type { Prose, ProseBlock } from "#shared/forms/prose.ts";
import { fontNamed, halfPoints, twips, type WordOptions, wordFile } from "./wordFile.ts";

const { margins, text, title, footer } = officialPage;
/** Points to twips. */
const exact = (points: number): number => Math.round(points * 20);

/** Running text as a Word file in the look of GB/T 9704: fonts by their official names, 22 lines of 28 characters. */
export const writeProse = (prose: Prose, options: WordOptions): Promise<Buffer> =>
  wordFile({
    ...options,
    title: prose.title,
    fonts: prose.fonts,
    sections: [section(prose)],
    mirrored: true,
  });

function section(prose: Prose): ISectionOptions {
  return {
    properties: {
      page: {
        size: { width: twips(210), height: twips(297) },
        margin: {
          top: twips(margins.top),
          right: twips(margins.right),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          footer: twips(footer.fromBottom),
        },
      },
      // No grid: every line is as high as it is said to be, and those of the title are higher than those of the text.
    },
    footers: {
      default: pageNumber(prose, AlignmentType.RIGHT),
      even: pageNumber(prose, AlignmentType.LEFT),
    },
    children: prose.blocks.map((block) => paragraph(block, prose)),
  };
}

/** — 1 —, one character in from the edge. */
const pageNumber = ({ fonts }: Prose, alignment: "left" | "right"): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: exact(text.size), right: exact(text.size) },
        children: [
          new TextRun({
            font: fontNamed(fonts.song),
            size: halfPoints(footer.size),
            children: ["— ", PageNumber.CURRENT, " —"],
          }),
        ],
      }),
    ],
  });

function paragraph(block: ProseBlock, { fonts }: Prose): Paragraph {
  const spacing = { line: exact(text.lineHeight), lineRule: LineRuleType.EXACT } as const;
  const indent = { firstLine: exact(2 * text.size) } as const;
  const run = (font: string, size: number): TextRun =>
    new TextRun({
      text: block.text,
      font: fontNamed(font),
      size: halfPoints(size),
      characterSpacing: text.tighter,
    });
  switch (block.kind) {
    case "title":
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: {
          line: exact(title.lineHeight),
          lineRule: LineRuleType.EXACT,
          after: exact(text.lineHeight),
        },
        children: [run(fonts.title, title.size)],
      });
    case "heading":
      return new Paragraph({
        keepNext: true,
        outlineLevel: block.level - 1,
        spacing,
        indent,
        children: [run(block.level === 1 ? fonts.hei : fonts.kai, text.size)],
      });
    case "paragraph":
      return new Paragraph({
        alignment: AlignmentType.BOTH,
        spacing,
        indent,
        children: [run(fonts.fang, text.size)],
      });
  }
}
