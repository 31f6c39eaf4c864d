import { type CloseReport, seenOf, type YearView } from "#shared/api/years.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { isIsoDate } from "#shared/kernel/dates.ts";
import type { Context } from "../context.ts";
import { addYear, closeYear, reopenYear } from "../years/changeYears.ts";
import { closeReport } from "../years/closeReport.ts";
import { getYear, listYears } from "../years/listYears.ts";
import { badUse } from "./args.ts";
import type { Command, Outcome } from "./command.ts";
import { yearIn } from "./scopeOptions.ts";
import { textTable } from "./textTable.ts";

const stateWords: Readonly<Record<YearView["state"], string>> = { open: "开放", closed: "已关账" };

const yearTable = (years: readonly YearView[]): string =>
  textTable(years, [
    { title: "年度", value: (row) => String(row.year) },
    { title: "状态", value: (row) => stateWords[row.state] },
    { title: "支付截止日", value: (row) => row.paymentCutoff ?? "" },
    { title: "预算（元）", value: (row) => ({ cents: row.budgetCents }) },
    { title: "已付（元）", value: (row) => ({ cents: row.paidCents }) },
    { title: "经手", value: (row) => row.changedBy ?? "" },
    { title: "原因", value: (row) => row.stateReason },
  ]);

const reportText = ({ items }: CloseReport): string =>
  items.length === 0
    ? "没有需要处理的事项。"
    : items
        .flatMap((item) => [
          `[${item.blocking ? "须处理" : "请核对"}] ${item.title} ${item.entries.length} 项`,
          ...item.entries.map(
            (entry) =>
              `       ${entry.text}${entry.amountCents === null ? "" : `　${formatYuan(entry.amountCents)} 元`}`,
          ),
        ])
        .join("\n");

const thenShown = async (context: Context, year: number): Promise<Outcome> => {
  const shown = await getYear(context, year);
  return { data: shown, text: yearTable([shown]) };
};

export const yearCommands: readonly Command[] = [
  {
    name: "year list",
    usage: "year list --db 账本",
    summary: "预算年度：状态、支付截止日、关账和打开的原因",
    shape: { words: [], options: {} },
    run: async ({ withLedger }) => {
      const years = await withLedger(listYears);
      return { data: years, text: yearTable(years) };
    },
  },
  {
    name: "year add",
    usage: "year add 年度 [--cutoff 支付截止日] --db 账本",
    summary: "新增预算年度",
    shape: { words: ["年度"], options: { cutoff: "text" } },
    run: async ({ args, withLedger }) => {
      const year = yearIn(args.word("年度"));
      const cutoff = args.text("cutoff");
      if (cutoff !== undefined && !isIsoDate(cutoff))
        throw badUse(`--cutoff 应为日期，例如 2022-12-20，现为 ${cutoff}`);
      return withLedger(async (context) => {
        await addYear(context, { year, paymentCutoff: cutoff ?? null });
        return thenShown(context, year);
      });
    },
  },
  {
    name: "year check",
    usage: "year check 年度 --db 账本",
    summary: "关账前核对：在办付款、阻断问题、到期未付、未安排付款的发票；有须处理的事项时退出码为 1",
    shape: { words: ["年度"], options: {} },
    run: async ({ args, withLedger }) => {
      const report = await withLedger((context) => closeReport(context, { year: yearIn(args.word("年度")) }));
      return {
        data: report,
        text: reportText(report),
        exitCode: report.items.some((item) => item.blocking) ? 1 : 0,
      };
    },
  },
  {
    name: "year close",
    usage: "year close 年度 --reason 说明 [--accept 理由] --db 账本",
    summary: "年度关账；有须处理的事项时用 --accept 写明带着它们关账的理由",
    shape: { words: ["年度"], options: { reason: "text", accept: "text" } },
    run: async ({ args, withLedger }) => {
      const year = yearIn(args.word("年度"));
      const [reason, accept] = [args.required("reason"), args.text("accept")];
      return withLedger(async (context) => {
        const { items } = await closeReport(context, { year });
        const accepted =
          accept === undefined
            ? []
            : items
                .filter((item) => item.blocking)
                .map((item) => ({ check: item.check, reason: accept, seen: [...seenOf(item)] }));
        await closeYear(context, { year, reason, accepted });
        return thenShown(context, year);
      });
    },
  },
  {
    name: "year open",
    usage: "year open 年度 --reason 原因 --db 账本",
    summary: "重新打开已关账的年度",
    shape: { words: ["年度"], options: { reason: "text" } },
    run: async ({ args, withLedger }) => {
      const year = yearIn(args.word("年度"));
      const reason = args.required("reason");
      return withLedger(async (context) => {
        await reopenYear(context, { year, reason });
        return thenShown(context, year);
      });
    },
  },
];
