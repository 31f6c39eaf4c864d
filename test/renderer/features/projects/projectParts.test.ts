import { describe, expect, it } from "vitest";
import { type ProjectView, projectRoutes } from "#shared/api/projects.ts";
import { templateForYear } from "#shared/forms/templates/templates.ts";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import type { FundingSource, Indicator } from "#shared/model/project.ts";
import {
  fundingFields,
  fundingRows,
  fundingSum,
  statedSum,
} from "../../../../renderer/features/projects/basics/funding.ts";
import {
  changedFields,
  newIndicator,
  valueReading,
} from "../../../../renderer/features/projects/indicators/indicatorFields.ts";
import {
  indicatorLines,
  levelChoices,
} from "../../../../renderer/features/projects/indicators/indicatorLines.ts";
import { newProject, projectFields } from "../../../../renderer/features/projects/projectFields.ts";

const projectId = asId("p");
const source = (
  scope: FundingSource["scope"],
  kind: FundingSource["kind"],
  amount: number,
): FundingSource => ({ id: asId(`${scope}-${kind}`), projectId, scope, kind, amountCents: cents(amount) });

describe("the block of funds", () => {
  const sources = [
    source("annual", "sum", 500),
    source("annual", "currentAppropriation", 300),
    source("annual", "carryOver", 100),
    source("total", "fiscal", 400),
  ];

  it("fills in nothing for what is missing, and adds up", () => {
    const fields = fundingFields(sources);
    expect(fields.annualOther).toBe(0);
    expect(fundingSum(fields, "annual")).toBe(400);
    expect(fundingSum(fields, "total")).toBe(400);
  });

  it("still knows what the paper stated", () => {
    expect(statedSum(sources, "annual")).toBe(500);
    expect(statedSum(sources, "total")).toBeUndefined();
  });

  it("is saved with sums that are true", () => {
    const rows = fundingRows(fundingFields(sources));
    expect(rows.find((row) => row.scope === "annual" && row.kind === "sum")?.amountCents).toBe(400);
    expect(rows).toHaveLength(7);
  });
});

describe("indicators in the grid", () => {
  const indicator = (id: string, seq: number, level1: string, level2: string): Indicator => ({
    ...newIndicator(projectId, seq, { level1, level2 }),
    id: asId(id),
    name: `指标${id}`,
    voidedAt: null,
    voidReason: null,
  });
  const levels = [
    { level1: "产出指标", level2: ["数量指标", "质量指标"], needed: [] },
    { level1: "效益指标", level2: ["社会效益指标"], needed: [] },
  ];
  const some = [
    indicator("a", 2, "效益指标", "社会效益指标"),
    indicator("b", 1, "产出指标", "质量指标"),
    indicator("c", 3, "产出指标", "质量指标"),
  ];
  const keyOf = (id: string) => id;
  const keys = (lines: ReturnType<typeof indicatorLines>) => lines.map((line) => line.key);

  it("stand by level in the order of the sheet, each group once", () => {
    expect(keys(indicatorLines(some, levels, keyOf, null))).toEqual([
      "产出指标/质量指标",
      "b",
      "c",
      "效益指标/社会效益指标",
      "a",
    ]);
  });

  it("are numbered from top to bottom for the keys", () => {
    const places = indicatorLines(some, levels, keyOf, null).flatMap((line) =>
      line.kind === "indicator" ? [line.index] : [],
    );
    expect(places).toEqual([0, 1, 2]);
  });

  it("show one that is being written where it will stand, without an id", () => {
    const begun = {
      key: "new-0",
      indicator: newIndicator(projectId, 4, { level1: "产出指标", level2: "数量指标" }),
    };
    const lines = indicatorLines(some, levels, keyOf, begun);
    expect(keys(lines).slice(0, 2)).toEqual(["产出指标/数量指标", "new-0"]);
    expect(lines[1]).toMatchObject({ indicator: { id: null } });
  });

  it("may stand under levels the sheet does not know", () => {
    const odd = [...some, indicator("d", 9, "其他指标", "别的")];
    expect(levelChoices(odd, levels)).toEqual([
      { level1: "产出指标", level2: ["数量指标", "质量指标"] },
      { level1: "效益指标", level2: ["社会效益指标"] },
      { level1: "其他指标", level2: ["别的"] },
    ]);
  });

  it("are saved in what was typed alone, and whole while the screen has not heard that they are stored", () => {
    const begun = newIndicator(projectId, 4, { level1: "产出指标", level2: "数量指标" });
    const stored = { ...begun, id: asId("x"), name: "巡查次数" };
    expect(changedFields(stored, { ...stored, valueText: "≥30次" })).toEqual({ valueText: "≥30次" });
    expect(changedFields(begun, { ...begun, name: "巡查次数" })).toMatchObject({
      name: "巡查次数",
      baseValue: "",
    });
  });

  const plain = { percent: "plain", equalsBeforeUnits: true } as const;
  const bracketed = { percent: "bracketed", equalsBeforeUnits: false } as const;

  it.each([
    ["≥30套", "", "", "读作：不少于 30 套，印成 ≥30套"],
    [">=90%", "", "", "读作：不少于 90 %，印成 ≥90.00(%)"],
    ["985米", "", "", "读作：等于 985 米，印成 985米"],
    ["80%-90%", "", "", "读作：80 到 90 %，印成 80.00-90.00(%)"],
    ["≥30", "", "待核", "没有计量单位"],
    ["=120%", "", "待核", "超过100%"],
    ["健全", "2021 年未建立", "", "定性，印成 健全"],
    ["健全", "", "待核", "基期值或评判标准"],
    ["", "", "待填", "可写作"],
    ["<p>", "", "待核", "读不出"],
  ])("value %j with base %j says %j: %s", (valueText, baseValue, sign, help) => {
    const style = help.includes("印成 ≥30套") ? plain : bracketed;
    const reading = valueReading({ name: "数量", valueText, baseValue, evidence: "" }, style);
    expect(reading.sign).toBe(sign);
    expect(reading.help).toContain(help);
  });
});

describe("the target sheet of a year", () => {
  it("is the latest that is not younger", () => {
    expect(templateForYear(2022)?.id).toBe("sh-2022");
    expect(templateForYear(2025)?.id).toBe("sh-2022");
    expect(templateForYear(2027)?.id).toBe("sh-2026");
    expect(templateForYear(2019)?.id).toBe("sh-2022");
  });
});

describe("a new project", () => {
  const begun = { code: "WH-2026", name: "社区文化", fiscalYear: 2026 };

  it("lasts the whole year and belongs to the office's units", () => {
    const department = { id: asId("d"), kind: "department" as const };
    const unit = { id: asId("u"), kind: "unit" as const };
    expect(newProject(begun, [unit, department])).toMatchObject({
      startDate: "2026-01-01",
      endDate: "2026-12-31",
      departmentUnitId: "d",
      implementingUnitId: "u",
      template: "sh-2026",
    });
  });

  it("is carried out by the department where there is no other unit, and by nobody known otherwise", () => {
    const department = { id: asId("d"), kind: "department" as const };
    expect(newProject(begun, [department]).implementingUnitId).toBe("d");
    expect(newProject(begun, []).implementingUnitId).toBeNull();
  });
});

describe("what is saved of a project", () => {
  it("is all that the route takes and nothing else: whatever a view gains besides would keep it from being saved", () => {
    const { id: _, ...begun } = newProject({ code: "A", name: "甲", fiscalYear: 2022 }, []);
    const view: ProjectView = {
      ...begun,
      id: projectId,
      voidedAt: null,
      voidReason: null,
      previousProjectId: asId("last year"),
      departmentName: "",
      implementingName: "",
      annualCents: cents(0),
      paidCents: cents(0),
      committedCents: cents(0),
      executionBp: null,
      findings: { block: 0, warn: 0, hint: 0 },
    };
    const fields = projectFields(view);
    expect(projectRoutes["projects.save"].input.parse(fields)).toEqual(fields);
  });
});
