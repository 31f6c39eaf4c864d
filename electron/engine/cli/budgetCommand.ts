import { spreadNames } from "#shared/budget/spread.ts";
import { timeProgressName } from "#shared/budget/timeProgress.ts";
import { formatBp, formatYuan, zeroCents } from "#shared/kernel/cents.ts";
import { getExecution } from "../budget/getExecution.ts";
import { exportForm } from "../filings/exportForm.ts";
import type { Command } from "./command.ts";
import { asOfOption } from "./listCommands.ts";
import { formatOf, scopeOf } from "./scopeOptions.ts";
import { textTable } from "./textTable.ts";

export const budgetCommand: Command = {
  name: "budget",
  usage: "budget [--year 年度] [--project 项目编码] [--as-of 日期] [--export 文件.xlsx|.pdf] --db 账本",
  summary:
    "预算执行：每项预算明细和每个季度的预算、已付、已签未付和可用余额；--export 写出《预算执行情况表》",
  shape: { words: [], options: { year: "text", project: "text", "as-of": "text", export: "text" } },
  run: async ({ args, withLedger }) => {
    const asOf = asOfOption(args);
    const file = args.text("export");
    const format = file === undefined ? undefined : formatOf(file);
    const execution = await withLedger(async (context) => {
      const scope = await scopeOf(context, args, asOf);
      if (file !== undefined && format !== undefined)
        await exportForm(context, { form: "execution", subject: scope, asOf, format, path: file });
      return getExecution(context, { ...scope, asOf: asOf ?? null });
    });
    const { total, progress } = execution;
    const lines = execution.projects.flatMap((project) => project.lines);
    const table = textTable(lines, [
      { title: "预算明细", value: ({ line }) => line.name },
      { title: "预算（元）", value: (row) => ({ cents: row.allocatedCents }) },
      { title: "已付", value: (row) => ({ cents: row.paidCents }) },
      { title: "已签未付", value: (row) => ({ cents: row.committedCents }) },
      { title: "可用余额", value: (row) => ({ cents: row.availableCents }) },
      ...["一季末", "二季末", "三季末", "四季末"].map((name, index) => ({
        title: `到${name}`,
        value: (row: (typeof lines)[number]) => ({
          cents: row.quarters[index]?.cumulativeCents ?? zeroCents,
        }),
      })),
      { title: "分季依据", value: (row) => spreadNames[row.spread] },
    ]);
    const done = total.executionBp === null ? "" : `　执行率 ${formatBp(total.executionBp)}`;
    return {
      data: { ...execution, ...(file === undefined ? {} : { file }) },
      text: [
        `截至 ${execution.asOf}${done}　${timeProgressName(progress)} ${formatBp(progress.bp)}`,
        table,
        ...(total.laterCents === 0
          ? []
          : [`另有以后年度已签未付 ${formatYuan(total.laterCents)} 元，不占本年预算`]),
        ...(file === undefined ? [] : [`已导出：${file}`]),
      ].join("\n"),
    };
  },
};
