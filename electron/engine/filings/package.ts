import type { Packaged } from "#shared/api/submissions.ts";
import { buildCheckReport, type CheckReport } from "#shared/forms/builders/checkReport.ts";
import type { FormId } from "#shared/forms/formKinds.ts";
import { checkReportForm, type SubmissionReport } from "#shared/forms/submissionReport.ts";
import { canonicalJson } from "#shared/kernel/canonicalJson.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Project } from "#shared/model/project.ts";
import type { Context } from "../context.ts";
import { readyFolder } from "../files/writeFolder.ts";
import { throwIfCancelled } from "../pause.ts";
import { loadFonts } from "../pdf/fonts.ts";
import { lastChange } from "../store/changeLog.ts";
import { versionsOfProject } from "../store/filings.ts";
import { newId } from "../store/newId.ts";
import { insertRow } from "../store/rows.ts";
import { currentPaper, handedInForms, liveProject } from "./currentPapers.ts";
import { type DrawnPaper, drawPapers, reportPaper, withFormats } from "./drawPapers.ts";
import { keepVersions, refuseChanged } from "./keepVersions.ts";
import { packageFiles, packageName } from "./packageFiles.ts";
import { checkPapers, refuseBlocked, reportedFindings } from "./papersCheck.ts";

export type Packing = Readonly<{
  projectId: Id;
  forms: readonly FormId[];
  title: string;
  note: string;
  /** An existing folder that gets the package's own folder and zip. */
  path: string;
  /** Print 〓 for characters that no font of a PDF has. */
  allowMissing?: boolean;
}>;

/**
 * 报送: freezes the papers and the check report as versions and writes them to a folder and a zip, all in one act: when
 * one of it fails, none of it is kept. Fails with `refused` while a finding blocks it, and with `conflict` when the ledger
 * was written to meanwhile.
 */
export async function packageFilings(context: Context, packing: Packing): Promise<Packaged> {
  const { ledger, clock, officer } = context;
  const { projectId, title, note, allowMissing = false } = packing;
  const project = await liveProject(context, projectId);
  const seen = await lastChange(ledger);
  const checkup = await checkPapers(context, projectId);
  refuseBlocked(checkup);

  const at = clock.now();
  const together = { writtenAt: at, author: officer, fonts: await loadFonts(), allowMissing };
  const known = await versionsOfProject(ledger, projectId);
  const current = [];
  for (const form of handedInForms.filter((id) => packing.forms.includes(id)))
    current.push(withFormats(await currentPaper(context, project, form)));
  const papers = await drawPapers(context, project, current, known, together);
  const report = { asOf: clock.today(), findings: reportedFindings(checkup) };
  const reportForm = await reportOf(context, project, title, { ...report, papers: papers.map(paperLine) });
  const [checkReport] = await drawPapers(context, project, [reportPaper(reportForm)], known, together);
  const all = checkReport === undefined ? papers : [...papers, checkReport];

  const stamp = { title, submittedAt: at, submittedBy: officer };
  const files = await packageFiles(context, project, all, stamp);
  throwIfCancelled(context.signal);
  const ready = await readyFolder(packing.path, packageName(project, stamp), files);
  const submissionId = newId();
  // The row tells which versions went out and each version refers to the row: their ids are made before either.
  const ids = new Map(all.map((paper) => [paper, paper.same?.id ?? newId()]));
  const idOf = (paper: DrawnPaper): Id => ids.get(paper) ?? newId();
  const kept = { ...report, papers: all.map((paper) => ({ ...paperLine(paper), versionId: idOf(paper) })) };
  try {
    const frozen = await context.write(`报送 ${title}`, async (tx) => {
      await refuseChanged(tx, seen);
      await insertRow(tx, "submission", {
        id: submissionId,
        projectId,
        title,
        reportJson: canonicalJson(kept satisfies SubmissionReport),
        submittedAt: at,
        submittedBy: officer,
        note,
      });
      const keeping = { projectId, submissionId, by: officer, at, note, idOf };
      const versions = await keepVersions(tx, all, keeping);
      await ready.place();
      return versions;
    });
    const { folderName, zipName } = ready;
    return {
      submissionId,
      papers: frozen.filter(({ form }) => form !== checkReportForm),
      folderName,
      zipName,
      files: files.length,
    };
  } catch (error) {
    await ready.drop();
    throw error;
  }
}

const paperLine = ({ form, title, versionNo, same }: DrawnPaper) => ({
  form,
  title,
  versionNo,
  isNew: same === undefined,
});

async function reportOf(
  context: Context,
  project: Project,
  submissionTitle: string,
  report: CheckReport["report"],
) {
  const { ownUnits } = await context.facts();
  const unit = project.implementingUnitId;
  return buildCheckReport({
    submissionTitle,
    projectName: project.name,
    projectCode: project.code,
    fiscalYear: project.fiscalYear,
    officeName: unit === null ? "" : ownUnits.nameOn(unit, report.asOf),
    submittedBy: context.officer,
    report,
  });
}
