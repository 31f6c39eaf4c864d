import type { ApiParsed } from "#shared/api/contract.ts";
import { type Cents, maxCents, minCents, subtractCents, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import type { Payment } from "#shared/model/payment.ts";
import { freeOfInvoice } from "#shared/payments/free.ts";
import { advancesOf } from "#shared/payments/openAdvance.ts";
import { openParts, refundableCents } from "#shared/payments/refunds.ts";
import { takenBack } from "#shared/payments/takenBack.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";
import { yuan } from "#shared/rules/words.ts";
import type { Context } from "../context.ts";
import { newId } from "../store/newId.ts";
import { allocationsOf } from "../store/payments.ts";
import { insertRow, updateRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { isSoldBy, type SellerToBe, sellerToBe } from "./movableInvoices.ts";
import { recordStep } from "./recordStep.ts";
import { otherRefunds, settledOf } from "./refunds.ts";
import { livePayment } from "./savePayment.ts";

/**
 * 换票: what a payment made has left without an invoice, because that was reversed or voided, is moved to another one of
 * the same seller. Amounts, instalments and the payment itself stay; a step says what was exchanged for what, and why.
 * Fails with `refused` when nothing is uncovered, when the new invoice has not enough left, and in a closed year.
 */
export async function exchangeInvoice(
  context: Context,
  input: ApiParsed<"payments.exchangeInvoice">,
): Promise<Id> {
  return context.write("换票", async (tx) => {
    const { payment, facts, fact } = await paidPayment(tx, context, input.id);
    const gone = takenBack(facts, fact).find(({ invoice }) => invoice.id === input.fromInvoiceId);
    if (gone === undefined)
      throw refused(
        `付款${payment.paymentNo}没有需要换票的金额：原发票有效，或多付的已经退回。`,
        "只有被红冲或作废的发票才需要换票。",
      );
    const invoice = liveInvoice(facts, input.toInvoiceId);
    assertSold(facts, invoice, sellerToBe(facts, payment, gone.invoice));
    const movable = await movableOf(tx, payment, gone.invoice.id);
    const amount = minCents(gone.uncoveredCents, movable.totalCents);
    if (amount <= 0)
      throw refused(
        `付款${payment.paymentNo}没有发票的部分都已登记退款，不用换票。`,
        "请办完退款；不退的，先作废那笔退款，再换票。",
      );
    assertFree(facts, invoice, amount);
    await moveParts(tx, payment, movable, { from: gone.invoice.id, to: invoice.id, amount });
    const what = `发票${gone.invoice.number}换为${invoice.number}，${yuan(amount)}`;
    await recordStep(tx, context, payment.id, {
      action: "exchange",
      by: input.by,
      opinion: told(what, input.note),
    });
    return payment.id;
  });
}

/** 冲销: an invoice that came after an advance was paid covers so much of it. */
export async function offsetAdvance(
  context: Context,
  input: ApiParsed<"payments.offsetAdvance">,
): Promise<Id> {
  return context.write("冲销预付款", async (tx) => {
    const { payment, facts, fact } = await paidPayment(tx, context, input.id);
    const movable = await movableOf(tx, payment, null);
    const open = minCents(advancesOf(facts).openCents(fact), movable.totalCents);
    if (input.amountCents <= 0 || input.amountCents > open)
      throw refused(
        `付款${payment.paymentNo}还没有冲销的预付款是${yuan(open)}，本次冲销${yuan(input.amountCents)}。`,
        "请填写大于零、不超过未冲销余额的金额。",
      );
    const invoice = liveInvoice(facts, input.invoiceId);
    assertSold(facts, invoice, sellerToBe(facts, payment, null));
    assertFree(facts, invoice, input.amountCents);
    await moveParts(tx, payment, movable, { from: null, to: invoice.id, amount: input.amountCents });
    const what = `以发票${invoice.number}冲销${yuan(input.amountCents)}`;
    await recordStep(tx, context, payment.id, {
      action: "offset",
      by: input.by,
      opinion: told(what, input.note),
    });
    return payment.id;
  });
}

const told = (what: string, note: string): string => (note === "" ? what : `${what}：${note}`);

type Paid = Readonly<{ payment: Payment; facts: Facts; fact: PaymentFact }>;

async function paidPayment(tx: WritableLedger, context: Context, id: Id): Promise<Paid> {
  const payment = await livePayment(tx, id);
  const facts = await context.factsIn(tx, context.clock.today());
  const fact = facts.paymentsById.get(id);
  if (fact !== undefined && payment.state === "paid") return { payment, facts, fact };
  throw refused(`付款${payment.paymentNo}还没有付出。`, "付出之前，可以直接修改分摊里的发票。");
}

function liveInvoice(facts: Facts, id: Id): Invoice {
  const invoice = facts.invoices.byId.get(id);
  if (invoice !== undefined && invoice.issueDate <= facts.asOf) return invoice;
  throw refused("找不到要改用的发票。", "请先导入这张发票，再选择它。");
}

function assertSold(facts: Facts, invoice: Invoice, seller: SellerToBe): void {
  if (isSoldBy(facts, invoice, seller)) return;
  throw refused(
    `发票${invoice.number}的销方是${invoice.sellerName}，不是${seller.name}。`,
    "请选择同一收款方开具的发票。",
  );
}

function assertFree(facts: Facts, invoice: Invoice, amount: Cents): void {
  const free = freeOfInvoice(facts, invoice, { by: "bound" });
  if (amount <= free) return;
  throw refused(
    `发票${invoice.number}可用的余额是${yuan(free)}，不够${yuan(amount)}。`,
    "请选择余额足够的发票，或先登记退款。",
  );
}

/** What of a payment can be moved from an invoice, or from none: what no refund gave back or is about to. */
type Movable = Readonly<{ byInstalment: ReadonlyMap<Id | null, Cents>; totalCents: Cents }>;

async function movableOf(tx: WritableLedger, payment: Payment, from: Id | null): Promise<Movable> {
  const settled = await settledOf(tx, payment);
  const refunds = await otherRefunds(tx, payment, undefined);
  const open = openParts(settled, refunds);
  const own = open.filter((part) => part.invoiceId === from);
  const allocated = sumCents(open.map((part) => part.amountCents));
  const loose = maxCents(zeroCents, subtractCents(refundableCents(settled, refunds), allocated));
  return {
    byInstalment: new Map(own.map((part) => [part.instalmentId, part.amountCents])),
    // Of an advance also what was not allocated to anything.
    totalCents: sumCents([...own.map((part) => part.amountCents), ...(from === null ? [loose] : [])]),
  };
}

type Move = Readonly<{ from: Id | null; to: Id; amount: Cents }>;

/**
 * Parts that are moved keep their instalment, each instalment at most what is open of it; one of which only some goes
 * is split.
 */
async function moveParts(
  tx: WritableLedger,
  payment: Payment,
  { byInstalment }: Movable,
  { from, to, amount }: Move,
): Promise<void> {
  let left = amount;
  const open = new Map(byInstalment);
  for (const part of await allocationsOf(tx, payment.id)) {
    const openHere = open.get(part.instalmentId) ?? zeroCents;
    const taken = minCents(left, part.amountCents, openHere);
    if (part.invoiceId !== from || taken <= 0) continue;
    left = subtractCents(left, taken);
    open.set(part.instalmentId, subtractCents(openHere, taken));
    if (taken === part.amountCents) {
      await updateRow(tx, "allocation", part.id, { invoiceId: to });
      continue;
    }
    await updateRow(tx, "allocation", part.id, { amountCents: subtractCents(part.amountCents, taken) });
    await insertRow(tx, "allocation", { ...part, id: newId(), invoiceId: to, amountCents: taken });
  }
  if (left > zeroCents)
    await insertRow(tx, "allocation", {
      id: newId(),
      paymentId: payment.id,
      instalmentId: null,
      invoiceId: to,
      amountCents: left,
    });
}

const refused = (message: string, hint: string): UserError =>
  new UserError({ code: "refused", message, hint });
