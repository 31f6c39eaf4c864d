import type { Frozen, Packaged } from "#shared/api/submissions.ts";
import { occasionOf } from "#shared/filings/occasions.ts";
import { differenceText } from "#shared/forms/differenceText.ts";
import { formIds } from "#shared/forms/formKinds.ts";
import type { Context } from "../context.ts";
import { compareVersions } from "../filings/compareVersions.ts";
import { handedInForms } from "../filings/currentPapers.ts";
import { freezePaper } from "../filings/freeze.ts";
import { packageFilings } from "../filings/package.ts";
import { packageAgain } from "../filings/packageAgain.ts";
import { submissionDue } from "../filings/submitPreview.ts";
import { listVersions } from "../filings/versions.ts";
import { submissionsOf, versionsOfProject } from "../store/filings.ts";
import { found } from "../store/found.ts";
import { findProjectByCode } from "../store/projects.ts";
import { type Arguments, badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { textTable } from "./textTable.ts";

const projectOf = async (context: Context, args: Arguments) => {
  const code = args.required("project");
  return found(await findProjectByCode(context.ledger, code), "project", code);
};

const formOf = (given: string) => {
  const form = handedInForms.find((id) => id === given);
  if (form === undefined) throw badUse(`表应为 ${handedInForms.join("、")} 之一，现为“${given}”`);
  return form;
};

const frozenText = ({ title, versionNo, isNew }: Frozen): string =>
  isNew ? `《${title}》留存为第 ${versionNo} 版` : `《${title}》与第 ${versionNo} 版一样，没有新增版本`;

const freezeCommand: Command = {
  name: "filing freeze",
  usage: `filing freeze ${formIds.join("|")} --project 项目编码 [--note 说明] [--mark-missing] --db 账本`,
  summary: "定稿：把一份申报材料连同各种格式的文件留存为一个版本，以后不再变",
  shape: { words: ["表"], options: { project: "text", note: "text", "mark-missing": "flag" } },
  run: async ({ args, withLedger }) => {
    const form = formOf(args.word("表"));
    const frozen = await withLedger(async (context) => {
      const { id: projectId } = await projectOf(context, args);
      const allowMissing = args.flag("mark-missing");
      return freezePaper(context, { projectId, form, note: args.text("note") ?? "", allowMissing });
    });
    return { data: frozen, text: frozenText(frozen) };
  },
};

const versionsCommand: Command = {
  name: "filing versions",
  usage: "filing versions --project 项目编码 --db 账本",
  summary: "申报材料的版本和报送：哪一版、何时、谁、内容校验值、之后有没有改动",
  shape: { words: [], options: { project: "text" } },
  run: async ({ args, withLedger }) => {
    const list = await withLedger(async (context) =>
      listVersions(context, { projectId: (await projectOf(context, args)).id }),
    );
    const rows = list.papers.flatMap(({ versions, changedSince }) =>
      versions.map((version, index) => ({ version, changed: index === 0 ? changedSince : null })),
    );
    const versions = textTable(rows, [
      { title: "材料", value: ({ version }) => version.title },
      { title: "版本", value: ({ version }) => `第${version.versionNo}版` },
      { title: "定稿", value: ({ version }) => `${version.frozenAt.slice(0, 10)} ${version.frozenBy}` },
      { title: "报送", value: ({ version }) => version.submissionTitle ?? "" },
      { title: "校验值", value: ({ version }) => version.contentHash.slice(0, 12) },
      { title: "之后", value: ({ changed }) => (changed === true ? "有改动" : "") },
    ]);
    const submissions = list.submissions.map(
      ({ title, submittedAt, submittedBy, papers }) =>
        `报送：${title}　${submittedAt.slice(0, 10)} ${submittedBy}　${papers.length} 份`,
    );
    return { data: list, text: [versions, ...submissions].join("\n") };
  },
};

const diffCommand: Command = {
  name: "filing diff",
  usage: "filing diff 表 --project 项目编码 [--from 版次] [--to 版次] --db 账本",
  summary: "比较一份申报材料的两个版本；不写 --to 的，与账本现在的样子比较；不写 --from 的，取最近一版",
  shape: { words: ["表"], options: { project: "text", from: "text", to: "text" } },
  run: async ({ args, withLedger }) => {
    const comparison = await withLedger(async (context) => {
      const { id: projectId } = await projectOf(context, args);
      const all = (await versionsOfProject(context.ledger, projectId)).filter(
        ({ form }) => form === args.word("表"),
      );
      const numbered = (given: string | undefined) =>
        given === undefined
          ? undefined
          : found(
              all.find(({ versionNo }) => String(versionNo) === given),
              "filingVersion",
              given,
            );
      const from = numbered(args.text("from")) ?? found(all[0], "filingVersion", args.word("表"));
      return compareVersions(context, { fromId: from.id, toId: numbered(args.text("to"))?.id ?? null });
    });
    const { title, fromLabel, toLabel, difference } = comparison;
    return {
      data: comparison,
      text: `《${title}》　${fromLabel} → ${toLabel}\n${differenceText(difference)}`,
    };
  },
};

const packageCommand: Command = {
  name: "filing package",
  usage:
    "filing package --project 项目编码 --out 文件夹 [--title 报送名称] [--forms 表,表] [--note 说明] [--mark-missing] [--again 报送名称] --db 账本",
  summary:
    "报送：留存材料的版本，写出申报包（文件夹和压缩包，附清单、SHA-256 和体检报告）；不写 --forms 的，取这时该报的（预算申报、绩效监控或绩效自评）；--again 重新写出以前的",
  shape: {
    words: [],
    options: {
      project: "text",
      out: "text",
      title: "text",
      forms: "text",
      note: "text",
      again: "text",
      "mark-missing": "flag",
    },
  },
  run: async ({ args, withLedger }) => {
    const path = args.required("out");
    const packaged = await withLedger(async (context) => {
      const project = await projectOf(context, args);
      const projectId = project.id;
      const again = args.text("again");
      if (again !== undefined) {
        const known = await submissionsOf(context.ledger, projectId);
        const wanted = found(
          known.find(({ title }) => title === again),
          "submission",
          again,
        );
        return packageAgain(context, { submissionId: wanted.id, path });
      }
      const { occasion, titles } = await submissionDue(context, project);
      const due = handedInForms.filter((form) => occasionOf(form) === occasion);
      const forms = args.text("forms")?.split(",").map(formOf) ?? due;
      const title = args.text("title") ?? titles[occasion];
      const note = args.text("note") ?? "";
      const allowMissing = args.flag("mark-missing");
      return packageFilings(context, { projectId, forms, title, note, path, allowMissing });
    });
    return { data: { folder: path, ...packaged }, text: packageText(packaged) };
  },
};

const packageText = ({ papers, folderName, zipName, files }: Packaged): string =>
  [...papers.map(frozenText), `申报包：${folderName}（${files} 个文件），压缩包：${zipName}`].join("\n");

export const versionCommands: readonly Command[] = [
  freezeCommand,
  versionsCommand,
  diffCommand,
  packageCommand,
];
