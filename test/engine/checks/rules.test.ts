import { describe, expect, it } from "vitest";
import { listRules, saveRule } from "#engine/checks/rules.ts";
import { runCheck } from "#engine/checks/runCheck.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

async function settings() {
  const { context, ledger } = await sampleDesk(testClock());
  return {
    ledger,
    set: async (changes: Partial<ApiParsed<"checks.saveRule">>) =>
      saveRule(await context(), { ruleId: "CON-01", severity: null, params: {}, ...changes }),
    rule: async () => (await listRules(await context())).find((row) => row.id === "CON-01"),
    found: async () =>
      (await runCheck(await context(), { asOf: null })).findings
        .filter((finding) => finding.ruleId === "CON-01")
        .map((finding) => finding.severity),
  };
}

describe("a rule's settings", () => {
  it("are the rule's own at first", async () => {
    const { rule, found } = await settings();
    expect(await rule()).toMatchObject({ severity: "block", defaultSeverity: "block" });
    expect((await rule())?.params).toMatchObject([
      { key: "limitCents", kind: "cents", value: 1_000_000, defaultValue: 1_000_000, confirmed: false },
    ]);
    expect(await found()).toEqual(["block"]);
  });

  it("change how grave it is, or switch it off", async () => {
    const { set, rule, found } = await settings();
    await set({ severity: "hint" });
    expect([(await rule())?.severity, await found()]).toEqual(["hint", ["hint"]]);
    await set({ severity: "off" });
    expect([(await rule())?.severity, await found()]).toEqual(["off", []]);
    await set({});
    expect([(await rule())?.severity, await found()]).toEqual(["block", ["block"]]);
  });

  it("change its limit, or take it away, which switches the rule off", async () => {
    const { set, rule, found } = await settings();
    await set({ params: { limitCents: 1_040_001 } });
    expect([(await rule())?.params[0]?.value, await found()]).toEqual([1_040_001, []]);
    await set({ params: { limitCents: 1_040_000 } });
    expect(await found()).toEqual(["block"]);
    await set({ params: { limitCents: null } });
    expect([(await rule())?.params[0]?.value, await found()]).toEqual([null, []]);
  });

  it("are kept once for each rule, with a trace of every change", async () => {
    const { set, ledger } = await settings();
    await set({ severity: "hint" });
    await set({ severity: "warn" });
    expect(await ledger.read.selectFrom("ruleSetting").select(["ruleId", "severity"]).execute()).toEqual([
      { ruleId: "CON-01", severity: "warn" },
    ]);
    const entries = await listChanges(ledger, { entity: "ruleSetting", limit: 10 });
    expect(entries.map((entry) => entry.action)).toEqual(["设置规则 CON-01", "设置规则 CON-01"]);
  });

  it.each([
    [{ ruleId: "XYZ-99" }, "没有规则 XYZ-99。"],
    [{ params: { limit: 1 } }, "没有规则 CON-01 的参数 limit。"],
    [
      { params: { limitCents: "1000" } },
      "规则 CON-01 的“签订合同的起点金额”应为不小于零的整数，填写的是“1000”。",
    ],
    [{ params: { limitCents: -1 } }, "规则 CON-01 的“签订合同的起点金额”应为不小于零的整数，填写的是“-1”。"],
    [
      { params: { limitCents: 0.5 } },
      "规则 CON-01 的“签订合同的起点金额”应为不小于零的整数，填写的是“0.5”。",
    ],
  ])("are refused where they do not fit: %j", async (changes, message) => {
    const { set, rule } = await settings();
    expect(await failureOf(() => set(changes))).toMatchObject({ code: "bad-request", message });
    expect((await rule())?.params[0]?.value).toBe(1_000_000);
  });
});

describe("the catalogue", () => {
  it("says who set a rule last, until it is as it was", async () => {
    const { set, rule, ledger } = await settings();
    expect((await rule())?.changed).toBeNull();
    await set({ severity: "hint", params: { limitCents: 1_000_000 } });
    expect((await rule())?.changed).toMatchObject({ by: expect.any(String), at: expect.any(String) });
    expect(await ledger.read.selectFrom("ruleSetting").select("paramsJson").execute()).toEqual([
      { paramsJson: "{}" },
    ]);
    await set({ severity: "block", params: { limitCents: 1_000_000 } });
    expect((await rule())?.changed).toBeNull();
    expect(await ledger.read.selectFrom("ruleSetting").select("id").execute()).toEqual([]);
  });

  it("says which rules wait for a limit", async () => {
    const { context } = await sampleDesk(testClock());
    const waiting = (await listRules(await context())).filter((rule) => rule.waiting);
    expect(waiting.map(({ id }) => id)).toContain("PRC-03");
    expect(waiting.every(({ params }) => params.some(({ value }) => value === null))).toBe(true);
  });
});
