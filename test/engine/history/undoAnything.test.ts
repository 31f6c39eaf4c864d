import fc from "fast-check";
import { expect, it } from "vitest";
import { dumpLedger } from "#engine/ledger/dumpLedger.ts";
import { verifyChain } from "#engine/store/chain.ts";
import type { Ledger } from "#engine/store/types.ts";
import type { LedgerDocument } from "#shared/model/ledger.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { type Action, actions } from "#test/engine/support/actions.ts";
import { type EngineDesk, engineDesk } from "#test/engine/support/engineDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

async function office(): Promise<EngineDesk> {
  const engine = engineDesk({ clock: testClock(), folder: testFolder() });
  const file = engine.grant("a.jingfei");
  await engine.ask("ledger.create", { file, sample: true, officeName: "", officer: "王经办", year: 2022 });
  return engine;
}

const ledgerOf = async ({ desk }: EngineDesk): Promise<Ledger> =>
  (await desk.context({ signal: new AbortController().signal, progress: () => undefined })).ledger;

/** The ledger without its log, and without rows that an undo made void: nothing else remains of what was undone. */
function standing({ tables }: LedgerDocument): unknown {
  const { changeLog, fiscalYear, attachmentContent, ...rest } = tables;
  return Object.fromEntries(
    Object.entries(rest).map(([table, rows]) => [
      table,
      rows.filter((row) => !("voidReason" in row && row.voidReason?.startsWith("撤销：") === true)),
    ]),
  );
}

async function doAndUndo(engine: EngineDesk, action: Action): Promise<"undone" | "kept" | "refused"> {
  const ledger = await ledgerOf(engine);
  const before = await dumpLedger(ledger);
  const { route, input } = await action.prepare(engine);
  if (!(await engine.send(route, input)).ok) return "refused";
  const after = await dumpLedger(ledger);
  if (after.tables.changeLog.length === before.tables.changeLog.length) return "refused";
  const preview = await engine.ask("history.preview", { which: "undo" });
  // A preview tries, and leaves nothing.
  expect(await dumpLedger(ledger)).toEqual(after);
  const step = preview?.step.step ?? 0;
  if (preview === null || preview.refusal !== null) {
    expect(preview?.refusal?.message).toMatch(/。$/);
    expect((await engine.send("history.undo", { step })).ok).toBe(false);
    expect(await dumpLedger(ledger)).toEqual(after);
    return "kept";
  }
  await engine.ask("history.undo", { step });
  expect(standing(await dumpLedger(ledger))).toEqual(standing(before));
  const redo = await engine.ask("history.preview", { which: "redo" });
  expect(redo?.refusal).toBeNull();
  await engine.ask("history.undo", { step: redo?.step.step ?? 0 });
  expect(standing(await dumpLedger(ledger))).toEqual(standing(after));
  return "undone";
}

it("undo takes back what was done, redo does it again, whatever came before", {
  timeout: 180_000,
}, async () => {
  const counts = { undone: 0, kept: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(actions, { minLength: 4, maxLength: 10 }), async (sequence) => {
      const engine = await office();
      for (const action of sequence) counts[await doAndUndo(engine, action)] += 1;
      expect(await verifyChain(await ledgerOf(engine))).toMatchObject({ kind: "whole" });
      await engine.desk.close({ forget: false });
    }),
    // Each try to make a failure smaller takes as long as a run: the test would run out of time and not say what failed.
    { numRuns: 12, seed: 20220708, endOnFailure: true },
  );
  expect(counts.undone).toBeGreaterThan(15);
  expect(counts.kept).toBeGreaterThan(5);
});

it("undoes several steps one after the other, and across a restart", async () => {
  const engine = await office();
  const dumps = [await dumpLedger(await ledgerOf(engine))];
  for (const severity of ["warn", "hint", "off"] as const) {
    await engine.ask("checks.saveRule", { ruleId: "CON-01", severity, params: {} });
    dumps.push(await dumpLedger(await ledgerOf(engine)));
  }
  const { path } = await ledgerOf(engine);
  await engine.desk.close({ forget: false });
  await engine.desk.open(path);
  for (const dump of dumps.slice(0, -1).toReversed()) {
    const preview = await engine.ask("history.preview", { which: "undo" });
    await engine.ask("history.undo", { step: preview?.step.step ?? 0 });
    expect(standing(await dumpLedger(await ledgerOf(engine)))).toEqual(standing(dump));
  }
  for (const dump of dumps.slice(1)) {
    const preview = await engine.ask("history.preview", { which: "redo" });
    await engine.ask("history.undo", { step: preview?.step.step ?? 0 });
    expect(standing(await dumpLedger(await ledgerOf(engine)))).toEqual(standing(dump));
  }
  expect(await engine.ask("history.preview", { which: "redo" })).toBeNull();
});
