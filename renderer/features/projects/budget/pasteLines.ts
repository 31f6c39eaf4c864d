import {
  type BudgetLineFields,
  type GridColumn,
  gridColumns,
  readCell,
  withAmount,
} from "./budgetLineFields.ts";

export type PasteResult = Readonly<{
  /** Lines to save, as they will be; new ones have no id. */
  lines: readonly BudgetLineFields[];
  /** Cells that could not be read, as a person finds them. */
  refused: readonly string[];
}>;

const columnNames: Readonly<Record<GridColumn, string>> = {
  name: "名称",
  economicCode: "经济分类",
  payMode: "支付方式",
  quantity: "数量",
  unitName: "单位",
  unitPrice: "单价",
  periods: "期数",
  amountCents: "金额",
};

/** Lays cells copied from a spreadsheet over the lines, from one cell on; below the last line new ones are made. */
export function pasteLines(
  lines: readonly BudgetLineFields[],
  from: Readonly<{ row: number; column: GridColumn }>,
  cells: readonly (readonly string[])[],
  newLine: (seq: number) => BudgetLineFields,
): PasteResult {
  const columns = gridColumns.slice(gridColumns.indexOf(from.column));
  const lastSeq = Math.max(0, ...lines.map((line) => line.seq));
  const refused: string[] = [];
  const pasted = cells.flatMap((texts, index) => {
    const base = lines[from.row + index] ?? newLine(lastSeq + 1 + from.row + index - lines.length);
    let changes: Partial<BudgetLineFields> = {};
    for (const [at, column] of columns.entries()) {
      const text = texts[at];
      if (text === undefined) continue;
      const read = readCell(column, text);
      if (read === undefined) refused.push(`第 ${index + 1} 行“${columnNames[column]}”：${text.trim()}`);
      else changes = { ...changes, ...read };
    }
    const line = { ...base, ...withAmount(base, changes) };
    if (line.name !== "") return [line];
    refused.push(`第 ${index + 1} 行没有名称`);
    return [];
  });
  return { lines: pasted, refused };
}
