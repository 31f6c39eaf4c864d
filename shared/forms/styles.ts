import type { FontRole } from "./fonts.ts";
import type { CellStyle } from "./form.ts";

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
  binding: { ...outside, align: "centre", repeats: true },
  proseTitle: { ...outside, font: "title", size: 22, align: "centre" },
  proseHeading: { ...outside, font: "hei", size: 16 },
  proseSubheading: { ...outside, font: "kai", size: 16 },
  proseText: { ...outside, font: "fang", size: 16 },
};

/** Six hexadecimal digits. Dark enough to be read on a black-and-white print. */
export const inks: Readonly<Record<Look["ink"], string>> = {
  black: "000000",
  red: "B00020",
  amber: "8A5A00",
};
export const shade = "F2F2F2";
