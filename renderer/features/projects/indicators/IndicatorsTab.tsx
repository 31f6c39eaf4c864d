import { useState } from "react";
import type { ProjectDetail } from "#shared/api/projects.ts";
import { addDecimals } from "#shared/kernel/decimal.ts";
import { useApi } from "../../../app/useApi.ts";
import { useUrlState } from "../../../components/useUrlState.ts";
import "../budget/budget.css";
import { moveInGrid } from "../budget/moveInGrid.ts";
import { useLineKeys } from "../budget/useLineKeys.ts";
import { AddIndicator } from "./AddIndicator.tsx";
import { GoalFields } from "./GoalFields.tsx";
import { IndicatorRow } from "./IndicatorRow.tsx";
import { newIndicator } from "./indicatorFields.ts";
import { indicatorLines, type Levels, levelChoices } from "./indicatorLines.ts";
import "./indicators.css";

/** 绩效目标 and 绩效指标, by first and second level in the order of the sheet. */
export function IndicatorsTab({ detail }: Readonly<{ detail: ProjectDetail }>) {
  const { project, indicators } = detail;
  const templates = useApi("templates.list", {}).data ?? [];
  const view = templates.find(({ template }) => template.id === project.template) ?? templates[0];
  const levels = view?.template.targets.indicators.levels ?? [];
  const { keyOf, newKey, startNew, created } = useLineKeys(indicators);
  const [chosen, setChosen] = useState<Levels>({ level1: "", level2: "" });
  const wanted = useUrlState().get("indicator");
  const nextSeq = Math.max(0, ...indicators.map((indicator) => indicator.seq)) + 1;
  const begun =
    newKey === null ? null : { key: newKey, indicator: newIndicator(project.id, nextSeq, chosen) };
  const lines = indicatorLines(indicators, levels, keyOf, begun);
  return (
    <>
      <GoalFields project={project} />
      <div className="jf-tools">
        <h2 className="jf-grid-title">绩效指标</h2>
        <span className="jf-soft">共 {indicators.length} 项，按表式分级排列</span>
        <span className="jf-spacer" />
        <AddIndicator
          choices={levelChoices(indicators, levels)}
          disabled={newKey !== null}
          onAdd={(picked) => {
            setChosen(picked);
            startNew();
          }}
        />
      </div>
      <div className="jf-grid-frame">
        <table className="jf-grid" aria-label="绩效指标" onKeyDown={moveInGrid}>
          <IndicatorHead />
          <tbody>
            {lines.map((line) =>
              line.kind === "group" ? (
                <tr key={line.key} className="jf-grid-group">
                  <td colSpan={6}>
                    {line.levels.level1} <span className="jf-faint">›</span> {line.levels.level2}
                  </td>
                </tr>
              ) : (
                <IndicatorRow
                  key={line.key}
                  index={line.index}
                  indicator={line.indicator}
                  wanted={wanted !== null && wanted === line.indicator.id}
                  onCreated={created}
                />
              ),
            )}
          </tbody>
          <IndicatorFoot weights={addDecimals(indicators.flatMap(({ weight }) => weight ?? []))} />
        </table>
        {lines.length === 0 ? (
          <p className="jf-grid-none">还没有绩效指标。点“增加指标”，先选一级和二级指标。</p>
        ) : null}
      </div>
    </>
  );
}

const IndicatorHead = () => (
  <thead>
    <tr>
      <th>三级指标</th>
      <th className="jf-col-value">年度指标值</th>
      <th className="jf-col-number">权重</th>
      <th className="jf-col-base">基期值</th>
      <th>设定依据、佐证</th>
      <th className="jf-col-more" aria-label="作废" />
    </tr>
  </thead>
);

const IndicatorFoot = ({ weights }: Readonly<{ weights: string }>) => (
  <tfoot>
    <tr>
      <td colSpan={2}>权重合计</td>
      <td className="jf-grid-figure">{weights === "0" ? "—" : weights}</td>
      <td colSpan={3} />
    </tr>
  </tfoot>
);
