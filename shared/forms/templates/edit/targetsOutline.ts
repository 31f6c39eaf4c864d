import { templates } from "../templates.ts";
import type { Block, Line } from "./blocks.ts";
import { itemNames } from "./itemNames.ts";
import { paperLines, turn } from "./wholePaper.ts";

const at = (...path: readonly (string | number)[]) => ["targets", ...path];
const fields = itemNames([{ path: at("head"), rows: true }], "field", "label");
const goals = itemNames([{ path: at("goals", "goals") }], "field", "label");
const [model] = templates;

const fundingLines: readonly Line[] = (model?.targets.funding.rows ?? []).flatMap((row, index) =>
  (["total", "annual"] as const).flatMap((side): readonly Line[] =>
    row[side] === null
      ? []
      : [
          {
            path: at("funding", "rows", index, side, "label"),
            label: `${side === "total" ? "左" : "右"}栏第 ${index + 1} 行`,
          },
        ],
  ),
);

const headingWords = ["一级指标", "二级指标", "三级指标", "指标值"] as const;

/** 绩效目标申报表 and 填报表: one sheet under two titles. */
export const targetsOutline: readonly Block[] = [
  paperLines("targets", [{ path: at("fillTitle"), label: "填报表的表名" }]),
  turn("targets"),
  {
    kind: "items",
    title: "表头各项",
    path: at("head"),
    rows: true,
    keyName: "field",
    text: "label",
    choices: fields,
    fresh: { labelSpan: 1, valueSpan: 1 },
  },
  {
    kind: "lines",
    title: "项目资金",
    lines: [{ path: at("funding", "label"), label: "左边的标题" }, ...fundingLines],
  },
  {
    kind: "lines",
    title: "绩效目标",
    lines: [{ path: at("goals", "label"), label: "左边的标题" }],
  },
  {
    kind: "items",
    title: "目标各栏",
    path: at("goals", "goals"),
    keyName: "field",
    text: "label",
    choices: goals,
    fresh: { span: 1 },
  },
  {
    kind: "lines",
    title: "绩效指标",
    lines: [
      { path: at("indicators", "label"), label: "左边的标题" },
      ...headingWords.map(
        (label, index): Line => ({
          path: at("indicators", "headings", index, "label"),
          label: `${label}的栏名`,
        }),
      ),
    ],
  },
  { kind: "levels", title: "指标分级", path: at("indicators", "levels") },
  {
    kind: "choice",
    title: "指标值的百分数",
    path: at("valueStyle", "percent"),
    options: [
      { value: "plain", label: "=100%" },
      { value: "bracketed", label: "=100.00(%)" },
    ],
  },
  {
    kind: "choice",
    title: "有单位的等于",
    path: at("valueStyle", "equalsBeforeUnits"),
    options: [
      { value: true, label: "=985米" },
      { value: false, label: "985米" },
    ],
  },
  { kind: "checks", title: "必填项", path: at("required"), choices: [...fields, ...goals] },
  { kind: "widths", title: "各列宽度", path: at("columns") },
];
