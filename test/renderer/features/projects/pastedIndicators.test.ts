import { expect, it } from "vitest";
import { asId } from "#shared/kernel/id.ts";
import type { Indicator } from "#shared/model/project.ts";
import { readPastedTable } from "../../../../renderer/components/pasteTable.ts";
import { newIndicator } from "../../../../renderer/features/projects/indicators/indicatorFields.ts";
import {
  type PastedKey,
  pastedIndicators,
} from "../../../../renderer/features/projects/indicators/pastedIndicators.ts";

const levels = [
  { level1: "产出指标", level2: ["数量指标", "质量指标"], needed: [] },
  { level1: "满意度指标", level2: ["服务对象满意度指标"], needed: [] },
];
const columns = [
  { key: "level2", title: "二级指标" },
  { key: "name", title: "三级指标" },
  { key: "valueText", title: "年度指标值" },
] as const;
const indicator = (seq: number, level2: string, name: string): Indicator => ({
  ...newIndicator(asId("p"), seq, { level1: "产出指标", level2 }),
  ...{ id: asId(`${level2}${name}`), name, evidence: "合同", voidedAt: null, voidReason: null },
});
const pasted = (indicators: readonly Indicator[], ...lines: readonly string[]) => {
  const text = ["二级指标\t三级指标\t年度指标值", ...lines].join("\n");
  return pastedIndicators(indicators, readPastedTable<PastedKey>(text, columns).lines, levels);
};

it("changes each indicator once, where two levels have one of the same name", () => {
  const both = [indicator(1, "数量指标", "完成率"), indicator(2, "质量指标", "完成率")];
  expect(
    pasted(both, "质量指标\t完成率\t≥90%", "数量指标\t完成率\t≥80%", "数量指标\t完成率\t≥70%"),
  ).toMatchObject([
    { id: "质量指标完成率", valueText: "≥90%" },
    { id: "数量指标完成率", valueText: "≥80%" },
    { id: null, seq: 5, valueText: "≥70%" },
  ]);
});

it("takes one of the same name at another level for a new one while the old one is pasted too", () => {
  const one = [indicator(1, "数量指标", "完成率")];
  expect(pasted(one, "质量指标\t完成率\t≥90%", "数量指标\t完成率\t≥80%")).toMatchObject([
    { id: null, seq: 2, level2: "质量指标" },
    { id: "数量指标完成率", level2: "数量指标" },
  ]);
});

it("moves one that alone has its name to the level that is pasted, and leaves what is not pasted alone", () => {
  const one = [indicator(1, "数量指标", "满意度")];
  expect(pasted(one, "服务对象满意度指标\t满意度\t≥90%")).toEqual([
    {
      ...{ id: "数量指标满意度", level1: "满意度指标", level2: "服务对象满意度指标" },
      ...{ name: "满意度", valueText: "≥90%" },
    },
  ]);
});
