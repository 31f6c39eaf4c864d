import type { ReadField, Remark } from "./brought.ts";
import type { Account, FilledCell } from "./cells.ts";
import { cleanText, inferred, joinLines, unsure } from "./cleaning.ts";
import { goalOf, isBlockLabel } from "./labels.ts";
import type { SourceFormat } from "./source.ts";

type GoalKey = "overallGoal" | "annualGoal";
type Goal = { key: GoalKey; label: string; column: number; cells: FilledCell[]; remarks: Remark[] };

export type GoalReader = Readonly<{
  heading: (cells: readonly FilledCell[]) => void;
  row: (cells: readonly FilledCell[]) => void;
  fields: () => readonly ReadField[];
}>;

const names: Readonly<Record<GoalKey, string>> = { overallGoal: "项目总目标", annualGoal: "年度总目标" };

/** Goals stand below their labels, in their columns; a text outside of the table has none, and is asked about. */
export function goalReader(account: Account, format: SourceFormat): GoalReader {
  const goals: Goal[] = [];
  const take = (goal: Goal, cell: FilledCell, remark?: Remark): void => {
    account.use(cell, names[goal.key]);
    goal.cells.push(cell);
    if (remark !== undefined && !goal.remarks.some(({ text }) => text === remark.text))
      goal.remarks.push(remark);
  };
  return {
    heading: (cells) => {
      for (const cell of cells) {
        const key = goalOf(cell.text);
        const open = goals.at(-1);
        if (key !== undefined) {
          account.use(cell, "标签");
          const label = cell.text.replace(/\s/g, "");
          goals.push({ key, label, column: cell.cell, cells: [], remarks: [] });
        } else if (isBlockLabel(cell.text)) account.use(cell, "标签");
        // Some forms have the goal beside its label.
        else if (open !== undefined) take(open, cell);
      }
    },
    row: (cells) => {
      for (const cell of cells) {
        if (isBlockLabel(cell.text)) account.use(cell, "标签");
        else {
          const found = placed(goals, cell);
          if (found !== undefined) take(found.goal, cell, found.remark);
        }
      }
    },
    fields: () => goals.map((goal) => fieldOfGoal(goal, format)),
  };
}

type Placed = Readonly<{ goal: Goal; remark?: Remark }>;

/** Which goal a text belongs to; `undefined` only where no goal has a label. */
function placed(goals: readonly Goal[], { cell }: FilledCell): Placed | undefined {
  const left = goals.findLast(({ column }) => column <= cell);
  // The first column is where lines outside of a table begin.
  if (cell > 0 && left !== undefined) {
    if (left.column === cell) return { goal: left };
    return { goal: left, remark: unsure("没有对齐栏目，按左边最近的栏目认定") };
  }
  const latest = goals.findLast(({ cells }) => cells.length > 0);
  if (latest !== undefined) return { goal: latest, remark: inferred("下面没有对着栏目的文字接在后面") };
  const goal = goals.find(({ key }) => key === "annualGoal") ?? goals[0];
  return goal && { goal, remark: unsure(`写在表格外面，没有栏目可对，认作“${names[goal.key]}”`) };
}

function fieldOfGoal({ key, label, cells, remarks }: Goal, format: SourceFormat): ReadField {
  // Where a page ends, so does the cell.
  const written = joinLines(
    cells.map((cell) => cell.text),
    format,
  );
  const { text, remarks: cleanings } = cleanText(written);
  const at = cells.map(({ line, cell }) => ({ line, cell }));
  const isJoined = format === "pdf" && (written.length > 40 || cells.length > 1);
  const joined = isJoined ? [inferred("PDF 的折行已接成段落")] : [];
  return { key, label, text, written, at, remarks: [...cleanings, ...joined, ...remarks] };
}
