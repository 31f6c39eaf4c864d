import type { ManualInvoice } from "#shared/api/invoiceLife.ts";
import { readBlueNumber } from "#shared/invoices/blueNumber.ts";
import { completeAmounts } from "#shared/invoices/completeAmounts.ts";
import type { Amounts } from "#shared/invoices/invoiceDraft.ts";
import { linesGap } from "#shared/invoices/linesGap.ts";
import { ticketShapes, typedNumber } from "#shared/invoices/ticketKinds.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import { vendorNamesOf } from "#shared/rules/partyNames.ts";
import type { Context } from "../context.ts";
import { linkWaitingPapers } from "../papers/linkWaiting.ts";
import { findInvoiceByNumber, invoicesOfClosedYears } from "../store/invoices.ts";
import { newId } from "../store/newId.ts";
import { insertRow, updateRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { listVendorNames, listVendors } from "../store/vendors.ts";
import { liveVendor } from "../vendors/liveVendor.ts";
import { refuseSameVendor } from "../vendors/sameVendor.ts";
import { liveInvoice } from "./liveInvoice.ts";
import { saveManualLines } from "./manualLines.ts";
import { assertFits, blueNumberOf } from "./setBlue.ts";

/**
 * Enters a ticket by hand, or changes one that was. Fails with `bad-request` when number or amounts are none,
 * `conflict` (with `invoiceId`) when its number is in the ledger, `refused` for imported ones and those a closed year paid.
 */
export const saveManual = (context: Context, draft: ManualInvoice): Promise<Id> =>
  context.write(draft.id === null ? "手工登记发票" : "修改手工登记的发票", async (tx) => {
    const before = draft.id === null ? undefined : await changeable(tx, draft.id);
    const number = numberOf(draft);
    await refuseDouble(tx, number, draft.id);
    const amounts = amountsOf(draft);
    const id = before?.id ?? newId();
    const columns = {
      number,
      type: draft.type,
      sellerName: draft.sellerName,
      sellerTaxId: plainTaxId(draft.sellerTaxId),
      buyerName: draft.buyerName.trim(),
      buyerTaxId: plainTaxId(draft.buyerTaxId),
      issueDate: draft.issueDate,
      netCents: amounts.net,
      taxCents: amounts.tax,
      grossCents: amounts.gross,
      status: draft.status,
      isRed: draft.isRed ? (1 as const) : (0 as const),
      drawer: draft.drawer.trim(),
      remark: draft.remark.trim(),
      vendorId: await vendorOf(tx, context, draft),
    };
    const blueNumber = await blueOf(tx, draft, { ...columns, id });
    if (before === undefined) await insertRow(tx, "invoice", { ...manual, ...columns, blueNumber, id });
    else await updateRow(tx, "invoice", id, { ...columns, blueNumber });
    await saveManualLines(tx, id, draft.lines);
    await linkWaitingPapers(tx);
    return id;
  });

/** What nobody types of a ticket entered by hand; a list that brings it later fills in its source. */
const manual = { riskLevel: "normal", source: "", entry: "manual", batchId: null } as const;

const plainTaxId = (text: string): string => text.normalize("NFKC").replace(/\s/g, "").toUpperCase();

async function changeable(tx: WritableLedger, id: Id): Promise<Invoice> {
  const invoice = await liveInvoice(tx, id);
  if (invoice.entry === "import") {
    throw new UserError({
      code: "refused",
      message: `发票${invoice.number}是导入的，不能手工修改。`,
      hint: "税务平台上有变化的，重新导出、导入即可更新；导错的，撤销那一批导入。",
    });
  }
  if ((await invoicesOfClosedYears(tx, [id])).has(id)) {
    throw new UserError({
      code: "refused",
      message: `发票${invoice.number}已用于关账年度的付款，不能修改。`,
      hint: "确需更正的，请先在“设置 › 年度”重新打开那一年。",
    });
  }
  return invoice;
}

function numberOf({ kind, code, number }: ManualInvoice): string {
  const typed = typedNumber(kind, code, number);
  if ("number" in typed) return typed.number;
  throw wrong(typed.fault, `${ticketShapes[kind].name}：${ticketShapes[kind].told}，请对照原件。`);
}

async function refuseDouble(tx: WritableLedger, number: string, id: Id | null): Promise<void> {
  const there = await findInvoiceByNumber(tx, number);
  if (there === undefined || there.id === id) return;
  const { sellerName, issueDate, grossCents, entry } = there;
  throw new UserError({
    code: "conflict",
    message: `发票${number}已在账本中（${sellerName}，${issueDate}，${formatYuan(grossCents)}元，${entry === "manual" ? "手工登记" : "导入"}），没有保存。`,
    hint: "同一张发票不用再登记；内容不同的，请打开已有的那一张核对。",
    details: { invoiceId: there.id },
  });
}

function amountsOf(draft: ManualInvoice): Amounts {
  const typed = { net: draft.netCents, tax: draft.taxCents, gross: draft.grossCents };
  const { hasTax } = ticketShapes[draft.kind];
  const completed = completeAmounts(typed, { hasTax, isRed: draft.isRed });
  if ("fault" in completed) throw wrong(completed.fault, "请对照票面改正金额。");
  const gap = linesGap(draft.lines, completed.amounts);
  if (gap !== undefined) throw wrong(gap, "请改正明细，或去掉明细只登记合计。");
  return completed.amounts;
}

const wrong = (message: string, hint: string): UserError =>
  new UserError({ code: "bad-request", message: `${message.replace(/。$/, "")}，没有保存。`, hint });

/** The vendor that was picked or is new; else the one with this tax number or name, if there is one. */
async function vendorOf(tx: WritableLedger, { clock }: Context, draft: ManualInvoice): Promise<Id | null> {
  const { vendorId, sellerName, issueDate } = draft;
  const taxId = plainTaxId(draft.sellerTaxId);
  if (vendorId !== null) return (await liveVendor(tx, vendorId)).id;
  if (!draft.newVendor) {
    const vendors = vendorNamesOf(await listVendors(tx), await listVendorNames(tx));
    return vendors.find(taxId, sellerName, issueDate)?.id ?? null;
  }
  const identity = { name: sellerName, creditCode: taxId || null };
  await refuseSameVendor(tx, { id: null, ...identity }, clock.today());
  const vendor = await insertRow(tx, "vendor", { ...identity, id: newId(), isSmallOrMedium: null, note: "" });
  return vendor.id;
}

/** The number that was typed, else the one its remark names. */
async function blueOf(
  tx: WritableLedger,
  draft: ManualInvoice,
  row: Pick<Invoice, "id" | "number" | "sellerName" | "sellerTaxId" | "issueDate" | "grossCents">,
): Promise<string | null> {
  if (!draft.isRed) return null;
  const typed = draft.blueNumber.trim();
  const blue = typed === "" ? readBlueNumber(draft.remark) : await blueNumberOf(tx, typed);
  if (blue !== null) await assertFits(tx, row, blue);
  return blue;
}
