import type { AttachmentOwner } from "#shared/api/attachments.ts";
import { asId } from "#shared/kernel/id.ts";
import { type Attachment, attachmentKinds } from "#shared/model/attachment.ts";
import { attachmentWords } from "#shared/words/words.ts";
import { addAttachments } from "../attachments/addAttachments.ts";
import { listAttachments } from "../attachments/attachments.ts";
import { saveAttachment } from "../attachments/saveAttachment.ts";
import type { Context } from "../context.ts";
import { findContractByNo } from "../store/contracts.ts";
import { found } from "../store/found.ts";
import { findInvoiceByNumber } from "../store/invoices.ts";
import { findPaymentByNo } from "../store/payments.ts";
import { findProjectByCode } from "../store/projects.ts";
import { type Arguments, badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { textTable } from "./textTable.ts";

const ownerOptions = { project: "text", contract: "text", invoice: "text", payment: "text" } as const;
const ownerUsage = "--contract 编号|--invoice 号码|--payment 编号|--project 编码";

/** The one record that the options name, by the number people know it by. */
async function ownerOf(args: Arguments, { ledger }: Context): Promise<AttachmentOwner> {
  const given = (Object.keys(ownerOptions) as readonly (keyof typeof ownerOptions)[]).filter(
    (name) => args.text(name) !== undefined,
  );
  const [table] = given;
  if (table === undefined || given.length > 1) throw badUse(`请写明附件属于哪一条记录：${ownerUsage}`);
  const asked = args.required(table);
  switch (table) {
    case "project":
      return { projectId: found(await findProjectByCode(ledger, asked), table, asked).id };
    case "contract":
      return { contractId: found(await findContractByNo(ledger, asked), table, asked).id };
    case "invoice":
      return { invoiceId: found(await findInvoiceByNumber(ledger, asked), table, asked).id };
    case "payment":
      return { paymentId: found(await findPaymentByNo(ledger, asked), table, asked).id };
  }
}

function kindOf(args: Arguments): Attachment["kind"] {
  const given = args.text("kind") ?? "other";
  const kind = attachmentKinds.find((known) => known === given || attachmentWords[known] === given);
  if (kind !== undefined) return kind;
  throw badUse(
    `--kind 应为 ${attachmentKinds.map((known) => attachmentWords[known]).join("、")} 之一，现为“${given}”`,
  );
}

const answerOf = (rows: readonly Attachment[]) => ({
  data: rows.map(({ id, kind, fileName, mediaType, sizeBytes, addedAt, addedBy }) => ({
    ...{ attachment: id, kind, fileName, mediaType, sizeBytes, addedAt, addedBy },
  })),
  text: textTable(rows, [
    { title: "附件", value: (row) => row.id },
    { title: "类别", value: (row) => attachmentWords[row.kind] },
    { title: "文件", value: (row) => row.fileName },
    { title: "字节", value: (row) => String(row.sizeBytes) },
  ]),
});

export const paperCommands: readonly Command[] = [
  {
    name: "attach",
    usage: `attach 文件 ${ownerUsage} [--kind 类别] --db 账本`,
    summary: "把一份扫描件、PDF、OFD、图片、XML 或 Office 文件存进账本，作为附件",
    shape: { words: ["文件"], options: { ...ownerOptions, kind: "text" } },
    run: async ({ args, withLedger }) => {
      const kind = kindOf(args);
      const rows = await withLedger(async (context) => {
        const owner = await ownerOf(args, context);
        await addAttachments(context, { owner, kind, paths: [args.word("文件")] });
        return listAttachments(context, owner);
      });
      return answerOf(rows);
    },
  },
  {
    name: "list attachments",
    usage: `list attachments ${ownerUsage} --db 账本`,
    summary: "一条记录的附件",
    shape: { words: [], options: ownerOptions },
    run: async ({ args, withLedger }) =>
      answerOf(await withLedger(async (context) => listAttachments(context, await ownerOf(args, context)))),
  },
  {
    name: "save-attachment",
    usage: "save-attachment 附件 --out 文件 --db 账本",
    summary: "取出一份附件，先核对它的校验值",
    shape: { words: ["附件"], options: { out: "text" } },
    run: async ({ args, withLedger }) => {
      const path = args.required("out");
      const saved = await withLedger((context) =>
        saveAttachment(context, { id: asId(args.word("附件")), path }),
      );
      return { data: { file: path, ...saved }, text: `已取出：${path}` };
    },
  },
];
