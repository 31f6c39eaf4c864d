import type { FundKind } from "../../budget/fundUse.ts";
import { normaliseIndicatorValue, type ValueStyle } from "../../indicators/value.ts";
import type { Cents } from "../../kernel/cents.ts";
import type { FormCell, FormRow, FormValue } from "../form.ts";
import { rangesOf } from "../grid.ts";
import { type FieldSource, sourceOf } from "../source.ts";
import { amount, empty, text } from "../values.ts";
import { cell, emptyCell, fill, headingRow, labelCell, tableRow, textCell } from "./cells.ts";
import type { ProjectPaper } from "./paper.ts";
import { projectColumns } from "./targets.ts";

/** What 绩效运行监控表 and 绩效自评表 have in common: what the project is, and its money by source. */

type Words = Readonly<Record<string, string | number>>;

type Head = readonly (readonly Readonly<{
  label: string;
  field: "name" | "category" | "departmentName" | "implementingName";
  labelSpan: number;
  valueSpan: number;
}>[])[];

export const headRows = (
  head: Head,
  { project, departmentName, implementingName }: ProjectPaper,
): readonly FormRow[] => {
  const values = { name: project.name, category: project.category, departmentName, implementingName };
  return head.map((fields) =>
    tableRow(
      fields.flatMap(({ label, field, labelSpan, valueSpan }) => [
        labelCell(label, labelSpan),
        textCell(values[field].trim(), "centred", {
          colSpan: valueSpan,
          source: sourceOf("project", project.id, projectColumns[field]),
        }),
      ]),
    ),
  );
};

type FundingBlock<Key extends string> = Readonly<{
  label: string;
  labelSpan: number;
  nameSpan: number;
  columns: readonly Readonly<{ key: Key; label: string; span: number }>[];
  rows: readonly Readonly<{ label: string; kind: "sum" | FundKind }>[];
}>;

/** What stands in one cell of the money: an amount, something else, or `null` where the paper has a dash. */
type FundValue = Cents | FormValue | null;

export function fundingRows<Key extends string>(
  block: FundingBlock<Key>,
  words: Words,
  firstRow: number,
  valueIn: (key: Key, kind: "sum" | FundKind) => FundValue,
  /** Where the officer can put down what all sources came to. */
  statedIn: (key: Key) => FieldSource | undefined,
): readonly FormRow[] {
  const heading = headingRow([
    labelCell(block.label, block.labelSpan, block.rows.length + 1),
    emptyCell("label", block.nameSpan),
    ...block.columns.map(({ label, span }) => labelCell(fill(label, words), span)),
  ]);
  const partRows = block.rows.flatMap(({ kind }, index) => (kind === "sum" ? [] : [firstRow + 1 + index]));
  const starts = block.columns.map((_, index) =>
    block.columns.slice(0, index).reduce((sum, { span }) => sum + span, block.labelSpan + block.nameSpan),
  );
  const parts = block.rows.flatMap(({ kind }) => (kind === "sum" ? [] : [kind]));
  const cellOf = (key: Key, span: number, kind: "sum" | FundKind, column: number): FormCell => {
    const value = valueIn(key, kind);
    const place = { colSpan: span, source: kind === "sum" ? statedIn(key) : undefined };
    if (value === null) return textCell("—", "centred", { colSpan: span });
    if (typeof value !== "number") return cell(value, "centred", place);
    const partValues = parts.map((part) => valueIn(key, part));
    const sum = partValues.reduce<number>(
      (total, part) => total + (typeof part === "number" ? part : Number.NaN),
      0,
    );
    // A total that is not the sum of its parts is shown as it was stated: a formula would hide it.
    const isSum = kind === "sum" && sum === value;
    return cell(
      isSum ? { kind: "sum", cents: value, of: rangesOf(column, partRows) } : amount(value),
      "amount",
      place,
    );
  };
  return [
    heading,
    ...block.rows.map(({ label, kind }) =>
      tableRow([
        labelCell(label, block.nameSpan),
        ...block.columns.map(({ key, span }, index) => cellOf(key, span, kind, starts[index] ?? 0)),
      ]),
    ),
  ];
}

/** A line of running text under the table, left out where there is none. */
export const remarkRow = (
  label: string,
  body: string,
  [labelSpan, width]: readonly [labelSpan: number, width: number],
  source: FieldSource,
): readonly FormRow[] =>
  body.trim() === ""
    ? []
    : [
        tableRow([
          labelCell(label, labelSpan),
          textCell(body.trim(), "text", { colSpan: width - labelSpan, source }),
        ]),
      ];

export const textOrEmpty = (value: string): FormValue => (value.trim() === "" ? empty : text(value.trim()));

/** 26台 and not =26台: what was reached is no target. */
export const printActual = (valueText: string, style: ValueStyle): string =>
  normaliseIndicatorValue(valueText, { ...style, equalsBeforeUnits: false }).replace(/^=/, "");
