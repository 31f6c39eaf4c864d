import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { createLedger } from "#engine/ledger/createLedger.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { verifyChain } from "#engine/store/chain.ts";
import type { Ledger } from "#engine/store/types.ts";
import { type Child, startScript } from "#test/engine/store/child.ts";
import { clock, testFolder } from "#test/engine/store/testLedger.ts";
import { contextOf, exportOf, importOf, invoiceOf, lineOf } from "./office.ts";

/** `KILLS=200` makes as many, from `KILLS_FROM` on: each comes at another moment. */
const kills = Number(process.env.KILLS ?? 8);
const first = Number(process.env.KILLS_FROM ?? 0) + 1;
const invoices = 2_000;
const goldenPart = 0.618_033_988_7;
const script = fileURLToPath(new URL("children/importList.ts", import.meta.url));

it(`holds all of a list or none after each of ${kills} kills, and needs no repair`, {
  timeout: 60_000 + kills * 10_000,
}, async () => {
  const folder = testFolder();
  const original = join(folder, "账本.jingfei");
  const ledger = await createLedger({ path: original, clock });
  await importOf(contextOf(ledger), invoiceOf(90_001), invoiceOf(90_002));
  await ledger.close();
  const list = await exportOf(
    Array.from({ length: invoices }, (_, at) => invoiceOf(at + 1, { lines: [lineOf(100), lineOf(30)] })),
  );
  const start = (round: number): Readonly<{ path: string; child: Child }> => {
    mkdirSync(join(folder, String(round)));
    const path = join(folder, String(round), "账本.jingfei");
    copyFileSync(original, path);
    return { path, child: startScript(script, [path, list]) };
  };

  // How long it takes when nobody disturbs it.
  const whole = start(0);
  await whole.child.ended();
  let span = spanOf(whole.child);
  expect(await stateOf(whole.path)).toBe("all");

  const found = { none: 0, all: 0 };
  for (let round = first; round < first + kills; round += 1) {
    const { path, child } = start(round);
    await child.firstLine();
    // Spread evenly over the writing however many there are, and some come after its end.
    await sleep(((round * goldenPart) % 1) * span * 1.2);
    await child.kill();
    const state = await stateOf(path);
    expect(["none", "all"], `kill ${round}`).toContain(state);
    if (child.lines().length > 1) {
      expect(state).toBe("all");
      // The machine had less to do than before: the next kills come earlier.
      span = Math.min(span, spanOf(child));
    }
    found[state === "all" ? "all" : "none"] += 1;
  }
  if (process.env.KILLS !== undefined)
    process.stdout.write(`${JSON.stringify({ ...found, milliseconds: Math.round(span) })}\n`);
  // Else it was not killed while it wrote.
  expect(found.none).toBeGreaterThan(kills / 4);
});

/** Milliseconds between the beginning of its writing and the end. */
function spanOf(child: Child): number {
  const [begin = 0, done = 0] = child.lines().map((line) => Number(line.split(" ")[1]));
  return done - begin;
}

/** What a ledger holds of the list, after it was opened as it lay there: "all", "none", or what is wrong with it. */
async function stateOf(path: string): Promise<string> {
  const ledger = await openLedger({ path, clock });
  try {
    const chain = await verifyChain(ledger);
    if (chain.kind !== "whole") return `the log is ${chain.kind}`;
    return await heldOf(ledger, path, chain.entries);
  } finally {
    await ledger.close();
  }
}

async function heldOf(ledger: Ledger, path: string, entries: number): Promise<string> {
  const database = new Database(path, { readonly: true });
  const integrity = database.pragma("integrity_check", { simple: true });
  const orphans = database.pragma("foreign_key_check");
  database.close();
  if (integrity !== "ok" || !Array.isArray(orphans) || orphans.length > 0) return `sqlite says ${integrity}`;
  const count = async (table: "invoice" | "invoiceLine" | "importRow" | "importBatch" | "changeLog") =>
    Number(
      (
        await ledger.read
          .selectFrom(table)
          .select((it) => it.fn.countAll().as("count"))
          .execute()
      )[0]?.count,
    );
  const held = {
    batches: (await count("importBatch")) - 1,
    invoices: (await count("invoice")) - 2,
    lines: (await count("invoiceLine")) - 2,
    rows: (await count("importRow")) - 2,
  };
  if (entries !== (await count("changeLog"))) return "the log does not tell of all";
  const is = (wanted: typeof held): boolean => JSON.stringify(held) === JSON.stringify(wanted);
  if (is({ batches: 0, invoices: 0, lines: 0, rows: 0 })) return "none";
  if (is({ batches: 1, invoices, lines: invoices * 2, rows: invoices })) return "all";
  return JSON.stringify(held);
}
