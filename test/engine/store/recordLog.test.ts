import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entriesOfRecord } from "#engine/store/recordLog.ts";
import { insertRow, removeRow, updateRow } from "#engine/store/rows.ts";
import { columnOfParent, ownHistories } from "#shared/history/references.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import type { Row, TableName } from "#shared/model/ledger.ts";
import { actions } from "#test/engine/support/actions.ts";
import { engineDesk } from "#test/engine/support/engineDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";
import { allocationRow, insertCase, invoiceRow } from "./rowsOf.ts";
import { testFolder, testLedger, write } from "./testLedger.ts";

const asked = (entity: TableName, id: Id) => ({
  ...{ entity, id, column: columnOfParent(entity), notParts: ownHistories, limit: 10_000 },
});

describe("the entries of a record", () => {
  it("tell of parts that were taken away or went to another", async () => {
    const ledger = await testLedger();
    const [payment, one, two] = [asId("payment-1"), asId("invoice-1"), asId("invoice-2")];
    await write(ledger, insertCase);
    await write(ledger, (tx) => insertRow(tx, "invoice", invoiceRow({ id: two, number: "2" })));
    await write(ledger, (tx) => insertRow(tx, "allocation", allocationRow()));
    await write(ledger, (tx) => updateRow(tx, "allocation", asId("allocation-1"), { invoiceId: two }));
    await write(ledger, (tx) => removeRow(tx, "allocation", asId("allocation-1")));
    const kinds = async (entity: TableName, id: Id) =>
      (await entriesOfRecord(ledger, asked(entity, id))).map(({ entity: of, beforeJson, afterJson }) => [
        of,
        beforeJson !== null,
        afterJson !== null,
      ]);
    const life = [
      ["allocation", true, false],
      ["allocation", true, true],
      ["allocation", false, true],
    ];
    expect(await kinds("payment", payment)).toEqual([...life, ["payment", false, true]]);
    expect(await kinds("invoice", one)).toEqual([...life, ["invoice", false, true]]);
    expect(await kinds("invoice", two)).toEqual([...life, ["invoice", false, true]]);
  });

  it("stop at as many as are asked for, the latest first", async () => {
    const ledger = await testLedger();
    await write(ledger, insertCase);
    for (const name of ["一", "二", "三"])
      await write(ledger, (tx) => updateRow(tx, "project", asId("project-1"), { name }));
    const [latest, ...more] = await entriesOfRecord(ledger, {
      ...asked("project", asId("project-1")),
      limit: 2,
    });
    expect(latest?.afterJson).toContain("三");
    expect(more).toHaveLength(1);
  });

  it("leave out none that names the record, whatever an officer did", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(actions, fc.boolean()), { minLength: 10, maxLength: 20 }),
        async (sequence) => {
          const engine = engineDesk({ clock: testClock(), folder: testFolder() });
          const file = engine.grant("a.jingfei");
          await engine.ask("ledger.create", {
            file,
            sample: true,
            officeName: "",
            officer: "王经办",
            year: 2022,
          });
          for (const [action, isUndone] of sequence) {
            const { route, input } = await action.prepare(engine);
            await engine.send(route, input);
            if (!isUndone) continue;
            const preview = await engine.ask("history.preview", { which: "undo" });
            if (preview?.refusal === null)
              await engine.send("history.undo", { step: preview.step.step ?? 0 });
          }
          const { ledger } = await engine.desk.context({
            signal: new AbortController().signal,
            progress: () => undefined,
          });
          const log = await ledger.read.selectFrom("changeLog").selectAll().execute();
          for (const [entity, id] of recordsIn(log)) {
            const found = new Set((await entriesOfRecord(ledger, asked(entity, id))).map(({ seq }) => seq));
            const missing = log.filter((entry) => concerns(entry, entity, id) && !found.has(entry.seq));
            expect(missing).toEqual([]);
          }
          await engine.desk.close({ forget: false });
        },
      ),
      { numRuns: 5, seed: 20220708, endOnFailure: true },
    );
  });
});

type Entry = Row<"changeLog">;

const recordsIn = (log: readonly Entry[]): readonly (readonly [TableName, Id])[] => {
  const entities = [
    "project",
    "contract",
    "rental",
    "payment",
    "invoice",
    "instalment",
    "importBatch",
  ] as const;
  return entities.flatMap((entity) =>
    [
      ...new Set(log.flatMap((row) => (row.entity === entity && row.entityId !== "" ? [row.entityId] : []))),
    ].map((id) => [entity, asId(id)] as const),
  );
};

/** What a look through the whole log finds; of bulk entries those that name the import. */
function concerns(
  { entity: of, entityId, beforeJson, afterJson }: Entry,
  entity: TableName,
  id: Id,
): boolean {
  if (of === entity && entityId === id) return true;
  if (entityId !== "" && ownHistories.some((own) => own === of)) return false;
  const pair = `${JSON.stringify(columnOfParent(entity))}:${JSON.stringify(id)}`;
  return [beforeJson, afterJson].some((json) => json?.includes(pair) === true);
}
