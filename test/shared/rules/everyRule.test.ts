import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FactRows } from "#shared/rules/factRows.ts";
import type { Finding } from "#shared/rules/finding.ts";
import { rules } from "#shared/rules/registry.ts";
import { day, findingsOf } from "./checking.ts";
import { budgetHits } from "./hits/budgetHits.ts";
import { contractHits } from "./hits/contractHits.ts";
import { type HittingLedger, setting } from "./hits/hit.ts";
import { invoiceHits } from "./hits/invoiceHits.ts";
import { paymentHits } from "./hits/paymentHits.ts";
import { rightRows } from "./sampleRows.ts";

const hits = { ...invoiceHits, ...contractHits, ...paymentHits, ...budgetHits };

/** Those on the papers of a project have ledgers of their own. */
const onLedger = rules.filter(({ id }) => !id.startsWith("PERF-"));

const found = ({ rows, day: on = day }: HittingLedger): readonly Finding[] => findingsOf(rows, on);

const foundBy = (ruleId: string, ledger: HittingLedger): readonly Finding[] =>
  found(ledger).filter((finding) => finding.ruleId === ruleId);

const entries = Object.entries(hits);

describe("every rule", () => {
  it("has a small ledger in which it strikes, and there are 63", () => {
    expect(Object.keys(hits).toSorted()).toEqual(onLedger.map(({ id }) => id).toSorted());
    expect(onLedger).toHaveLength(63);
  });

  it.each(entries)("%s strikes, in whole sentences and with a remedy", (ruleId, ledger) => {
    const findings = foundBy(ruleId, ledger);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(finding.message).toMatch(/[。？]$/);
      expect(finding.remedy).toMatch(/。$/);
      expect(finding.message + finding.remedy).not.toMatch(/undefined|null|NaN|\[object|Infinity/);
      expect(Object.values(finding.figures)).not.toContain(undefined);
      expect(finding.subjects.length).toBeGreaterThan(0);
      for (const { id, label } of finding.subjects) expect([id, label]).not.toContain("");
    }
  });

  it.each(entries)("%s is silent once it is switched off", (ruleId, ledger) => {
    const off = { ...ledger, rows: setting(ruleId, {}, ledger.rows) };
    const rows = {
      ...off.rows,
      ruleSetting: off.rows.ruleSetting.map((row) => ({ ...row, severity: "off" as const })),
    };
    expect(foundBy(ruleId, { ...ledger, rows })).toEqual([]);
  });

  const withParams = onLedger.flatMap((rule) =>
    Object.keys(rule.params).map((key) => [rule.id, key] as const),
  );

  it.each(withParams)("%s is off while its %s has no value", (ruleId, key) => {
    const ledger = hits[ruleId];
    if (ledger === undefined) throw new Error(`no ledger for ${ruleId}`);
    const known: unknown = JSON.parse(
      ledger.rows.ruleSetting.find((row) => row.ruleId === ruleId)?.paramsJson ?? "{}",
    );
    const others = { ...ledger.rows, ruleSetting: [] };
    const params = { ...(typeof known === "object" ? known : {}), [key]: null };
    expect(foundBy(ruleId, { ...ledger, rows: setting(ruleId, params, others) })).toEqual([]);
  });

  it.each(entries)("%s gives each finding a key of its own", (_ruleId, ledger) => {
    const keys = found(ledger).map((finding) => finding.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("does not depend on the order of the rows", () => {
    const ledgers = entries.map(([, ledger]) => ({ ledger, expected: found(ledger) }));
    fc.assert(
      fc.property(fc.constantFrom(...ledgers), fc.integer(), ({ ledger, expected }, seed) => {
        expect(found({ ...ledger, rows: shuffled(ledger.rows, seed) })).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it("says nothing of a ledger that holds nothing", () => {
    const tables = Object.keys(rightRows).map((table) => [table, []] as const);
    expect(findingsOf({ ...rightRows, ...Object.fromEntries(tables) })).toEqual([]);
  });
});

/** Every table in another order, by a seed. */
function shuffled(rows: FactRows, seed: number): FactRows {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  const mix = <Item>(items: readonly Item[]): readonly Item[] =>
    items
      .map((item) => ({ item, at: next() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return Object.fromEntries(
    Object.entries(rows).map(([table, items]) => [table, mix<unknown>(items)]),
  ) as FactRows;
}
