import { z } from "zod";
import type { ReadPaper } from "../filings/brought.ts";
import type { Offer } from "../filings/offers.ts";
import type { SourceFormat, SourceLine } from "../filings/source.ts";
import type { Id } from "../kernel/id.ts";
import * as field from "../model/fields.ts";
import type { BroughtPaper } from "../model/filing.ts";
import type { FindingView } from "./checks.ts";
import { byId, fileToken, scope, voiding } from "./fields.ts";
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

/** A paper that was brought in: when, from what, by whom, and how it stands to the project now. */
export type BroughtRow = Readonly<
  Pick<BroughtPaper, "id" | "kind" | "title" | "fileName" | "broughtAt" | "broughtBy" | "voidReason"> & {
    projectId: Id;
    projectName: string;
    /** As the paper says. */
    fiscalYear: number | null;
    /** False for what was pasted. */
    hasFile: boolean;
    /** Counts of what the project says otherwise now, of what could not be read for sure, and of cells that were not used. */
    differs: number;
    unsure: number;
    unused: number;
  }
>;

/** The same with every line of it, and what was read of each; `paper` is null where that cannot be understood any more. */
export type BroughtDetail = BroughtRow &
  Readonly<{ lines: readonly SourceLine[]; paper: ReadPaper | null; offers: readonly Offer[] }>;

/** 申报体检: the findings of a project by the paper on which they are mended. */
export type Checkup = Readonly<{
  groups: readonly Readonly<{
    paper: string;
    /** Of a paper that was brought in. */
    broughtId: Id | null;
    findings: readonly FindingView[];
  }>[];
  /** Papers that were looked at and are right. */
  clean: readonly string[];
  /** How many findings keep the papers from being handed in: open ones that are 阻断, or on money. */
  blocking: number;
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
  "filings.brought": route<readonly BroughtRow[]>()(scope),
  "filings.broughtPaper": route<BroughtDetail>()(byId),
  /** The file that a paper came in, as it was. */
  "filings.broughtFile": route<Readonly<{ fileName: string }>>()(byId.extend({ file: fileToken })),
  "filings.voidBrought": route<BroughtDetail>()(voiding),
  "filings.checkup": route<Checkup>()(byId),
} as const;
