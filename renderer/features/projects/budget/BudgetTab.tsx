import { PlusOutlined, SwapOutlined } from "@ant-design/icons";
import { useState } from "react";
import type { ProjectDetail } from "#shared/api/projects.ts";
import { useUrlState } from "../../../components/useUrlState.ts";
import { WriteButton } from "../../../components/WriteButton.tsx";
import { AdjustDialog } from "../../budget/adjustments/AdjustDialog.tsx";
import { AdjustmentList } from "./AdjustmentList.tsx";
import "./budget.css";
import { BudgetFoot } from "./BudgetFoot.tsx";
import { BudgetRow } from "./BudgetRow.tsx";
import { budgetLineFields, newBudgetLine } from "./budgetLineFields.ts";
import { EconomicCodeList } from "./EconomicCodeList.tsx";
import { moveInGrid } from "./moveInGrid.ts";
import { useLineKeys } from "./useLineKeys.ts";
import { usePaste } from "./usePaste.ts";

/** 预算明细: a grid to type and paste into; every line is checked and saved as one goes. */
export function BudgetTab({ detail }: Readonly<{ detail: ProjectDetail }>) {
  const { project, budgetLines } = detail;
  const [adjusting, setAdjusting] = useState(false);
  const { keyOf, newKey, startNew, created } = useLineKeys(budgetLines);
  const onPaste = usePaste(detail);
  const url = useUrlState();
  const openId = url.get("budgetLine");
  const nextSeq = Math.max(0, ...budgetLines.map((line) => line.seq)) + 1;
  const rows = [
    ...budgetLines.map((view) => ({ key: keyOf(view.id), line: budgetLineFields(view), view })),
    ...(newKey === null ? [] : [{ key: newKey, line: newBudgetLine(project.id, nextSeq), view: null }]),
  ];
  return (
    <>
      <div className="jf-tools">
        <span className="jf-soft">
          填了数量和单价，金额就是 数量 × 单价 × 期数；没有填的按金额包干。可以从 Excel 复制后粘贴到表格里。
        </span>
        <span className="jf-spacer" />
        <WriteButton
          icon={<SwapOutlined />}
          disabled={budgetLines.length < 2}
          onClick={() => setAdjusting(true)}
        >
          预算调剂…
        </WriteButton>
        <WriteButton type="primary" icon={<PlusOutlined />} disabled={newKey !== null} onClick={startNew}>
          增加一行
        </WriteButton>
      </div>
      <div className="jf-grid-frame">
        <table className="jf-grid" aria-label="预算明细" onKeyDown={moveInGrid} onPaste={onPaste}>
          <BudgetHead />
          <tbody>
            {rows.map(({ key, line, view }, index) => (
              <BudgetRow
                key={key}
                index={index}
                line={line}
                view={view}
                open={view !== null && view.id === openId}
                onToggle={(open) => url.set({ budgetLine: open && view !== null ? view.id : null })}
                onCreated={(id) => created(id)}
              />
            ))}
          </tbody>
          <BudgetFoot detail={detail} />
        </table>
        {rows.length === 0 ? (
          <p className="jf-grid-none">还没有预算明细。点“增加一行”开始填写，或从 Excel 粘贴。</p>
        ) : null}
      </div>
      <EconomicCodeList />
      <AdjustmentList detail={detail} />
      {adjusting ? <AdjustDialog detail={detail} onClose={() => setAdjusting(false)} /> : null}
    </>
  );
}

const BudgetHead = () => (
  <thead>
    <tr>
      <th className="jf-col-more" aria-label="展开" />
      <th>名称</th>
      <th className="jf-col-code">经济分类</th>
      <th className="jf-col-mode">支付方式</th>
      <th className="jf-col-number">数量</th>
      <th className="jf-col-unit">单位</th>
      <th className="jf-col-price">单价</th>
      <th className="jf-col-number">期数</th>
      <th className="jf-col-amount">金额（元）</th>
      <th className="jf-col-sum">已付</th>
      <th className="jf-col-sum">已签未付</th>
      <th className="jf-col-sum">可用</th>
    </tr>
  </thead>
);
