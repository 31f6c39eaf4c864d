import type { CellStyle } from "#shared/forms/form.ts";
import { type Advance, breakLines, textWidth } from "#shared/forms/lines.ts";
import { officialPage } from "#shared/forms/officialPage.ts";
import type { Prose, ProseBlock } from "#shared/forms/prose.ts";
import { styleOf } from "#shared/forms/proseSheet.ts";

/** A line as it is printed. Points from the top left of the type area. */
export type ProseLine = Readonly<{
  text: string;
  style: CellStyle;
  size: number;
  x: number;
  y: number;
  height: number;
  /** Points between characters, so that full lines end at one edge. */
  spacing: number;
}>;

type Lines = Readonly<{ lines: readonly Omit<ProseLine, "y">[]; after: number; withNext: boolean }>;

const { text, title } = officialPage;
const pageHeight = text.lines * text.lineHeight;
/** A line is spread out to the edge unless that would tear it apart. */
const widestSpacing = 1.2;

/** Shares out running text on pages of 22 lines: a heading stays with what follows it. */
export function layProse(
  { blocks }: Prose,
  advanceOf: (style: CellStyle) => Advance,
  width: number,
): readonly (readonly ProseLine[])[] {
  const pages: ProseLine[][] = [[]];
  let y = 0;
  const turn = (): void => {
    pages.push([]);
    y = 0;
  };
  const laid = blocks.map((block) => layBlock(block, advanceOf(styleOf(block)), width));
  for (const [index, { lines, after, withNext }] of laid.entries()) {
    const follows = withNext ? (laid[index + 1]?.lines[0]?.height ?? 0) : 0;
    const needed = withNext ? lines.reduce((sum, { height }) => sum + height, 0) + follows : 0;
    if (y > 0 && y + needed > pageHeight) turn();
    for (const line of lines) {
      if (y > 0 && y + line.height > pageHeight + 0.01) turn();
      pages.at(-1)?.push({ ...line, y });
      y += line.height;
    }
    y += after;
  }
  return pages;
}

function layBlock(block: ProseBlock, advance: Advance, width: number): Lines {
  const style = styleOf(block);
  if (block.kind === "title") {
    const { size, lineHeight } = title;
    const lines = balanced(block.text, width / size, advance).map((line) => ({
      ...{ text: line, style, size, height: lineHeight, spacing: 0 },
      x: (width - textWidth(line, advance) * size) / 2,
    }));
    return { lines, after: text.lineHeight, withNext: true };
  }
  const indented = `　　${block.text}`;
  const broken = breakLines(indented, width / text.pitch, advance);
  const lines = broken.map((line, index) => ({
    ...{ text: line, style, size: text.size, height: text.lineHeight, x: 0 },
    spacing: spacingOf(line, index === broken.length - 1, advance, width),
  }));
  return { lines, after: 0, withNext: block.kind === "heading" };
}

/** Last lines keep the pitch; others are spread out, or drawn together, to end at the edge. */
function spacingOf(line: string, isLast: boolean, advance: Advance, width: number): number {
  const usual = text.pitch - text.size;
  const gaps = [...line].length - 1;
  if (isLast || gaps < 1) return usual;
  const spread = (width - textWidth(line, advance) * text.size) / gaps;
  return spread > widestSpacing ? usual : spread;
}

/** A title that takes several lines has them about as long as each other. */
function balanced(line: string, width: number, advance: Advance): readonly string[] {
  const all = breakLines(line, width, advance);
  if (all.length < 2) return all;
  const even = breakLines(line, textWidth(line, advance) / all.length + 1, advance);
  return even.length === all.length ? even : all;
}
