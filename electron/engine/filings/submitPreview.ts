import type { SubmissionPaper, SubmissionPreview } from "#shared/api/submissions.ts";
import { dueOccasion, type Occasion, occasionIds, occasionOf } from "#shared/filings/occasions.ts";
import { type FormId, formIds, formKindOf } from "#shared/forms/formKinds.ts";
import { submissionReport } from "#shared/forms/submissionReport.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Project } from "#shared/model/project.ts";
import type { Context } from "../context.ts";
import { cutoffMonth } from "../projects/performanceSettings.ts";
import { submissionsOf, versionsOfProject } from "../store/filings.ts";
import { currentPaper, handedInForms, liveProject } from "./currentPapers.ts";
import { keptFormats } from "./drawPapers.ts";
import { checkPapers } from "./papersCheck.ts";

/** What handing in now would mean: what is due, which papers changed since, and what stands in the way. */
export async function submitPreview(
  context: Context,
  { projectId }: Readonly<{ projectId: Id }>,
): Promise<SubmissionPreview> {
  const project = await liveProject(context, projectId);
  const versions = await versionsOfProject(context.ledger, projectId);
  const papers: SubmissionPaper[] = [];
  for (const form of handedInForms) {
    const latest = versions.find((version) => version.form === form);
    const paper = await currentPaper(context, project, form);
    papers.push({
      form,
      title: formKindOf(form).title,
      formats: keptFormats(paper),
      isSame: latest?.contentHash === paper.hash,
      latestNo: latest?.versionNo ?? null,
      occasion: occasionOf(form),
    });
  }
  return {
    asOf: context.clock.today(),
    ...(await submissionDue(context, project)),
    papers,
    checkup: await checkPapers(context, projectId),
  };
}

/** What handing in now would be for, and what it would be called for whatever it is; no paper is looked at. */
export async function submissionDue(
  context: Context,
  { id, fiscalYear }: Pick<Project, "id" | "fiscalYear">,
): Promise<Pick<SubmissionPreview, "occasion" | "titles">> {
  const before = (await submissionsOf(context.ledger, id)).map(({ reportJson }) => occasionsIn(reportJson));
  const times = (occasion: Occasion): number => before.filter((gone) => gone.has(occasion)).length;
  const titleOf = (occasion: Occasion): string =>
    `${fiscalYear}年度${titles[occasion]}${times(occasion) === 0 ? "" : `（第${times(occasion) + 1}次）`}`;
  return {
    occasion: dueOccasion({
      today: context.clock.today(),
      fiscalYear,
      cutoffMonth: cutoffMonth(await context.facts()),
      handedIn: new Set(occasionIds.filter((occasion) => times(occasion) > 0)),
    }),
    titles: {
      apply: titleOf("apply"),
      monitoring: titleOf("monitoring"),
      selfEvaluation: titleOf("selfEvaluation"),
    },
  };
}

const titles: Readonly<Record<Occasion, string>> = {
  apply: "申报材料",
  monitoring: "绩效运行监控材料",
  selfEvaluation: "绩效自评材料",
};

const isForm = (form: string): form is FormId => formIds.some((id) => id === form);

/** What earlier papers went out for. */
function occasionsIn(reportJson: string): ReadonlySet<Occasion> {
  const { papers } = submissionReport.parse(JSON.parse(reportJson));
  return new Set(papers.flatMap(({ form }) => (isForm(form) ? (occasionOf(form) ?? []) : [])));
}
