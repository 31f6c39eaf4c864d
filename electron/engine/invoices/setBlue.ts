import type { ApiParsed } from "#shared/api/contract.ts";
import { canonicalNumber } from "#shared/invoices/invoiceNumber.ts";
import { isSameSeller, overReversedCents, overReversedTold, strangerTold } from "#shared/invoices/redFits.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import type { Context } from "../context.ts";
import { findInvoiceByNumber, redsOfNumber } from "../store/invoices.ts";
import { updateRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { liveInvoice } from "./liveInvoice.ts";

/**
 * Says which blue invoice a red one takes back, or that nobody knows (`null`). One that is not in the ledger yet may be
 * named: it is linked when it comes. Refused when it does not fit: another seller, a later day, more taken back than there was.
 */
export const setBlue = (context: Context, { id, blueNumber }: ApiParsed<"invoices.setBlue">): Promise<Id> =>
  context.write(blueNumber === null ? "取消红字对应" : "登记红字对应的蓝字", async (tx) => {
    const red = await liveInvoice(tx, id);
    if (red.isRed === 0) throw refused(`发票${red.number}不是红字发票`, "蓝字号码登记在红字发票上。");
    const number = blueNumber === null ? null : await blueNumberOf(tx, blueNumber);
    if (number !== null) await assertFits(tx, red, number);
    await updateRow(tx, "invoice", id, { blueNumber: number });
    return id;
  });

/** As the ledger has it, also of papers with numbers of their own; else brought to the one form of all numbers. */
export async function blueNumberOf(tx: WritableLedger, text: string): Promise<string> {
  const typed = text.trim();
  if ((await findInvoiceByNumber(tx, typed)) !== undefined) return typed;
  const number = canonicalNumber(typed);
  if (number !== undefined) return number;
  throw new UserError({
    code: "bad-request",
    message: `蓝字号码“${typed}”格式不对，没有保存。`,
    hint: "应为20位，或10位、12位代码加8位号码；也可以从候选的蓝字发票中选。",
  });
}

type Red = Pick<Invoice, "id" | "number" | "sellerName" | "sellerTaxId" | "issueDate" | "grossCents">;

/** Fails with `refused` when a red invoice cannot take back the blue one of this number. */
export async function assertFits(tx: WritableLedger, red: Red, number: string): Promise<void> {
  if (number === red.number) throw refused("红字发票不能对应它自己", "请填写被冲的那张蓝字发票的号码。");
  const blue = await findInvoiceByNumber(tx, number);
  if (blue === undefined) return;
  if (blue.isRed === 1) throw refused(`发票${number}也是红字发票`, "请填写被冲的那张蓝字发票的号码。");
  if (!isSameSeller(red, blue)) throw refused(strangerTold(red, blue).replace(/，请核对对应关系。$/, ""));
  if (blue.issueDate > red.issueDate)
    throw refused(`蓝字发票${number}开票日期${blue.issueDate}晚于红字发票的${red.issueDate}`);
  const others = (await redsOfNumber(tx, number)).filter((row) => row.id !== red.id);
  const over = overReversedCents(blue, [...others, red]);
  if (over !== undefined) throw refused(overReversedTold(blue, over).replace(/，请核对对应关系。$/, ""));
}

const refused = (what: string, hint = "请核对红字发票原件上写的蓝字号码。"): UserError =>
  new UserError({ code: "refused", message: `${what}，没有保存。`, hint });
