import type { CSSProperties } from "react";
import { type FormFonts, screenFont } from "#shared/forms/fonts.ts";
import type { Form, FormCell, FormRow } from "#shared/forms/form.ts";
import { inks, looks, shade } from "#shared/forms/styles.ts";
import { isFigure, printValue } from "#shared/forms/values.ts";
import { PaperFrame } from "./PaperFrame.tsx";
import { type PaperPlaces, PlaceText } from "./paperPlaces.tsx";
import { sheetScale } from "./sheetScale.ts";

type Props = Readonly<{
  form: Form;
  /** Where places of the sheet lead to their fields. */
  places?: PaperPlaces | undefined;
}>;

/** The sheet on its paper, as it will be printed, made as large as the room allows. */
export function FormPreview({ form, places }: Props) {
  const { paperWidth, paperHeight, columnPercents, letters } = sheetScale(form);
  return (
    <PaperFrame
      title={form.title}
      width={paperWidth}
      height={paperHeight}
      margins={form.page.margins}
      letters={letters}
    >
      <table>
        <colgroup>
          {columnPercents.map((percent, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a form have no other name
            <col key={index} style={{ width: `${percent}%` }} />
          ))}
        </colgroup>
        <tbody>
          {form.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no other name
            <SheetRow key={index} row={row} fonts={form.fonts} places={places} />
          ))}
        </tbody>
      </table>
    </PaperFrame>
  );
}

type RowProps = Readonly<{
  row: FormRow;
  fonts: FormFonts | undefined;
  places: PaperPlaces | undefined;
}>;

function SheetRow({ row, fonts, places }: RowProps) {
  return (
    <tr style={row.minHeight === undefined ? {} : { height: `${row.minHeight}pt` }}>
      {row.cells.map((cell, index) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: cells of a form have no other name
          key={index}
          colSpan={cell.colSpan ?? 1}
          rowSpan={cell.rowSpan ?? 1}
          style={lookOf(cell, fonts)}
        >
          <PlaceText source={cell.source} places={places} text={printValue(cell.value)} />
        </td>
      ))}
    </tr>
  );
}

function lookOf({ style, value }: FormCell, fonts: FormFonts | undefined): CSSProperties {
  const look = looks[style];
  return {
    fontFamily: screenFont(look.font, fonts),
    fontSize: `calc(${look.size}pt * var(--jf-letters))`,
    fontWeight: look.bold ? 700 : 400,
    textAlign: look.align === "centre" ? "center" : look.align,
    color: `#${inks[look.ink]}`,
    background: look.shaded ? `#${shade}` : undefined,
    border: look.bordered ? "0.5pt solid #000" : undefined,
    whiteSpace: isFigure(value) ? "nowrap" : "pre-wrap",
  };
}
