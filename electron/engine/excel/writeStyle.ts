import type { Style } from "exceljs";
import { type FormFonts, officialFonts } from "#shared/forms/fonts.ts";
import type { CellStyle } from "#shared/forms/form.ts";
import { inks, type Look, looks, shade } from "#shared/forms/styles.ts";

/** Chinese (GB 2312), so that a machine without the font takes another Chinese one. */
const charset = 134;
const horizontal = { left: "left", centre: "center", right: "right" } as const;
const line = { style: "thin", color: { argb: "FF000000" } } as const;

export type CellKind = Readonly<{
  style: CellStyle;
  format: string;
  /** Shown smaller rather than as #### in a narrow column. */
  figure: boolean;
  /** Over several pages perhaps: begins at the top. */
  tall: boolean;
}>;

/** The look of a cell as exceljs wants it. */
export function excelStyle({ style, format, figure, tall }: CellKind, fonts: FormFonts): Partial<Style> {
  const look = looks[style];
  return {
    numFmt: format,
    font: {
      name: fonts[look.font],
      charset,
      size: look.size,
      bold: look.bold,
      color: { argb: `FF${inks[look.ink]}` },
    },
    alignment: {
      horizontal: horizontal[look.align],
      vertical: tall ? "top" : "middle",
      ...(figure ? { shrinkToFit: true } : { wrapText: true }),
    },
    ...(look.bordered ? { border: { top: line, left: line, bottom: line, right: line } } : {}),
    ...fill(look),
  };
}

const fill = ({ shaded }: Look): Partial<Style> =>
  shaded ? { fill: { type: "pattern", pattern: "solid", fgColor: { argb: `FF${shade}` } } } : {};

/** Keeps one style object for each look: a list has few looks and many cells. */
export function styleBook(fonts: FormFonts = officialFonts): (kind: CellKind) => Partial<Style> {
  const styles = new Map<string, Partial<Style>>();
  return (kind) => {
    const key = `${kind.style}|${kind.format}|${kind.figure}|${kind.tall}`;
    const known = styles.get(key);
    if (known !== undefined) return known;
    const made = excelStyle(kind, fonts);
    styles.set(key, made);
    return made;
  };
}
