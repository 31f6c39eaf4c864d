import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { dumpLedger } from "#engine/ledger/dumpLedger.ts";
import { loadLedger } from "#engine/ledger/loadLedger.ts";
import { applicationId } from "#engine/store/connection.ts";
import { migrations } from "#engine/store/migrations/migrations.ts";
import { openStore } from "#engine/store/openStore.ts";
import { updateRow } from "#engine/store/rows.ts";
import { asId } from "#shared/kernel/id.ts";
import { tableNames } from "#shared/model/ledger.ts";
import { everyTable } from "./everyTable.ts";
import { clock, testFolder, write } from "./testLedger.ts";

/** A ledger as the second version of the program left it, written by bare SQL. */
function secondShape(): string {
  const path = join(testFolder(), "旧账本.jingfei");
  const database = new SqliteDatabase(path);
  for (const { up } of migrations.slice(0, 2)) up(database);
  database.pragma(`application_id = ${applicationId}`);
  database.pragma("user_version = 2");
  database.exec(`
    insert into project (id, code, name, fiscalYear, category, nature, functionCode, overallGoal, annualGoal, template, note)
      values ('project-1', 'P-1', '社区综合治理', 2022, '', '', '', '', '', 'sh-2022', '');
    insert into indicator (id, projectId, seq, level1, level2, name, valueText, baseValue, evidence)
      values ('indicator-1', 'project-1', 1, '产出指标', '数量指标', '工作服制作数量', '≥30套', '', '');
    insert into indicatorActual (id, indicatorId, periodTo, valueText, source, outlook, reason)
      values ('actual-1', 'indicator-1', '2022-06-30', '32套', '', '', '')`);
  database.close();
  return path;
}

describe("a ledger of the second shape", () => {
  it("is read and written on after it was brought to the third", async () => {
    const ledger = openStore({ path: secondShape(), clock });
    const [actual] = await ledger.read.selectFrom("indicatorActual").selectAll().execute();
    expect(actual).toMatchObject({ valueText: "32套", expectedText: "", hindrancesJson: "[]" });
    for (const table of tableNames) await ledger.read.selectFrom(table).selectAll().execute();
    await write(ledger, (tx) => updateRow(tx, "indicatorActual", asId("actual-1"), { expectedText: "35套" }));
    const [project] = await ledger.read.selectFrom("project").select("previousProjectId").execute();
    expect(project).toEqual({ previousProjectId: null });
    await ledger.close();
  });
});

describe("a document of the second shape", () => {
  it("is loaded with the new tables empty and the new columns filled as the migration fills them", async () => {
    const { tables } = structuredClone(everyTable());
    const old: { [table: string]: object[] } = { ...tables, changeLog: [] };
    for (const table of ["formTemplate", "monitoring", "submission", "filingFile", "broughtPaper"])
      delete old[table];
    const since = ["invoiceNumber", "submissionId", "previousProjectId", "expectedText", "hindrancesJson"];
    const text = JSON.stringify({ format: "jingfei-ledger", version: 2, tables: old }, (key, value) =>
      since.includes(key) ? undefined : value,
    );
    const path = join(testFolder(), "新账本.jingfei");
    await loadLedger({ path, document: text, clock });
    const ledger = openStore({ path, clock });
    const { version, tables: loaded } = await dumpLedger(ledger);
    expect(version).toBe(3);
    expect(loaded.attachment.map(({ invoiceNumber }) => invoiceNumber)).toEqual([null]);
    expect(loaded.indicatorActual.map(({ hindrancesJson }) => hindrancesJson)).toEqual(["[]"]);
    expect(loaded.broughtPaper).toEqual([]);
    // What the second shape knew is there as it was: the contract in its words, the steps of its payments.
    expect(loaded.contract.map(({ advanceOffset }) => advanceOffset)).toEqual(
      tables.contract.map(({ advanceOffset }) => advanceOffset),
    );
    expect(loaded.paymentStep).toEqual(tables.paymentStep);
    await ledger.close();
  });
});
