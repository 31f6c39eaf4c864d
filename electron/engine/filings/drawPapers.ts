import type { FilingFormat } from "#shared/forms/formKinds.ts";
import { formKindOf } from "#shared/forms/formKinds.ts";
import type { Printable } from "#shared/forms/prose.ts";
import { checkReportForm } from "#shared/forms/submissionReport.ts";
import { safeFileName } from "#shared/kernel/safeFileName.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { Project } from "#shared/model/project.ts";
import type { Context } from "../context.ts";
import { throwIfCancelled } from "../pause.ts";
import { filesOfVersions, type VersionOfPaper } from "../store/filings.ts";
import { type CurrentPaper, contentHash } from "./currentPapers.ts";
import { readVersionFile } from "./versionFiles.ts";
import { fitsWord, type Together, writeForm } from "./writeForm.ts";

export type DrawnFile = Readonly<{ format: FilingFormat; fileName: string; bytes: Buffer }>;

/** A paper with its files: new ones, or, where it says the same as its latest version, those of that version. */
export type DrawnPaper = Readonly<{
  form: string;
  title: string;
  paper: Printable;
  hash: string;
  versionNo: number;
  /** The version that says the same. */
  same: VersionOfPaper | undefined;
  files: readonly DrawnFile[];
}>;

type Paper = Omit<CurrentPaper, "form"> & Readonly<{ form: string; formats: readonly FilingFormat[] }>;

export const withFormats = (paper: CurrentPaper): Paper => ({ ...paper, formats: keptFormats(paper) });

/** What a version is kept as: a table that is too long for Word without it, since nobody could choose otherwise there. */
export const keptFormats = ({ form, paper }: Pick<CurrentPaper, "form" | "paper">): readonly FilingFormat[] =>
  formKindOf(form).formats.filter((format) => format !== "docx" || fitsWord(paper));

export const reportPaper = (paper: Printable): Paper => ({
  form: checkReportForm,
  title: paper.title,
  paper,
  hash: contentHash(paper),
  formats: ["pdf", "xlsx"],
});

/** Draws papers one after the other, with fonts that are read once; a cancel stops between two files. */
export async function drawPapers(
  context: Context,
  project: Project,
  papers: readonly Paper[],
  known: readonly VersionOfPaper[],
  together: Together,
): Promise<readonly DrawnPaper[]> {
  const drawn: DrawnPaper[] = [];
  for (const [index, { form, title, paper, hash, formats }] of papers.entries()) {
    context.progress({ done: index, total: papers.length, note: `正在写《${title}》` });
    const latest = known.find((version) => version.form === form);
    const same = latest?.contentHash === hash ? latest : undefined;
    const versionNo = same?.versionNo ?? (latest?.versionNo ?? 0) + 1;
    const files =
      same === undefined
        ? await newFiles(
            { ...context, progress: () => undefined },
            project,
            { paper, formats, title, versionNo },
            together,
          )
        : await keptFiles(context, same);
    drawn.push({ form, title, paper, hash, versionNo, same, files });
  }
  return drawn;
}

async function newFiles(
  context: Context,
  project: Project,
  {
    paper,
    formats,
    title,
    versionNo,
  }: Pick<Paper, "paper" | "formats" | "title"> & Readonly<{ versionNo: number }>,
  together: Together,
): Promise<readonly DrawnFile[]> {
  const files: DrawnFile[] = [];
  for (const format of formats) {
    throwIfCancelled(context.signal);
    const { bytes } = await writeForm(context, paper, format, together);
    const name = safeFileName(`${project.name}${project.fiscalYear}年度${title} 第${versionNo}版`);
    files.push({ format, fileName: `${name}.${format}`, bytes });
  }
  return files;
}

async function keptFiles({ ledger }: Context, version: VersionOfPaper): Promise<readonly DrawnFile[]> {
  return readFiles(ledger, await filesOfVersions(ledger, [version.id]));
}

export const readFiles = (
  ledger: Context["ledger"],
  files: readonly Row<"filingFile">[],
): Promise<readonly DrawnFile[]> =>
  Promise.all(
    files.map(async (file) => ({
      format: file.format,
      fileName: file.fileName,
      bytes: await readVersionFile(ledger, file),
    })),
  );
