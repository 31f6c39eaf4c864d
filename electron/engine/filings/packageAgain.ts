import type { Packaged } from "#shared/api/submissions.ts";
import { checkReportForm, submissionReport } from "#shared/forms/submissionReport.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { readyFolder } from "../files/writeFolder.ts";
import { filesOfVersions, findSubmission } from "../store/filings.ts";
import { found } from "../store/found.ts";
import { findProject } from "../store/projects.ts";
import { readFiles } from "./drawPapers.ts";
import { packageFiles, packageName } from "./packageFiles.ts";

/** The folder and zip of an earlier 报送 once more, from the files that were kept: byte for byte the same. */
export async function packageAgain(
  context: Context,
  { submissionId, path }: Readonly<{ submissionId: Id; path: string }>,
): Promise<Packaged> {
  const { ledger } = context;
  const submission = found(await findSubmission(ledger, submissionId), "submission", submissionId);
  const project = found(await findProject(ledger, submission.projectId), "project", submission.projectId);
  const report = submissionReport.parse(JSON.parse(submission.reportJson));
  const papers = [];
  for (const paper of report.papers)
    papers.push({
      ...paper,
      files: await readFiles(ledger, await filesOfVersions(ledger, [paper.versionId])),
    });
  const files = await packageFiles(context, project, papers, submission);
  const ready = await readyFolder(path, packageName(project, submission), files);
  try {
    await ready.place();
  } catch (error) {
    await ready.drop();
    throw error;
  }
  return {
    submissionId,
    papers: report.papers.filter(({ form }) => form !== checkReportForm),
    folderName: ready.folderName,
    zipName: ready.zipName,
    files: files.length,
  };
}
