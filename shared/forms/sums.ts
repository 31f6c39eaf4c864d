import { type Cents, cents, sumCents } from "../kernel/cents.ts";
import type { CellRange, Form, FormValue } from "./form.ts";
import { cellName, type Grid, placeCells } from "./grid.ts";

/** A total of a form: where it stands, what is written there, and what the cells it adds come to. */
export type EvaluatedSum = Readonly<{ cell: string; writtenCents: Cents; computedCents: Cents }>;

type Values = ReadonlyMap<string, FormValue>;

/**
 * Adds up every total of a form anew, the way a spreadsheet would. Throws when a total takes in itself, text, or a cell
 * that is not there: a mistake of the builder.
 */
export function evaluateSums(form: Form): readonly EvaluatedSum[] {
  const values = valuesByCell(placeCells(form));
  const known = new Map<string, Cents>();
  const sums: EvaluatedSum[] = [];
  for (const [cell, value] of values) {
    if (value.kind !== "sum") continue;
    sums.push({ cell, writtenCents: value.cents, computedCents: evaluate(cell, values, known, []) });
  }
  return sums;
}

function valuesByCell(grid: Grid): Values {
  return new Map(grid.flat().map(({ row, column, cell }) => [cellName(row, column), cell.value] as const));
}

function evaluate(cell: string, values: Values, known: Map<string, Cents>, path: readonly string[]): Cents {
  const done = known.get(cell);
  if (done !== undefined) return done;
  if (path.includes(cell)) throw new RangeError(`the total in ${cell} takes in itself`);
  const value = values.get(cell);
  if (value?.kind === "amount") return value.cents;
  if (value?.kind === "empty") return cents(0);
  if (value?.kind !== "sum") throw new RangeError(`a total takes in ${cell}, which holds no amount`);
  const parts = value.of.flatMap(cellsOf).map((part) => evaluate(part, values, known, [...path, cell]));
  const total = sumCents(parts);
  known.set(cell, total);
  return total;
}

function cellsOf(range: CellRange): readonly string[] {
  const cells: string[] = [];
  for (let row = range.fromRow; row <= range.toRow; row += 1) {
    for (let column = range.fromColumn; column <= range.toColumn; column += 1) {
      cells.push(cellName(row, column));
    }
  }
  return cells;
}
