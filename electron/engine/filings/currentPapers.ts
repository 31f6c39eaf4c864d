import { createHash } from "node:crypto";
import type { FormSubject } from "#shared/api/filings.ts";
import { type FormId, formIds, formKindOf } from "#shared/forms/formKinds.ts";
import type { Printable } from "#shared/forms/prose.ts";
import { withoutSources } from "#shared/forms/withoutSources.ts";
import { canonicalJson } from "#shared/kernel/canonicalJson.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Project } from "#shared/model/project.ts";
import type { Context } from "../context.ts";
import { live } from "../store/found.ts";
import { findProject } from "../store/projects.ts";
import { previewForm } from "./previewForm.ts";

/** The papers that a project hands in: its own, and the year's lists of what belongs to it. */
export const handedInForms: readonly FormId[] = formIds.filter(
  (form) => formKindOf(form).about !== "payment",
);

/** A paper as it reads now. */
export type CurrentPaper = Readonly<{ form: FormId; title: string; paper: Printable; hash: string }>;

export async function currentPaper(context: Context, project: Project, form: FormId): Promise<CurrentPaper> {
  const { title, about } = formKindOf(form);
  const { id: projectId, fiscalYear } = project;
  const subject: FormSubject = about === "project" ? { projectId } : { fiscalYear, projectId };
  const paper = withoutSources((await previewForm(context, { form, subject })).form);
  return { form, title, paper, hash: contentHash(paper) };
}

/** The same for equal papers, in whatever order their fields were put down. */
export const contentHash = (paper: Printable): string =>
  createHash("sha256").update(canonicalJson(paper)).digest("hex");

export const liveProject = async ({ ledger }: Context, id: Id): Promise<Project> =>
  live(await findProject(ledger, id), "这个项目");
