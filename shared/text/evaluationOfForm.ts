import { z } from "zod";
import { type Cents, cents } from "../kernel/cents.ts";
import { parseJson } from "../kernel/parseJson.ts";

/** A 绩效自评表 that was handed in, as far as the ledger can contradict it later. */
export type HandedInEvaluation = Readonly<{
  /** 全年执行数; null where the paper does not show it. */
  executedCents: Cents | null;
  indicators: readonly Readonly<{ name: string; actual: string }>[];
}>;

const cell = z.object({
  rowSpan: z.int().optional(),
  value: z.object({ kind: z.string(), text: z.string().optional(), cents: z.int().optional() }),
});
/** Of a form only what is compared; a form of an older program may have more or less. */
const shape = z.object({ rows: z.array(z.object({ cells: z.array(cell) })) });
type Cells = readonly z.infer<typeof cell>[];

const textOf = (found: z.infer<typeof cell> | undefined): string =>
  found?.value.text?.replace(/\s/g, "") ?? "";

/**
 * Reads a kept 绩效自评表 by its headings, whichever order its columns have. Labels over several rows stand at the left, so
 * cells are counted from the right. `undefined` when the text is no such form.
 */
export function evaluationOfForm(formJson: string): HandedInEvaluation | undefined {
  const read = shape.safeParse(parseJson(formJson)).data;
  if (read === undefined) return undefined;
  const rows = read.rows.map(({ cells }) => cells);
  const at = rows.findIndex((cells) => cells.some((one) => textOf(one) === "三级指标"));
  const heading = rows[at];
  if (heading === undefined) return undefined;
  return { executedCents: executedIn(rows), indicators: indicatorsIn(rows.slice(at + 1), heading) };
}

/** How many cells stand right of the first that begins so; -1 without one. */
function fromRight(cells: Cells, label: string): number {
  const at = cells.findIndex((one) => textOf(one).startsWith(label));
  return at < 0 ? -1 : cells.length - 1 - at;
}

/** The money comes to what adds its sources up, or, stated otherwise than they add up to, to its first row. */
function executedIn(rows: readonly Cells[]): Cents | null {
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

function indicatorsIn(rows: readonly Cells[], heading: Cells): HandedInEvaluation["indicators"] {
  const [name, actual] = [fromRight(heading, "三级指标"), fromRight(heading, "实际完成值")];
  const end = rows.findIndex((cells) => cells.length <= name);
  return rows
    .slice(0, end < 0 ? undefined : end)
    .filter((cells) => !textOf(cells[0]).startsWith("总分"))
    .map((cells) => ({
      name: cells.at(-1 - name)?.value.text?.trim() ?? "",
      actual: actual < 0 ? "" : (cells.at(-1 - actual)?.value.text?.trim() ?? ""),
    }))
    .filter((one) => one.name !== "");
}
