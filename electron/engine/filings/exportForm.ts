import path from "node:path";
import type { Exported, FileFormat, ListInput } from "#shared/api/filings.ts";
import { missingFields } from "#shared/forms/builders/targets.ts";
import type { FilingFormat } from "#shared/forms/formKinds.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Context } from "../context.ts";
import { writeFileWhole } from "../files/writeFile.ts";
import { type FormRequest, findProject } from "./findSubject.ts";
import { listForm } from "./listForm.ts";
import { previewForm } from "./previewForm.ts";
import { projectPaper } from "./projectPaper.ts";
import { writeForm } from "./writeForm.ts";

export type ExportRequest = FormRequest & Readonly<{ format: FilingFormat; path: string }>;

/**
 * Writes a paper of a project to a file. Refuses (`refused`) while a finding that blocks the export is open; one that was
 * accepted with a reason no longer blocks. Warns of what the paper still lacks.
 */
export async function exportForm(context: Context, request: ExportRequest): Promise<Exported> {
  const { form, findings } = await previewForm(context, request);
  if (findings.length > 0) {
    throw new UserError({
      code: "refused",
      message: `《${form.title}》不能导出：${findings.map(({ message, ruleId }) => `${message}（${ruleId}）`).join("")}`,
      hint:
        findings.map(({ remedy }) => remedy).join("") +
        "确需照此报送的，请先在“核对”中写明理由接受这个问题。",
      details: { findings: findings.map(({ key }) => key).join("\n") },
    });
  }
  const { bytes, pages } = await writeForm(context, form, request.format);
  await writeFileWhole(request.path, bytes);
  return { fileName: path.basename(request.path), pages, warnings: await warningsOf(context, request) };
}

/** Writes what a list on the screen shows to a workbook or a PDF. */
export async function exportList(
  context: Context,
  { list, format = "xlsx", path: target }: Readonly<{ list: ListInput; format?: FileFormat; path: string }>,
): Promise<Exported> {
  const { bytes, pages } = await writeForm(context, listForm(list), format);
  await writeFileWhole(target, bytes);
  return { fileName: path.basename(target), pages, warnings: [] };
}

async function warningsOf(context: Context, request: FormRequest): Promise<readonly string[]> {
  if (request.form !== "targets" && request.form !== "targetsFill") return [];
  const facts = await context.facts(request.asOf ?? undefined);
  const project = findProject(facts, request);
  return missingFields(projectPaper(facts, project), templateOf(project.template, facts.templates)).map(
    (field) => `“${field}”没有填写。`,
  );
}
