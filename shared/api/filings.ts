import { z } from "zod";
import { formIds } from "../forms/formKinds.ts";
import type { Printable } from "../forms/prose.ts";
import type { IsoDate } from "../kernel/dates.ts";
import * as field from "../model/fields.ts";
import { filingFormats } from "../model/filing.ts";
import { bringRoutes } from "./bring.ts";
import type { FindingView } from "./checks.ts";
import { fileToken, missingChoice } from "./fields.ts";
import { route } from "./route.ts";

/** What every list can be written as. */
export const fileFormats = ["xlsx", "pdf"] as const;
export type FileFormat = (typeof fileFormats)[number];

/** What a paper is printed of: a project, a payment, or a year (of one project, where one is chosen). */
const formSubject = z.union([
  z.strictObject({ projectId: field.id }),
  z.strictObject({ paymentId: field.id }),
  z.strictObject({ fiscalYear: field.fiscalYear, projectId: field.id.nullable() }),
]);
export type FormSubject = z.infer<typeof formSubject>;

export type FilingPreview = Readonly<{
  form: Printable;
  /** The day whose figures it shows. */
  asOf: IsoDate;
  /** Rows of a long sheet that the window is spared; what is exported has them. */
  rowsLeft: number;
  /** What stands in the way of handing it in. */
  findings: readonly FindingView[];
}>;

export type Exported = Readonly<{
  fileName: string;
  pages: number | null;
  /** What to know of the file: what is blank in it, which fonts stand in. */
  warnings: readonly string[];
}>;

const formInput = {
  form: z.enum(formIds),
  subject: formSubject,
  /** The day whose figures it shows; null for today. */
  asOf: field.date.nullable().default(null),
} as const;

/** A list on the screen: what it shows is what is exported. */
export const listInput = z.strictObject({
  title: z.string(),
  /** Under the title: what was chosen, and as of when. */
  note: z.string().optional(),
  columns: z.array(
    z.strictObject({
      title: z.string(),
      width: z.number(),
      kind: z.enum(["text", "amount", "number", "date"]),
    }),
  ),
  /** Text, or integer 分 in an amount column. */
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
});
export type ListInput = z.infer<typeof listInput>;

export const filingRoutes = {
  ...bringRoutes,
  "filings.preview": route<FilingPreview>()(z.strictObject(formInput)),
  "filings.export": route<Exported>()(
    z.strictObject({ ...formInput, ...missingChoice, format: z.enum(filingFormats), file: fileToken }),
  ),
  "lists.export": route<Exported>()(
    z.strictObject({
      list: listInput,
      ...missingChoice,
      format: z.enum(fileFormats).default("xlsx"),
      file: fileToken,
    }),
  ),
} as const;
