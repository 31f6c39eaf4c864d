import type { ClipboardEvent } from "react";
import type { LineExecution } from "#shared/budget/execution.ts";
import { quarters } from "#shared/budget/quarters.ts";
import { formatYuan, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { useNotify } from "../../../app/notify.ts";
import { Amount } from "../../../components/Amount.tsx";
import { pasteRows } from "../../../components/pasteRows.ts";
import { ReadOnlyYear } from "../../../components/ReadOnlyYear.tsx";
import { moveInSheet, placeOf } from "./moveInSheet.ts";
import { PlanRow } from "./PlanRow.tsx";
import { amountsOf, missingCents, pastePlan } from "./planDraft.ts";
import { usePlanSave } from "./usePlanSave.ts";
import "../sheets.css";

const titles = ["一季度", "二季度", "三季度", "四季度"] as const;

/** A sheet to type and paste into. A line is saved as soon as its four quarters come to its budget. */
export function PlanSheet({ lines }: Readonly<{ lines: readonly LineExecution[] }>) {
  const plan = usePlanSave(lines);
  const notify = useNotify();
  const { draft } = plan;
  const off = lines.filter((line) => draft.has(line.line.id) && missingCents(draft, line) !== 0);

  const onPaste = (event: ClipboardEvent<HTMLTableElement>) => {
    const cells = pasteRows(event.clipboardData.getData("text/plain"));
    const from = placeOf(event.target);
    if (cells === undefined || from === undefined || plan.closed) return;
    event.preventDefault();
    const pasted = pastePlan(draft, lines, from, cells);
    plan.change(pasted.draft);
    if (pasted.refused.length > 0)
      notify.failed({
        message: "有些内容不是金额，没有粘贴",
        hint: `${pasted.refused.slice(0, 5).join("；")}。请检查后补填。`,
      });
  };

  return (
    <ReadOnlyYear>
      <div className="jf-tools">
        <span className="jf-soft">
          四个季度合计等于预算（含调剂）就自动保存；可以从 Excel 复制后粘贴。没有填的按支付方式自动分季。
        </span>
        <span className="jf-spacer" />
        {off.length === 0 ? null : (
          <span className="jf-budget-short" role="status">
            {off.length} 项合计不等于预算，还没有保存
          </span>
        )}
      </div>
      <div className="jf-plan">
        <table aria-label="用款计划" onKeyDown={moveInSheet} onPaste={onPaste}>
          <thead>
            <tr>
              <th>预算明细</th>
              <th className="jf-plan-amount">预算</th>
              {titles.map((title) => (
                <th key={title} className="jf-plan-amount">
                  {title}
                </th>
              ))}
              <th className="jf-plan-state">依据</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <PlanRow key={line.line.id} index={index} line={line} plan={plan} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>合计</td>
              <td className="jf-plan-amount">
                <Amount value={sumCents(lines.map((line) => line.allocatedCents))} />
              </td>
              {quarters.map((quarter) => (
                <td key={quarter} className="jf-plan-amount">
                  {formatYuan(
                    sumCents(lines.map((line) => amountsOf(draft, line)[quarter - 1] ?? zeroCents)),
                  )}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </ReadOnlyYear>
  );
}
