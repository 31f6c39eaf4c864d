import type { TakenPaper } from "#shared/api/papers.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import type { Attachment } from "#shared/model/attachment.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import { keepContent } from "../attachments/addAttachments.ts";
import { noOwner } from "../attachments/owner.ts";
import type { Paper } from "../attachments/readPaper.ts";
import type { Context } from "../context.ts";
import { attachmentsOfContent } from "../store/attachments.ts";
import { findInvoiceByNumber, invoicesOfClosedYears, voidedInvoiceByNumber } from "../store/invoices.ts";
import { newId } from "../store/newId.ts";
import { insertRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { differencesOf, nameNote, stateOf } from "./paperPlan.ts";
import type { PaperRead } from "./readPaper.ts";

export type Outcome = Pick<TakenPaper, "result" | "invoiceId" | "message" | "hint">;

type Keeping = Readonly<{ paper: Paper; says: PaperRead; number: string; officer: Context["officer"] }>;

/** Keeps a paper with the invoice of this number, or to wait for it; says what became of it. */
export async function keepPaper(tx: WritableLedger, keeping: Keeping): Promise<Outcome> {
  const { paper, says, number, officer } = keeping;
  const contentId = await keepContent(tx, paper);
  const same = await attachmentsOfContent(tx, contentId);
  const invoice = await findInvoiceByNumber(tx, number);
  const twin = same.find((row) =>
    invoice === undefined
      ? row.invoiceId === null && row.invoiceNumber === number
      : row.invoiceId === invoice.id,
  );
  if (twin !== undefined) return alreadyThere(twin, number, paper.fileName);
  if (invoice !== undefined && (await invoicesOfClosedYears(tx, [invoice.id])).has(invoice.id))
    return inClosedYear(invoice);
  await insertRow(tx, "attachment", {
    ...noOwner,
    invoiceId: invoice?.id ?? null,
    invoiceNumber: number,
    id: newId(),
    contentId,
    kind: "invoice",
    fileName: paper.fileName,
    mediaType: paper.type.mediaType,
    sizeBytes: paper.bytes.length,
    addedAt: tx.clock.now(),
    addedBy: officer,
    note: "",
  });
  return invoice === undefined
    ? waits(number, paper, await voidedInvoiceByNumber(tx, number))
    : linked(invoice, says, paper.fileName);
}

const alreadyThere = (
  { invoiceId, fileName: kept }: Attachment,
  number: string,
  fileName: string,
): Outcome => ({
  result: "already",
  invoiceId,
  message:
    `${invoiceId === null ? `内容相同的文件已经在等发票${number}` : `发票${number}已有内容相同的原件`}` +
    `${kept === fileName ? "" : `（${kept}）`}，没有再存一份。`,
  hint: "",
});

const inClosedYear = ({ id, number }: Invoice): Outcome => ({
  result: "refused",
  invoiceId: id,
  message: `发票${number}已用于关账年度的付款，不能再加附件，没有收。`,
  hint: "确需补存的，请先在“设置 › 年度”重新打开那一年。",
});

function linked(invoice: Invoice, says: PaperRead, fileName: string): Outcome {
  const differences = differencesOf(says, invoice);
  const told = `已存为发票${invoice.number}的原件：${invoice.sellerName}，${formatYuan(invoice.grossCents)} 元。`;
  return {
    result: "linked",
    invoiceId: invoice.id,
    message: [told, ...differences, ...stateOf(invoice), ...nameNote(fileName, invoice.number)].join(""),
    hint: differences.length === 0 ? "" : "请对照原件核对这张发票；账本有误的，重新导入或更正。",
  };
}

function waits(number: string, { type, fileName }: Paper, voided: Invoice | undefined): Outcome {
  const why =
    voided === undefined
      ? `账本里还没有发票${number}`
      : `账本里的发票${number}已作废（${voided.voidReason || "没有写明原因"}）`;
  return {
    result: "waiting",
    invoiceId: null,
    message: [`${why}，文件已收下，等发票导入或手工登记后自动对应。`, ...nameNote(fileName, number)].join(""),
    hint: type.extension === "xml" ? "也可以马上导入这个 XML，发票和原件就都有了。" : "",
  };
}
