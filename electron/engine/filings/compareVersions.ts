import type { VersionComparison } from "#shared/api/submissions.ts";
import { formDifference } from "#shared/forms/formDifference.ts";
import type { Printable } from "#shared/forms/prose.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { findVersion, type VersionOfPaper } from "../store/filings.ts";
import { found } from "../store/found.ts";
import { contentHash, currentPaper, handedInForms, liveProject } from "./currentPapers.ts";

/** How a version became another one of the same paper, or the paper as it is now. */
export async function compareVersions(
  context: Context,
  { fromId, toId }: Readonly<{ fromId: Id; toId: Id | null }>,
): Promise<VersionComparison> {
  const from = found(await findVersion(context.ledger, fromId), "filingVersion", fromId);
  const to =
    toId === null ? undefined : found(await findVersion(context.ledger, toId), "filingVersion", toId);
  if (to !== undefined && to.filingId !== from.filingId) {
    throw new UserError({
      code: "bad-request",
      message: `《${from.title}》和《${to.title}》不是同一种材料，不能比较。`,
      hint: "请选择同一份材料的两个版本。",
    });
  }
  const later = to === undefined ? await paperNow(context, from) : paperOf(to);
  return {
    title: from.title,
    fromLabel: labelOf(from),
    toLabel: to === undefined ? "现在的账本" : labelOf(to),
    difference: formDifference(paperOf(from), later),
  };
}

const labelOf = ({ versionNo, frozenAt, frozenBy }: VersionOfPaper): string =>
  `第 ${versionNo} 版（${frozenAt.slice(0, 10)} ${frozenBy}）`;

/** What was frozen, looked at by its hash: a version is a form that was written by this program. */
function paperOf({ formJson, contentHash: hash, id }: VersionOfPaper): Printable {
  const paper = JSON.parse(formJson) as Printable;
  if (contentHash(paper) !== hash) {
    throw new UserError({
      code: "bad-ledger",
      message: "这个版本的内容与定稿时的校验值不符，没有比较。",
      hint: "账本文件可能已损坏，或被别的程序改动过。请在“设置 › 账本”核验变更记录。",
      details: { version: id },
    });
  }
  return paper;
}

async function paperNow(context: Context, { projectId, form, title }: VersionOfPaper): Promise<Printable> {
  const known = handedInForms.find((id) => id === form);
  if (known === undefined) {
    throw new UserError({
      code: "bad-request",
      message: `《${title}》只在报送时生成，没有现在的样子。`,
      hint: "请选择两个版本比较。",
    });
  }
  return (await currentPaper(context, await liveProject(context, projectId), known)).paper;
}
