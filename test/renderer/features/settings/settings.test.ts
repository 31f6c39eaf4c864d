import { describe, expect, it } from "vitest";
import type { RuleParamView, RuleView } from "#shared/api/checks.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import {
  filterRules,
  paramSummary,
  paramText,
  type RuleFilter,
  ruleChoices,
} from "../../../../renderer/features/settings/rules/ruleWords.ts";
import {
  creditCodeProblem,
  emptyName,
  isNamed,
  newUnit,
  unitFields,
} from "../../../../renderer/features/settings/units/unitFields.ts";

const param = (kind: RuleParamView["kind"], value: RuleParamView["value"]): RuleParamView => ({
  key: "limit",
  label: "起点",
  kind,
  value,
  defaultValue: null,
  confirmed: false,
});

describe("parameters of rules", () => {
  it.each([
    ["cents", 1_000_000, "10,000.00 元"],
    ["days", 30, "30 天"],
    ["bp", 250, "2.5%"],
    ["date", "2022-12-20", "2022-12-20"],
    ["cents", null, "未设"],
  ] as const)("%s %s reads %s", (kind, value, text) => {
    expect(paramText({ kind }, value)).toBe(text);
  });

  it("are told in one line", () => {
    expect(paramSummary([param("cents", 100), param("days", null)])).toBe("起点 1.00 元，起点 未设");
  });

  it("show of the catalogue what was asked for", () => {
    const rule: RuleView = {
      id: "PRC-02",
      name: "",
      area: "合同",
      basis: "",
      description: "",
      defaultSeverity: "block",
      severity: "block",
      params: [param("cents", null)],
      waiting: true,
      changed: null,
    };
    const set = { ...rule, id: "PRC-01", params: [param("cents", 1)], waiting: false };
    const off = { ...rule, id: "PERF-09", area: "绩效", severity: "off", waiting: false } as const;
    const rules = [rule, set, off];
    const shown = (filter: RuleFilter) => filterRules(rules, filter).map(({ id }) => id);
    expect(shown("all")).toEqual(["PRC-02", "PRC-01", "PERF-09"]);
    expect(shown("绩效")).toEqual(["PERF-09"]);
    expect(shown("waiting")).toEqual(["PRC-02"]);
    expect(shown("changed")).toEqual(["PRC-01", "PERF-09"]);
    expect(ruleChoices(rules).map(({ label }) => label)).toEqual([
      "全部 3",
      "合同 2",
      "绩效 1",
      "待填限额 1",
      "已改动 2",
    ]);
    expect(ruleChoices([{ ...rule, waiting: false }])).toHaveLength(2);
  });
});

describe("the office's units", () => {
  it("show their names in the order of time", () => {
    const id = asId("u");
    const name = (text: string, validFrom: string | null) => ({
      id: asId(text),
      ownUnitId: id,
      name: text,
      validFrom: validFrom === null ? null : isoDate(validFrom),
      validTo: null,
    });
    const fields = unitFields({
      id,
      kind: "unit",
      nature: "institution",
      creditCode: null,
      note: "",
      currentName: "新名",
      names: [name("新名", "2021-09-01"), name("旧名", null)],
    });
    expect(fields.names.map((row) => row.name)).toEqual(["旧名", "新名"]);
  });

  it("can be stored once every name is written", () => {
    expect(isNamed(newUnit)).toBe(false);
    expect(isNamed({ ...newUnit, names: [{ ...emptyName, name: "某街道办事处" }] })).toBe(true);
    expect(isNamed({ ...newUnit, names: [] })).toBe(false);
  });

  it("have a credit code that is checked, where it can be", () => {
    expect(creditCodeProblem("91530000291993988P")).toBe("");
    expect(creditCodeProblem("91530000291993988X")).toContain("应为 P");
    expect(creditCodeProblem(null)).toBe("");
    expect(creditCodeProblem("310117123456789")).toBe("");
  });
});
