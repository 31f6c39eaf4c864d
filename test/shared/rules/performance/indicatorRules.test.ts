import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { adding, changing, lineOf, projectOf, rightRows } from "../sampleRows.ts";
import { actualOf, evaluationOf, indicatorOf } from "./paperRows.ts";

const indicator = (id: number, changes: Partial<Row<"indicator">>, rows: FactRows = rightRows): FactRows =>
  changing(rows, "indicator", `indicator-${id}`, changes);

const uniforms = lineOf({
  id: asId("line-3"),
  seq: 3,
  name: "网格专职人员工作服",
  quantity: decimal("32"),
  unitName: "套",
});

describe("PERF-06 指标与预算脱节", () => {
  it("compares the number of a line with the indicator that is about it", () => {
    expect(messagesOf(indicator(1, { valueText: "≥27台" }), "PERF-06")).toEqual([
      "城运巡查记录仪月租费数量26台，指标“巡查记录仪使用数量”为≥27台。",
    ]);
    expect(messagesOf(indicator(1, { valueText: "=26台" }), "PERF-06")).toEqual([]);
    expect(messagesOf(indicator(1, { valueText: "≤30台" }), "PERF-06")).toEqual([]);
  });

  it.each([
    ["≥22台", 0],
    ["≥21台", 1],
  ])("with %s finds %i: a budget may be a fifth above", (valueText, count) => {
    expect(messagesOf(indicator(1, { valueText }), "PERF-06")).toHaveLength(count);
  });

  it("adds the lines that one indicator is of", () => {
    const two = ["对讲机月租", "网格工作手机月租"].map((name, index) =>
      lineOf({
        id: asId(`line-${index + 3}`),
        seq: index + 3,
        name,
        quantity: decimal("50"),
        unitName: "部",
      }),
    );
    const asked = (valueText: string) =>
      adding(
        adding(rightRows, "budgetLine", ...two),
        "indicator",
        indicatorOf({ id: asId("both"), seq: 9, name: "对讲机、巡查用手机使用数量", valueText }),
      );
    expect(messagesOf(asked("≥100部"), "PERF-06")).toEqual([]);
    expect(messagesOf(asked("≥101部"), "PERF-06")).toHaveLength(1);
  });

  it("finds a line without an indicator and an indicator without a line", () => {
    const rows = adding(rightRows, "budgetLine", uniforms);
    expect(messagesOf(rows, "PERF-06")).toEqual(["网格专职人员工作服数量32套，没有对应的数量指标。"]);
    const extra = indicatorOf({ id: asId("extra"), seq: 9, name: "对讲机使用数量", valueText: "≥100部" });
    expect(messagesOf(adding(rightRows, "indicator", extra), "PERF-06")).toEqual([
      "指标“对讲机使用数量”为≥100部，预算明细中没有对应的数量。",
    ]);
  });

  it("takes the link by hand before any likeness", () => {
    const rows = adding(rightRows, "budgetLine", uniforms);
    const linked = indicatorOf({
      id: asId("linked"),
      seq: 9,
      name: "队伍形象",
      valueText: "≥30套",
      budgetLineId: uniforms.id,
    });
    expect(messagesOf(adding(rows, "indicator", linked), "PERF-06")).toEqual([]);
  });
});

describe("PERF-08 指标体系不完整", () => {
  const without = (level: string): FactRows => ({
    ...rightRows,
    indicator: rightRows.indicator.filter(({ level1, level2 }) => level1 !== level && level2 !== level),
  });

  it.each(["时效指标", "质量指标", "效益指标", "满意度指标"])("misses %s", (level) => {
    expect(messagesOf(without(level), "PERF-08")).toEqual([`缺少“${level}”。`]);
  });

  it("asks for 成本指标 by the form of 2026 only", () => {
    expect(messagesOf(rightRows, "PERF-08")).toEqual([]);
    const rows = changing(rightRows, "project", "project-1", { template: "sh-2026", nature: "经常性项目" });
    expect(messagesOf(rows, "PERF-08")).toEqual(["缺少“成本指标”。"]);
  });

  it("leaves a project without any indicator to the rule on blanks", () => {
    expect(messagesOf({ ...rightRows, indicator: [] }, "PERF-08")).toEqual([]);
  });
});

describe("PERF-09 定性无标准", () => {
  it("wants a base value or a standard for words", () => {
    expect(messagesOf(indicator(4, { valueText: "下降" }), "PERF-09")).toEqual([
      "“公共设施受损案件数：下降”无基期值或评判标准，自评时难以打分。",
    ]);
    expect(messagesOf(indicator(4, { valueText: "下降", baseValue: "21件" }), "PERF-09")).toEqual([]);
    expect(messagesOf(indicator(4, { valueText: "下降", evidence: "比上年少" }), "PERF-09")).toEqual([]);
    expect(messagesOf(indicator(4, { valueText: "≤3件" }), "PERF-09")).toEqual([]);
  });
});

describe("PERF-10 指标值格式", () => {
  it("says how to write a sign, and can do it", () => {
    expect(theFinding(indicator(1, { valueText: ">=26台" }), "PERF-10")).toMatchObject({
      message: "指标值“>=26台”建议写为“≥26台”（巡查记录仪使用数量）。",
      mend: { entity: "indicator", id: "indicator-1", field: "valueText", from: ">=26台", to: "≥26台" },
    });
  });

  it.each([
    ["≥26", "没有计量单位"],
    ["≥120%", "超过100%"],
    ["≥abc≥", "看不出是数值还是简短的定性描述"],
    ["按照街道年度考核办法及各条线要求逐月考核并且排名靠前", "看不出是数值还是简短的定性描述"],
  ])("finds %s: %s", (valueText, problem) => {
    const finding = theFinding(indicator(2, { valueText }), "PERF-10");
    expect(finding.message).toBe(`指标“设备利用率”的值“${valueText}”${problem}。`);
    expect(finding.mend).toBeUndefined();
  });

  it.each(["=100%", "100%", "985米", "80%-90%", "健全", "≥90.00(%)"])("is content with %s", (valueText) => {
    expect(messagesOf(indicator(2, { valueText, baseValue: "x" }), "PERF-10")).toEqual([]);
  });

  it("lets what grows be more than a hundred percent", () => {
    expect(messagesOf(indicator(2, { name: "受理量增长率", valueText: "≥120%" }), "PERF-10")).toEqual([]);
  });
});

describe("PERF-14 分值合计≠100", () => {
  const weighted = (...weights: readonly string[]): FactRows => ({
    ...rightRows,
    indicator: rightRows.indicator.map((row, index) => {
      const weight = weights[index];
      return weight === undefined ? row : { ...row, weight: decimal(weight) };
    }),
  });

  it("adds the points of the execution rate", () => {
    expect(messagesOf(weighted("20", "20", "10", "30", "10"), "PERF-14")).toEqual([]);
    expect(messagesOf(weighted("20", "20", "10", "30", "20"), "PERF-14")).toEqual([
      "分值合计为110，应为100。",
    ]);
    expect(messagesOf(weighted("22.5", "22.5"), "PERF-14")).toEqual([
      "分值合计为55，应为100，还有3项指标没有分值。",
    ]);
  });

  it("does not add them to an execution rate that is listed", () => {
    const rows = weighted("20", "20", "10", "30", "20");
    expect(messagesOf(indicator(5, { name: "预算执行率" }, rows), "PERF-14")).toEqual([]);
  });

  it("asks nothing of a form without points", () => {
    expect(messagesOf(rightRows, "PERF-14")).toEqual([]);
  });
});

const lastDay = "2022-12-31";

describe("PERF-15 得分异常/未说明偏差", () => {
  const scored = (score: string, reason = ""): FactRows =>
    adding(
      indicator(1, { weight: decimal("20") }),
      "indicatorActual",
      actualOf({ score: decimal(score), reason }),
    );

  it("finds a score above its points, and one below without a reason", () => {
    expect(messagesOf(scored("20.5"), "PERF-15", lastDay)).toEqual([
      "“巡查记录仪使用数量”得分20.5高于分值20。",
    ]);
    expect(messagesOf(scored("19.5"), "PERF-15", lastDay)).toEqual([
      "“巡查记录仪使用数量”未得满分（19.5/20），请填写偏差原因及改进措施。",
    ]);
    expect(messagesOf(scored("19.5", "设备送修"), "PERF-15", lastDay)).toEqual([]);
    expect(messagesOf(scored("20"), "PERF-15", lastDay)).toEqual([]);
  });

  it("asks before the end of the year for nothing", () => {
    expect(messagesOf(scored("19.5"), "PERF-15", "2022-12-30")).toEqual([]);
  });

  it.each([
    [23_986_800, 0],
    [23_984_000, 1],
  ])("of %i 分 executed finds %i", (executed, count) => {
    const rows = adding(rightRows, "selfEvaluation", evaluationOf({ executedCents: cents(executed) }));
    expect(messagesOf(rows, "PERF-15")).toHaveLength(count);
    const told = adding(
      rightRows,
      "selfEvaluation",
      evaluationOf({ executedCents: cents(executed), executionReason: "考核扣款" }),
    );
    expect(messagesOf(told, "PERF-15")).toEqual([]);
  });
});

describe("PERF-16 自评执行数≠台账", () => {
  it.each([
    [6_663_000, []],
    [6_663_001, []],
    [6_663_002, ["全年执行数66,630.02元，支付台账66,630.00元，相差0.02元。"]],
    [null, []],
  ])("of %s 分", (executed, messages) => {
    const executedCents = executed === null ? null : cents(executed);
    const rows = adding(rightRows, "selfEvaluation", evaluationOf({ executedCents }));
    expect(messagesOf(rows, "PERF-16")).toEqual(messages);
  });
});

describe("PERF-17 实际值与台账不符", () => {
  const said = (valueText: string, changes: Partial<Row<"indicatorActual">> = {}): FactRows =>
    adding(
      rightRows,
      "indicatorActual",
      actualOf({ periodTo: isoDate("2022-04-30"), valueText, ...changes }),
    );

  it("compares with what was let on that day", () => {
    expect(messagesOf(said("27台"), "PERF-17")).toEqual([
      "“巡查记录仪使用数量”截至2022-04-30的实际值27台，台账26台。",
    ]);
    expect(messagesOf(said("26台"), "PERF-17")).toEqual([]);
    expect(messagesOf(said("基本配齐"), "PERF-17")).toEqual([]);
    expect(messagesOf(said("27台", { periodTo: isoDate("2022-05-31") }), "PERF-17")).toEqual([]);
  });

  it("counts of a rental the segment in force alone, and nothing of a contract that is over", () => {
    const [segment] = rightRows.rentalSegment;
    const [rental] = rightRows.rental;
    const contract = rightRows.contract.find((row) => row.id === rental?.contractId);
    if (segment === undefined || rental === undefined || contract === undefined) throw new Error("no rental");
    const lent = (rows: FactRows) =>
      adding(rows, "rentalSegment", {
        ...segment,
        id: asId("lent"),
        validFrom: isoDate("2022-04-01"),
        validTo: isoDate("2022-04-30"),
        quantity: decimal("20"),
      });
    expect(messagesOf(lent(said("20台")), "PERF-17")).toEqual([]);
    expect(messagesOf(lent(said("46台")), "PERF-17")).toHaveLength(1);
    const withOther = (changes: Partial<typeof contract>) =>
      adding(
        adding(
          adding(said("26台"), "contract", { ...contract, id: asId("old"), contractNo: "OLD", ...changes }),
          "rental",
          { ...rental, id: asId("old"), contractId: asId("old") },
        ),
        "rentalSegment",
        { ...segment, id: asId("old"), rentalId: asId("old"), validFrom: isoDate("2021-01-01") },
      );
    const last = { startDate: isoDate("2021-01-01"), endDate: isoDate("2022-04-29") };
    expect(messagesOf(withOther(last), "PERF-17")).toEqual([]);
    expect(messagesOf(withOther({ state: "draft" }), "PERF-17")).toEqual([]);
    expect(messagesOf(withOther({ ...last, endDate: isoDate("2022-04-30") }), "PERF-17")).toEqual([
      "“巡查记录仪使用数量”截至2022-04-30的实际值26台，台账52台。",
    ]);
  });

  it("compares with what was handed out in the year", () => {
    const need: Row<"need"> = {
      id: asId("need-1"),
      projectId: asId("project-1"),
      budgetLineId: uniforms.id,
      kind: "uniform",
      name: "工作服",
      unitName: "套",
      unitPrice: null,
      quantity: null,
      perPerson: null,
      replaceYears: 2,
      note: "",
      voidedAt: null,
      voidReason: null,
    };
    const issue = (id: string, issuedOn: string): Row<"needIssue"> => ({
      id: asId(id),
      needId: need.id,
      staffId: null,
      issuedOn: isoDate(issuedOn),
      quantity: decimal("16"),
      paymentId: null,
      note: "",
      voidedAt: null,
      voidReason: null,
    });
    const rows = adding(
      adding(
        adding(
          adding(rightRows, "budgetLine", uniforms),
          "indicator",
          indicatorOf({ id: asId("sets"), seq: 9, name: "工作服制作数量", valueText: "≥30套" }),
        ),
        "need",
        need,
      ),
      "indicatorActual",
      actualOf({ indicatorId: asId("sets"), periodTo: isoDate("2022-04-30"), valueText: "32套" }),
    );
    expect(messagesOf(rows, "PERF-17")).toEqual([]);
    const partly = adding(rows, "needIssue", issue("a", "2022-03-01"), issue("b", "2021-03-01"));
    expect(messagesOf(partly, "PERF-17")).toEqual(["“工作服制作数量”截至2022-04-30的实际值32套，台账16套。"]);
    expect(messagesOf(adding(partly, "needIssue", issue("c", "2022-04-30")), "PERF-17")).toEqual([]);
  });
});

describe("PERF-18 目标偏低", () => {
  it.each([
    ["34台", "≥26台", ["“巡查记录仪使用数量”完成率130.77%，目标可能偏低。"]],
    ["33台", "≥26台", []],
    ["13台", "≥10台", ["“巡查记录仪使用数量”完成率130.00%，目标可能偏低。"]],
    ["40台", "≤26台", []],
    ["40套", "≥26台", []],
    ["配齐", "≥26台", []],
  ])("of %s for %s", (actual, target, messages) => {
    const rows = adding(
      indicator(1, { valueText: target }),
      "indicatorActual",
      actualOf({ valueText: actual }),
    );
    expect(messagesOf(rows, "PERF-18", lastDay)).toEqual(messages);
  });
});

describe("PERF-19 归类错误", () => {
  it("knows where a second level belongs, and can put it there", () => {
    expect(theFinding(indicator(4, { level1: "满意度指标" }), "PERF-19")).toMatchObject({
      message: "“社会效益指标”不属于“满意度指标”，应在“效益指标”下（公共设施受损案件数）。",
      mend: { field: "level1", from: "满意度指标", to: "效益指标" },
    });
  });

  it("finds a level that the form does not have", () => {
    const finding = theFinding(indicator(5, { level2: "长效管理指标" }), "PERF-19");
    expect(finding.message).toBe("“长效管理指标”不属于“满意度指标”，表式里没有这个二级指标（群众满意度）。");
    expect(finding.mend).toBeUndefined();
  });

  it("goes by the form of the year", () => {
    const cost = (template: string, level1: string): FactRows =>
      indicator(
        2,
        { level1, level2: "成本指标" },
        { ...rightRows, project: [projectOf({ template, nature: "经常性项目" })] },
      );
    expect(messagesOf(cost("sh-2022", "产出指标"), "PERF-19")).toEqual([]);
    expect(messagesOf(cost("sh-2026", "产出指标"), "PERF-19")).toHaveLength(1);
  });
});

describe("PERF-20 监控未填", () => {
  const blank = ["7月绩效监控未填写。"];

  it.each([
    ["2022-07-31", []],
    ["2022-08-01", blank],
  ])("on %s", (asOf, messages) => {
    expect(messagesOf(rightRows, "PERF-20", asOf)).toEqual(messages);
  });

  it("is content with one value of that month or later, not with an earlier one", () => {
    const filled = (periodTo: string): FactRows =>
      adding(rightRows, "indicatorActual", actualOf({ periodTo: isoDate(periodTo) }));
    expect(messagesOf(filled("2022-07-31"), "PERF-20", "2022-09-01")).toEqual([]);
    expect(messagesOf(filled("2022-06-30"), "PERF-20", "2022-09-01")).toEqual(blank);
  });

  it("has the month where the office wants it", () => {
    const rows = adding(rightRows, "ruleSetting", {
      id: asId("setting"),
      ruleId: "PERF-20",
      severity: null,
      paramsJson: '{"cutoffMonth":6}',
    });
    expect(messagesOf(rows, "PERF-20", "2022-07-01")).toEqual(["6月绩效监控未填写。"]);
  });

  it("asks why a goal may not be reached", () => {
    const may = (outlook: string, reason = ""): FactRows =>
      adding(rightRows, "indicatorActual", actualOf({ periodTo: isoDate("2022-07-31"), outlook, reason }));
    expect(messagesOf(may("有可能"), "PERF-20", "2022-08-10")).toEqual([
      "“巡查记录仪使用数量”完成目标的可能性为“有可能”，未说明原因。",
    ]);
    expect(messagesOf(may("有可能", "设备送修"), "PERF-20", "2022-08-10")).toEqual([]);
    expect(messagesOf(may("确定能"), "PERF-20", "2022-08-10")).toEqual([]);
  });
});
