import { describe, expect, it } from "vitest";
import { acceptMany } from "#engine/checks/decisions.ts";
import { mend, mendMany } from "#engine/checks/mend.ts";
import { runCheck } from "#engine/checks/runCheck.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { updateRow } from "#engine/store/rows.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

async function sample() {
  const { context, ledger } = await sampleDesk(testClock());
  const findings = async (ruleId: string) =>
    (await runCheck(await context(), { asOf: null })).findings.filter((row) => row.ruleId === ruleId);
  return { context, ledger, findings };
}

describe("一键改正", () => {
  it("writes what the finding says, with a trace, and the finding is gone", async () => {
    const { context, ledger, findings } = await sample();
    const [finding] = await findings("PERF-12").then((rows) => rows.filter((row) => row.mend !== undefined));
    await mend(await context(), { findingKey: finding?.key ?? "" });
    const row = await ledger.read
      .selectFrom("indicator")
      .select("name")
      .where("id", "=", (finding?.mend?.id ?? "") as never)
      .executeTakeFirst();
    expect(row?.name).toBe("“12345”热线先行联系率");
    expect((await findings("PERF-12")).some(({ key }) => key === finding?.key)).toBe(false);
    expect((await listChanges(ledger, { limit: 1 }))[0]).toMatchObject({
      action: "一键改正 PERF-12",
      entity: "indicator",
    });
  });

  it("mends each sign by itself", async () => {
    const { context, findings } = await sample();
    const before = await findings("PERF-10");
    expect(before).toHaveLength(3);
    await mend(await context(), { findingKey: before[0]?.key ?? "" });
    expect((await findings("PERF-10")).map(({ key }) => key)).toEqual(before.slice(1).map(({ key }) => key));
  });

  it("is refused where no program can know what is right, and where nothing is wrong any more", async () => {
    const { context, findings } = await sample();
    const [blank] = await findings("PERF-03");
    expect(
      await failureOf(async () => mend(await context(), { findingKey: blank?.key ?? "" })),
    ).toMatchObject({
      code: "refused",
      hint: blank?.remedy,
    });
    expect(await failureOf(async () => mend(await context(), { findingKey: "PERF-10|x" }))).toMatchObject({
      code: "not-found",
    });
  });
});

describe("全部一键改正", () => {
  it("mends two things in one text one after the other, passes over what is gone, and is one step", async () => {
    const { context, ledger, findings } = await sample();
    const [slip] = (await findings("PERF-12")).filter((row) => row.mend !== undefined);
    const id = asId(slip?.mend?.id ?? "");
    await (await context()).write("带入", (tx) =>
      updateRow(tx, "indicator", id, { name: "<b>“12345”热线现行联系率</b>" }),
    );
    const wanted = (await runCheck(await context(), { asOf: null })).findings.filter(
      (row) => row.mend !== undefined,
    );
    const twice = wanted.filter((row) => row.mend?.id === id && row.mend.field === "name");
    expect(twice.map(({ ruleId }) => ruleId)).toEqual(["PERF-11", "PERF-12"]);
    const before = (await listChanges(ledger, { limit: 1 }))[0]?.step ?? 0;
    await mendMany(await context(), { findingKeys: ["PERF-10|x", ...wanted.map(({ key }) => key)] });
    const row = await ledger.read.selectFrom("indicator").select("name").where("id", "=", id).execute();
    expect(row).toEqual([{ name: "“12345”热线先行联系率" }]);
    const left = (await runCheck(await context(), { asOf: null })).findings;
    expect(left.filter((finding) => finding.mend !== undefined)).toEqual([]);
    const changes = (await listChanges(ledger, { limit: 50 })).filter(({ step }) => (step ?? 0) > before);
    expect(changes.length).toBe(wanted.length);
    expect(new Set(changes.map(({ step, action }) => `${step} ${action}`)).size).toBe(1);
  });

  it("is refused where nothing of it is wrong any more", async () => {
    const { context } = await sample();
    expect(
      await failureOf(async () => mendMany(await context(), { findingKeys: ["PERF-10|x"] })),
    ).toMatchObject({ code: "not-found" });
  });
});

describe("many findings", () => {
  const opinion = { reason: "年初申报时的写法", by: "李主任" };

  it("are accepted for one reason, each with its own record", async () => {
    const { context, ledger, findings } = await sample();
    const hints = (await findings("PERF-09")).map(({ key }) => key);
    await acceptMany(await context(), { findingKeys: hints, ...opinion });
    expect((await findings("PERF-09")).map(({ state, decision }) => [state, decision?.decidedBy])).toEqual(
      hints.map(() => ["accepted", "李主任"]),
    );
    expect(await ledger.read.selectFrom("decision").select("id").execute()).toHaveLength(hints.length);
    expect(new Set((await listChanges(ledger, { limit: 12 })).map(({ step }) => step)).size).toBe(1);
  });

  it("are all left as they were when one of them is 阻断 or gone", async () => {
    const { context, ledger, findings } = await sample();
    const [hint, block] = [
      (await findings("PERF-09"))[0]?.key ?? "",
      (await findings("PERF-03"))[0]?.key ?? "",
    ];
    expect(
      await failureOf(async () => acceptMany(await context(), { findingKeys: [hint, block], ...opinion })),
    ).toMatchObject({ code: "refused" });
    expect(
      await failureOf(async () =>
        acceptMany(await context(), { findingKeys: [hint, "XX-01|gone"], ...opinion }),
      ),
    ).toMatchObject({ code: "not-found" });
    expect(await ledger.read.selectFrom("decision").select("id").execute()).toEqual([]);
  });
});
