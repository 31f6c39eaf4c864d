import { z } from "zod";
import type { ReadPaper } from "../filings/brought.ts";
import type { Offer } from "../filings/offers.ts";
import type { SourceFormat, SourceLine } from "../filings/source.ts";
import type { Id } from "../kernel/id.ts";
import * as field from "../model/fields.ts";
import type { BroughtPaper } from "../model/filing.ts";
import type { FindingView } from "./checks.ts";
import { byId, fileToken, voiding } from "./fields.ts";
import { route } from "./route.ts";

const source = z.union([
  z.strictObject({ file: fileToken }),
  z.strictObject({ text: z.string().max(2_000_000, "粘贴的内容太长") }),
]);

/** A document as it was read, and what could be taken over from it. Nothing is written. */
export type BringPreview = Readonly<{
  fileName: string;
  format: SourceFormat;
  /** Names what was seen: who brings it in says it again, so that nothing else is taken than what was shown. */
  seen: string;
  lines: readonly SourceLine[];
  papers: readonly ReadPaper[];
  offers: readonly Offer[];
  fiscalYear: number | null;
}>;

const choices = z
  .array(
    z.strictObject({
      key: z.string().min(1),
      /** The number of the paper whose say is taken; null leaves the project as it is. */
      paper: z.int().min(0).nullable(),
    }),
  )
  .describe("没有列出的按预览所拟");

export type Brought = Readonly<{
  projectId: Id;
  projectCode: string;
  papers: readonly Id[];
  /** What was taken over, and what was left, each in a sentence. */
  taken: readonly string[];
  left: readonly string[];
}>;

/** A paper that was brought in, with the lines it was read from. */
export type BroughtView = Readonly<
  Pick<BroughtPaper, "id" | "projectId" | "kind" | "title" | "fileName" | "broughtAt" | "broughtBy">
> &
  Readonly<{ hasFile: boolean; paper: ReadPaper | null }>;

/** 申报体检: the findings of a project by the paper on which they are mended. */
export type Checkup = Readonly<{
  groups: readonly Readonly<{ paper: string; findings: readonly FindingView[] }>[];
  /** Papers that were looked at and are right. */
  clean: readonly string[];
}>;

export const bringRoutes = {
  "filings.previewBring": route<BringPreview>()(z.strictObject({ source, projectId: field.id.nullable() })),
  "filings.bring": route<Brought>()(
    z.strictObject({
      source,
      seen: z.string(),
      target: z.union([
        z.strictObject({ projectId: field.id }),
        z.strictObject({
          code: z.string().trim().min(1, "请填写项目编码"),
          fiscalYear: field.fiscalYear,
          template: field.name,
        }),
      ]),
      choices,
    }),
  ),
  "filings.brought": route<readonly BroughtView[]>()(z.strictObject({ projectId: field.id })),
  "filings.voidBrought": route<readonly BroughtView[]>()(voiding),
  "filings.checkup": route<Checkup>()(byId),
} as const;
