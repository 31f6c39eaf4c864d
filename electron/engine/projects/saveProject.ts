import type { ApiParsed } from "#shared/api/contract.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { ensureFiscalYear } from "../office/fiscalYears.ts";
import { newId } from "../store/newId.ts";
import { insertRow, updateRow } from "../store/rows.ts";

/** Saves the head of a project. A new one gets its budget year and the headings of its statement. */
export async function saveProject(context: Context, draft: ApiParsed<"projects.save">): Promise<Id> {
  if (draft.startDate !== null && draft.endDate !== null && draft.endDate < draft.startDate) {
    throw new UserError({
      code: "bad-request",
      message: `计划完成日期 ${draft.endDate} 早于计划开始日期 ${draft.startDate}。`,
      hint: "请修改其中一个日期。",
    });
  }
  const { headings } = templateOf(draft.template, (await context.facts()).templates).narrative;
  return context.write(draft.id === null ? "新建项目" : "修改项目", async (tx) => {
    await ensureFiscalYear(tx, draft.fiscalYear);
    const { id: known, ...columns } = draft;
    if (known !== null) return (await updateRow(tx, "project", known, columns)).id;
    const { id } = await insertRow(tx, "project", { ...columns, id: newId(), previousProjectId: null });
    for (const [index, { heading }] of headings.entries()) {
      const section = { id: newId(), projectId: id, seq: index + 1, heading, body: "" };
      await insertRow(tx, "narrativeSection", section);
    }
    return id;
  });
}
