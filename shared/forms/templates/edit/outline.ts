import { fontRoles } from "../../fonts.ts";
import type { Block, Choice, Items, Line } from "./blocks.ts";
import type { Path } from "./draft.ts";
import { itemNames } from "./itemNames.ts";
import type { TemplatePart } from "./parts.ts";
import { performanceOutline } from "./performanceOutline.ts";
import { slipOutline } from "./slipOutline.ts";
import { targetsOutline } from "./targetsOutline.ts";
import { paperLines, signatures, turn } from "./wholePaper.ts";

const fontWords: Readonly<Record<(typeof fontRoles)[number], string>> = {
  title: "大标题字体",
  hei: "标题和表头字体",
  song: "表格正文字体",
  fang: "正文字体",
  kai: "二级标题字体",
};

const slotWords = { month: "月", quarter: "季度小计", year: "全年" } as const;
const slotNotes = { month: "{month} 是 1 到 12", quarter: "{quarter} 是 1 到 4", year: "" } as const;

/** What of a template an office can change, part by part: the one list that the window, the faults and the differences go by. */
export const outline: Readonly<Record<TemplatePart, readonly Block[]>> = {
  common: [
    {
      kind: "lines",
      title: "通用",
      lines: [
        { path: ["name"], label: "表式名称" },
        {
          path: ["fromYear"],
          label: "适用年度起",
          note: "这一年度起新建、结转的项目默认选用；已有的项目不变",
          number: { min: 2000, max: 2100 },
        },
        ...fontRoles.map((role): Line => ({ path: ["fonts", role], label: fontWords[role] })),
      ],
    },
  ],
  narrative: [
    {
      kind: "lines",
      title: "情况说明",
      lines: [{ path: ["narrative", "title"], label: "标题", note: "{name} 是项目名称" }],
    },
    { kind: "headings", title: "段落标题和填写说明", path: ["narrative", "headings"] },
  ],
  targets: targetsOutline,
  budget: table("budget", [
    { value: "governmentCode", label: "政府经济分类编码" },
    { value: "governmentName", label: "政府经济分类名称" },
  ]),
  rentalMonths: [
    paperLines("rentalMonths"),
    turn("rentalMonths"),
    columns("左边的栏目", ["rentalMonths", "lead"]),
    {
      kind: "lines",
      title: "月、季、年各栏",
      lines: (["month", "quarter", "year"] as const).flatMap((slot): readonly Line[] => [
        { path: ["rentalMonths", slot, "heading"], label: `${slotWords[slot]}栏名`, note: slotNotes[slot] },
        {
          path: ["rentalMonths", slot, "width"],
          label: `${slotWords[slot]}栏宽`,
          number: { min: 2, max: 150 },
        },
      ]),
    },
    {
      kind: "items",
      title: "每组设备的各行",
      path: ["rentalMonths", "items"],
      keyName: "key",
      text: "label",
      choices: itemNames([{ path: ["rentalMonths", "items"] }], "key", "label"),
      fresh: {},
    },
    signatures("rentalMonths"),
  ],
  payPlan: table("payPlan"),
  execution: [
    ...table("execution"),
    {
      kind: "lines",
      title: "表下的资金来源",
      lines: [{ path: ["execution", "funding", "heading"], label: "标题" }],
    },
    {
      kind: "items",
      title: "资金来源各栏",
      path: ["execution", "funding", "columns"],
      keyName: "key",
      text: "heading",
      choices: itemNames([{ path: ["execution", "funding", "columns"] }], "key", "heading"),
      fresh: { span: 1 },
    },
  ],
  paymentCheck: table("paymentCheck"),
  contracts: table("contracts"),
  invoices: table("invoices"),
  monitoring: performanceOutline.monitoring,
  selfEvaluation: performanceOutline.selfEvaluation,
  approvalSlip: slipOutline("approvalSlip"),
  voucherSlip: slipOutline("voucherSlip"),
};

/** A sheet of rows under a heading. */
function table(part: TemplatePart, more: readonly Choice[] = []): readonly Block[] {
  return [paperLines(part), turn(part), columns("栏目", [part, "columns"], more), signatures(part)];
}

function columns(title: string, path: Path, more: readonly Choice[] = []): Items {
  return {
    kind: "items",
    title,
    path,
    keyName: "key",
    text: "heading",
    size: "width",
    over: true,
    choices: itemNames([{ path }], "key", "heading", more),
    fresh: { width: 12 },
  };
}
