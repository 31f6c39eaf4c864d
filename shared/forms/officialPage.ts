/**
 * The page of GB/T 9704-2012, for running text: A4 with a type area of 156 × 225 mm that holds 22 lines of 28 characters
 * of 3号. Margins in millimetres, sizes in points.
 */
export const officialPage = {
  margins: { top: 37, right: 26, bottom: 35, left: 28 },
  /** 3号; a character is 15.75 pt wide so that 28 of them fill the 442 pt of a line. */
  text: { size: 16, pitch: 15.75, lineHeight: 28.95, lines: 22, tighter: -5 },
  /** 2号 小标宋. */
  title: { size: 22, lineHeight: 33 },
  /** 4号, 7 mm below the type area; odd pages on the right, even ones on the left. */
  footer: { size: 14, fromBottom: 25 },
} as const;
