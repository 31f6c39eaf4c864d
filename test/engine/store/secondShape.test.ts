import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { loadLedger } from "#engine/ledger/loadLedger.ts";
import { entryHash, verifyChain } from "#engine/store/chain.ts";
import { applicationId } from "#engine/store/connection.ts";
import { migrations } from "#engine/store/migrations/migrations.ts";
import { openStore } from "#engine/store/openStore.ts";
import { updateRow } from "#engine/store/rows.ts";
import { asId } from "#shared/kernel/id.ts";
import { tableNames } from "#shared/model/ledger.ts";
import { everyTable } from "./everyTable.ts";
import { clock, testFolder, write } from "./testLedger.ts";

const firstEntry = {
  ...{ id: asId("log-1"), seq: 1, at: "2022-07-01T00:00:00.000Z", actor: "王经办", action: "登记" },
  ...{ entity: "project", entityId: "project-1", summary: "", beforeJson: null, afterJson: "{}" },
  ...{ previousHash: "", step: null, undoesStep: null },
};

/** A ledger as the first version of the program left it, written by bare SQL. */
function firstShape(): string {
  const path = join(testFolder(), "旧账本.jingfei");
  const database = new SqliteDatabase(path);
  migrations[0]?.up(database);
  database.pragma(`application_id = ${applicationId}`);
  database.pragma("user_version = 1");
  database.exec(`
    insert into project (id, code, name, fiscalYear, category, nature, functionCode, overallGoal, annualGoal, template, note)
      values ('project-1', 'P-1', '社区综合治理', 2022, '', '', '', '', '', 'sh-2022', '');
    insert into budgetLine (id, projectId, seq, name, economicCode, payMode, unitName, amountCents, basis, procurementType,
      procurementItem, smeReserved, note)
      values ('line-1', 'project-1', 1, '综合整治', '30227', 'quarterly', '', 100, '', 'services', '', 0, '');
    insert into fiscalYear (id, year, state, stateReason) values ('year-1', 2023, 'closed', '决算完成')`);
  database
    .prepare(
      `insert into changeLog (id, seq, at, actor, action, entity, entityId, summary, afterJson, previousHash, hash)
       values (@id, @seq, @at, @actor, @action, @entity, @entityId, @summary, @afterJson, @previousHash, @hash)`,
    )
    .run({ ...firstEntry, hash: entryHash(firstEntry) });
  database.close();
  return path;
}

describe("a ledger of the first shape", () => {
  it("is read and written on after it was brought to the second; its log still hangs together", async () => {
    const ledger = openStore({ path: firstShape(), clock });
    const [line] = await ledger.read.selectFrom("budgetLine").selectAll().execute();
    expect(line).toMatchObject({ id: "line-1", name: "综合整治", control: "block" });
    for (const table of tableNames) await ledger.read.selectFrom(table).selectAll().execute();
    await write(ledger, (tx) => updateRow(tx, "budgetLine", asId("line-1"), { control: "warn" }));
    const entries = await ledger.read
      .selectFrom("changeLog")
      .select(["seq", "step"])
      .orderBy("seq")
      .execute();
    expect(entries).toEqual([
      { seq: 1, step: null },
      { seq: 2, step: 2 },
    ]);
    expect(await verifyChain(ledger)).toEqual({ kind: "whole", entries: 2 });
    await ledger.close();
  });
});

describe("a document of the first shape", () => {
  it("is loaded with the new columns filled as the migration fills them", async () => {
    const { tables } = structuredClone(everyTable());
    const since = [
      "holiday",
      "staff",
      "projectName",
      "selfEvaluation",
      "quarterPlan",
      "contractPrice",
      "milestone",
    ];
    const more = [
      "bondMovement",
      "device",
      "measuredItem",
      "paymentStep",
      "need",
      "needIssue",
      "attachmentContent",
    ];
    const old: { [table: string]: object[] } = { ...tables, changeLog: [] };
    const third = ["formTemplate", "monitoring", "submission", "filingFile", "broughtPaper"];
    for (const table of [...since, ...more, "attachment", ...third]) delete old[table];
    const without = ["advanceOffset", "refundOfId", "capitalText", "control", "submissionId"];
    const text = JSON.stringify({ format: "jingfei-ledger", version: 1, tables: old }, (key, value) =>
      without.includes(key) ? undefined : value,
    );
    const path = join(testFolder(), "新账本.jingfei");
    await loadLedger({ path, document: text, clock });
    const ledger = openStore({ path, clock });
    const [contract] = await ledger.read.selectFrom("contract").select("advanceOffset").execute();
    expect(contract).toEqual({ advanceOffset: "even" });
    expect(await ledger.read.selectFrom("device").selectAll().execute()).toEqual([]);
    await ledger.close();
  });
});
