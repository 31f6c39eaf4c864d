import { describe, expect, it } from "vitest";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { entryHash, verifyChain } from "#engine/store/chain.ts";
import { openWriter } from "#engine/store/connection.ts";
import { insertRow, updateRow } from "#engine/store/rows.ts";
import type { Ledger } from "#engine/store/types.ts";
import { vendorRow } from "./rowsOf.ts";
import { clock, testLedger, write } from "./testLedger.ts";

async function loggedLedger(): Promise<Ledger> {
  const ledger = await testLedger();
  await write(ledger, (tx) => insertRow(tx, "vendor", vendorRow()));
  for (let count = 0; count < 4; count += 1) {
    await write(ledger, (tx) => updateRow(tx, "vendor", vendorRow().id, { note: `第 ${count} 次` }));
  }
  return ledger;
}

/** What somebody does who opens the file by another program and switches the guards off. */
function forge(ledger: Ledger, sql: string): void {
  const database = openWriter(ledger.path);
  try {
    for (const trigger of ["changeLog_delete", "changeLog_frozen", "changeLog_chain"]) {
      database.exec(`drop trigger "${trigger}"`);
    }
    database.exec(sql);
  } finally {
    database.close();
  }
}

describe("verifyChain", () => {
  it("finds an untouched log whole, also after it was opened again", async () => {
    const ledger = await loggedLedger();
    expect(await verifyChain(ledger)).toEqual({ kind: "whole", entries: 5 });
    await ledger.close();
    const again = await openLedger({ path: ledger.path, clock });
    await write(again, (tx) => updateRow(tx, "vendor", vendorRow().id, { note: "后来" }));
    expect(await verifyChain(again)).toEqual({ kind: "whole", entries: 6 });
    await again.close();
  });

  it.each([
    ["update changeLog set actor = '别人' where seq = 3", { seq: 3, reason: "changed" }],
    ["update changeLog set afterJson = '{}' where seq = 1", { seq: 1, reason: "changed" }],
    ["update changeLog set at = '2021-01-01T00:00:00.000Z' where seq = 5", { seq: 5, reason: "changed" }],
    ["delete from changeLog where seq = 2", { seq: 2, reason: "missing" }],
    ["delete from changeLog where seq = 1", { seq: 1, reason: "missing" }],
    [
      "delete from changeLog where seq = 2; update changeLog set seq = seq - 1 where seq > 2",
      { seq: 2, reason: "relinked" },
    ],
  ])("finds where it was tampered with: %s", async (sql, expected) => {
    const ledger = await loggedLedger();
    forge(ledger, sql);
    expect(await verifyChain(ledger)).toEqual({ kind: "broken", ...expected });
  });

  it("finds an entry whose hash was made anew: the next does not fit", async () => {
    const ledger = await loggedLedger();
    const entry = await ledger.read
      .selectFrom("changeLog")
      .selectAll()
      .where("seq", "=", 2)
      .executeTakeFirstOrThrow();
    const hash = entryHash({ ...entry, actor: "别人" });
    forge(ledger, `update changeLog set actor = '别人', hash = '${hash}' where seq = 2`);
    expect(await verifyChain(ledger)).toEqual({ kind: "broken", seq: 3, reason: "relinked" });
  });
});
