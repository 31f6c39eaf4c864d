import type { PaperVersions, SubmissionView, VersionList, VersionView } from "#shared/api/submissions.ts";
import { formIds } from "#shared/forms/formKinds.ts";
import { submissionReport } from "#shared/forms/submissionReport.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { Project } from "#shared/model/project.ts";
import type { Context } from "../context.ts";
import { filesOfVersions, submissionsOf, type VersionOfPaper, versionsOfProject } from "../store/filings.ts";
import { currentPaper, handedInForms, liveProject } from "./currentPapers.ts";

/** The versions of a project's papers and its 报送, the latest first. */
export async function listVersions(
  context: Context,
  { projectId }: Readonly<{ projectId: Id }>,
): Promise<VersionList> {
  const { ledger } = context;
  const project = await liveProject(context, projectId);
  const versions = await versionsOfProject(ledger, projectId);
  const submissions = await submissionsOf(ledger, projectId);
  const files = await filesOfVersions(
    ledger,
    versions.map(({ id }) => id),
  );
  const views = versions.map((version) => versionView(version, submissions, files));
  const forms = [...new Set(versions.map(({ form }) => form))].toSorted((a, b) => place(a) - place(b));
  const papers: PaperVersions[] = [];
  for (const form of forms) {
    const ofForm = views.filter((_, index) => versions[index]?.form === form);
    const [latest] = ofForm;
    if (latest === undefined) continue;
    const changedSince = await isChanged(context, project, form, latest.contentHash);
    papers.push({ form, title: latest.title, versions: ofForm, changedSince });
  }
  return { papers, submissions: submissions.map(submissionView) };
}

/** In the order in which they are handed in; the check report is last. */
const place = (form: string): number => {
  const at = formIds.findIndex((id) => id === form);
  return at < 0 ? formIds.length : at;
};

async function isChanged(
  context: Context,
  project: Project,
  form: string,
  hash: string,
): Promise<boolean | null> {
  const known = handedInForms.find((id) => id === form);
  if (known === undefined) return null;
  try {
    return (await currentPaper(context, project, known)).hash !== hash;
  } catch (error) {
    // Its template may be gone by now: the versions are there all the same.
    if (error instanceof UserError) return null;
    throw error;
  }
}

function versionView(
  { formJson: _, form: __, projectId: ___, ...version }: VersionOfPaper,
  submissions: readonly Row<"submission">[],
  files: readonly Row<"filingFile">[],
): VersionView {
  return {
    ...version,
    submissionTitle: submissions.find(({ id }) => id === version.submissionId)?.title ?? null,
    files: files
      .filter(({ filingVersionId }) => filingVersionId === version.id)
      .map(({ id, format, fileName, sizeBytes }) => ({ id, format, fileName, sizeBytes })),
  };
}

function submissionView({
  reportJson,
  voidedAt: _,
  voidReason: __,
  ...submission
}: Row<"submission">): SubmissionView {
  const { papers, findings } = submissionReport.parse(JSON.parse(reportJson));
  const accepted = findings.filter((finding) => finding.accepted !== null).length;
  return {
    ...submission,
    papers: papers.map(({ title, versionNo, isNew }) => ({ title, versionNo, isNew })),
    accepted,
    open: findings.length - accepted,
  };
}
