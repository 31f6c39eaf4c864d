import { Button } from "antd";
import { useState } from "react";
import type { LineExecution } from "#shared/budget/execution.ts";
import { type Quarter, quarters } from "#shared/budget/quarters.ts";
import { spreadNames } from "#shared/budget/spread.ts";
import { addCents, cents, formatYuan, zeroCents } from "#shared/kernel/cents.ts";
import { Amount } from "../../../components/Amount.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { amountsOf, missingCents, withQuarter } from "./planDraft.ts";
import type { PlanSave } from "./usePlanSave.ts";

type Props = Readonly<{ index: number; line: LineExecution; plan: PlanSave }>;

/** One line of the sheet. A cell becomes a field while one is in it, so a thousand lines are no burden. */
export function PlanRow({ index, line, plan }: Props) {
  const [editing, setEditing] = useState<Quarter | null>(null);
  const amounts = amountsOf(plan.draft, line);
  const missing = missingCents(plan.draft, line);
  return (
    <tr>
      <td>{line.line.name}</td>
      <td className="jf-plan-amount">
        <Amount value={line.allocatedCents} />
      </td>
      {quarters.map((quarter) => {
        const value = amounts[quarter - 1] ?? zeroCents;
        return (
          <td
            key={quarter}
            className="jf-plan-amount jf-plan-cell"
            data-place={`${index} ${quarter}`}
            tabIndex={plan.closed || editing === quarter ? -1 : 0}
            onFocus={() => {
              if (!plan.closed) setEditing(quarter);
            }}
            onBlur={(event) => {
              if (!event.currentTarget.contains(event.relatedTarget)) setEditing(null);
            }}
          >
            {editing === quarter ? (
              <MoneyInput
                autoFocus
                variant="borderless"
                aria-label={`${line.line.name} ${quarter} 季度`}
                value={value}
                onChange={(typed) => plan.change(withQuarter(plan.draft, line, quarter, typed ?? zeroCents))}
              />
            ) : (
              formatYuan(value)
            )}
          </td>
        );
      })}
      <td className="jf-plan-state">
        {missing === 0 ? (
          <State line={line} plan={plan} />
        ) : (
          <span className="jf-budget-short">
            {missing > 0 ? `还差 ${formatYuan(missing)}` : `多出 ${formatYuan(cents(-missing))}`}
            {missing > 0 ? (
              <Button
                type="link"
                size="small"
                onClick={() => plan.change(withQuarter(plan.draft, line, 4, addCents(amounts[3], missing)))}
              >
                放到四季度
              </Button>
            ) : null}
            <Button type="link" size="small" onClick={() => plan.forget(line.line.id)}>
              还原
            </Button>
          </span>
        )}
      </td>
    </tr>
  );
}

const State = ({ line, plan }: Pick<Props, "line" | "plan">) => (
  <>
    <span className="jf-soft">{spreadNames[line.spread]}</span>
    {line.spread === "written" ? (
      <Button
        type="link"
        size="small"
        disabled={plan.saving}
        title="去掉填写的用款计划，按支付方式自动分季"
        onClick={() => plan.clear(line.line.id)}
      >
        改为自动
      </Button>
    ) : null}
  </>
);
