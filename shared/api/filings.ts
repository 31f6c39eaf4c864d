import { z } from "zod";
import type { Form } from "../forms/form.ts";
import * as field from "../model/fields.ts";
import type { FindingView } from "./checks.ts";
import { fileToken } from "./fields.ts";
import { route } from "./route.ts";

export const formIds = ["budget", "targets", "schedule"] as const;
export type FormId = (typeof formIds)[number];
export const formTitles: Readonly<Record<FormId, string>> = {
  budget: "项目支出预算明细表",
  targets: "财政项目支出绩效目标申报表",
  schedule: "付款计划与核对表",
};

export const fileFormats = ["xlsx", "pdf"] as const;
export type FileFormat = (typeof fileFormats)[number];

export type FilingPreview = Readonly<{
  form: Form;
  /** What stands in the way of handing it in. */
  findings: readonly FindingView[];
}>;

export type Exported = Readonly<{ fileName: string; pages: number | null; warnings: readonly string[] }>;

const formInput = { form: z.enum(formIds), projectId: field.id } as const;

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
  "filings.preview": route<FilingPreview>()(z.strictObject(formInput)),
  "filings.export": route<Exported>()(
    z.strictObject({ ...formInput, format: z.enum(fileFormats), file: fileToken }),
  ),
  "lists.export": route<Exported>()(
    z.strictObject({ list: listInput, format: z.enum(fileFormats).default("xlsx"), file: fileToken }),
  ),
} as const;
