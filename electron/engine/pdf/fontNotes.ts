import { type FormFonts, officialFonts } from "#shared/forms/fonts.ts";
import { isProse, type Printable } from "#shared/forms/prose.ts";
import { styleOf } from "#shared/forms/proseSheet.ts";
import { type Look, looks } from "#shared/forms/styles.ts";
import { type FontName, standInFor } from "./standIns.ts";

/** What the open fonts are called in China. */
const openNames: Readonly<Record<FontName, string>> = {
  song: "思源宋体",
  songBold: "思源宋体",
  hei: "思源黑体",
};

/** Fonts that every Windows has. */
const common: ReadonlySet<string> = new Set(["宋体", "黑体"]);

const usedLooks = (paper: Printable): readonly Look[] =>
  isProse(paper)
    ? paper.blocks.map((block) => looks[styleOf(block)])
    : [...new Set(paper.rows.flatMap(({ cells }) => cells.map(({ style }) => style)))].map(
        (style) => looks[style],
      );

const fontsOf = ({ fonts }: Printable): FormFonts => fonts ?? officialFonts;

/** Which open font stands for which official one in the PDF of a paper, as one sentence. */
export function replacedFonts(paper: Printable): string {
  const fonts = fontsOf(paper);
  const replaced = new Map<string, Set<string>>();
  for (const look of usedLooks(paper)) {
    const name = openNames[standInFor(look)];
    replaced.set(name, (replaced.get(name) ?? new Set()).add(fonts[look.font]));
  }
  const parts = [...replaced].map(([name, officials]) => `${[...officials].join("、")}用${name}代替`);
  return parts.length === 0 ? "" : `PDF 里${parts.join("，")}，字体已嵌入文件。`;
}

/** The fonts that a workbook or a Word file asks for by name and not every computer has, as one sentence. */
export function namedFonts(paper: Printable): string {
  const fonts = fontsOf(paper);
  const rare = [...new Set(usedLooks(paper).map((look) => fonts[look.font]))].filter(
    (name) => !common.has(name),
  );
  return rare.length === 0 ? "" : `文件按名称使用${rare.join("、")}；打开的电脑没有的，会换成别的字体。`;
}
