import { expect, it } from "vitest";
import { sampleDocument } from "#engine/sample/document.ts";
import { sampleToday } from "#engine/sample/office.ts";
import { writeSample } from "#engine/sample/writeSample.ts";
import { insertRows } from "#engine/store/bulk.ts";
import { factRows } from "#engine/store/facts.ts";
import type { EditableTable, Ledger, WritableLedger } from "#engine/store/types.ts";
import { asId } from "#shared/kernel/id.ts";
import { type LedgerTables, type TableName, tableNames } from "#shared/model/ledger.ts";
import { checkLedger } from "#shared/rules/check.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { testLedger, write } from "#test/engine/store/testLedger.ts";

const found = async (ledger: Ledger) => checkLedger(buildFacts(await factRows(ledger), sampleToday));

type Tables = { [Table in TableName]: readonly LedgerTables[Table][] };

/** Every row of a table that can be voided a second time, void. */
async function addTwins<Table extends EditableTable>(
  tx: WritableLedger,
  table: Table,
  tables: Tables,
): Promise<number> {
  const twins = tables[table]
    .filter((row) => "voidedAt" in row)
    .map((row) => ({
      ...row,
      id: asId(`${row.id}-twin`),
      voidedAt: "2022-07-01T00:00:00Z",
      voidReason: "重复录入",
    }));
  await insertRows(tx, table, twins);
  return twins.length;
}

async function addAllTwins(tx: WritableLedger): Promise<number> {
  const { tables } = sampleDocument();
  let count = 0;
  for (const table of tableNames) if (table !== "changeLog") count += await addTwins(tx, table, tables);
  return count;
}

it("what was voided never matters to any rule", async () => {
  const ledger = await testLedger();
  await writeSample(ledger, "王经办");
  const before = await found(ledger);
  expect(before.length).toBeGreaterThan(20);
  expect(await write(ledger, addAllTwins)).toBeGreaterThan(200);
  expect(await found(ledger)).toEqual(before);
});
