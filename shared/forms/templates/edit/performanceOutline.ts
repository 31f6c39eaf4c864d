import type { Block, Items, Line } from "./blocks.ts";
import { itemNames } from "./itemNames.ts";
import { paperLines, signatures, turn } from "./wholePaper.ts";

type Part = "monitoring" | "selfEvaluation";

const head = (part: Part): Items => ({
  kind: "items",
  title: "表头各项",
  path: [part, "head"],
  rows: true,
  keyName: "field",
  text: "label",
  choices: itemNames([{ path: [part, "head"], rows: true }], "field", "label"),
  fresh: { labelSpan: 1, valueSpan: 1 },
});

const funding = (part: Part): readonly Block[] => [
  {
    kind: "lines",
    title: "项目资金",
    lines: [{ path: [part, "funding", "label"], label: "左边的标题" }],
  },
  {
    kind: "items",
    title: "资金各栏",
    path: [part, "funding", "columns"],
    keyName: "key",
    text: "label",
    choices: itemNames([{ path: [part, "funding", "columns"] }], "key", "label"),
    fresh: { span: 1 },
  },
  {
    kind: "items",
    title: "资金各行",
    path: [part, "funding", "rows"],
    keyName: "kind",
    text: "label",
    choices: itemNames([{ path: [part, "funding", "rows"] }], "kind", "label"),
    fresh: {},
  },
];

const indicators = (part: Part, more: Pick<Items, "repeats"> = {}): readonly Block[] => [
  {
    kind: "lines",
    title: "绩效指标",
    lines: [
      { path: [part, "indicators", "label"], label: "左边的标题" },
      {
        path: [part, "indicators", "labelWidth"],
        label: "左边一栏的宽度",
        number: { min: 2, max: 150 },
      },
    ],
  },
  {
    kind: "items",
    title: "指标各栏",
    path: [part, "indicators", "columns"],
    keyName: "key",
    text: "heading",
    size: "width",
    over: true,
    choices: itemNames([{ path: [part, "indicators", "columns"] }], "key", "heading").map((choice) =>
      choice.value === "hindrance" ? { ...choice, label: "偏差原因的一类" } : choice,
    ),
    fresh: { width: 12 },
    ...more,
  },
];

const remarks = (part: Part, lines: readonly (readonly [string, string])[]): Block => ({
  kind: "lines",
  title: "表下的说明",
  lines: lines.map(([key, label]): Line => ({ path: [part, "remarks", key], label })),
});

const monthNote = "{year} 是年度，{month} 是监控到的月份";

export const performanceOutline: Readonly<Record<Part, readonly Block[]>> = {
  monitoring: [
    paperLines("monitoring", [], monthNote),
    turn("monitoring"),
    head("monitoring"),
    ...funding("monitoring"),
    {
      kind: "lines",
      title: "年度目标",
      lines: [{ path: ["monitoring", "goal", "label"], label: "左边的标题" }],
    },
    ...indicators("monitoring", { repeats: ["hindrance"] }),
    {
      kind: "strings",
      title: "完成目标的可能性",
      path: ["monitoring", "outlooks"],
      note: "每行一个，第一个是没有疑问的",
    },
    {
      kind: "strings",
      title: "偏差原因的类别",
      path: ["monitoring", "hindrances"],
      note: "每行一个；表上要打勾的，另在“指标各栏”里加一栏同名的",
    },
    remarks("monitoring", [
      ["problems", "存在问题"],
      ["measures", "整改措施"],
    ]),
    signatures("monitoring"),
  ],
  selfEvaluation: [
    paperLines("selfEvaluation"),
    turn("selfEvaluation"),
    head("selfEvaluation"),
    ...funding("selfEvaluation"),
    {
      kind: "lines",
      title: "年度总体目标",
      lines: [
        { path: ["selfEvaluation", "goal", "label"], label: "左边的标题" },
        { path: ["selfEvaluation", "goal", "expected"], label: "预期目标的栏名" },
        { path: ["selfEvaluation", "goal", "result"], label: "完成情况的栏名" },
      ],
    },
    ...indicators("selfEvaluation"),
    {
      kind: "lines",
      title: "总分和等级",
      lines: [
        { path: ["selfEvaluation", "total"], label: "总分一行" },
        ...[0, 1, 2, 3].flatMap((at): readonly Line[] => [
          { path: ["selfEvaluation", "grades", at, "label"], label: `第 ${at + 1} 等` },
          {
            path: ["selfEvaluation", "grades", at, "from"],
            label: `第 ${at + 1} 等的最低分`,
            number: { min: 0, max: 100 },
          },
        ]),
      ],
    },
    remarks("selfEvaluation", [
      ["execution", "执行率偏低的原因"],
      ["problems", "存在问题"],
      ["measures", "改进措施"],
    ]),
    signatures("selfEvaluation"),
  ],
};
