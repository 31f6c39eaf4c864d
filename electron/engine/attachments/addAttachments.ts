import path from "node:path";
import type { AttachmentOwner } from "#shared/api/attachments.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Attachment } from "#shared/model/attachment.ts";
import type { Context } from "../context.ts";
import { throwIfCancelled } from "../pause.ts";
import { attachmentsOf, contentIdByHash } from "../store/attachments.ts";
import { insertRows } from "../store/bulk.ts";
import { newId } from "../store/newId.ts";
import { insertRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { noOwner, ownerOf } from "./owner.ts";
import { type Paper, readPaper } from "./readPaper.ts";

type Adding = Readonly<{ owner: AttachmentOwner; kind: Attachment["kind"]; paths: readonly string[] }>;

/** They are held in memory until all of them are known to be right. */
const mostAtOnce = 200 * 1_048_576;

/**
 * Keeps copies of files inside the ledger, all or none. Fails with `bad-file` when one is no paper and `conflict` when
 * the record has the same file already; what was read so far is then forgotten.
 */
export async function addAttachments(
  context: Context,
  { owner, kind, paths }: Adding,
): Promise<AttachmentOwner> {
  const papers = await readAll(context, paths);
  const { column, id } = ownerOf(owner);
  await context.write("添加附件", async (tx) => {
    const present = await attachmentsOf(tx, column, id);
    for (const paper of papers) {
      throwIfCancelled(context.signal);
      const contentId = await keepContent(tx, paper);
      refuseSame(paper, present.find((row) => row.contentId === contentId)?.fileName);
      await insertRow(tx, "attachment", {
        ...noOwner,
        [column]: id,
        id: newId(),
        contentId,
        kind,
        fileName: paper.fileName,
        mediaType: paper.type.mediaType,
        sizeBytes: paper.bytes.length,
        addedAt: tx.clock.now(),
        addedBy: context.officer,
        note: "",
        invoiceNumber: null,
      });
    }
  });
  return owner;
}

async function readAll(context: Context, paths: readonly string[]): Promise<readonly Paper[]> {
  const papers = new Map<string, Paper>();
  let size = 0;
  for (const [index, file] of paths.entries()) {
    throwIfCancelled(context.signal);
    context.progress({ done: index, total: paths.length, note: `正在读取“${path.basename(file)}”` });
    const paper = await readPaper(file);
    refuseSame(paper, papers.get(paper.sha256)?.fileName);
    papers.set(paper.sha256, paper);
    size += paper.bytes.length;
    if (size > mostAtOnce) throw tooMuch();
  }
  return [...papers.values()];
}

/** What is in a file lies in the ledger once; the log of a bulk insertion holds only its hash. */
export async function keepContent(
  tx: WritableLedger,
  { sha256, bytes }: Pick<Paper, "sha256" | "bytes">,
): Promise<Id> {
  const known = await contentIdByHash(tx, sha256);
  if (known !== undefined) return known;
  const id = newId();
  await insertRows(tx, "attachmentContent", [{ id, sha256, base64: bytes.toString("base64") }]);
  return id;
}

function refuseSame({ fileName }: Paper, other: string | undefined): void {
  if (other === undefined) return;
  throw new UserError({
    code: "conflict",
    message:
      other === fileName
        ? `这里已有附件“${fileName}”，内容完全相同，没有添加。`
        : `“${fileName}”与“${other}”的内容完全相同，没有添加。`,
    hint: "请去掉重复的文件再添加；要改它的类别，请在列表中修改。",
  });
}

const tooMuch = (): UserError =>
  new UserError({
    code: "bad-request",
    message: "一次添加的文件合计超过 200 MB，没有添加。",
    hint: "请分几次添加。",
  });
