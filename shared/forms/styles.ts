import type { CellStyle } from "./form.ts";

/** 宋体 for text and figures, 黑体 for headings: what tables of finance bureaus are set in. */
export type FontRole = "song" | "hei";

/** How a cell looks, for every renderer alike. */
export type Look = Readonly<{
  font: FontRole;
  /** Points: 10.5 is 五号, 9 is 小五, 18 is 小二. */
  size: number;
  bold: boolean;
  align: "left" | "centre" | "right";
  /** Part of the table, with a thin line around it. */
  bordered: boolean;
  shaded: boolean;
  /** Colour means severity and nothing else. */
  ink: "black" | "red" | "amber";
  /** Stands again on the next page when a page breaks inside it. */
  repeats: boolean;
}>;

const table = {
  font: "song",
  size: 10.5,
  bold: false,
  align: "left",
  bordered: true,
  shaded: false,
  ink: "black",
  repeats: false,
} as const satisfies Look;

const outside = { ...table, bordered: false } as const satisfies Look;

export const looks: Readonly<Record<CellStyle, Look>> = {
  title: { ...outside, size: 18, bold: true, align: "centre" },
  subtitle: { ...outside, size: 12, align: "centre" },
  note: outside,
  noteRight: { ...outside, align: "right" },
  heading: { ...table, font: "hei", align: "centre", shaded: true, repeats: true },
  label: { ...table, font: "hei", align: "centre", repeats: true },
  text: table,
  centred: { ...table, align: "centre", repeats: true },
  amount: { ...table, align: "right" },
  total: { ...table, align: "right", bold: true },
  totalLabel: { ...table, font: "hei", align: "centre" },
  group: { ...table, font: "hei", shaded: true },
  blocked: { ...table, ink: "red" },
  blockedCentred: { ...table, align: "centre", ink: "red" },
  warned: { ...table, ink: "amber" },
};

/** Names of the fonts on an office's machine, as a workbook states them. */
export const officialFonts: Readonly<Record<FontRole, string>> = { song: "宋体", hei: "黑体" };

/** The same for a screen, with what stands in where they are missing. */
export const screenFonts: Readonly<Record<FontRole, string>> = {
  song: '"SimSun", "宋体", "Songti SC", "Noto Serif SC", "Noto Serif CJK SC", serif',
  hei: '"SimHei", "黑体", "Heiti SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
};

/** Six hexadecimal digits. Dark enough to be read on a black-and-white print. */
export const inks: Readonly<Record<Look["ink"], string>> = {
  black: "000000",
  red: "B00020",
  amber: "8A5A00",
};
export const shade = "F2F2F2";
