import { z } from "zod";
import { parseJson } from "../kernel/parseJson.ts";

const cell = z.object({
  value: z.object({ kind: z.string(), text: z.string().optional(), cents: z.int().optional() }),
  rowSpan: z.int().optional(),
});
/** Of a form only what papers are compared by; a form of an older program may have more or less. */
const shape = z.object({ title: z.string(), rows: z.array(z.object({ cells: z.array(cell) })) });

export type KeptCell = Readonly<z.infer<typeof cell>>;
export type KeptRow = readonly KeptCell[];

/** A form that was kept, its rows as cells; `undefined` when the text is no form. */
export function keptForm(
  formJson: string,
): Readonly<{ title: string; rows: readonly KeptRow[] }> | undefined {
  const form = shape.safeParse(parseJson(formJson)).data;
  return form && { title: form.title, rows: form.rows.map(({ cells }) => cells) };
}

export const textOf = (found: KeptCell | undefined): string => found?.value.text?.trim() ?? "";

/** Labels are broken over lines where their cells are narrow. */
export const labelOf = (found: KeptCell | undefined): string => textOf(found).replace(/\s/g, "");
