import { describe, expect, it } from "vitest";
import { buildTargets } from "#shared/forms/builders/targets.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { messagesOf } from "../checking.ts";
import { adding, changing, projectOf, rightRows } from "../sampleRows.ts";
import { rightIndicators } from "./paperRows.ts";

type Paper = Readonly<{
  project?: Partial<Row<"project">>;
  indicators?: readonly Row<"indicator">[];
  implementingName?: string;
  annualCents?: number;
}>;

/** A target sheet as it was handed in, with what it said then. */
function handedIn({
  project,
  indicators = rightIndicators,
  implementingName = "广富林街道办事处",
  annualCents = 26_652_000,
}: Paper): string {
  const row = projectOf(project);
  const form = buildTargets(
    {
      project: row,
      departmentName: "广富林街道办事处",
      implementingName,
      funding: rightRows.fundingSource.map((source) => ({ ...source, amountCents: cents(annualCents) })),
      budgetLines: [],
      indicators,
      economicNames: new Map(),
    },
    templateOf(row.template),
  );
  return JSON.stringify(form);
}

const filed = (formJson: string, rows: FactRows = rightRows): FactRows =>
  adding(
    adding(rows, "filing", {
      id: asId("filing-1"),
      projectId: asId("project-1"),
      form: "targets",
      title: "财政项目支出绩效目标申报表",
    }),
    "filingVersion",
    {
      id: asId("version-2"),
      filingId: asId("filing-1"),
      versionNo: 2,
      template: "sh-2022",
      formJson,
      contentHash: "0",
      frozenAt: "2022-01-10T09:00:00.000Z" as Row<"filingVersion">["frozenAt"],
      frozenBy: "李会计",
      note: "",
      submissionId: null,
    },
  );

const paper = "已定稿的绩效目标申报表（第2版）";

describe("what was handed in", () => {
  it("is no matter while it says what the ledger says", () => {
    const rows = filed(handedIn({}));
    for (const rule of ["PERF-01", "PERF-02", "PERF-04", "PERF-13"])
      expect(messagesOf(rows, rule)).toEqual([]);
  });

  it("is read once, however many rules ask for it", () => {
    const { texts } = buildFacts(filed(handedIn({})), isoDate("2022-04-30"));
    const [project] = rightRows.project;
    if (project === undefined) throw new Error("there is a project");
    expect(texts.handedInOf(project)).toHaveLength(1);
    expect(texts.handedInOf(project)).toBe(texts.handedInOf(project));
    expect(texts.broughtOf(project)).toBe(texts.broughtOf(project));
    expect(texts.evaluationsHandedInOf(project.id)).toBe(texts.evaluationsHandedInOf(project.id));
  });

  it("is left alone where it can not be read", () => {
    for (const json of ["{}", "{", '{"title":"x","rows":[]}'])
      for (const rule of ["PERF-01", "PERF-04", "PERF-13"]) expect(messagesOf(filed(json), rule)).toEqual([]);
  });
});

describe("PERF-01 on a version", () => {
  it("finds another name of project and unit", () => {
    const rows = filed(handedIn({ project: { name: "社区综合服务" }, implementingName: "城市网格化中心" }));
    expect(messagesOf(rows, "PERF-01")).toEqual([
      `“实施单位”在${paper}为“城市网格化中心”，在绩效目标申报表为“广富林街道办事处”。`,
      `“项目名称”在${paper}为“社区综合服务”，在绩效目标申报表为“社区综合治理”。`,
    ]);
  });
});

describe("PERF-02 表名/年度不一致", () => {
  it("finds another title and another year", () => {
    const wrong = handedIn({ project: { fiscalYear: 2021 } }).replaceAll("申报表", "填报表");
    expect(messagesOf(filed(wrong), "PERF-02")).toEqual([
      "表名/年度应为“财政项目支出绩效目标申报表”，已定稿的绩效目标申报表（第2版）写的是“财政项目支出绩效目标填报表”。",
      "表名/年度应为“2022年度”，已定稿的绩效目标申报表（第2版）写的是“2021年度”。",
    ]);
  });

  it.each([
    ["sh-2022", 2025, 0],
    ["sh-2022", 2026, 1],
    ["sh-2026", 2023, 0],
    ["sh-2026", 2022, 1],
  ])("of %s in %i finds %i", (template, fiscalYear, count) => {
    const rows = changing(rightRows, "project", "project-1", { template, fiscalYear });
    expect(messagesOf(rows, "PERF-02")).toHaveLength(count);
  });
});

describe("PERF-04 两版指标不一致", () => {
  it("tells what was added, taken away, renamed and changed", () => {
    const before = rightIndicators.map((row) => {
      if (row.seq === 2) return { ...row, name: "设备使用率" };
      return row.seq === 3 ? { ...row, valueText: "≥90%" } : row;
    });
    const rows = filed(handedIn({ indicators: before.filter(({ seq }) => seq !== 5) }));
    expect(messagesOf(rows, "PERF-04")).toEqual([
      `与${paper}相比：“设备使用率”改名为“设备利用率”；“案件按时结案率”由≥90%改为≥95%；新增“群众满意度”。`,
    ]);
    const fewer = { ...rows, indicator: rightIndicators.slice(0, 1) };
    expect(messagesOf(fewer, "PERF-04")[0]).toContain("删除“设备使用率”");
  });

  it("takes >= for ≥", () => {
    const before = rightIndicators.map((row) => ({ ...row, valueText: row.valueText.replace("≥", ">=") }));
    expect(messagesOf(filed(handedIn({ indicators: before })), "PERF-04")).toEqual([]);
  });
});

describe("PERF-13 on a version", () => {
  it("compares the narrative with the sheet that was handed in as well", () => {
    expect(messagesOf(filed(handedIn({ annualCents: 30_000_000 })), "PERF-13")).toEqual([
      `说明为26.65万元，${paper}为300,000.00元（30.00万元），不一致。`,
    ]);
  });
});
