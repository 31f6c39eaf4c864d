import type { Look } from "#shared/forms/styles.ts";

/** The open fonts that are embedded, because offices' own may not be shipped. */
export type FontName = "song" | "songBold" | "hei";

/** The open font that stands in: a serif for 宋体, 仿宋 and 楷体, its bold for 小标宋, a sans for 黑体. */
export function standInFor({ font, bold }: Pick<Look, "font" | "bold">): FontName {
  switch (font) {
    case "hei":
      return "hei";
    case "title":
      return "songBold";
    case "song":
    case "fang":
    case "kai":
      return bold ? "songBold" : "song";
  }
}
