import { runCheck } from "../checks/runCheck.ts";
import type { Command } from "./command.ts";
import { asOfOption } from "./listCommands.ts";

const marks = { block: "阻断", warn: "警告", hint: "提示" } as const;

export const checkCommand: Command = {
  name: "check",
  usage: "check [--project 项目编码] [--as-of 日期] --db 账本",
  summary: "按全部规则核对；有未处理的“阻断”时退出码为 1",
  shape: { words: [], options: { project: "text", "as-of": "text" } },
  run: async ({ args, withLedger }) => {
    const asked = { projectCode: args.text("project") ?? null, asOf: asOfOption(args) ?? null };
    const { findings, summary } = await withLedger((context) => runCheck(context, asked));
    const lines = findings.map(
      (finding) =>
        `[${marks[finding.severity]}] ${finding.ruleId} ${finding.message}${finding.state === "accepted" ? `（已处理：${finding.decision?.reason}）` : ""}\n       → ${finding.remedy}`,
    );
    return {
      data: {
        findings: findings.map(({ ruleId, severity, message, remedy, subjects, figures, state }) => ({
          ruleId,
          severity,
          message,
          remedy,
          subjects,
          figures,
          state,
        })),
        summary,
      },
      text: [...lines, `阻断 ${summary.block}　警告 ${summary.warn}　提示 ${summary.hint}`].join("\n"),
      exitCode: summary.block > 0 ? 1 : 0,
    };
  },
};
