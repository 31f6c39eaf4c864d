import { governmentCodeOf } from "../../budget/governmentCodes.ts";
import type { FormRow } from "../form.ts";
import type { BudgetTemplate } from "../templates/template.ts";
import { textCell } from "./cells.ts";
import type { ProjectPaper } from "./paper.ts";

/** Under a budget that shows 政府经济分类: which of its codes nobody has confirmed yet. */
export function governmentNote(
  { budgetLines, unitNature = "agency" }: ProjectPaper,
  columns: BudgetTemplate["columns"],
): readonly FormRow[] {
  if (!columns.some(({ key }) => key === "governmentCode" || key === "governmentName")) return [];
  const codes = budgetLines.flatMap(({ economicCode }) => {
    const pair = governmentCodeOf(economicCode, unitNature);
    return pair === undefined || pair.confirmed ? [] : [`${pair.code} ${pair.name}`];
  });
  if (codes.length === 0) return [];
  const named = [...new Set(codes)].sort().join("、");
  return [
    {
      cells: [
        textCell(`注：政府经济分类 ${named} 按通常的对应关系填列，未经确认，请按本区口径核对。`, "note", {
          colSpan: columns.length,
        }),
      ],
      minHeight: 20,
      keepWithNext: true,
    },
  ];
}
