/** What papers are set in: tables in 宋体 and 黑体, running text in 小标宋, 仿宋, 黑体 and 楷体 as GB/T 9704 has it. */
export const fontRoles = ["song", "hei", "title", "fang", "kai"] as const;
export type FontRole = (typeof fontRoles)[number];
export type FormFonts = Readonly<Record<FontRole, string>>;

/** Names of the fonts on an office's machine, as a workbook or a Word file states them; a template may name others. */
export const officialFonts: FormFonts = {
  song: "宋体",
  hei: "黑体",
  title: "方正小标宋简体",
  fang: "仿宋_GB2312",
  kai: "楷体_GB2312",
};

const serif = '"Songti SC", "Noto Serif SC", "Noto Serif CJK SC", serif';

/** The same for a screen, with what stands in where they are missing. */
const screenFonts: FormFonts = {
  song: `"SimSun", "宋体", ${serif}`,
  hei: '"SimHei", "黑体", "Heiti SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
  title: `"方正小标宋简体", "FZXiaoBiaoSong-B05S", "SimSun", "宋体", ${serif}`,
  fang: `"仿宋_GB2312", "FangSong_GB2312", "FangSong", "仿宋", "STFangsong", ${serif}`,
  kai: `"楷体_GB2312", "KaiTi_GB2312", "KaiTi", "楷体", "STKaiti", ${serif}`,
};

/** The font of a role on a screen: the one that a template names, where the machine has it, before what usually stands in. */
export function screenFont(role: FontRole, fonts: FormFonts = officialFonts): string {
  const name = fonts[role].replaceAll('"', "").trim();
  return name === officialFonts[role] ? screenFonts[role] : `"${name}", ${screenFonts[role]}`;
}
