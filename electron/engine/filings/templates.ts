import type { ApiParsed } from "#shared/api/contract.ts";
import type { TemplateView } from "#shared/api/templates.ts";
import { ownTemplate } from "#shared/forms/templates/ownTemplate.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { templateFaults } from "#shared/forms/templates/templateFaults.ts";
import { templateOf, templates } from "#shared/forms/templates/templates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { FormTemplate } from "#shared/model/filing.ts";
import type { Project } from "#shared/model/project.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";
import { saveRow } from "../saveRow.ts";
import { live } from "../store/found.ts";
import { updateRow, voidRow } from "../store/rows.ts";
import { findFormTemplate, listFormTemplates, listTemplateKeys } from "../store/templates.ts";

/** 表式: those of the program, and behind them the office's own with the projects that print by them. */
export async function listTemplates(context: Context): Promise<readonly TemplateView[]> {
  const facts = await context.facts();
  const own = await listFormTemplates(context.ledger);
  return [
    ...templates.map((template) => viewOf(template, null, facts)),
    ...own.flatMap((row) => {
      const template = ownTemplate(row, templates);
      return template === undefined ? [] : [viewOf(template, row, facts)];
    }),
  ];
}

function viewOf(template: Template, row: FormTemplate | null, facts: Facts): TemplateView {
  return {
    own:
      row === null
        ? null
        : {
            id: row.id,
            basedOn: row.basedOn,
            changedAt: row.changedAt,
            changedBy: row.changedBy,
            note: row.note,
          },
    template,
    faults: templateFaults(template),
    usedBy: facts.rows.project
      .filter((project) => project.template === template.id)
      .map((project) => {
        const { id, name, fiscalYear } = project;
        return { id, name, fiscalYear, closed: isOfClosedYear(facts, project) };
      }),
  };
}

const isOfClosedYear = ({ years }: Facts, { fiscalYear }: Project): boolean =>
  years.get(fiscalYear)?.state === "closed";

/**
 * Keeps a copy of a template, or changes one. Refuses one whose papers could not be printed or whose key would change
 * (`refused`), and a key that another has or had (`conflict`).
 */
export async function saveTemplate(
  context: Context,
  { id, key: asked, basedOn, template, note }: ApiParsed<"templates.save">,
): Promise<TemplateView> {
  const taken = await listTemplateKeys(context.ledger);
  const key = asked ?? taken.find((row) => row.id === id)?.key ?? freeKey(template.fromYear, taken);
  const named: Template = { ...template, id: key };
  const [fault] = templateFaults(named);
  if (fault !== undefined) {
    throw new UserError({
      code: "refused",
      message: `表式“${template.name}”还不能保存：${fault.message}。`,
      hint: "请在表式中改正后再保存。",
    });
  }
  refuseTaken(key, id, taken);
  if (!templates.some((builtIn) => builtIn.id === basedOn)) {
    throw new UserError({
      code: "bad-request",
      message: `没有名为“${basedOn}”的内置表式可以依据。`,
      hint: `可选：${templates.map((builtIn) => builtIn.id).join("、")}。`,
    });
  }
  const row = {
    id,
    key,
    title: template.name,
    basedOn,
    templateJson: JSON.stringify(named),
    changedAt: context.clock.now(),
    changedBy: context.officer,
    note,
  };
  const known = (await listFormTemplates(context.ledger)).find((other) => other.id === id);
  const saved = await context.write(
    id === null ? `新增表式“${template.name}”` : `修改表式“${template.name}”`,
    async (tx) => {
      if (known !== undefined && known.templateJson === row.templateJson && known.note === note) return id;
      return saveRow(tx, "formTemplate", row);
    },
  );
  const view = (await listTemplates(context)).find(({ own }) => own?.id === saved);
  if (view === undefined) throw new Error("a template that was saved is not there");
  return view;
}

type Taken = Pick<FormTemplate, "id" | "key" | "title" | "voidedAt">;

function freeKey(year: number, taken: readonly Taken[]): string {
  const first = `own-${year}`;
  const isFree = (key: string) => !taken.some((row) => row.key === key);
  if (isFree(first)) return first;
  for (let number = 2; ; number += 1) if (isFree(`${first}-${number}`)) return `${first}-${number}`;
}

function refuseTaken(key: string, id: FormTemplate["id"] | null, taken: readonly Taken[]): void {
  const other = taken.find((row) => row.key === key && row.id !== id);
  if (other !== undefined || templates.some((builtIn) => builtIn.id === key)) {
    const kind = other === undefined ? "内置" : other.voidedAt === null ? "" : "已作废的";
    throw new UserError({
      code: "conflict",
      message: `编号“${key}”已经是${kind}表式${other === undefined ? "" : `“${other.title}”`}的编号。`,
      hint: "请换一个编号，例如在后面加上 -2。",
    });
  }
  const before = taken.find((row) => row.id === id);
  if (before !== undefined && before.key !== key) {
    throw new UserError({
      code: "refused",
      message: `表式的编号“${before.key}”不能改：项目按它找表式。`,
      hint: "可以改名称；要用别的编号，请复制一份。",
    });
  }
}

/**
 * Takes an own template out of use, in one step with the projects that go on by another one. Refuses (`refused`) while
 * projects print by it and none is named for them, and while one of a closed year does: that one cannot go on by another.
 */
export async function voidTemplate(
  context: Context,
  { id, reason, instead }: ApiParsed<"templates.void">,
): Promise<null> {
  const row = live(await findFormTemplate(context.ledger, id), "这个表式");
  const facts = await context.facts();
  const users = facts.rows.project.filter(({ template }) => template === row.key);
  const closed = users.filter((project) => isOfClosedYear(facts, project));
  if (closed.length > 0) {
    throw new UserError({
      code: "refused",
      message: `表式“${row.title}”不能作废：${closed.map(nameWithYear).join("、")}按它打印，年度已关账。`,
      hint: "不想让以后的项目再用它的，请把它的“适用年度起”改晚；没有关账的项目可以改用别的表式。",
    });
  }
  if (users.length > 0 && (instead === null || instead === row.key)) {
    throw new UserError({
      code: "refused",
      message: `表式“${row.title}”不能作废：${users.map(nameWithYear).join("、")}还在使用。`,
      hint: "请先让这些项目改用别的表式，或在作废时选定它们改用哪一个。",
    });
  }
  const other = instead === null ? null : templateOf(instead, facts.templates).id;
  await context.write(`作废表式“${row.title}”`, async (tx) => {
    if (other !== null)
      for (const project of users) await updateRow(tx, "project", project.id, { template: other });
    await voidRow(tx, "formTemplate", id, reason);
  });
  return null;
}

const nameWithYear = ({ name, fiscalYear }: Project): string => `${name}（${fiscalYear}年度）`;

/** Lets projects print by a template from now on, in one step. What they handed in keeps the one it was printed by. */
export async function useTemplate(
  context: Context,
  { key, projectIds }: ApiParsed<"templates.use">,
): Promise<readonly TemplateView[]> {
  const facts = await context.facts();
  const template = templateOf(key, facts.templates);
  const projects = projectIds.map((id) => live(facts.projects.get(id), "其中一个项目"));
  const others = projects.filter((project) => project.template !== template.id);
  if (others.length > 0) {
    await context.write(`改用表式“${template.name}”（${others.length} 个项目）`, async (tx) => {
      for (const { id } of others) await updateRow(tx, "project", id, { template: template.id });
    });
  }
  return listTemplates(context);
}
