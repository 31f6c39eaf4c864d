import { type RollOverItem, rollOverChoices } from "#shared/api/rollOver.ts";
import { formatYuan, parseYuan } from "#shared/kernel/cents.ts";
import { rollOverWords } from "#shared/words/rollOver.ts";
import { previewRollOver, rollOver } from "../projects/rollOver/rollOver.ts";
import { found } from "../store/found.ts";
import { findProjectByCode } from "../store/projects.ts";
import { badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { textTable } from "./textTable.ts";

export const rollOverCommand: Command = {
  name: "rollover",
  usage:
    "rollover 项目编码 [--code 新编码] [--name 新名称] [--template 表式编号] [--percent 百分比] [--carry 上年结转元] [--do] --db 账本",
  summary: "把项目结转到下年：先列出带入、改动、没有带入和还要补填的；加 --do 才写入",
  shape: {
    words: ["项目编码"],
    options: { code: "text", name: "text", template: "text", percent: "text", carry: "text", do: "flag" },
  },
  run: async ({ args, withLedger }) => {
    const carry = parseYuan(args.text("carry") ?? "0");
    if (carry === undefined) throw badUse("--carry 应为金额，例如 12000.00");
    const { preview, id } = await withLedger(async (context) => {
      const project = found(
        await findProjectByCode(context.ledger, args.word("项目编码")),
        "project",
        args.word("项目编码"),
      );
      const choices = rollOverChoices.parse({
        projectId: project.id,
        code: args.text("code") ?? null,
        name: args.text("name") ?? null,
        template: args.text("template") ?? null,
        carryOverCents: carry,
        ...(args.text("percent") === undefined ? {} : { percent: args.text("percent") }),
      });
      const shown = await previewRollOver(context, choices);
      return { preview: shown, id: args.flag("do") ? await rollOver(context, choices) : null };
    });
    const head = `${preview.fiscalYear} 年度 ${preview.name}（${preview.code}），${preview.templateName}，预算明细合计 ${formatYuan(preview.annualCents)} 元；上年剩余 ${formatYuan(preview.leftCents)} 元，其中已签未付 ${formatYuan(preview.committedCents)} 元`;
    const foot =
      id !== null ? "已结转。" : preview.problem === "" ? "以上只是预览，加 --do 写入。" : preview.problem;
    return {
      data: { ...preview, newProjectId: id },
      text: [head, itemTable(preview.items), foot].join("\n"),
    };
  },
};

const short = (text: string): string =>
  (text.length <= 24 ? text : `${text.slice(0, 23)}…`).replaceAll("\n", " ");

const itemTable = (items: readonly RollOverItem[]): string =>
  textTable(items, [
    { title: "结果", value: ({ kind }) => rollOverWords[kind] },
    { title: "部分", value: ({ area }) => area },
    { title: "内容", value: ({ name }) => short(name) },
    { title: "原来", value: ({ before }) => short(before) },
    { title: "下年", value: ({ after, before }) => (after === before ? "（不变）" : short(after)) },
    { title: "说明", value: ({ note }) => note },
  ]);
