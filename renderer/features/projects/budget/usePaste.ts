import { type ClipboardEvent, useCallback } from "react";
import type { ProjectDetail } from "#shared/api/projects.ts";
import { useNotify } from "../../../app/notify.ts";
import { useReportError } from "../../../app/reportError.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { pasteRows } from "../../../components/pasteRows.ts";
import { budgetLineFields, gridColumns, newBudgetLine } from "./budgetLineFields.ts";
import { pasteLines } from "./pasteLines.ts";

/** Several cells pasted from a spreadsheet fill the grid from the cell they were pasted into. */
export function usePaste({
  project,
  budgetLines,
}: ProjectDetail): (event: ClipboardEvent<HTMLElement>) => void {
  const { mutateAsync } = useApiMutation("projects.saveBudgetLine", { quiet: true });
  const notify = useNotify();
  const report = useReportError();
  return useCallback(
    (event) => {
      const cells = pasteRows(event.clipboardData.getData("text/plain"));
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-cell]") : null;
      const [row, name] = cell?.dataset.cell?.split(" ") ?? [];
      const column = gridColumns.find((candidate) => candidate === name);
      if (cells === undefined || row === undefined || column === undefined) return;
      event.preventDefault();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      const { lines, refused } = pasteLines(
        budgetLines.map(budgetLineFields),
        { row: Number(row), column },
        cells,
        (seq) => newBudgetLine(project.id, seq),
      );
      const saveAll = async () => {
        for (const line of lines) await mutateAsync(line);
        notify.done(`已粘贴 ${lines.length} 行`);
        if (refused.length > 0)
          notify.failed({
            message: "有些内容没有粘贴",
            hint: `${refused.slice(0, 5).join("；")}。请检查后补填。`,
          });
      };
      saveAll().catch(report);
    },
    [project.id, budgetLines, mutateAsync, notify, report],
  );
}
