import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insertRow, updateRow, voidRow } from "#engine/store/rows.ts";
import type { WritableLedger } from "#engine/store/types.ts";
import { cents } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { allocationRow, insertCase, instalmentRow, invoiceRow, paymentRow } from "./rowsOf.ts";
import { failureOf, testLedger, write } from "./testLedger.ts";

const [payment1, instalment1, invoice1] = [asId("payment-1"), asId("instalment-1"), asId("invoice-1")];

/** The case with a payment of 60,000.00 for an instalment and an invoice of 60,000.00 each, and something done to it. */
async function refusal(attempt: (tx: WritableLedger) => Promise<unknown>): Promise<object> {
  const ledger = await testLedger();
  await write(ledger, insertCase);
  const { code, message } = await failureOf(() => write(ledger, attempt));
  return { code, message };
}

const allocate = (tx: WritableLedger, over: Partial<Row<"allocation">> = {}) =>
  insertRow(tx, "allocation", allocationRow(over));

const refused = (message: string) => ({ code: "refused", message });

describe("the sum of a payment's allocations", () => {
  it("never exceeds the payment, in whatever state it is", async () => {
    expect(await refusal((tx) => allocate(tx, { amountCents: cents(6_000_001) }))).toEqual(
      refused("付款 FK-2022-001 的分摊合计 60,000.01 元，超过付款金额 60,000.00 元。"),
    );
  });

  it("holds when an allocation grows, moves or the payment shrinks", async () => {
    const message = "付款 FK-2022-001 的分摊合计 60,000.00 元，超过付款金额 10.00 元。";
    const shrink = async (tx: WritableLedger) => {
      await allocate(tx);
      await updateRow(tx, "payment", payment1, { amountCents: cents(1_000) });
    };
    expect(await refusal(shrink)).toEqual(refused(message));
    const grow = async (tx: WritableLedger) => {
      await allocate(tx, { amountCents: cents(1) });
      await updateRow(tx, "allocation", asId("allocation-1"), { amountCents: cents(6_000_001) });
    };
    expect(await refusal(grow)).toMatchObject({ code: "refused" });
    const move = async (tx: WritableLedger) => {
      await insertRow(
        tx,
        "payment",
        paymentRow({ id: asId("payment-2"), paymentNo: "FK-2", amountCents: cents(1) }),
      );
      await allocate(tx);
      await updateRow(tx, "allocation", asId("allocation-1"), { paymentId: asId("payment-2") });
    };
    expect(await refusal(move)).toEqual(refused("付款 FK-2 的分摊合计 60,000.00 元，超过付款金额 0.01 元。"));
  });

  it("mirrors a refund", async () => {
    const refund = async (tx: WritableLedger, amount: number) => {
      await insertRow(
        tx,
        "payment",
        paymentRow({ id: asId("payment-2"), paymentNo: "TK-1", amountCents: cents(-500) }),
      );
      await allocate(tx, { paymentId: asId("payment-2"), amountCents: cents(amount) });
    };
    const ledger = await testLedger();
    await write(ledger, insertCase);
    await write(ledger, (tx) => refund(tx, -500));
    expect(await refusal((tx) => refund(tx, -501))).toEqual(
      refused("付款 TK-1 的分摊合计 -5.01 元，超过付款金额 -5.00 元。"),
    );
  });

  it("lets a red invoice make room for a blue one", async () => {
    const ledger = await testLedger();
    await write(ledger, insertCase);
    await write(ledger, async (tx) => {
      await insertRow(
        tx,
        "invoice",
        invoiceRow({ id: asId("invoice-red"), number: "R-1", isRed: 1, grossCents: cents(-1_000) }),
      );
      await updateRow(tx, "payment", payment1, { amountCents: cents(5_999_000) });
      const red = { instalmentId: null, invoiceId: asId("invoice-red"), amountCents: cents(-1_000) };
      await allocate(tx, { id: asId("allocation-red"), ...red });
      await allocate(tx, { instalmentId: null });
      await updateRow(tx, "payment", payment1, { state: "paid" });
    });
    expect(await ledger.read.selectFrom("allocation").select("id").execute()).toHaveLength(2);
  });
});

describe("approved and paid payments", () => {
  /** A second payment of the same size for the same instalment and invoice. */
  const payTwice = async (tx: WritableLedger, over: Partial<Row<"allocation">>) => {
    await insertRow(
      tx,
      "payment",
      paymentRow({ id: asId("payment-2"), paymentNo: "FK-2022-002", state: "paid" }),
    );
    await updateRow(tx, "payment", payment1, { state: "approved" });
    await allocate(tx, over);
    await allocate(tx, { id: asId("allocation-2"), paymentId: asId("payment-2"), ...over });
  };

  it("settle no invoice twice", async () => {
    expect(await refusal((tx) => payTwice(tx, { instalmentId: null }))).toEqual(
      refused("发票 22312000000000000001 的已批、已付分摊合计 120,000.00 元，超过价税合计 60,000.00 元。"),
    );
  });

  it("settle no instalment twice", async () => {
    expect(await refusal((tx) => payTwice(tx, { invoiceId: null }))).toEqual(
      refused(
        "合同 HT-2022-01 第 1 期（第一季度）的已批、已付分摊合计 120,000.00 元，超过扣款后应付的 60,000.00 元。",
      ),
    );
  });

  it("count only from the day they are approved", async () => {
    const ledger = await testLedger();
    await write(ledger, insertCase);
    await write(ledger, async (tx) => {
      await insertRow(tx, "payment", paymentRow({ id: asId("payment-2"), paymentNo: "FK-2022-002" }));
      await allocate(tx);
      await allocate(tx, { id: asId("allocation-2"), paymentId: asId("payment-2") });
      await updateRow(tx, "payment", payment1, { state: "approved" });
    });
    const approveSecond = () =>
      write(ledger, (tx) => updateRow(tx, "payment", asId("payment-2"), { state: "approved" }));
    expect((await failureOf(approveSecond)).message).toMatch(/^(合同|发票) .*120,000\.00 元/);
    await write(ledger, (tx) => voidRow(tx, "payment", payment1, "重复"));
    await approveSecond();
  });

  it("hold when a deduction is made or the amounts shrink afterwards", async () => {
    const settle = async (tx: WritableLedger) => {
      await allocate(tx);
      await updateRow(tx, "payment", payment1, { state: "paid" });
    };
    const deduct = async (tx: WritableLedger) => {
      await settle(tx);
      await updateRow(tx, "instalment", instalment1, { deductionCents: cents(100) });
    };
    expect(await refusal(deduct)).toMatchObject({
      message: expect.stringContaining("超过扣款后应付的 59,999.00 元"),
    });
    const lower = async (tx: WritableLedger) => {
      await settle(tx);
      await updateRow(tx, "invoice", invoice1, { grossCents: cents(5_999_999) });
    };
    expect(await refusal(lower)).toMatchObject({
      message: expect.stringContaining("超过价税合计 59,999.99 元"),
    });
  });
});

describe("random allocations", () => {
  type Step = Readonly<{
    payment: number;
    invoice: number;
    instalment: number;
    amount: number;
    state: "draft" | "paid";
  }>;
  const step: fc.Arbitrary<Step> = fc.record({
    payment: fc.integer({ min: 0, max: 2 }),
    invoice: fc.integer({ min: 0, max: 1 }),
    instalment: fc.integer({ min: 0, max: 1 }),
    amount: fc.integer({ min: -60, max: 100 }),
    state: fc.constantFrom("draft", "paid"),
  });
  const payments = [100, 70, -50] as const;
  const invoices = [100, 80] as const;
  const due = [90, 120] as const;

  /** The rule in plain arithmetic: what the database must allow after the steps taken so far. */
  function allowed(taken: readonly Step[], states: readonly string[]): boolean {
    const sum = (of: readonly Step[]) => of.reduce((total, { amount }) => total + amount, 0);
    const binding = taken.filter(({ payment }) => states[payment] === "paid");
    return (
      payments.every((limit, index) => {
        const total = sum(taken.filter(({ payment }) => payment === index));
        return limit >= 0 ? total <= limit : total >= limit;
      }) &&
      invoices.every(
        (limit, index) => Math.abs(sum(binding.filter(({ invoice }) => invoice === index))) <= limit,
      ) &&
      due.every((limit, index) => sum(binding.filter(({ instalment }) => instalment === index)) <= limit)
    );
  }

  async function prepare(tx: WritableLedger): Promise<void> {
    await insertCase(tx);
    for (const [index, amount] of payments.entries()) {
      const row = paymentRow({
        id: asId(`p${index}`),
        paymentNo: `p${index}`,
        amountCents: cents(amount),
      });
      await insertRow(tx, "payment", row);
    }
    for (const [index, amount] of invoices.entries()) {
      const row = invoiceRow({ id: asId(`f${index}`), number: `f${index}`, grossCents: cents(amount) });
      await insertRow(tx, "invoice", row);
    }
    for (const [index, amount] of due.entries()) {
      const row = instalmentRow({ id: asId(`i${index}`), seq: index + 2, amountCents: cents(amount) });
      await insertRow(tx, "instalment", row);
    }
  }

  it("are taken exactly as long as all sums hold", async () => {
    const ledger = await testLedger();
    await write(ledger, prepare);
    const undone = new Error("undone");
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const run = write(ledger, async (tx) => {
          const taken: Step[] = [];
          const states = payments.map(() => "draft");
          for (const [index, next] of steps.entries()) {
            const { payment, invoice, instalment, amount, state } = next;
            const nextStates = states.with(payment, state);
            if (allowed(taken, nextStates)) {
              await updateRow(tx, "payment", asId(`p${payment}`), { state });
              states[payment] = state;
            } else {
              await failureOf(() => updateRow(tx, "payment", asId(`p${payment}`), { state }));
            }
            const add = () =>
              allocate(tx, {
                id: asId(`a${index}`),
                paymentId: asId(`p${payment}`),
                invoiceId: asId(`f${invoice}`),
                instalmentId: asId(`i${instalment}`),
                amountCents: cents(amount),
              });
            if (allowed([...taken, next], states)) {
              await add();
              taken.push(next);
            } else {
              expect(await failureOf(add)).toBeInstanceOf(UserError);
            }
          }
          throw undone;
        });
        await expect(run).rejects.toBe(undone);
      }),
      { numRuns: 60 },
    );
  });
});
