import fc from "fast-check";
import { expect, it } from "vitest";
import type { Context } from "#engine/context.ts";
import { saveAcceptance } from "#engine/contracts/saveAcceptance.ts";
import { moveBack } from "#engine/payments/moveBack.ts";
import { exchangeInvoice, offsetAdvance } from "#engine/payments/moveInvoice.ts";
import { proposeRefund } from "#engine/payments/proposeRefund.ts";
import { savePayment, voidPayment } from "#engine/payments/savePayment.ts";
import { takeStep } from "#engine/payments/takeStep.ts";
import { verifyChain } from "#engine/store/chain.ts";
import { newId } from "#engine/store/newId.ts";
import { insertRow } from "#engine/store/rows.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Payment } from "#shared/model/payment.ts";
import { flowActions } from "#shared/payments/flow.ts";
import { acceptanceDraft, paymentDraft } from "#test/engine/support/drafts.ts";
import { changeInvoice, twinInvoice } from "#test/engine/support/papers.ts";
import { acceptAll } from "#test/engine/support/paying.ts";
import { type SmallOffice, smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";
import { importing } from "./import/desk.ts";
import { readSums } from "./sums.ts";

type Desk = SmallOffice & ReturnType<typeof importing> & Readonly<{ contractNo: string }>;
type Work = (desk: Desk, context: Context) => Promise<unknown>;
/** `reverses`: the world outside may leave an invoice settled beyond what it says; nothing else may. */
type Command = Readonly<{ name: string; reverses?: boolean; run: Work }>;

const number = fc.nat({ max: 60 });
const amount = fc.integer({ min: 1, max: 9_000_000 }).map(cents);
const day = isoDate("2022-07-08");

const pick = <Item>(items: readonly Item[], which: number): Item | undefined => items[which % items.length];

async function facts(context: Context) {
  const { rows, asOf } = await context.facts();
  const payments = rows.payment.toSorted((a, b) => (a.paymentNo < b.paymentNo ? -1 : 1));
  const invoices = rows.invoice.filter(({ isRed }) => isRed === 0);
  return { payments, invoices, instalments: rows.instalment, batches: rows.payment, asOf };
}

const save = fc
  .record({
    old: fc.option(number, { nil: null }),
    amount,
    parts: fc.array(fc.tuple(number, number, amount), { maxLength: 3 }),
    advance: fc.boolean(),
  })
  .map(
    ({ old, amount: total, parts, advance }): Command => ({
      name: `save ${total}`,
      run: async ({ projectId, lineId }, context) => {
        const { payments, invoices, instalments } = await facts(context);
        const id = old === null ? null : (pick(payments, old)?.id ?? null);
        const allocations = parts.map(([instalment, invoice, part]) => ({
          instalmentId: pick(instalments, instalment)?.id ?? null,
          invoiceId: advance ? null : (pick(invoices, invoice)?.id ?? null),
          amountCents: part,
        }));
        const columns = { id, amountCents: total, budgetLineId: lineId, isAdvance: advance ? 1 : 0 } as const;
        return savePayment(context, paymentDraft(projectId, columns, allocations));
      },
    }),
  );

/** The way of a whole payment, on what is left of the papers, so that sequences get somewhere. */
const payWhole = fc.record({ which: number, share: fc.integer({ min: 1, max: 100 }) }).map(
  ({ which, share }): Command => ({
    name: `pay ${share} %`,
    run: async ({ projectId, lineId }, context) => {
      const { invoices, instalments } = await facts(context);
      const [instalment, invoice] = [pick(instalments, which), pick(invoices, which)];
      const part = cents(
        Math.floor((Math.min(instalment?.amountCents ?? 1, invoice?.grossCents ?? 1) * share) / 100),
      );
      const allocation = {
        instalmentId: instalment?.id ?? null,
        invoiceId: invoice?.id ?? null,
        amountCents: part,
      };
      const columns = { amountCents: part, budgetLineId: lineId, contractId: instalment?.contractId ?? null };
      const id = await savePayment(context, paymentDraft(projectId, columns, [allocation]));
      await walk(context, id);
    },
  }),
);

async function walk(context: Context, id: Payment["id"]): Promise<void> {
  const step = { id, by: "李主任", opinion: "", paidOn: null } as const;
  await takeStep(context, { ...step, action: "submit" });
  await acceptAll(context, id);
  await takeStep(context, { ...step, action: "approve" });
  await takeStep(context, { ...step, action: "pay", paidOn: day });
}

const step = fc.record({ which: number, action: fc.constantFrom(...flowActions) }).map(
  ({ which, action }): Command => ({
    name: action,
    run: async (_, context) => {
      const payment = pick((await facts(context)).payments, which);
      if (payment === undefined) return;
      if (action === "approve" || action === "pay") await acceptAll(context, payment.id);
      const by = action === "withdraw" ? payment.handledBy : "李主任";
      await takeStep(context, { id: payment.id, action, by, opinion: "试验", paidOn: day });
    },
  }),
);

/** Of the amount and of each part alike, or of the amount alone. */
const refund = fc.record({ which: number, share: fc.integer({ min: 1, max: 110 }), bare: fc.boolean() }).map(
  ({ which, share, bare }): Command => ({
    name: bare ? `bare refund ${share} %` : `refund ${share} %`,
    run: async (_, context) => {
      const paid = (await facts(context)).payments.filter(({ state }) => state === "paid");
      const original = pick(paid, which);
      if (original === undefined) return;
      const { draft } = await proposeRefund(context, { id: original.id });
      const part = (value: number) => cents(-Math.floor((-value * share) / 100));
      const id = await savePayment(context, {
        payment: { ...draft.payment, amountCents: part(draft.payment.amountCents) },
        allocations: bare
          ? []
          : draft.allocations.map((each) => ({ ...each, amountCents: part(each.amountCents) })),
      });
      await walk(context, id);
    },
  }),
);

const voiding = number.map(
  (which): Command => ({
    name: "void",
    run: async (_, context) => {
      const payment = pick((await facts(context)).payments, which);
      if (payment !== undefined) await voidPayment(context, { id: payment.id, reason: "作废试验" });
    },
  }),
);

const red = fc.record({ which: number, amount, whole: fc.boolean() }).map(
  ({ which, amount: back, whole }): Command => ({
    name: whole ? "red, all of it" : `red ${back}`,
    reverses: true,
    run: async (_, context) => {
      const { invoices } = await facts(context);
      const blue = pick(invoices, which);
      if (blue === undefined || blue.status !== "normal") return;
      const grossCents = cents(-Math.min(back, blue.grossCents));
      await context.write("红字", (tx) =>
        insertRow(tx, "invoice", {
          ...blue,
          id: newId(),
          number: `2231200000009${String(invoices.length + which).padStart(7, "0")}`,
          isRed: 1,
          blueNumber: blue.number,
          grossCents: whole ? cents(-blue.grossCents) : grossCents,
        }),
      );
      await changeInvoice(context, blue.id, { status: whole ? "redFull" : "redPartial" });
    },
  }),
);

const exchange = fc.tuple(number, number, number).map(
  ([which, from, to]): Command => ({
    name: "exchange",
    run: async (_, context) => {
      const { payments, invoices } = await facts(context);
      const [payment, old, next] = [pick(payments, which), pick(invoices, from), pick(invoices, to)];
      if (payment === undefined || old === undefined || next === undefined) return;
      const input = { id: payment.id, by: "沈经办", note: "", fromInvoiceId: old.id, toInvoiceId: next.id };
      await exchangeInvoice(context, input);
    },
  }),
);

const offset = fc.tuple(number, number, amount).map(
  ([which, to, part]): Command => ({
    name: "offset",
    run: async (_, context) => {
      const { payments, invoices } = await facts(context);
      const [payment, invoice] = [pick(payments, which), pick(invoices, to)];
      if (payment === undefined || invoice === undefined) return;
      const input = { id: payment.id, by: "沈经办", note: "", invoiceId: invoice.id, amountCents: part };
      await offsetAdvance(context, input);
    },
  }),
);

/** What was moved goes back to an invoice that may be dead by now: the world outside did that. */
const back = number.map(
  (which): Command => ({
    name: "back",
    reverses: true,
    run: async (_, context) => {
      const payment = pick((await facts(context)).payments, which);
      if (payment !== undefined) await moveBack(context, { id: payment.id, by: "沈经办", note: "" });
    },
  }),
);

const deduct = fc.record({ which: number, amount }).map(
  ({ which, amount: deductionCents }): Command => ({
    name: `deduct ${deductionCents}`,
    run: async (_, context) => {
      const instalment = pick((await facts(context)).instalments, which);
      if (instalment === undefined) return;
      const changes = { instalmentId: instalment.id, deductionCents, documentNo: `验收${which}号` };
      await saveAcceptance(context, acceptanceDraft(instalment.contractId, changes));
    },
  }),
);

const importRows = fc
  .array(fc.tuple(number, amount, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 4 })
  .map(
    (list): Command => ({
      name: `import ${list.length}`,
      run: async ({ commit, contractNo }, context) => {
        const { invoices, payments } = await facts(context);
        const rows = list.map(([which, part, hasInvoice, isRefund], index) => ({
          凭证号: `记-${payments.length}-${index}`,
          日期: "2022-05-10",
          收款方: "上海示例保洁有限公司",
          金额: `${isRefund ? "-" : ""}${(part / 100).toFixed(2)}`,
          合同编号: contractNo,
          所属期: `2022年第${(which % 4) + 1}季度`,
          发票号码: hasInvoice ? (pick(invoices, which)?.number ?? "") : "",
          原付款编号: isRefund ? (pick(payments, which)?.paymentNo ?? "") : "",
        }));
        await commit(rows);
      },
    }),
  );

const undo = number.map(
  (which): Command => ({
    name: "undo import",
    run: async (desk, context) => {
      const batchIds = (await facts(context)).payments.flatMap(({ batchId }) => batchId ?? []);
      const batchId = pick([...new Set(batchIds)], which);
      if (batchId !== undefined) await desk.undo(batchId);
    },
  }),
);

const commands = fc.array(
  fc.oneof(
    { arbitrary: payWhole, weight: 5 },
    { arbitrary: save, weight: 2 },
    { arbitrary: step, weight: 3 },
    { arbitrary: refund, weight: 3 },
    { arbitrary: red, weight: 2 },
    { arbitrary: importRows, weight: 2 },
    voiding,
    exchange,
    offset,
    back,
    deduct,
    undo,
  ),
  { minLength: 6, maxLength: 18 },
);

async function paperedOffice(): Promise<Desk> {
  const office = await smallOffice(testClock());
  const { contract, instalments } = await office.sign();
  const context = await office.context();
  const first = newId();
  await context.write("发票", (tx) =>
    insertRow(tx, "invoice", {
      id: first,
      number: "22312000000000000001",
      type: "数电票（普通发票）",
      sellerName: "上海示例保洁有限公司",
      sellerTaxId: "91310117MA1J000060",
      buyerName: "示例街道",
      buyerTaxId: "",
      issueDate: isoDate("2022-04-02"),
      grossCents: instalments[0]?.amountCents ?? cents(1),
      netCents: instalments[0]?.amountCents ?? cents(1),
      taxCents: cents(0),
      status: "normal",
      isRed: 0,
      blueNumber: "",
      riskLevel: "normal",
      source: "",
      entry: "import",
      drawer: "",
      remark: "",
      vendorId: office.vendorId,
      batchId: null,
    }),
  );
  for (const end of ["2", "3", "4", "5"])
    await twinInvoice(context, first, { number: `2231200000000000000${end}` });
  return { ...office, ...importing(office), contractNo: contract.contractNo };
}

it("no sequence of payments, steps, refunds, red invoices, imports and undos breaks a sum", async () => {
  const reached = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(commands, async (list) => {
      const desk = await paperedOffice();
      let before = await readSums(desk.ledger);
      for (const { name, reverses = false, run } of list) {
        try {
          await run(desk, await desk.context());
          reached.set(name.split(" ")[0] ?? "", (reached.get(name.split(" ")[0] ?? "") ?? 0) + 1);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
        const after = await readSums(desk.ledger);
        expect([name, after.broken]).toEqual([name, []]);
        const grown = [...after.excess].filter(([id, excess]) => excess > (before.excess.get(id) ?? 0));
        expect([name, reverses ? [] : grown]).toEqual([name, []]);
        before = after;
      }
      expect(await verifyChain(desk.ledger)).toMatchObject({ kind: "whole" });
    }),
    { numRuns: 15, endOnFailure: true },
  );
  // A property that nothing reaches says nothing.
  for (const name of ["pay", "refund", "red", "import", "void", "deduct"])
    expect([name, reached.get(name) ?? 0]).not.toEqual([name, 0]);
});
