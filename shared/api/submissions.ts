import { z } from "zod";
import type { Occasion } from "../filings/occasions.ts";
import type { FormDifference } from "../forms/formDifference.ts";
import { type FilingFormat, formIds } from "../forms/formKinds.ts";
import * as field from "../model/fields.ts";
import type { FilingFile, FilingVersion, Submission } from "../model/filing.ts";
import type { Checkup } from "./bring.ts";
import { fileToken, missingChoice } from "./fields.ts";
import { route } from "./route.ts";

export type VersionFile = Pick<FilingFile, "id" | "format" | "fileName" | "sizeBytes">;

export type VersionView = Omit<FilingVersion, "formJson"> &
  Readonly<{ title: string; files: readonly VersionFile[]; submissionTitle: string | null }>;

/** One paper of a project with its versions, the latest first. */
export type PaperVersions = Readonly<{
  form: string;
  title: string;
  versions: readonly VersionView[];
  /** The paper reads otherwise now than in its latest version; null where it cannot be printed any more. */
  changedSince: boolean | null;
}>;

export type SubmissionView = Omit<Submission, "reportJson" | "voidedAt" | "voidReason"> &
  Readonly<{
    papers: readonly Readonly<{ title: string; versionNo: number; isNew: boolean }>[];
    accepted: number;
    open: number;
  }>;

export type VersionList = Readonly<{
  papers: readonly PaperVersions[];
  submissions: readonly SubmissionView[];
}>;

/** What became of a paper that was frozen. */
export type Frozen = Readonly<{
  form: string;
  title: string;
  versionId: FilingVersion["id"];
  versionNo: number;
  /** False: it says the same as its latest version, so that one stands. */
  isNew: boolean;
}>;

export type SubmissionPaper = Readonly<{
  form: (typeof formIds)[number];
  title: string;
  formats: readonly FilingFormat[];
  latestNo: number | null;
  /** Says what its latest version says. */
  isSame: boolean;
  /** What it goes out for by itself. */
  occasion: Occasion | null;
}>;

/** What handing in now would mean. */
export type SubmissionPreview = Readonly<{
  asOf: string;
  /** What is due by the day and by what was handed in before. */
  occasion: Occasion;
  titles: Readonly<Record<Occasion, string>>;
  papers: readonly SubmissionPaper[];
  /** The same that 申报体检 shows. */
  checkup: Checkup;
}>;

export type Packaged = Readonly<{
  submissionId: Submission["id"];
  papers: readonly Frozen[];
  folderName: string;
  zipName: string;
  files: number;
}>;

export type VersionComparison = Readonly<{
  title: string;
  fromLabel: string;
  toLabel: string;
  difference: FormDifference;
}>;

const byProject = z.strictObject({ projectId: field.id });

export const submissionRoutes = {
  "filings.versions": route<VersionList>()(byProject),
  "filings.freeze": route<Frozen>()(
    z.strictObject({
      projectId: field.id,
      form: z.enum(formIds),
      note: field.text.default(""),
      ...missingChoice,
    }),
  ),
  /** Gives a file of a version back as it was handed in. */
  "filings.versionFile": route<Readonly<{ fileName: string }>>()(
    z.strictObject({ fileId: field.id, file: fileToken }),
  ),
  /** A version and a later one, or, with null, the paper as it is now. */
  "filings.difference": route<VersionComparison>()(
    z.strictObject({ fromId: field.id, toId: field.id.nullable().default(null) }),
  ),
  "filings.submitPreview": route<SubmissionPreview>()(byProject),
  "filings.package": route<Packaged>()(
    z.strictObject({
      projectId: field.id,
      forms: z.array(z.enum(formIds)).min(1, "请至少选一份材料"),
      title: field.name,
      note: field.text.default(""),
      folder: fileToken,
      ...missingChoice,
    }),
  ),
  /** The package of an earlier 报送 once more, byte for byte. */
  "filings.packageAgain": route<Packaged>()(z.strictObject({ submissionId: field.id, folder: fileToken })),
} as const;
