import type { Block } from "./blocks.ts";
import { itemNames } from "./itemNames.ts";
import { turn } from "./wholePaper.ts";

type Slip = "approvalSlip" | "voucherSlip";
const slips: readonly Slip[] = ["approvalSlip", "voucherSlip"];

const fieldNames = itemNames(
  slips.flatMap((slip) => [{ path: [slip, "above"] }, { path: [slip, "rows"], rows: true }]),
  "field",
  "label",
);
const invoiceNames = itemNames(
  slips.map((slip) => ({ path: [slip, "invoices", "columns"] })),
  "key",
  "heading",
);

/** 付款审批单, 票据粘贴单: a grid of its own for each. */
export const slipOutline = (slip: Slip): readonly Block[] => [
  {
    kind: "lines",
    title: "标题",
    lines: [
      { path: [slip, "title"], label: "单名" },
      { path: [slip, "binding"], label: "左边的装订线", note: "不填就没有装订线", optional: true },
    ],
  },
  turn(slip),
  {
    kind: "items",
    title: "表格上方",
    path: [slip, "above"],
    keyName: "field",
    text: "label",
    choices: fieldNames,
    fresh: { span: 1 },
  },
  {
    kind: "items",
    title: "各行",
    path: [slip, "rows"],
    rows: true,
    keyName: "field",
    text: "label",
    choices: fieldNames,
    fresh: { labelSpan: 1, valueSpan: 1 },
  },
  {
    kind: "items",
    title: "发票各栏",
    path: [slip, "invoices", "columns"],
    keyName: "key",
    text: "heading",
    choices: invoiceNames,
    fresh: { span: 1 },
  },
  {
    kind: "lines",
    title: "发票",
    lines: [
      { path: [slip, "invoices", "total"], label: "合计一行" },
      { path: [slip, "invoices", "none"], label: "没有发票时" },
    ],
  },
  {
    kind: "part",
    title: "核对结果",
    path: [slip, "findings"],
    whole: { label: "核对结果", labelSpan: 1, none: "经核对，没有发现问题。" },
  },
  {
    kind: "part",
    title: "粘贴处",
    path: [slip, "paste"],
    whole: { label: "票据粘贴处", height: 170 },
  },
  {
    kind: "items",
    title: "签字栏",
    path: [slip, "signatures"],
    keyName: "name",
    text: "label",
    repeats: ["handledBy", "reviewedBy", "approvedBy", null],
    choices: [
      { value: "handledBy", label: "经办人的姓名" },
      { value: "reviewedBy", label: "审核人的姓名" },
      { value: "approvedBy", label: "审批人的姓名" },
      { value: null, label: "留空手签" },
    ],
    fresh: { span: 1 },
  },
  {
    kind: "lines",
    title: "签字日期",
    lines: [{ path: [slip, "signedOn"], label: "签字下方" }],
  },
  { kind: "widths", title: "各列宽度", path: [slip, "columns"] },
];
