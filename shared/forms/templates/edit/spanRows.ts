import {
  type Draft,
  isRecord,
  numberAt,
  type Path,
  recordsAt,
  rowsAt,
  valueAt,
  withValueAt,
} from "./draft.ts";
import type { TemplatePart } from "./parts.ts";

/** A row of a paper whose cells take whole columns of its grid. */
export type SpanRow = Readonly<{
  /** What it is called, for a message. */
  name: string;
  /** Where a message about it belongs. */
  path: Path;
  spans: readonly Path[];
  /** Columns of the grid. */
  total: number;
  /** A last cell takes what is left, one column at least. */
  isOpen?: true;
}>;

/** Every row of a part whose spans must come to the columns of its paper. */
export function spanRows(draft: unknown, part: TemplatePart): readonly SpanRow[] {
  switch (part) {
    case "targets":
      return targetRows(draft);
    case "monitoring":
    case "selfEvaluation":
      return performanceRows(draft, part);
    case "execution":
      return [
        listRow(draft, "资金来源各栏", ["execution", "funding", "columns"], {
          total: recordsAt(draft, ["execution", "columns"]).length,
        }),
      ];
    case "approvalSlip":
    case "voucherSlip":
      return slipRows(draft, part);
    default:
      return [];
  }
}

const gridOf = (draft: unknown, path: Path): number => {
  const widths = valueAt(draft, path);
  return Array.isArray(widths) ? widths.length : 0;
};

/** The spans of a list of cells, after those of the labels at their left. */
const listRow = (
  draft: unknown,
  name: string,
  path: Path,
  { total, before = [] }: Readonly<{ total: number; before?: readonly Path[] }>,
): SpanRow => ({
  name,
  path,
  spans: [...before, ...recordsAt(draft, path).map((_, index) => [...path, index, "span"])],
  total,
});

/** Rows of labels with their values. */
const fieldRows = (draft: unknown, name: string, path: Path, total: number): readonly SpanRow[] =>
  rowsAt(draft, path).map((fields, row) => ({
    name: `${name}第 ${row + 1} 行`,
    path: [...path, row],
    spans: fields.flatMap((_, index) => [
      [...path, row, index, "labelSpan"],
      [...path, row, index, "valueSpan"],
    ]),
    total,
  }));

function targetRows(draft: unknown): readonly SpanRow[] {
  const total = gridOf(draft, ["targets", "columns"]);
  const funding = ["targets", "funding"];
  const before = (block: string): readonly Path[] => [["targets", block, "labelSpan"]];
  return [
    ...fieldRows(draft, "表头", ["targets", "head"], total),
    {
      name: "项目资金",
      path: funding,
      spans: [...before("funding"), ...[0, 1, 2, 3].map((index) => [...funding, "spans", index])],
      total,
    },
    listRow(draft, "绩效目标", ["targets", "goals", "goals"], { total, before: before("goals") }),
    listRow(draft, "绩效指标", ["targets", "indicators", "headings"], {
      total,
      before: before("indicators"),
    }),
  ];
}

function performanceRows(draft: unknown, part: "monitoring" | "selfEvaluation"): readonly SpanRow[] {
  const total = recordsAt(draft, [part, "indicators", "columns"]).length + 1;
  const open = (name: string, block: string, keys: readonly string[]): SpanRow => ({
    name,
    path: [part, block],
    spans: keys.map((key) => [part, block, key]),
    total,
    isOpen: true,
  });
  return [
    ...fieldRows(draft, "表头", [part, "head"], total),
    listRow(draft, "项目资金", [part, "funding", "columns"], {
      total,
      before: [
        [part, "funding", "labelSpan"],
        [part, "funding", "nameSpan"],
      ],
    }),
    open("年度目标", "goal", part === "monitoring" ? ["labelSpan"] : ["labelSpan", "expectedSpan"]),
    open("表下的说明", "remarks", ["labelSpan"]),
  ];
}

function slipRows(draft: unknown, slip: "approvalSlip" | "voucherSlip"): readonly SpanRow[] {
  const total = gridOf(draft, [slip, "columns"]);
  return [
    listRow(draft, "表格上方", [slip, "above"], { total }),
    ...fieldRows(draft, "", [slip, "rows"], total),
    listRow(draft, "发票各栏", [slip, "invoices", "columns"], { total }),
    ...(isRecord(valueAt(draft, [slip, "findings"]))
      ? [
          {
            name: "核对结果",
            path: [slip, "findings"],
            spans: [[slip, "findings", "labelSpan"]],
            total,
            isOpen: true as const,
          },
        ]
      : []),
    listRow(draft, "签字栏", [slip, "signatures"], { total }),
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** How many columns the cells of a row take. */
export const takenBy = (draft: unknown, { spans }: SpanRow): number =>
  sum(spans.map((path) => numberAt(draft, path)));

export const fitsGrid = (draft: unknown, row: SpanRow): boolean =>
  row.isOpen ? takenBy(draft, row) < row.total : takenBy(draft, row) === row.total;

/**
 * After a column or a field came or went: every row of the part as wide as its grid again. What is missing goes to the last
 * cell; what is too much is taken from the widest. A row with more cells than the grid has columns stays, and is a fault.
 */
export function fitSpans(draft: Draft, part: TemplatePart): Draft {
  let fitted = draft;
  for (const row of spanRows(draft, part)) {
    if (fitsGrid(draft, row)) continue;
    const spans = fittedSpans(
      row.spans.map((path) => numberAt(draft, path)),
      row,
    );
    row.spans.forEach((path, index) => {
      fitted = withValueAt(fitted, path, spans[index]);
    });
  }
  return fitted;
}

function fittedSpans(spans: readonly number[], { total, isOpen }: SpanRow): readonly number[] {
  const room = isOpen ? total - 1 : total;
  const fitted = [...spans];
  while (sum(fitted) > room) {
    const widest = fitted.lastIndexOf(Math.max(...fitted));
    if ((fitted[widest] ?? 1) <= 1) break;
    fitted[widest] = (fitted[widest] ?? 1) - 1;
  }
  const last = fitted.length - 1;
  if (!isOpen && last >= 0) fitted[last] = (fitted[last] ?? 1) + Math.max(0, room - sum(fitted));
  return fitted;
}
