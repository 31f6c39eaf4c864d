import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type TemplateView, templateKey } from "#shared/api/templates.ts";
import { type TemplateDifference, templateDifferences } from "#shared/forms/templates/edit/differences.ts";
import { templateShape } from "#shared/forms/templates/template.ts";
import { templateFaults } from "#shared/forms/templates/templateFaults.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Context } from "../context.ts";
import { listTemplates, saveTemplate, useTemplate, voidTemplate } from "../filings/templates.ts";
import { found } from "../store/found.ts";
import { findProjectByCode } from "../store/projects.ts";
import { badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { textTable } from "./textTable.ts";

const listText = (views: readonly TemplateView[]): string =>
  textTable(views, [
    { title: "编号", value: ({ template }) => template.id },
    { title: "名称", value: ({ template }) => template.name },
    { title: "适用年度起", value: ({ template }) => String(template.fromYear) },
    { title: "来源", value: ({ own }) => (own === null ? "内置" : `依据 ${own.basedOn}`) },
    { title: "使用的项目", value: ({ usedBy }) => usedBy.map(({ name }) => name).join("、") },
    {
      title: "改动",
      value: ({ own }) => (own === null ? "" : `${own.changedBy} ${own.changedAt.slice(0, 10)}`),
    },
  ]);

const differenceTable = (differences: readonly TemplateDifference[]): string =>
  textTable(differences, [
    { title: "位置", value: ({ place }) => place },
    { title: "内置", value: ({ before }) => before },
    { title: "本单位", value: ({ after }) => after },
  ]);

async function viewOf(context: Context, key: string): Promise<TemplateView> {
  const views = await listTemplates(context);
  const view = views.find(({ template }) => template.id === key);
  if (view !== undefined) return view;
  throw new UserError({
    code: "not-found",
    message: `没有编号为“${key}”的表式。`,
    hint: `账本里的表式：${views.map(({ template }) => template.id).join("、")}。`,
  });
}

/** What `templates show` prints is what `templates save` takes: `id` is the key, `basedOn` the template it was copied from. */
const fileShape = z.looseObject({ id: templateKey, basedOn: z.string().min(1).optional() });

export const templateCommands: readonly Command[] = [
  {
    name: "templates list",
    usage: "templates list --db 账本",
    summary: "表式：内置的和本单位的，各有哪些项目在用",
    shape: { words: [], options: {} },
    run: async ({ withLedger }) => {
      const views = await withLedger(listTemplates);
      return { data: views, text: listText(views) };
    },
  },
  {
    name: "templates show",
    usage: "templates show 编号 --db 账本",
    summary: "一个表式的全部内容（JSON），改好后用 templates save 存回",
    shape: { words: ["编号"], options: {} },
    run: async ({ args, withLedger }) => {
      const { own, template } = await withLedger((context) => viewOf(context, args.word("编号")));
      const data = { ...template, basedOn: own?.basedOn ?? template.id };
      return { data, text: JSON.stringify(data, null, 2) };
    },
  },
  {
    name: "templates save",
    usage: "templates save 文件.json [--note 说明] --db 账本",
    summary: "新增或修改本单位的表式；编号（id）已有的就修改，basedOn 写依据哪个内置表式",
    shape: { words: ["文件"], options: { note: "text" } },
    run: async ({ args, withLedger }) => {
      const { id: key, basedOn, ...rest } = await readTemplateFile(args.word("文件"));
      const saved = await withLedger(async (context) => {
        const known = (await listTemplates(context)).find(({ template }) => template.id === key);
        const own = known?.own ?? null;
        return saveTemplate(context, {
          id: own?.id ?? null,
          key,
          basedOn: basedOn ?? own?.basedOn ?? "sh-2026",
          template: templateShape.parse({ ...rest, id: key }),
          note: args.text("note") ?? own?.note ?? "",
        });
      });
      return { data: saved, text: listText([saved]) };
    },
  },
  {
    name: "templates diff",
    usage: "templates diff 编号 --db 账本",
    summary: "本单位的表式与它依据的内置表式有哪些不同",
    shape: { words: ["编号"], options: {} },
    run: async ({ args, withLedger }) => {
      const { own, template } = await withLedger((context) => viewOf(context, args.word("编号")));
      const base = templateOf(own?.basedOn ?? template.id);
      const data = templateDifferences(template, base);
      const head = `${template.name}（${template.id}）与${base.name}（${base.id}）：${data.length === 0 ? "没有不同" : `${data.length} 处不同`}`;
      return { data, text: data.length === 0 ? head : [head, differenceTable(data)].join("\n") };
    },
  },
  {
    name: "templates use",
    usage: "templates use 编号 --project 项目编码 --db 账本",
    summary: "让一个项目改用这个表式；已定稿的材料不变",
    shape: { words: ["编号"], options: { project: "text" } },
    run: async ({ args, withLedger }) => {
      const key = args.word("编号");
      const code = args.required("project");
      const views = await withLedger(async (context) => {
        const { id } = found(await findProjectByCode(context.ledger, code), "project", code);
        return useTemplate(context, { key, projectIds: [id] });
      });
      return { data: views, text: listText(views) };
    },
  },
  {
    name: "templates void",
    usage: "templates void 编号 --reason 原因 [--instead 编号] --db 账本",
    summary: "作废本单位的一个表式；还有项目在用的，用 --instead 写明它们改用哪个",
    shape: { words: ["编号"], options: { reason: "text", instead: "text" } },
    run: async ({ args, withLedger }) => {
      const key = args.word("编号");
      const reason = args.required("reason");
      await withLedger(async (context) => {
        const { own } = await viewOf(context, key);
        if (own === null) throw badUse(`“${key}”是内置表式，不能作废。`);
        await voidTemplate(context, { id: own.id, reason, instead: args.text("instead") ?? null });
      });
      return { data: { key }, text: `已作废表式 ${key}` };
    },
  },
];

async function readTemplateFile(path: string): Promise<z.infer<typeof fileShape>> {
  const text = await readFile(path, "utf8").catch(() => {
    throw badUse(`打不开文件 ${path}`, "请检查路径。");
  });
  const value = parsed(text, path);
  const head = fileShape.safeParse(value);
  if (!head.success) throw badUse(`${path} 不是表式：${z.prettifyError(head.error)}`);
  const { basedOn, ...template } = head.data;
  const faults = templateFaults(template);
  if (faults.length > 0) {
    const said = faults.slice(0, 8).map(({ path: place, message }) => `${place.join(".")}：${message}`);
    throw badUse(`${path} 还不能保存：\n${said.join("\n")}`);
  }
  return head.data;
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badUse(`${path} 不是 JSON：${error instanceof Error ? error.message : String(error)}`);
  }
}
