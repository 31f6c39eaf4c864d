import type { ApiParsed } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { releasePapers } from "../papers/linkWaiting.ts";
import { voidRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { invoiceUses } from "./invoiceUses.ts";
import { liveInvoice } from "./liveInvoice.ts";

/** Voids an invoice that should not be in the ledger. Refused, with the payments, while a live one uses it. */
export const voidInvoice = (context: Context, { id, reason }: ApiParsed<"invoices.void">): Promise<void> =>
  context.write("作废发票", async (tx) => {
    const { number } = await liveInvoice(tx, id);
    await refuseUsed(tx, id, number);
    await releasePapers(tx, [id]);
    await voidRow(tx, "invoice", id, reason);
  });

async function refuseUsed(tx: WritableLedger, id: Id, number: string): Promise<void> {
  const uses = (await invoiceUses(tx, [id])).get(id) ?? [];
  const [first] = uses;
  if (first === undefined) return;
  throw new UserError({
    code: "refused",
    message: `发票${number}已用在付款单${[...new Set(uses.map(({ paymentNo }) => paymentNo))].join("、")}上，不能作废。`,
    hint: "请先在付款单中去掉这张发票或换票；发票被销方作废、红冲的，改“发票状态”，不要作废登记。",
    details: { paymentId: first.paymentId },
  });
}
