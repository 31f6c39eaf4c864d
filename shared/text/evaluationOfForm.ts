import { type Cents, cents } from "../kernel/cents.ts";
import { type KeptRow, keptForm, labelOf, textOf } from "./keptForm.ts";

/** A 绩效自评表 that was handed in, as far as the ledger can contradict it later. */
export type HandedInEvaluation = Readonly<{
  /** 全年执行数; null where the paper does not show it. */
  executedCents: Cents | null;
  indicators: readonly Readonly<{ name: string; actual: string }>[];
}>;

/**
 * Reads a kept 绩效自评表 by its headings, whichever order its columns have. Labels over several rows stand at the left, so
 * cells are counted from the right. `undefined` when the text is no such form.
 */
export function evaluationOfForm(formJson: string): HandedInEvaluation | undefined {
  const rows = keptForm(formJson)?.rows ?? [];
  const at = rows.findIndex((cells) => cells.some((one) => labelOf(one) === "三级指标"));
  const heading = rows[at];
  if (heading === undefined) return undefined;
  return { executedCents: executedIn(rows), indicators: indicatorsIn(rows.slice(at + 1), heading) };
}

/** How many cells stand right of the first that begins so; -1 without one. */
function fromRight(cells: KeptRow, label: string): number {
  const at = cells.findIndex((one) => labelOf(one).startsWith(label));
  return at < 0 ? -1 : cells.length - 1 - at;
}

/** The money comes to what adds its sources up, or, stated otherwise than they add up to, to its first row. */
function executedIn(rows: readonly KeptRow[]): Cents | null {
  const at = rows.findIndex((cells) => fromRight(cells, "全年执行数") >= 0);
  const heading = rows[at];
  if (heading === undefined) return null;
  const place = fromRight(heading, "全年执行数");
  const values = rows
    .slice(at + 1, at + (heading[0]?.rowSpan ?? 2))
    .flatMap((cells) => cells.at(-1 - place)?.value ?? []);
  const sum = (values.find(({ kind }) => kind === "sum") ?? values[0])?.cents;
  return sum === undefined ? null : cents(sum);
}

function indicatorsIn(rows: readonly KeptRow[], heading: KeptRow): HandedInEvaluation["indicators"] {
  const [name, actual] = [fromRight(heading, "三级指标"), fromRight(heading, "实际完成值")];
  const end = rows.findIndex((cells) => cells.length <= name);
  return rows
    .slice(0, end < 0 ? undefined : end)
    .filter((cells) => !labelOf(cells[0]).startsWith("总分"))
    .map((cells) => ({
      name: textOf(cells.at(-1 - name)),
      actual: actual < 0 ? "" : textOf(cells.at(-1 - actual)),
    }))
    .filter((one) => one.name !== "");
}
