import type { CSSProperties } from "react";
import type { Form, FormCell, FormRow } from "#shared/forms/form.ts";
import { inks, looks, screenFonts, shade } from "#shared/forms/styles.ts";
import { isFigure, printValue } from "#shared/forms/values.ts";
import "./formPreview.css";
import { useFitScale } from "./useFitScale.ts";

const a4 = { short: 210, long: 297 } as const;
const pixelsPerMillimetre = 96 / 25.4;

/** The sheet on its paper, as it will be printed, made as large as the room allows. */
export function FormPreview({ form }: Readonly<{ form: Form }>) {
  const landscape = form.page.orientation === "landscape";
  const width = landscape ? a4.long : a4.short;
  const { room, scale } = useFitScale(width * pixelsPerMillimetre);
  const { top, right, bottom, left } = form.page.margins;
  const paper: CSSProperties = {
    width: `${width}mm`,
    minHeight: `${landscape ? a4.short : a4.long}mm`,
    padding: `${top}mm ${right}mm ${bottom}mm ${left}mm`,
    zoom: scale,
  };
  const characters = form.columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div className="jf-paper-room" ref={room}>
      <article className="jf-paper jf-selectable" style={paper} aria-label={form.title}>
        <table>
          <colgroup>
            {form.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a form have no other name
              <col key={index} style={{ width: `${(column.width / characters) * 100}%` }} />
            ))}
          </colgroup>
          <tbody>
            {form.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no other name
              <SheetRow key={index} row={row} />
            ))}
          </tbody>
        </table>
      </article>
    </div>
  );
}

function SheetRow({ row }: Readonly<{ row: FormRow }>) {
  return (
    <tr style={row.minHeight === undefined ? {} : { height: `${row.minHeight}pt` }}>
      {row.cells.map((cell, index) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: cells of a form have no other name
          key={index}
          colSpan={cell.colSpan ?? 1}
          rowSpan={cell.rowSpan ?? 1}
          style={lookOf(cell)}
        >
          {printValue(cell.value)}
        </td>
      ))}
    </tr>
  );
}

function lookOf({ style, value }: FormCell): CSSProperties {
  const look = looks[style];
  return {
    fontFamily: screenFonts[look.font],
    fontSize: `${look.size}pt`,
    fontWeight: look.bold ? 700 : 400,
    textAlign: look.align === "centre" ? "center" : look.align,
    color: `#${inks[look.ink]}`,
    background: look.shaded ? `#${shade}` : undefined,
    border: look.bordered ? "0.5pt solid #000" : undefined,
    whiteSpace: isFigure(value) ? "nowrap" : "pre-wrap",
  };
}
