import { describe, expect, it } from "vitest";
import type { FindingView } from "#shared/api/checks.ts";
import { changedPart } from "../../../../renderer/components/changedPart.ts";
import {
  acceptable,
  filterFindings,
  groupByArea,
  groupByRule,
  listRows,
  noFilter,
  openCounts,
  toList,
} from "../../../../renderer/features/checks/groupFindings.ts";
import { nextFinding } from "../../../../renderer/features/checks/useFindingKeys.ts";

const finding = (key: string, changes: Partial<FindingView> = {}): FindingView => ({
  key,
  ruleId: "PAY-02",
  ruleName: "超本期应付",
  area: "付款",
  severity: "block",
  message: "2022年5月应付2,210.00元，本次2,295.00元超出。",
  remedy: "请修改付款金额或期次。",
  subjects: [{ kind: "payment", id: "p", label: "FK-2022-0020" }],
  figures: { thisCents: 229_500 },
  state: "open",
  decision: null,
  reopened: false,
  ...changes,
});

const findings = [
  finding("a"),
  finding("b", { ruleId: "INV-07", ruleName: "购买方名称/税号不符", severity: "warn" }),
  finding("c", { ruleId: "BUD-01", ruleName: "超预算/无预算" }),
  finding("d", {
    state: "accepted",
    decision: { reason: "已补签", decidedBy: "沈经办", decidedAt: "2022-07-01T00:00:00Z" },
  }),
  finding("e", { ruleId: "INV-07", ruleName: "购买方名称/税号不符", severity: "block", subjects: [] }),
];

const keys = (some: readonly FindingView[]) => some.map(({ key }) => key);

describe("findings", () => {
  it("are counted while they are open", () => {
    expect(openCounts(findings)).toEqual({ block: 3, warn: 1, hint: 0 });
    expect(openCounts([])).toEqual({ block: 0, warn: 0, hint: 0 });
  });

  it("are filtered by severity, state, rule and words", () => {
    expect(keys(filterFindings(findings, noFilter))).toEqual(["a", "b", "c", "e"]);
    expect(keys(filterFindings(findings, { ...noFilter, state: "warn" }))).toEqual(["b"]);
    expect(keys(filterFindings(findings, { ...noFilter, state: "accepted" }))).toEqual(["d"]);
    expect(keys(filterFindings(findings, { ...noFilter, ruleId: "BUD-01" }))).toEqual(["c"]);
    expect(keys(filterFindings(findings, { ...noFilter, typed: "fk-2022 inv" }))).toEqual(["b"]);
    expect(keys(filterFindings(findings, { ...noFilter, typed: "０２０" }))).toEqual(["a", "b", "c"]);
  });

  it("stand under their rules, the gravest rules first and none lost", () => {
    const groups = groupByRule(filterFindings(findings, noFilter));
    expect(groups.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toEqual([
      "BUD-01 block",
      "INV-07 block",
      "PAY-02 block",
    ]);
    expect(groups.flatMap((group) => keys(group.findings)).sort()).toEqual(["a", "b", "c", "e"]);
    expect(listRows(groups).map((row) => (row.kind === "rule" ? row.group.ruleId : row.finding.key))).toEqual(
      ["BUD-01", "c", "INV-07", "b", "e", "PAY-02", "a"],
    );
  });

  it("are exported with their figures and what was decided", () => {
    const list = toList("核对", findings);
    expect(list.rows[0]).toEqual([
      "阻断",
      "PAY-02",
      "超本期应付",
      "2022年5月应付2,210.00元，本次2,295.00元超出。",
      "请修改付款金额或期次。",
      "付款 FK-2022-0020",
      "本次 2,295.00 元",
      "待处理",
      "",
    ]);
    expect(list.rows[3]?.slice(-2)).toEqual(["已认可", "已补签（沈经办）"]);
    expect(list.rows.every((row) => row.length === list.columns.length)).toBe(true);
  });
});

describe("areas and states", () => {
  const reopened = finding("r", { reopened: true, severity: "hint", area: "绩效", ruleId: "PERF-09" });
  const some = [...findings, reopened];

  it("are filters too", () => {
    expect(keys(filterFindings(some, { ...noFilter, area: "绩效" }))).toEqual(["r"]);
    expect(keys(filterFindings(some, { ...noFilter, state: "reopened" }))).toEqual(["r"]);
    const areas = groupByArea(groupByRule(filterFindings(some, noFilter)));
    expect(areas.map(({ area, count }) => [area, count])).toEqual([
      ["付款", 4],
      ["绩效", 1],
    ]);
  });

  it("say on paper that a finding opened again", () => {
    expect(toList("核对", [reopened]).rows[0]?.at(-2)).toBe("重新打开（数据已变）");
  });

  it("let all be accepted at once but 阻断 and what is accepted already", () => {
    expect(keys(acceptable(some))).toEqual(["b", "r"]);
  });
});

describe("what a click would mend", () => {
  it("shows the part that changes", () => {
    expect(changedPart(">=30套", "≥30套")).toEqual({ from: ">=30套", to: "≥30套" });
    const long = `${"一".repeat(40)}现行联系率${"二".repeat(40)}`;
    expect(changedPart(long, long.replace("现行", "先行"))).toEqual({
      from: `…${"一".repeat(6)}现行联系率二二…`,
      to: `…${"一".repeat(6)}先行联系率二二…`,
    });
    expect(changedPart("<p>甲</p>", "甲")).toEqual({ from: "<p>甲</p>", to: "甲" });
  });
});

describe("the keys of the findings", () => {
  const one = finding("one");
  const heading = { ruleId: "PAY-02", ruleName: "", area: null, severity: "block", findings: [one] } as const;
  const [rule, found] = [
    { kind: "rule", group: heading } as const,
    { kind: "finding", finding: one } as const,
  ];
  const rows = [rule, found, found, rule, found];

  it.each([
    ["ArrowDown", -1, 1],
    ["ArrowDown", 2, 4],
    ["ArrowDown", 4, null],
    ["ArrowUp", 4, 2],
    ["ArrowUp", 1, null],
    ["Home", 4, 1],
    ["End", -1, 4],
    ["a", 1, null],
  ])("%s from row %i leads to %s", (key, from, to) => {
    expect(nextFinding(key, from, rows)).toBe(to);
  });

  it("lead nowhere where nothing was found", () => {
    expect(nextFinding("ArrowDown", -1, [])).toBeNull();
    expect(nextFinding("End", -1, [])).toBeNull();
  });
});
