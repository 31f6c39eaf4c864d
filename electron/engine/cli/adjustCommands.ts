import { type Cents, cents, formatYuan, parseYuan } from "#shared/kernel/cents.ts";
import { isIsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { BudgetLine } from "#shared/model/project.ts";
import { listAdjustments } from "../budget/listAdjustments.ts";
import { voidAdjustment } from "../budget/voidAdjustment.ts";
import type { Context } from "../context.ts";
import { adjustBudget } from "../projects/adjustBudget.ts";
import { badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { findProject, scopeOf } from "./scopeOptions.ts";
import { textTable } from "./textTable.ts";

const adjustCommand: Command = {
  name: "adjust",
  usage:
    "adjust --project 项目编码 --from 调减明细 --to 调增明细 --amount 元 --reason 原因 [--date 日期] [--document 文号] --db 账本",
  summary: "预算调剂：把钱从一项预算明细调到另一项",
  shape: {
    words: [],
    options: {
      project: "text",
      from: "text",
      to: "text",
      amount: "text",
      reason: "text",
      date: "text",
      document: "text",
    },
  },
  run: async ({ args, withLedger }) => {
    const amount = amountIn(args.required("amount"));
    const [from, to] = [args.required("from"), args.required("to")];
    const reason = args.required("reason");
    const day = args.text("date");
    if (day !== undefined && !isIsoDate(day)) throw badUse(`--date 应为日期，例如 2022-07-08，现为 ${day}`);
    const group = await withLedger(async (context) => {
      const { rows, budget } = await context.facts();
      const project = findProject(rows.project, args.required("project"));
      const lineId = (name: string): Id => lineNamed(budget.linesOf(project.id), name);
      await adjustBudget(context, {
        projectId: project.id,
        adjustedOn: day ?? context.clock.today(),
        reason,
        documentNo: args.text("document") ?? "",
        lines: [
          { budgetLineId: lineId(from), deltaCents: cents(-amount) },
          { budgetLineId: lineId(to), deltaCents: amount },
        ],
      });
      return latestOf(context, project.id, project.fiscalYear);
    });
    return { data: group, text: `已调剂 ${formatYuan(amount)} 元：${from} → ${to}` };
  },
};

/** The one just made: of those not voided the one with the latest id, since ids grow. */
async function latestOf(context: Context, projectId: Id, fiscalYear: number) {
  const groups = await listAdjustments(context, { fiscalYear, projectId });
  return groups
    .filter((group) => group.voidedAt === null)
    .toSorted((a, b) => (a.groupId < b.groupId ? 1 : -1))[0];
}

const listCommand: Command = {
  name: "list adjustments",
  usage: "list adjustments [--year 年度] [--project 项目编码] --db 账本",
  summary: "预算调剂清单",
  shape: { words: [], options: { year: "text", project: "text" } },
  run: async ({ args, withLedger }) => {
    const groups = await withLedger(async (context) =>
      listAdjustments(context, await scopeOf(context, args, undefined)),
    );
    return {
      data: groups,
      text: textTable(groups, [
        { title: "调剂号", value: (row) => row.groupId },
        { title: "日期", value: (row) => row.adjustedOn },
        { title: "金额（元）", value: (row) => ({ cents: row.movedCents }) },
        {
          title: "明细",
          value: (row) => row.lines.map((line) => `${line.name} ${formatYuan(line.deltaCents)}`).join("，"),
        },
        { title: "原因", value: (row) => row.reason },
        {
          title: "状态",
          value: (row) => (row.voidedAt === null ? "有效" : `已作废：${row.voidReason ?? ""}`),
        },
      ]),
    };
  },
};

const voidCommand: Command = {
  name: "adjust void",
  usage: "adjust void 调剂号 --reason 原因 --db 账本",
  summary: "作废一次预算调剂：整组退回",
  shape: { words: ["调剂号"], options: { reason: "text" } },
  run: async ({ args, withLedger }) => {
    const [groupId, reason] = [args.word("调剂号"), args.required("reason")];
    await withLedger((context) => voidAdjustment(context, { groupId, reason }));
    return { data: { groupId, voided: true }, text: `已作废调剂 ${groupId}` };
  },
};

export const adjustCommands: readonly Command[] = [adjustCommand, voidCommand, listCommand];

function amountIn(text: string): Cents {
  const amount = parseYuan(text);
  if (amount !== undefined && amount > 0) return amount;
  throw badUse(`--amount 应为大于零的金额，例如 1200.00，现为“${text}”`);
}

function lineNamed(lines: readonly BudgetLine[], name: string): Id {
  const found = lines.filter((line) => line.name === name);
  const [only, second] = found;
  if (only !== undefined && second === undefined) return only.id;
  throw new UserError({
    code: "not-found",
    message:
      only === undefined
        ? `这个项目没有名为“${name}”的预算明细。`
        : `这个项目有几项都叫“${name}”的预算明细。`,
    hint: "用 budget 查看预算明细的名称。",
  });
}
