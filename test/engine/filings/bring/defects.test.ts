import { describe, expect, it } from "vitest";
import { bringIn } from "#engine/filings/bring/bringIn.ts";
import { isOnPapers } from "#shared/filings/checkup.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { checkProject } from "#shared/rules/check.ts";
import { emptyOffice } from "#test/engine/support/smallOffice.ts";
import { sourceText } from "./sourcePaper.ts";

/** The office's own papers of 2022 brought in as they are: the 17 mistakes in them, each by the rule that finds it. */
async function broughtIn() {
  const context = await (await emptyOffice()).context();
  const target = { code: "SQZL-2022", fiscalYear: 2022, template: "sh-2022" };
  const source = { text: sourceText() };
  const { projectId } = await bringIn(context, { source, seen: null, target, choices: [] });
  const facts = await context.facts(isoDate("2022-07-08"));
  return { facts, projectId, findings: checkProject(facts, projectId).filter(isOnPapers) };
}

const fill = "带入的财政项目支出绩效目标填报表（2022年度）";
const declared = "带入的财政项目支出绩效目标申报表（2022年度）";

const defects: readonly (readonly [number: number, ruleId: string, messages: readonly RegExp[]])[] = [
  [1, "PERF-01", [new RegExp(`“项目名称”在${declared}为“社区综合服务”，在绩效目标申报表为“社区综合治理”`)]],
  [2, "PERF-02", [new RegExp(`应为“财政项目支出绩效目标申报表”，${fill}写的是“财政项目支出绩效目标填报表”`)]],
  [3, "PERF-01", [/“实施单位”在.*申报表.*城市网格化综合管理中心”，在绩效目标申报表为“.*城市运行管理中心”/]],
  [
    4,
    "PERF-03",
    [new RegExp(`${declared}的“计划开始日期”未填写`), new RegExp(`${declared}的“计划完成日期”未填写`)],
  ],
  [
    5,
    "PERF-03",
    [
      /^“项目总目标”未填写/,
      new RegExp(`${fill}的“项目总目标”未填写`),
      new RegExp(`${declared}的“项目总目标”未填写`),
    ],
  ],
  [6, "PERF-04", [/“工作服验收通过率”改名为“服装验收通过率”/]],
  [7, "PERF-12", [/“现行联系率”疑为“先行联系率”/]],
  [
    8,
    "PERF-04",
    [
      /““多格合一”联勤联动快速、高效处”像是被截断，应为““多格合一”联勤联动快速、高效处置及时率”/,
      /““12345”热线工单规定工作日内结案”像是被截断/,
      /“落实基层网格化队伍建设，奖惩机制”像是被截断/,
    ],
  ],
  [
    9,
    "PERF-10",
    [
      /“>=30套”建议写为“≥30套”/,
      /填报表.*写法不一：.*“430000.00”.*“430000”/,
      /申报表（2022年度）的金额写法不一/,
    ],
  ],
  [10, "PERF-11", [new RegExp(`${fill}的“年度总目标”残留“<p>”“</p>”`)]],
  [
    11,
    "PERF-07",
    [
      /“宣传费用”在说明中出现，“项目概述”和预算明细无此项/,
      /“项目概述”列出“网格巡查处置用品”，“实施方案”没有写/,
    ],
  ],
  [
    12,
    "PERF-11",
    [/实施周期”残留“说明项目实施的周期/, /年度预算安排”残留“说明项目年度/, /绩效目标”残留“包括总目标/],
  ],
  [13, "PERF-12", [/“受助对象重复投诉率”中的“受助对象”像是别类项目的用语/]],
  [14, "PERF-09", [/“公共设施受损案件数：下降”/, /：提升”/, /：健全”/, /：保持街镇前列”/]],
  [
    15,
    "PERF-08",
    [
      new RegExp(`${fill}没有“成本指标”：.*2026.*要求填写`),
      new RegExp(`${declared}没有“成本指标”：.*2026.*要求填写`),
    ],
  ],
  [
    16,
    "PERF-06",
    [/“工作服制作数量”>=30套.*“巡查记录仪使用数量”>=26台.*“对讲机、巡查用手机使用数量”>=100部.*没有预算明细/],
  ],
  [17, "PERF-05", [/“年度预算安排”未写明2022年安排金额/]],
];

describe("the 17 mistakes in the office's own papers", () => {
  it.each(defects)("number %i is found by %s", async (_number, ruleId, messages) => {
    const { findings } = await broughtIn();
    const said = findings.filter((finding) => finding.ruleId === ruleId).map(({ message }) => message);
    for (const message of messages) {
      expect(
        said.filter((each) => message.test(each)),
        `${message} in\n${said.join("\n")}`,
      ).toHaveLength(1);
    }
  });

  it("are all of them that there are numbers for", () => {
    expect(defects.map(([number]) => number)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  });

  it("come with what is in the files they were found in: nothing was mended in silence", async () => {
    const { facts, projectId } = await broughtIn();
    const names = facts.texts.indicatorsOf(projectId).map(({ name, valueText }) => `${name} ${valueText}`);
    expect(names).toContain("“12345”热线现行联系率 =100%");
    expect(names).toContain("工作服制作数量 >=30套");
  });
});

describe("what is mended at a click", () => {
  it("is offered for signs and slips", async () => {
    const { findings } = await broughtIn();
    const mended = (ruleId: string) =>
      findings.filter((finding) => finding.ruleId === ruleId).flatMap(({ mend }) => mend?.to ?? []);
    expect(mended("PERF-10")).toEqual(expect.arrayContaining(["≥30套", "≥26台", "≥100部"]));
    expect(mended("PERF-12")).toEqual(["“12345”热线先行联系率"]);
  });
});
