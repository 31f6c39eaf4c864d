import { describe, expect, it } from "vitest";
import { groupIndicators } from "#shared/forms/builders/indicatorGroups.ts";
import { indicator } from "#test/shared/forms/samplePaper.ts";

const levels = [
  { level1: "产出指标", level2: ["数量指标", "质量指标"] },
  { level1: "效益指标", level2: ["社会效益指标"] },
];

const names = (rows: Parameters<typeof groupIndicators>[0]) =>
  groupIndicators(rows, levels).map(({ level1, size, groups }) => [
    level1,
    size,
    groups.map(({ level2, indicators }) => [level2, indicators.map(({ name }) => name)]),
  ]);

describe("groupIndicators", () => {
  it("brings levels together in the template's order and keeps the officer's order within", () => {
    const rows = [
      indicator(5, ["效益指标", "社会效益指标", "戊", "下降"]),
      indicator(2, ["产出指标", "质量指标", "乙", "=1"]),
      indicator(4, ["产出指标", "数量指标", "丁", "=1"]),
      indicator(1, ["产出指标", "质量指标", "甲", "=1"]),
      indicator(3, ["产出指标", "数量指标", "丙", "=1"]),
    ];
    expect(names(rows)).toEqual([
      [
        "产出指标",
        4,
        [
          ["数量指标", ["丙", "丁"]],
          ["质量指标", ["甲", "乙"]],
        ],
      ],
      ["效益指标", 1, [["社会效益指标", ["戊"]]]],
    ]);
  });

  it("keeps levels that the template does not know, behind those it knows", () => {
    const rows = [
      indicator(1, ["其他指标", "自定", "甲", "=1"]),
      indicator(2, ["产出指标", "自定", "乙", "=1"]),
      indicator(3, ["产出指标", "数量指标", "丙", "=1"]),
    ];
    expect(names(rows)).toEqual([
      [
        "产出指标",
        2,
        [
          ["数量指标", ["丙"]],
          ["自定", ["乙"]],
        ],
      ],
      ["其他指标", 1, [["自定", ["甲"]]]],
    ]);
  });

  it("makes no groups of nothing", () => {
    expect(groupIndicators([], levels)).toEqual([]);
  });
});
