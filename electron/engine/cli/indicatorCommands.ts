import { quarterEnds } from "#shared/indicators/periods.ts";
import { parseDate } from "#shared/kernel/dates.ts";
import type { Project } from "#shared/model/project.ts";
import type { Context } from "../context.ts";
import { getActuals, saveActuals } from "../projects/actuals.ts";
import { found } from "../store/found.ts";
import { findProjectByCode } from "../store/projects.ts";
import { type Arguments, badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { textTable } from "./textTable.ts";

async function projectNamed(context: Context, args: Arguments): Promise<Project> {
  const code = args.required("project");
  return found(await findProjectByCode(context.ledger, code), "project", `“${code}”`);
}

/** 2022-06-30, or 1 to 4 for the end of a quarter. */
function periodOf(given: string, { fiscalYear }: Project) {
  const quarter = /^[1-4]$/.test(given) ? quarterEnds(fiscalYear)[Number(given) - 1] : undefined;
  const day = quarter ?? parseDate(given);
  if (day === undefined) throw badUse(`--period 应为日期或季度 1—4，现为“${given}”`);
  return day;
}

const projectShape = { project: "text" } as const;

/** 绩效指标和完成值 from a terminal. */
export const indicatorCommands: readonly Command[] = [
  {
    name: "indicators list",
    usage: "indicators list --project 项目编码 --db 账本",
    summary: "绩效指标、分值和各季度完成值",
    shape: { words: [], options: projectShape },
    run: async ({ args, withLedger }) => {
      const { periods, rows } = await withLedger(async (context) =>
        getActuals(context, { projectId: (await projectNamed(context, args)).id }),
      );
      return {
        data: rows.map(({ indicator, cells }) => ({
          ...indicator,
          actuals: cells.flatMap(({ actual }) => (actual === null ? [] : [actual])),
        })),
        text: textTable(rows, [
          { title: "二级指标", value: ({ indicator }) => indicator.level2 },
          { title: "三级指标", value: ({ indicator }) => indicator.name },
          { title: "指标值", value: ({ indicator }) => indicator.valueText },
          { title: "分值", value: ({ indicator }) => indicator.weight ?? "" },
          ...periods.map((period, index) => ({
            title: period,
            value: ({ cells }: (typeof rows)[number]) => cells[index]?.actual?.valueText ?? "",
          })),
        ]),
      };
    },
  },
  {
    name: "indicators offers",
    usage: "indicators offers --project 项目编码 [--period 日期|季度] --db 账本",
    summary: "账本里知道的完成值，每个写明出处",
    shape: { words: [], options: { ...projectShape, period: "text" } },
    run: async ({ args, withLedger }) => {
      const offers = await withLedger(async (context) => {
        const project = await projectNamed(context, args);
        const given = args.text("period");
        const periods = given === undefined ? {} : { periods: [periodOf(given, project)] };
        const { rows } = await getActuals(context, { projectId: project.id, ...periods });
        return rows.flatMap(({ indicator, cells }) =>
          cells.flatMap(({ periodTo, offers: known }) =>
            known.map((offer) => ({ indicatorId: indicator.id, name: indicator.name, periodTo, ...offer })),
          ),
        );
      });
      return {
        data: offers,
        text: textTable(offers, [
          { title: "三级指标", value: ({ name }) => name },
          { title: "截至", value: ({ periodTo }) => periodTo },
          { title: "完成值", value: ({ valueText }) => valueText },
          { title: "出处", value: ({ source }) => source },
        ]),
      };
    },
  },
  {
    name: "indicators set-actual",
    usage:
      "indicators set-actual 指标名称 完成值 --project 项目编码 --period 日期|季度 [--source 出处] [--reason 偏差原因] --db 账本",
    summary: "填写一项指标的完成值；完成值写 offer 就取账本里知道的",
    shape: {
      words: ["指标名称", "完成值"],
      options: { ...projectShape, period: "text", source: "text", reason: "text" },
    },
    run: async ({ args, withLedger }) => {
      const name = args.word("指标名称");
      const saved = await withLedger(async (context) => {
        const project = await projectNamed(context, args);
        const period = periodOf(args.required("period"), project);
        const { rows } = await getActuals(context, { projectId: project.id, periods: [period] });
        const row = found(
          rows.find(({ indicator }) => indicator.name === name),
          "indicator",
          `“${name}”`,
        );
        const given = args.word("完成值");
        const offer = given === "offer" ? row.cells[0]?.offers[0] : undefined;
        if (given === "offer" && offer === undefined) throw badUse(`账本里没有“${name}”到 ${period} 的数量`);
        const actual = {
          indicatorId: row.indicator.id,
          periodTo: period,
          valueText: offer?.valueText ?? given,
          source: args.text("source") ?? offer?.source ?? "",
          reason: args.text("reason"),
        };
        await saveActuals(context, { projectId: project.id, actuals: [actual] });
        return actual;
      });
      const source = saved.source === "" ? "" : `（${saved.source}）`;
      return { data: saved, text: `已填写：${name} ${saved.periodTo} ${saved.valueText}${source}` };
    },
  },
];
