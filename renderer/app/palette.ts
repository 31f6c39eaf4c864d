/**
 * Every colour of the window. Greys of paper and ink, one deep navy for what can be acted on; all other colour means
 * severity and nothing else.
 */
export const palette = {
  ink: "#1c2127",
  inkSoft: "#535a63",
  inkFaint: "#70767e",
  line: "#d9d7d1",
  lineSoft: "#e9e7e2",
  ground: "#f1efeb",
  sunken: "#f8f7f4",
  paper: "#ffffff",
  primary: "#1f3a5f",
  primaryHover: "#2f5585",
  primarySoft: "#e8edf4",
  block: "#a8201a",
  blockSoft: "#faeae8",
  warn: "#8f5600",
  warnSoft: "#faf0dc",
  hint: "#46617a",
  hintSoft: "#ebf0f4",
} as const;

export const fontFamily = [
  '"Microsoft YaHei UI"',
  '"Microsoft YaHei"',
  '"PingFang SC"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  '"WenQuanYi Micro Hei"',
  "sans-serif",
].join(", ");

/** Makes the colours known to the style sheets, as `--jf-…`. */
export function applyPalette(element: HTMLElement): void {
  for (const [name, colour] of Object.entries(palette))
    element.style.setProperty(
      `--jf-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      colour,
    );
}
