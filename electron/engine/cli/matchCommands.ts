import type { MatchPlanView, MatchRow } from "#shared/api/matching.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { bandWords } from "#shared/words/words.ts";
import type { Context } from "../context.ts";
import { acceptMatches } from "../matching/acceptMatches.ts";
import { keepMatches, type Matches } from "../matching/keptMatches.ts";
import { listMatches } from "../matching/listMatches.ts";
import { previewMatches } from "../matching/previewMatches.ts";
import { type Arguments, badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { textTable } from "./textTable.ts";

const pageSize = 500;

/** The year's matches page by page, as the window gets them. */
async function allMatches(
  context: Context,
  matchesOf: Matches,
  fiscalYear: number,
): Promise<readonly MatchRow[]> {
  const rows: MatchRow[] = [];
  for (;;) {
    const asked = { fiscalYear, projectId: null, band: null, search: "", from: rows.length, count: pageSize };
    const page = await listMatches(context, matchesOf, asked);
    rows.push(...page.rows);
    if (page.rows.length < pageSize) return rows;
  }
}

/** `--year`, or the present one. */
function yearOf(args: Arguments, context: Context): number {
  const text = args.text("year") ?? context.clock.today().slice(0, 4);
  if (/^\d{4}$/.test(text)) return Number(text);
  throw badUse(`--year 应为年度，例如 2022，现为 ${text}`);
}

const whyOf = ({ reasons }: MatchRow): string => reasons.map(({ text }) => text).join("；");

export const matchCommands: readonly Command[] = [
  {
    name: "match list",
    usage: "match list [--year 年度] --db 账本",
    summary: "还没有付款的发票，各配到哪一期、有多大把握、为什么",
    shape: { words: [], options: { year: "text" } },
    run: async ({ args, withLedger }) => {
      const rows = await withLedger((context) => allMatches(context, keepMatches(), yearOf(args, context)));
      return {
        data: rows,
        text: textTable(rows, [
          { title: "把握", value: (row) => bandWords[row.band] },
          { title: "分数", value: (row) => String(row.score) },
          { title: "发票号码", value: (row) => row.number },
          { title: "销方", value: (row) => row.sellerName },
          { title: "可付（元）", value: (row) => ({ cents: row.freeCents }) },
          { title: "期次", value: (row) => row.instalmentLabels.join("、") },
          { title: "理由", value: whyOf },
        ]),
      };
    },
  },
  {
    name: "match accept",
    usage: "match accept --sure [--year 年度] [--dry-run] --db 账本",
    summary: "按“确定”的匹配生成付款草稿；--dry-run 只显示将生成什么",
    shape: { words: [], options: { year: "text", sure: "flag", "dry-run": "flag" } },
    run: async ({ args, withLedger }) => {
      if (!args.flag("sure")) throw badUse("请写明 --sure：只接受“确定”的匹配，其余请在窗口中逐张核对");
      return withLedger(async (context) => {
        const matchesOf = keepMatches();
        const picks = { sureOf: { fiscalYear: yearOf(args, context), projectId: null }, picks: [] };
        const plan = await previewMatches(context, matchesOf, picks);
        if (args.flag("dry-run"))
          return { data: { plan }, text: `${planText(plan)}\n没有写入账本（--dry-run）。` };
        const done = await acceptMatches(context, matchesOf, {
          ...picks,
          planHash: plan.planHash,
          names: [],
        });
        return {
          data: { plan, done },
          text: `${planText(plan)}\n已生成付款草稿 ${done.newCount} 笔，补入发票 ${done.linkedCount} 笔。`,
        };
      });
    },
  },
];

const planText = ({ payments, refused, totalCents }: MatchPlanView): string =>
  [
    textTable(payments, [
      { title: "发票号码", value: (row) => row.invoiceNumber },
      { title: "付款", value: (row) => row.paymentNo ?? "新建" },
      { title: "合同", value: (row) => row.contractNo },
      { title: "期次", value: (row) => row.parts.map(({ label }) => label).join("、") },
      { title: "收款方", value: (row) => row.payeeName },
      { title: "金额（元）", value: (row) => ({ cents: row.amountCents }) },
    ]),
    ...refused.map(({ number, why }) => `发票${number}：${why}。`),
    `合计 ${payments.length} 笔，${formatYuan(totalCents)} 元`,
  ].join("\n");
