import path from "node:path";
import type { Exported, FileFormat, ListInput } from "#shared/api/filings.ts";
import { missingFields } from "#shared/forms/builders/targets.ts";
import { type FilingFormat, formKindOf } from "#shared/forms/formKinds.ts";
import type { Printable } from "#shared/forms/prose.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Context } from "../context.ts";
import { writeFileWhole } from "../files/writeFile.ts";
import { pause } from "../pause.ts";
import { namedFonts, replacedFonts } from "../pdf/fontNotes.ts";
import { type FormRequest, findProject } from "./findSubject.ts";
import { listForm } from "./listForm.ts";
import { previewForm } from "./previewForm.ts";
import { projectPaper } from "./projectPaper.ts";
import { writeForm } from "./writeForm.ts";

export type ExportRequest = FormRequest &
  Readonly<{ format: FilingFormat; path: string; allowMissing?: boolean }>;

/**
 * Writes a paper of a project to a file. Refuses (`refused`) while a finding that blocks the export is open; one that was
 * accepted with a reason no longer blocks. Warns of what the paper still lacks.
 */
export async function exportForm(context: Context, request: ExportRequest): Promise<Exported> {
  context.progress({ done: 0, note: `正在整理《${formKindOf(request.form).title}》` });
  await pause(context.signal);
  const { form, findings } = await previewForm(context, request);
  await pause(context.signal);
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
  const { format, allowMissing = false } = request;
  const { bytes, pages } = await writeForm(context, form, format, { allowMissing });
  await writeFileWhole(request.path, bytes);
  return {
    fileName: path.basename(request.path),
    pages,
    warnings: [...(await warningsOf(context, request)), ...fontNotes(form, format)],
  };
}

type ListExport = Readonly<{ list: ListInput; format?: FileFormat; path: string; allowMissing?: boolean }>;

/** Which fonts are not those that the template names, or may not be there where the file is opened. */
function fontNotes(form: Printable, format: FilingFormat): readonly string[] {
  const note = format === "pdf" ? replacedFonts(form) : namedFonts(form);
  return note === "" ? [] : [note];
}

/** Writes what a list on the screen shows to a workbook or a PDF. */
export async function exportList(
  context: Context,
  { list, format = "xlsx", path: target, allowMissing = false }: ListExport,
): Promise<Exported> {
  const { bytes, pages } = await writeForm(context, listForm(list), format, { allowMissing });
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
