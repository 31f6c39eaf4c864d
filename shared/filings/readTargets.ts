import type { ReadAmount, ReadField, ReadIndicator } from "./brought.ts";
import type { Account, FilledCell } from "./cells.ts";
import { amountValue, dateValue, inferred, lineValue, unsure } from "./cleaning.ts";
import {
  amountOf,
  fieldOf,
  goalOf,
  isBlockLabel,
  isIndicatorHeading,
  isLabel,
  pageMarkOf,
  plainLabel,
} from "./labels.ts";
import { type GoalReader, goalReader } from "./readGoals.ts";
import { indicatorReader } from "./readIndicators.ts";
import type { SourceFormat } from "./source.ts";

export type TargetsRead = Readonly<{
  fields: readonly ReadField[];
  amounts: readonly ReadAmount[];
  indicators: readonly ReadIndicator[] | null;
}>;

type Head = { fields: ReadField[]; amounts: ReadAmount[]; unit: "元" | "万元" };

/** 绩效目标申报表 or 填报表: fields beside their labels, the block of funds, goals under theirs, the table of indicators. */
export function readTargets(
  account: Account,
  { fromLine, toLine }: Readonly<{ fromLine: number; toLine: number }>,
  format: SourceFormat,
): TargetsRead {
  const head: Head = { fields: [], amounts: [], unit: "元" };
  const goals: GoalReader = goalReader(account, format);
  const indicators = indicatorReader(account);
  let part: "head" | "goals" | "indicators" = "head";
  for (let line = fromLine; line <= toLine; line += 1) {
    const cells = account.filled(line);
    if (cells.length === 0) continue;
    const mark = pageMarkOf(cells.map(({ text }) => text).join(""));
    if (mark !== undefined) {
      for (const cell of cells) account.leave(cell, mark);
    } else if (isIndicatorHeading(cells.map(({ text }) => text))) {
      for (const cell of cells) account.use(cell, "表头");
      part = "indicators";
    } else if (part === "indicators") indicators.row(cells);
    else if (cells.some(({ text }) => goalOf(text) !== undefined)) {
      goals.heading(cells);
      part = "goals";
    } else if (part === "goals") goals.row(cells);
    else readHead(account, head, cells);
  }
  return {
    fields: [...head.fields, ...goals.fields()],
    amounts: head.amounts,
    indicators: part === "indicators" ? indicators.found() : null,
  };
}

function readHead(account: Account, head: Head, cells: readonly FilledCell[]): void {
  for (const [index, label] of cells.entries()) {
    if (!isLabel(label.text)) continue;
    const beside = cells[index + 1];
    const value = beside !== undefined && !isLabel(beside.text) ? beside : undefined;
    if (isBlockLabel(label.text)) {
      account.use(label, "表头");
      if (plainLabel(label.text).includes("万元")) head.unit = "万元";
    } else readPair(account, head, { label, value, cells });
  }
}

type Pair = Readonly<{ label: FilledCell; value: FilledCell | undefined; cells: readonly FilledCell[] }>;

function readPair(account: Account, head: Head, { label, value, cells }: Pair): void {
  const name = label.text.replace(/\s/g, "");
  const written = value?.text ?? "";
  const at = value === undefined ? [] : [{ line: value.line, cell: value.cell }];
  const key = fieldOf(label.text);
  const amount = amountOf(label.text);
  account.use(label, "标签");
  if (value !== undefined) account.use(value, name);
  if (key !== undefined) {
    const isDate = key === "startDate" || key === "endDate";
    const read = isDate ? dateValue(written, at) : lineValue(written, at);
    const again = head.fields.some((field) => field.key === key);
    const remarks = again ? [...read.remarks, unsure("同一张表里第二次出现")] : read.remarks;
    head.fields.push({ key, label: name, ...read, remarks });
  } else if (amount !== undefined) {
    const scope = amount.scope ?? scopeOf(label, cells, head);
    const read = amountValue(written, at, head.unit);
    const guessed = amount.scope === null && isAlone(label, cells);
    const remarks = guessed ? [...read.remarks, inferred("按先后认作这一栏")] : read.remarks;
    head.amounts.push({ kind: amount.kind, scope, label: name, ...read, remarks });
  }
}

const isAlone = (label: FilledCell, cells: readonly FilledCell[]): boolean =>
  cells.filter(({ text }) => plainLabel(text) === plainLabel(label.text)).length === 1;

/** 其他资金 stands in both halves: the left one is the whole project's. */
function scopeOf(label: FilledCell, cells: readonly FilledCell[], head: Head): ReadAmount["scope"] {
  const isSecond = cells.some(
    ({ text, cell }) => cell < label.cell && plainLabel(text) === plainLabel(label.text),
  );
  const hasFirst = head.amounts.some(({ scope, kind }) => scope === "total" && kind === "other");
  return isSecond || hasFirst ? "annual" : "total";
}
