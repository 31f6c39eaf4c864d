import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { verifyLedger } from "#engine/ledger/verifyLedger.ts";
import { createSample } from "#engine/sample/createSample.ts";
import { clock, testFolder } from "#test/engine/store/testLedger.ts";

async function sampleFile(): Promise<string> {
  const path = `${testFolder()}/a.jingfei`;
  await createSample({ path, clock });
  return path;
}

async function verdictOn(path: string) {
  const ledger = await openLedger({ path, clock });
  try {
    return await verifyLedger(ledger);
  } finally {
    await ledger.close();
  }
}

describe("verifyLedger", () => {
  it("counts the entries of a change log that hangs together", async () => {
    const verdict = await verdictOn(await sampleFile());
    expect(verdict.problem).toBeNull();
    expect(verdict.entries).toBeGreaterThan(10);
  });

  it("names the first entry that another program changed", async () => {
    const path = await sampleFile();
    const database = new Database(path);
    database.exec("drop trigger changeLog_frozen");
    database.prepare("update changeLog set actor = '别人' where seq = 7").run();
    database.close();
    const verdict = await verdictOn(path);
    expect(verdict.entries).toBe(6);
    expect(verdict.problem).toContain("第7条");
  });
});
