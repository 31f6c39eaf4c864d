import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Context } from "#engine/context.ts";
import { insertRows } from "#engine/store/bulk.ts";
import { factRows } from "#engine/store/facts.ts";
import { newId } from "#engine/store/newId.ts";
import { insertRow, removeRow, updateRow, voidRow } from "#engine/store/rows.ts";
import type { ReadableLedger, WritableLedger } from "#engine/store/types.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { checkLedger } from "#shared/rules/check.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts, type Facts } from "#shared/rules/facts.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";

const days = ["2022-07-08", "2022-05-31"].map(isoDate);

const sorted = (rows: FactRows): object =>
  Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [
      table,
      list.map((row) => JSON.stringify(row, Object.keys(row).sort())).toSorted(),
    ]),
  );

/** Facts as somebody finds them who reads the ledger for the first time. */
async function expectFresh(facts: Facts, ledger: ReadableLedger): Promise<void> {
  const fresh = buildFacts(await factRows(ledger), facts.asOf);
  expect(sorted(facts.rows)).toEqual(sorted(fresh.rows));
  expect(checkLedger(facts)).toEqual(checkLedger(fresh));
  expect(facts.payments.map(({ row }) => row.id)).toEqual(fresh.payments.map(({ row }) => row.id));
  expect(told(facts)).toEqual(told(fresh));
}

/** What contracts and payments are worth, in a form in which two ledgers can be compared. */
const told = ({ contracts, payments, invoices, budget, contractsById, instalmentsById }: Facts): object => ({
  contracts: contracts.map((contract) => ({
    ...contract,
    instalments: contract.instalments.map((instalment) => ({
      ...instalment,
      contract: "",
      found: instalmentsById.get(instalment.row.id) === instalment,
    })),
    callOffs: contract.callOffs.map((one) => contractsById.get(one.row.id) === one && one.row.id).toSorted(),
    renewals: contract.renewals.map((one) => contractsById.get(one.row.id) === one && one.row.id).toSorted(),
    supplements: idsOf(contract.supplements),
    rentals: idsOf(contract.rentals.map(({ row }) => row)),
    acceptances: idsOf(contract.acceptances),
    approvals: idsOf(contract.approvals),
    unpaid: budget.unpaidCents(contract),
  })),
  payments: payments.map(({ row, contract, lineUse, ...uses }) => ({
    id: row.id,
    line: lineUse?.of.amountCents,
    contract: contract && contractsById.get(contract.row.id) === contract && contract.row.id,
    contractUses: uses.contractUses.map(({ of, ...use }) => [of.row.id, use]),
    instalmentUses: uses.instalmentUses.map(({ of, ...use }) => [of.row.id, of.payableCents, use]),
    invoiceUses: uses.invoiceUses.map(({ of, ...use }) => [of, invoices.payableCents(of), use]),
  })),
});

const idsOf = (rows: readonly Readonly<{ id: Id }>[]): readonly Id[] => rows.map(({ id }) => id).toSorted();

type Change = (
  tx: WritableLedger,
  pick: <Item>(items: readonly Item[]) => Item | undefined,
) => Promise<unknown>;

const all = (tx: WritableLedger) => factRows(tx);

async function lineOf(
  { read }: WritableLedger,
  invoiceId: Id,
  other: Partial<Row<"invoiceLine">>,
): Promise<Row<"invoiceLine">> {
  const lines = read.selectFrom("invoiceLine").selectAll().where("invoiceId", "=", invoiceId);
  return { ...(await lines.executeTakeFirstOrThrow()), ...other };
}

/** Writes of every kind that facts are kept through, or given up for. */
const changes: Readonly<Record<string, Change>> = {
  payment: async (tx, pick) => {
    const like = pick((await all(tx)).payment);
    if (like === undefined) return;
    const id = newId();
    await insertRow(tx, "payment", { ...like, id, paymentNo: `FK-${id}`, state: "draft", paidOn: null });
    const instalment = pick((await all(tx)).instalment);
    if (instalment !== undefined && like.amountCents > 0)
      await insertRow(tx, "allocation", {
        id: newId(),
        paymentId: id,
        instalmentId: instalment.id,
        invoiceId: null,
        amountCents: cents(1),
      });
  },
  amount: async (tx, pick) => {
    const row = pick((await all(tx)).payment.filter(({ state }) => state === "draft"));
    if (row !== undefined)
      await updateRow(tx, "payment", row.id, { amountCents: cents(row.amountCents + 1) });
  },
  voided: async (tx, pick) => {
    const row = pick((await all(tx)).payment);
    if (row !== undefined) await voidRow(tx, "payment", row.id, "试");
  },
  unlinked: async (tx, pick) => {
    const row = pick((await all(tx)).allocation);
    if (row !== undefined) await removeRow(tx, "allocation", row.id);
  },
  acceptance: async (tx, pick) => {
    const row = pick((await all(tx)).acceptance);
    if (row !== undefined) await insertRow(tx, "acceptance", { ...row, id: newId(), result: "fail" });
  },
  acceptanceVoided: async (tx, pick) => {
    const row = pick((await all(tx)).acceptance);
    if (row !== undefined) await voidRow(tx, "acceptance", row.id, "试");
  },
  deduction: async (tx, pick) => {
    const row = pick((await all(tx)).instalment);
    if (row !== undefined) await updateRow(tx, "instalment", row.id, { label: `${row.label}改` });
  },
  limit: async (tx) => {
    await insertRow(tx, "ruleSetting", { id: newId(), ruleId: newId(), severity: null, paramsJson: "{}" });
  },
  project: async (tx, pick) => {
    const row = pick((await all(tx)).project);
    if (row === undefined) return;
    const id = newId();
    await insertRow(tx, "project", { ...row, id, code: id });
    await insertRow(tx, "fundingSource", {
      id: newId(),
      projectId: id,
      scope: "annual",
      kind: "sum",
      amountCents: cents(1),
    });
    await voidRow(tx, "project", id, "试");
  },
  invoice: async (tx, pick) => {
    const like = pick((await all(tx)).invoice);
    if (like === undefined) return;
    const id = newId();
    await insertRow(tx, "invoice", {
      ...like,
      id,
      number: `2231${Date.now()}${id.slice(-4)}`,
      batchId: null,
    });
    await insertRow(tx, "invoiceLine", await lineOf(tx, like.id, { id: newId(), invoiceId: id }));
  },
  invoiceDay: async (tx, pick) => {
    const row = pick((await all(tx)).invoice);
    const issueDate = row !== undefined && row.issueDate > "2022-05-31" ? "2022-03-01" : "2022-06-30";
    if (row !== undefined) await updateRow(tx, "invoice", row.id, { issueDate: isoDate(issueDate) });
  },
  invoiceState: async (tx, pick) => {
    const row = pick((await all(tx)).invoice);
    if (row !== undefined) await updateRow(tx, "invoice", row.id, { status: "void" });
  },
  invoiceVoided: async (tx, pick) => {
    const { invoice, allocation } = await all(tx);
    const row = pick(invoice.filter(({ id }) => !allocation.some(({ invoiceId }) => invoiceId === id)));
    if (row !== undefined) await voidRow(tx, "invoice", row.id, "试");
  },
  lines: async (tx, pick) => {
    const row = pick((await all(tx)).invoice);
    if (row === undefined) return;
    const line = await lineOf(tx, row.id, {});
    await removeRow(tx, "invoiceLine", line.id);
    await insertRow(tx, "invoiceLine", { ...line, id: newId(), netCents: cents(line.netCents + 5) });
  },
  paper: async (tx, pick) => {
    const row = pick((await all(tx)).filedPaper);
    if (row !== undefined) await voidRow(tx, "attachment", row.id, "试");
  },
  paperKind: async (tx, pick) => {
    const row = pick((await all(tx)).filedPaper);
    if (row !== undefined) await updateRow(tx, "attachment", row.id, { kind: "other" });
  },
  contract: async (tx, pick) => {
    const { contract } = await all(tx);
    const row = pick(contract);
    const parent = pick(contract.filter(({ id, kind }) => id !== row?.id && kind !== "framework"));
    if (row === undefined) return;
    await updateRow(tx, "contract", row.id, { endDate: isoDate("2023-03-31") });
    if (parent !== undefined)
      await updateRow(tx, "contract", row.id, { parentContractId: row.parentContractId ? null : parent.id });
  },
  contractVoided: async (tx, pick) => {
    const row = pick((await all(tx)).contract);
    if (row !== undefined) await voidRow(tx, "contract", row.id, "试");
  },
  supplement: async (tx, pick) => {
    const row = pick((await all(tx)).contract);
    if (row !== undefined)
      await insertRow(tx, "supplement", {
        id: newId(),
        contractId: row.id,
        supplementNo: "补9",
        signedOn: isoDate("2022-05-31"),
        effectiveOn: isoDate("2022-05-31"),
        kind: "amount",
        deltaCents: cents(7),
        newEndDate: null,
        description: "",
      });
  },
  segment: async (tx, pick) => {
    const row = pick((await all(tx)).rentalSegment);
    if (row !== undefined) await updateRow(tx, "rentalSegment", row.id, { unitPrice: decimal("86") });
  },
  vendor: async (tx, pick) => {
    const row = pick((await all(tx)).vendor);
    if (row !== undefined)
      await updateRow(tx, "vendor", row.id, { isSmallOrMedium: 1, name: `${row.name}新` });
  },
  line: async (tx, pick) => {
    const row = pick((await all(tx)).budgetLine);
    if (row !== undefined) await updateRow(tx, "budgetLine", row.id, { amountCents: cents(1) });
  },
  bulk: async (tx, pick) => {
    const row = pick((await all(tx)).vendor);
    if (row === undefined) return;
    const vendors = [1, 2].map(() => ({ ...row, id: newId(), name: newId(), creditCode: null }));
    await insertRows(tx, "vendor", vendors);
  },
};

const sequence = fc.array(
  fc.record({
    name: fc.constantFrom(...Object.keys(changes)),
    at: fc.nat(),
    fails: fc.boolean(),
    looks: fc.boolean(),
  }),
  { minLength: 3, maxLength: 14 },
);

const pickAt =
  (at: number) =>
  <Item>(items: readonly Item[]): Item | undefined =>
    items[at % Math.max(1, items.length)];

async function attempt(context: Context, name: string, at: number, fails: boolean): Promise<boolean> {
  try {
    await context.write("试", async (tx) => {
      await changes[name]?.(tx, pickAt(at));
      for (const day of days) await expectFresh(await context.factsIn(tx, day), tx);
      if (fails) throw new Error("given up");
    });
    return true;
  } catch (error) {
    // The ledger itself may refuse a random change; what was read must be right all the same.
    if (!(error instanceof Error) || error.name === "AssertionError") throw error;
    return false;
  }
}

describe("facts that are kept", () => {
  it("are those of the ledger after any writes, in and out of a transaction, failed or done", async () => {
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        const desk = await sampleDesk();
        for (const { name, at, fails, looks } of steps) {
          const context = await desk.context();
          if (looks) for (const day of days) await context.facts(day);
          if (await attempt(context, name, at, fails)) done.add(name);
          for (const day of days) await expectFresh(await context.facts(day), desk.ledger);
        }
        await desk.ledger.close();
      }),
      { numRuns: 8 },
    );
    // Most kinds of writes succeed at least once, or the sequences prove little.
    expect(done.size).toBeGreaterThan(12);
  }, 120_000);

  it("keep what a payment has nothing to do with", async () => {
    const { context } = await sampleDesk();
    const before = await (await context()).facts();
    await (await context()).write("试", (tx) => changes.amount?.(tx, pickAt(0)) ?? Promise.resolve());
    const after = await (await context()).facts();
    expect(after).not.toBe(before);
    expect(after.contracts).toBe(before.contracts);
    expect(after.rows.invoice).toBe(before.rows.invoice);
  });

  it("keep all contracts and payments but those that an acceptance has to do with", async () => {
    const { context } = await sampleDesk();
    const before = await (await context()).facts();
    await (await context()).write("试", (tx) => changes.acceptance?.(tx, pickAt(0)) ?? Promise.resolve());
    const after = await (await context()).facts();
    const contractId = after.rows.acceptance.at(-1)?.contractId;
    const others = before.contracts.filter(({ row }) => row.id !== contractId);
    expect(others.length).toBeLessThan(before.contracts.length);
    expect(after.contracts.filter((contract) => before.contracts.includes(contract))).toEqual(others);
    expect(after.payments.filter((payment) => before.payments.includes(payment)).length).toBeGreaterThan(5);
    expect(after.invoices).toBe(before.invoices);
  });

  it("are checked once, and again after a write", async () => {
    const { context } = await sampleDesk();
    const { check, facts, write } = await context();
    const known = await check(await facts());
    expect(known).toEqual(checkLedger(await facts()));
    expect(await check(await facts())).toBe(known);
    expect(await check(await facts(), { fiscalYear: 1999 })).toEqual([]);
    await write("试", (tx) => changes.line?.(tx, pickAt(0)) ?? Promise.resolve());
    expect((await check(await facts())).length).toBeGreaterThan(known.length);
    expect(await check(await facts())).toEqual(checkLedger(await facts()));
  });

  it("are of one state of the ledger when something is written while they are read", async () => {
    for (let turns = 0; turns < 45; turns += 4) {
      const { context, ledger } = await sampleDesk();
      const { facts, write } = await context();
      const reading = facts();
      for (let turn = 0; turn < turns; turn += 1) await setImmediate();
      await write("试", async (tx) => {
        await changes.payment?.(tx, pickAt(0));
        await changes.amount?.(tx, pickAt(0));
      });
      const { rows } = await reading;
      const ids = new Set(rows.payment.map(({ id }) => id));
      expect(rows.allocation.filter(({ paymentId }) => !ids.has(paymentId))).toEqual([]);
      for (const day of days) await expectFresh(await facts(day), ledger);
    }
  }, 60_000);

  it("are read in turns with what else is asked", async () => {
    const { context } = await sampleDesk();
    let turns = 0;
    const reading = (await context()).facts().then(() => turns);
    for (; turns < 100; turns += 1) await setImmediate();
    // One for each table at least.
    expect(await reading).toBeGreaterThan(40);
    expect(await reading).toBeLessThan(100);
  });

  it("stay the same when nothing that rules look at was written", async () => {
    const { context } = await sampleDesk();
    const before = await (await context()).facts();
    await (await context()).write("试", async () => undefined);
    expect(await (await context()).facts()).toBe(before);
  });
});
