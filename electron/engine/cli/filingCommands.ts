import type { BringPreview, Brought } from "#shared/api/bring.ts";
import { placeOf, textAt } from "#shared/filings/source.ts";
import type { Project } from "#shared/model/project.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";
import { type BringTarget, bringIn } from "../filings/bring/bringIn.ts";
import { previewBring } from "../filings/bring/previewBring.ts";
import type { GivenSource } from "../filings/bring/readSource.ts";
import { checkPapers } from "../filings/papersCheck.ts";
import { type Arguments, badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { sourceOf } from "./listSource.ts";

const importFilingCommand: Command = {
  name: "import filing",
  usage:
    "import filing 文件|- [--project 项目编码 | --new 项目编码 [--year 年度] [--template 表式]] [--take 项=第几份,…] [--dry-run] --db 账本",
  summary:
    "带入申报表、填报表、情况说明（Word、Excel、PDF、文本，- 表示从标准输入读）：--project 补填已有项目，--new 新建项目，--take 指定某一项取自第几份材料（0 为不取），--dry-run 只看读出了什么，不写入",
  shape: {
    words: ["文件"],
    options: {
      project: "text",
      new: "text",
      year: "text",
      template: "text",
      take: "text",
      "dry-run": "flag",
    },
  },
  run: async ({ args, withLedger }) => {
    const source = await given(args.word("文件"));
    return withLedger(async (context) => {
      const facts = await context.facts();
      const project = existing(facts, args.text("project"));
      const { preview } = await previewBring(context, { source, projectId: project?.id ?? null });
      const said = previewText(preview);
      if (args.flag("dry-run")) return { data: preview, text: `${said}\n（试运行，没有写入）` };
      const done = await bringIn(context, {
        source,
        seen: preview.seen,
        target: project === undefined ? newTarget(args, preview) : { projectId: project.id },
        choices: choicesOf(args.text("take"), preview),
      });
      return { data: done, text: `${said}\n${doneText(done)}` };
    });
  },
};

async function given(word: string): Promise<GivenSource> {
  const source = await sourceOf(word);
  return "path" in source ? source : { text: source.pasted.toString("utf8") };
}

function existing(facts: Facts, code: string | undefined): Project | undefined {
  if (code === undefined) return undefined;
  const project = facts.rows.project.find((row) => row.code === code);
  if (project === undefined) throw badUse(`没有编码为“${code}”的项目。`, "用 list projects 查看项目编码。");
  return project;
}

function newTarget(args: Arguments, { fiscalYear }: BringPreview): BringTarget {
  const code = args.text("new");
  if (code === undefined) throw badUse("要写 --project（已有项目）或 --new（新项目的编码）。");
  const year = args.text("year") ?? (fiscalYear === null ? "" : String(fiscalYear));
  if (!/^\d{4}$/.test(year)) throw badUse("材料里没有写年度，要写 --year。", "例如 --year 2022");
  return {
    code,
    fiscalYear: Number(year),
    template: args.text("template") ?? (Number(year) > lastYearOf2022 ? "sh-2026" : "sh-2022"),
  };
}

/** As rule PERF-02 has it. */
const lastYearOf2022 = 2025;

/** name=2,funding=0 */
function choicesOf(
  text: string | undefined,
  { offers }: BringPreview,
): readonly Readonly<{ key: string; paper: number | null }>[] {
  return (text ?? "")
    .split(",")
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const [what = "", number = ""] = part.split("=").map((word) => word.trim());
      const offer = offers.find(({ key, label }) => key === what || label === what);
      if (offer === undefined || !/^\d{1,2}$/.test(number)) {
        const known = offers.map(({ label }) => label).join("、");
        throw badUse(`--take 看不懂“${part}”。`, `写成 项=第几份，可选的项：${known}。`);
      }
      return { key: offer.key, paper: number === "0" ? null : Number(number) - 1 };
    });
}

function previewText({ papers, offers, lines, fileName }: BringPreview): string {
  const document = { format: "text" as const, lines };
  const unsure = offers.flatMap(({ label, candidates }) =>
    candidates.flatMap(({ paper, remarks }) =>
      remarks
        .filter(({ kind }) => kind !== "inferred")
        .map(
          ({ kind, text }) =>
            `  ${kind === "unsure" ? "拿不准" : "已清理"}  第${paper + 1}份 ${label}：${text}`,
        ),
    ),
  );
  const unused = papers.flatMap((paper) =>
    paper.unused.map(
      (cell) => `  未采用  ${placeOf(document, cell)}“${textAt(document, cell)}”：${cell.reason}`,
    ),
  );
  return [
    `${fileName || "粘贴的内容"}：${papers.length} 份材料`,
    ...papers.map((paper, index) => `第${index + 1}份《${paper.name}》${paper.fiscalYear ?? ""}`),
    ...offers
      .filter(({ differs }) => differs)
      .flatMap(({ label, candidates, current }) => [
        `  不一致  ${label}`,
        ...(current === null ? [] : [`          项目：${firstLine(current)}`]),
        ...candidates.map(({ paper, text }) => `          第${paper + 1}份：${firstLine(text)}`),
      ]),
    ...unsure,
    ...unused,
  ].join("\n");
}

const firstLine = (text: string): string => {
  const [first = "", ...more] = text.split("\n");
  const short = first.length > 40 ? `${first.slice(0, 40)}…` : first;
  return more.length === 0 ? short : `${short}（共${more.length + 1}行）`;
};

const doneText = ({ projectCode, taken, left }: Brought): string =>
  [`项目 ${projectCode}：`, ...taken, ...left].join("\n");

const marks = { block: "阻断", warn: "警告", hint: "提示" } as const;

const checkFilingCommand: Command = {
  name: "filing check",
  usage: "filing check --project 项目编码 --db 账本",
  summary: "申报体检：按材料列出项目各份申报材料的问题；有妨碍报送的问题时退出码为 1",
  shape: { words: [], options: { project: "text" } },
  run: async ({ args, withLedger }) => {
    const code = args.required("project");
    const checkup = await withLedger(async (context: Context) => {
      const project = existing(await context.facts(), code);
      if (project === undefined) throw badUse("要写 --project。");
      return checkPapers(context, project.id);
    });
    const { groups, clean, blocking } = checkup;
    const lines = groups.flatMap(({ paper, findings }) => [
      `《${paper}》`,
      ...findings.flatMap(({ severity, ruleId, message, remedy, state, decision, mend }) => [
        `  [${marks[severity]}] ${ruleId} ${message}${state === "accepted" ? `（已处理：${decision?.reason}）` : ""}`,
        `         → ${remedy}${mend === undefined ? "" : `（${mend.from} → ${mend.to}）`}`,
      ]),
    ]);
    return {
      data: checkup,
      text: [...lines, ...(clean.length === 0 ? [] : [`没有问题：${clean.join("、")}`])].join("\n"),
      exitCode: blocking > 0 ? 1 : 0,
    };
  },
};

export const filingCommands: readonly Command[] = [importFilingCommand, checkFilingCommand];
