import { describe, expect, it } from "vitest";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { findingsOf, messagesOf, theFinding } from "../checking.ts";
import { adding, changing, lineOf, rightRows } from "../sampleRows.ts";

const section = (seq: number, body: string, rows: FactRows = rightRows): FactRows =>
  changing(rows, "narrativeSection", `section-${seq}`, { body });

const project = (changes: Partial<Row<"project">>): FactRows =>
  changing(rightRows, "project", "project-1", changes);

describe("PERF-01 名称/单位不一致", () => {
  it("compares what the narrative calls project and unit with the sheet", () => {
    expect(
      messagesOf(section(3, "社区综合服务项目经费由广富林街道城市网格化中心负责实施。"), "PERF-01"),
    ).toEqual([
      "“实施单位”在情况说明为“广富林街道城市网格化中心”，在绩效目标申报表为“广富林街道办事处”。",
      "“项目名称”在情况说明为“社区综合服务”，在绩效目标申报表为“社区综合治理”。",
    ]);
  });

  it("takes a short name, “本项目” and another unit that helps for what they are", () => {
    expect(messagesOf(section(3, "本项目经费由街道办负责实施。"), "PERF-01")).toEqual([]);
    expect(messagesOf(section(3, "由广富林街道办事处具体负责实施，各村居配合。"), "PERF-01")).toEqual([]);
  });

  const alias = (validTo: string): Row<"projectName"> => ({
    id: asId("alias-1"),
    projectId: asId("project-1"),
    name: "社区综合服务",
    validFrom: null,
    validTo: isoDate(validTo),
  });

  it("lets an earlier name stand while it was in force", () => {
    const rows = section(3, "社区综合服务项目经费由广富林街道办事处负责实施。");
    expect(messagesOf(adding(rows, "projectName", alias("2022-06-30")), "PERF-01")).toEqual([]);
    expect(messagesOf(adding(rows, "projectName", alias("2021-12-31")), "PERF-01")).toHaveLength(1);
  });

  const renamed = adding(
    changing(rightRows, "ownUnitName", "name-1", { validFrom: isoDate("2021-09-01") }),
    "ownUnitName",
    {
      id: asId("name-0"),
      ownUnitId: asId("unit-1"),
      name: "广富林街道管理委员会",
      validFrom: null,
      validTo: isoDate("2021-08-31"),
    },
  );

  it("finds a name of before the renaming, but not in a title or after 原", () => {
    expect(messagesOf(section(4, "由广富林街道管理委员会按季度支付。", renamed), "PERF-01")).toEqual([
      "情况说明中的“广富林街道管理委员会”当时已不是本单位的名称，应为“广富林街道办事处”。",
    ]);
    expect(messagesOf(section(4, "按《广富林街道管理委员会采购办法》执行。", renamed), "PERF-01")).toEqual(
      [],
    );
    expect(messagesOf(section(4, "原广富林街道管理委员会已撤销。", renamed), "PERF-01")).toEqual([]);
  });

  it("finds a contract of a unit that the project does not name", () => {
    const other = adding(rightRows, "ownUnitName", {
      id: asId("name-2"),
      ownUnitId: asId("unit-2"),
      name: "街道社区事务受理中心",
      validFrom: null,
      validTo: null,
    });
    const rows = changing(
      adding(other, "ownUnit", { ...rightOwnUnit(), id: asId("unit-2"), creditCode: null }),
      "contract",
      "contract-1",
      { ownUnitId: asId("unit-2") },
    );
    expect(theFinding(rows, "PERF-01")).toMatchObject({
      severity: "block",
      figures: { field: "甲方", written: "街道社区事务受理中心" },
    });
  });
});

function rightOwnUnit(): Row<"ownUnit"> {
  const [unit] = rightRows.ownUnit;
  if (unit === undefined) throw new Error("no unit");
  return unit;
}

describe("PERF-03 必填为空/日期错误", () => {
  it("names each field that is blank", () => {
    const rows = section(5, " ", project({ overallGoal: " ", startDate: null }));
    expect(messagesOf(rows, "PERF-03").toSorted()).toEqual([
      "“情况说明：五、实施周期”未填写。",
      "“计划开始日期”未填写。",
      "“项目总目标”未填写。",
    ]);
  });

  it("asks for what the template of the year asks for", () => {
    expect(messagesOf(project({ template: "sh-2026", nature: "" }), "PERF-03")).toEqual([
      "“项目性质”未填写。",
    ]);
    expect(messagesOf(project({ template: "no-such" }), "PERF-03")).toEqual([]);
  });

  it.each([
    [{ endDate: isoDate("2021-12-31") }, "计划完成日期2021-12-31早于计划开始日期2022-01-01。"],
    [
      { startDate: isoDate("2023-01-01"), endDate: isoDate("2024-12-31") },
      "预算年度2022不在计划期2023-01-01至2024-12-31之内。",
    ],
  ])("finds dates that can not be: %o", (changes, message) => {
    expect(messagesOf(project(changes), "PERF-03")).toEqual([message]);
  });

  it("lets a project of several years and a year's last day be", () => {
    const rows = project({ startDate: isoDate("2020-01-01"), endDate: isoDate("2022-12-31") });
    expect(messagesOf(rows, "PERF-03")).toEqual([]);
  });

  it("asks for values, for indicators and for the year's money", () => {
    const rows = changing(rightRows, "indicator", "indicator-2", { valueText: " " });
    expect(messagesOf(rows, "PERF-03")).toEqual(["指标“设备利用率”的年度指标值未填写。"]);
    expect(messagesOf({ ...rightRows, indicator: [], fundingSource: [] }, "PERF-03").toSorted()).toEqual([
      "“年度资金申请总额”未填写。",
      "“绩效指标”未填写。",
    ]);
  });

  it("says of papers that nobody began only that", () => {
    const rows = { ...project({ overallGoal: "", annualGoal: "" }), indicator: [], narrativeSection: [] };
    expect(theFinding(rows, "PERF-03").severity).toBe("hint");
    expect(findingsOf(rows).filter(({ ruleId }) => ruleId.startsWith("PERF"))).toHaveLength(1);
  });
});

describe("PERF-05 年度预算安排缺金额", () => {
  it.each([
    "具体见表格。",
    "项目总投资500万元。",
    "2021年安排建设资金50万元。",
    "截至目前累计安排80万元。",
    "每台85元/月。",
  ])("misses the year's amount in %s", (body) => {
    expect(messagesOf(section(6, body), "PERF-05")).toEqual(["“年度预算安排”未写明2022年安排金额。"]);
  });

  it.each([
    "2022年安排26.65万元。",
    "本年度预算金额为266,520元。",
    "总投资500万元，其中2022年安排26.65万元。",
    "已在2021年安排。",
  ])("is content with %s", (body) => {
    expect(messagesOf(section(6, body), "PERF-05")).toEqual([]);
  });
});

describe("PERF-07 说明与预算构成不一致", () => {
  const more = lineOf({
    id: asId("line-3"),
    seq: 3,
    name: "宣传费用",
    quantity: null,
    unitPrice: null,
    periods: null,
  });

  it("finds a line that the narrative does not list, and says where it is paid", () => {
    const rows = adding(rightRows, "budgetLine", more);
    expect(messagesOf(rows, "PERF-07")).toEqual(["“宣传费用”在预算明细中有，“项目概述”的支出内容里没有。"]);
    expect(messagesOf(section(4, "宣传费用按实际工作需要使用支付。", rows), "PERF-07")).toEqual([
      "“宣传费用”在预算明细和“实施方案”中有，“项目概述”的支出内容里没有。",
    ]);
  });

  it("finds what is listed or paid and has no line, once", () => {
    const listed = section(1, "由大联动综合整治费用、城运巡查记录仪月租费、培训费等组成。");
    expect(messagesOf(listed, "PERF-07")).toEqual(["“培训费”在说明中出现，预算明细无此项。"]);
    const paid = section(4, "宣传费用按实际工作需要使用支付。");
    expect(messagesOf(paid, "PERF-07")).toEqual(["“宣传费用”在说明中出现，“项目概述”和预算明细无此项。"]);
  });

  it("says nothing of a description that lists nothing", () => {
    expect(messagesOf(section(1, "为加强综合治理设立本项目。"), "PERF-07")).toEqual([]);
    expect(messagesOf({ ...rightRows, budgetLine: [] }, "PERF-07")).toEqual([]);
  });
});

describe("PERF-11 占位符/标签残留", () => {
  it.each([
    ["annualGoal", "完成XX项工作", "“年度总目标”残留“XX”。"],
    ["annualGoal", "由{单位}负责，时间待定", "“年度总目标”残留“{单位}”“待定”。"],
    ["name", "××项目", "“项目名称”残留“××”。"],
  ])("finds what was not filled in: %s", (field, text, message) => {
    expect(messagesOf(project({ [field]: text }), "PERF-11")).toEqual([message]);
  });

  it("finds the template's own words", () => {
    expect(messagesOf(section(5, "说明项目实施的周期，具体见表格。"), "PERF-11")).toEqual([
      "“情况说明：五、实施周期”残留“说明项目实施的周期，具体见表格”。",
    ]);
  });

  it("finds the words of the office's own form too, but not what stands there when the paper is done", () => {
    const { narrative } = templateOf("sh-2022");
    const headings = [
      { heading: "实施周期", instruction: "写清从哪一天到哪一天" },
      { heading: "绩效目标", instruction: "详见单位的项目绩效目标表" },
    ];
    const own = (body: string) =>
      adding(changing(section(5, body), "project", "project-1", { template: "gfl-2022" }), "formTemplate", {
        id: asId("template-1"),
        key: "gfl-2022",
        title: "本街道表式",
        basedOn: "sh-2022",
        templateJson: JSON.stringify({ narrative: { ...narrative, headings } }),
        changedAt: "2022-01-10T09:00:00.000Z" as Row<"formTemplate">["changedAt"],
        changedBy: "李会计",
        note: "",
        voidedAt: null,
        voidReason: null,
      });
    expect(messagesOf(own("写清从哪一天到哪一天，见表。"), "PERF-11")).toEqual([
      "“情况说明：五、实施周期”残留“写清从哪一天到哪一天”。",
    ]);
    expect(messagesOf(own("详见单位的项目绩效目标表。"), "PERF-11")).toEqual([]);
  });

  it("offers to take out tags and quote marks, but no words", () => {
    const tagged = project({ annualGoal: "<p>确保顺利开展。</p>" });
    expect(theFinding(tagged, "PERF-11").mend).toEqual({
      entity: "project",
      id: "project-1",
      field: "annualGoal",
      from: "<p>确保顺利开展。</p>",
      to: "确保顺利开展。",
    });
    expect(theFinding(project({ annualGoal: '"1.完成整治"' }), "PERF-11").mend?.to).toBe("1.完成整治");
    expect(theFinding(project({ annualGoal: "<p>XX</p>" }), "PERF-11").mend).toBeUndefined();
  });

  it.each(["26台×85元×12个月", "型号AXX30", "沪府〔二○○八〕5号", "评定等级待定级", "“高效处置一件事”"])(
    "leaves %s alone",
    (text) => {
      expect(messagesOf(project({ annualGoal: text }), "PERF-11")).toEqual([]);
    },
  );
});

describe("PERF-12 疑似错别字/套用", () => {
  it("finds a slip and mends no more than it", () => {
    const rows = changing(rightRows, "indicator", "indicator-3", { name: "“12345”热线现行联系率" });
    expect(theFinding(rows, "PERF-12")).toMatchObject({
      severity: "hint",
      message: "“现行联系率”疑为“先行联系率”（第3项指标的名称）。",
      mend: { entity: "indicator", field: "name", to: "“12345”热线先行联系率" },
    });
  });

  it("finds words of another kind of project, and lets them be in one of that kind", () => {
    const rows = changing(rightRows, "indicator", "indicator-4", { name: "受助对象重复投诉率" });
    expect(messagesOf(rows, "PERF-12")).toEqual([
      "指标“受助对象重复投诉率”中的“受助对象”像是别类项目的用语，疑为套用。",
    ]);
    expect(messagesOf(section(1, "困难群众救助资金。", rows), "PERF-12")).toEqual([]);
  });

  it("lets 现行 and 截止日期 be where they are right", () => {
    expect(messagesOf(project({ annualGoal: "按现行制度执行，截止日期为12月。" }), "PERF-12")).toEqual([]);
  });
});

describe("PERF-13 元/万元口径", () => {
  it.each([
    ["2022年预算安排26.66万元。", 0],
    ["2022年预算安排26.67万元。", 1],
    ["2022年预算安排266520元。", 0],
    ["2022年预算安排26.65万元，其中整治24万元、租赁2.65万元。", 0],
    ["2021年安排30万元。", 0],
  ])("of %s finds %i", (body, count) => {
    expect(messagesOf(section(6, body), "PERF-13")).toHaveLength(count);
  });

  it("says when 元 and 万元 were mixed up", () => {
    expect(theFinding(section(6, "2022年预算安排266520万元。"), "PERF-13")).toMatchObject({
      severity: "block",
      message: "说明为266520万元，绩效目标申报表为266,520.00元，相差一万倍，疑似“元”与“万元”写混。",
      remedy: "请把“年度预算安排”的金额改为26.65万元，或核对年度资金申请总额。",
    });
    expect(messagesOf(section(6, "2022年预算安排26.652元。"), "PERF-13")[0]).toContain("相差一万倍");
  });

  it("allows for rounding as far as the office wants", () => {
    const rows = adding(section(6, "2022年预算安排26.7万元。"), "ruleSetting", {
      id: asId("setting"),
      ruleId: "PERF-13",
      severity: null,
      paramsJson: JSON.stringify({ toleranceCents: cents(48_000) }),
    });
    expect(messagesOf(rows, "PERF-13")).toEqual([]);
  });
});
