import path from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { documentText, dumpLedger } from "#engine/ledger/dumpLedger.ts";
import { loadLedger } from "#engine/ledger/loadLedger.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { verifyChain } from "#engine/store/chain.ts";
import type { Ledger } from "#engine/store/types.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import type { LedgerDocument } from "#shared/model/ledger.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { type Action, actions } from "#test/engine/support/actions.ts";
import { type EngineDesk, engineDesk } from "#test/engine/support/engineDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

type Tables = LedgerDocument["tables"];

/** What the ledger must hold after anything at all. */
function expectSums({ payment, allocation, instalment, invoice }: Tables): void {
  const live = new Map(payment.filter((row) => row.voidedAt === null).map((row) => [row.id, row]));
  const links = allocation.filter((row) => live.has(row.paymentId));
  const bound = links.filter((row) => ["approved", "paid"].includes(live.get(row.paymentId)?.state ?? ""));
  const sumOf = (rows: typeof links) => sumCents(rows.map((row) => row.amountCents));
  for (const { id, amountCents } of live.values()) {
    const sum = sumOf(links.filter((row) => row.paymentId === id));
    expect(amountCents < 0 ? sum >= amountCents : sum <= amountCents).toBe(true);
  }
  for (const { id, amountCents, deductionCents } of instalment)
    expect(sumOf(bound.filter((row) => row.instalmentId === id))).toBeLessThanOrEqual(
      amountCents - deductionCents,
    );
  for (const { id, grossCents } of invoice)
    expect(Math.abs(sumOf(bound.filter((row) => row.invoiceId === id)))).toBeLessThanOrEqual(
      Math.abs(grossCents),
    );
}

function expectShifts({ budgetAdjustment, budgetLine }: Tables): void {
  expect(sumCents(budgetAdjustment.map((row) => row.deltaCents))).toBe(0);
  for (const { id, amountCents } of budgetLine) {
    const own = budgetAdjustment.filter((row) => row.budgetLineId === id);
    expect(amountCents + sumCents(own.map((row) => row.deltaCents))).toBeGreaterThanOrEqual(0);
  }
}

async function ledgerOf({ desk }: EngineDesk): Promise<Ledger> {
  const { ledger } = await desk.context({ signal: new AbortController().signal, progress: () => undefined });
  return ledger;
}

/** The sample anew for every sequence, with its export imported so that there is something to pay. */
async function freshOffice(): Promise<EngineDesk> {
  const engine = engineDesk({ clock: testClock(), folder: testFolder() });
  await engine.ask("ledger.create", {
    file: engine.grant("a.jingfei"),
    sample: true,
    officeName: "",
    officer: "王经办",
    year: 2022,
  });
  return engine;
}

async function run(engine: EngineDesk, action: Action): Promise<"done" | "refused"> {
  const ledger = await ledgerOf(engine);
  const before = await dumpLedger(ledger);
  const { route, input } = await action.prepare(engine);
  const result = await engine.send(route, input);
  const after = await dumpLedger(ledger);
  const wrote = after.tables.changeLog.slice(before.tables.changeLog.length);
  if (!result.ok) {
    expect([route, result.error.code]).not.toEqual([route, "internal"]);
    expect(result.error.message).toMatch(/[\u4e00-\u9fff].*。/);
    expect(documentText(after)).toBe(documentText(before));
    return "refused";
  }
  // What changed is in the log, and what is in the log changed.
  const isSame =
    documentText({ ...after, tables: { ...after.tables, changeLog: [] } }) ===
    documentText({ ...before, tables: { ...before.tables, changeLog: [] } });
  expect([route, wrote.length > 0]).toEqual([route, !isSame]);
  expect(wrote.every((entry) => entry.actor === "沈经办" && entry.action !== "")).toBe(true);
  expectSums(after.tables);
  expectShifts(after.tables);
  return "done";
}

it("any sequence of use cases keeps sums, log and lists whole", { timeout: 120_000 }, async () => {
  const counts = { done: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(actions, { minLength: 8, maxLength: 20 }), async (sequence) => {
      const engine = await freshOffice();
      for (const action of sequence) counts[await run(engine, action)] += 1;
      expect(engine.reported).toEqual([]);
      const ledger = await ledgerOf(engine);
      expect(await verifyChain(ledger)).toMatchObject({ kind: "whole" });

      // The lists still agree with each other.
      const year = { fiscalYear: 2022, projectId: null };
      const bench = await engine.ask("workbench.overview", year);
      const paid = (await engine.ask("payments.list", year)).filter((payment) => payment.state === "paid");
      expect(bench.paidCents).toBe(sumCents(paid.map((payment) => payment.amountCents)));
      const [project] = await engine.ask("projects.list", { fiscalYear: 2022 });
      expect(project?.paidCents).toBe(bench.paidCents);

      // And all of it can be carried into another file.
      const document = documentText(await dumpLedger(ledger));
      const file = path.join(engine.folder, "b.jingfei");
      await loadLedger({ path: file, clock: testClock(), document });
      const copy = await openLedger({ path: file, clock: testClock() });
      expect(documentText(await dumpLedger(copy))).toBe(document);
      await copy.close();
      await engine.desk.close({ forget: false });
    }),
    { numRuns: 8 },
  );
  // Both happen, or the sequences prove little.
  expect(Math.min(counts.done, counts.refused)).toBeGreaterThan(5);
});
