import { PlusOutlined } from "@ant-design/icons";
import { useState } from "react";
import type { ProjectDetail } from "#shared/api/projects.ts";
import { missingLevels } from "#shared/indicators/levels.ts";
import { weightSum } from "#shared/indicators/weights.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { useUrlState } from "../../../components/useUrlState.ts";
import { WriteButton } from "../../../components/WriteButton.tsx";
import "../budget/budget.css";
import { moveInGrid } from "../budget/moveInGrid.ts";
import { useLineKeys } from "../budget/useLineKeys.ts";
import { useTemplate } from "../useTemplate.ts";
import { AddIndicator } from "./AddIndicator.tsx";
import {
  levelsNamed,
  movedIndicators,
  nextLevel,
  ofLevel,
  placedIndicators,
  proposedPatches,
} from "./changeIndicators.ts";
import { GoalFields } from "./GoalFields.tsx";
import { IndicatorRow } from "./IndicatorRow.tsx";
import { type IndicatorFields, newIndicator } from "./indicatorFields.ts";
import { indicatorLines, type Levels, levelChoices } from "./indicatorLines.ts";
import { PasteIndicators } from "./PasteIndicators.tsx";
import { takesRows } from "./RowHandle.tsx";
import { useIndicatorPatches } from "./useIndicatorPatches.ts";
import "./indicators.css";

/** 绩效目标 and 绩效指标, by first and second level in the order of the sheet. */
export function IndicatorsTab({ detail }: Readonly<{ detail: ProjectDetail }>) {
  const { project, budgetLines, executionPoints } = detail;
  const { indicators, save } = useIndicatorPatches(detail);
  const template = useTemplate(project);
  const levels = template?.targets.indicators.levels ?? [];
  const { keyOf, newKey, startNew, created } = useLineKeys(indicators);
  const [chosen, setChosen] = useState<Levels>({ level1: "", level2: "" });
  const wanted = useUrlState().get("indicator");
  const nextSeq = Math.max(0, ...indicators.map((indicator) => indicator.seq)) + 1;
  const begun =
    newKey === null ? null : { key: newKey, indicator: newIndicator(project.id, nextSeq, chosen) };
  const style = template?.targets.valueStyle ?? { percent: "plain", equalsBeforeUnits: true };
  const missing = indicators.length === 0 || template === undefined ? [] : missingLevels(levels, indicators);
  const [pasting, setPasting] = useState(false);
  const start = (picked: Levels) => {
    setChosen(picked);
    startNew();
  };
  const place = (id: Id, level: Levels, before: Id | null) =>
    save(placedIndicators(indicators, id, level, before));
  const firstOf = (level: Levels): Id | null => ofLevel(indicators, level)[0]?.id ?? null;
  const move = (indicator: IndicatorFields, step: -1 | 1, toLevel: boolean) => {
    if (!toLevel) return save(movedIndicators(indicators, indicator, step));
    const next = nextLevel(levelChoices(indicators, levels), indicator, step);
    if (next !== undefined && indicator.id !== null)
      place(indicator.id, next, step > 0 ? firstOf(next) : null);
  };
  const lines = indicatorLines(indicators, levels, keyOf, begun);
  return (
    <>
      <GoalFields project={project} />
      <div className="jf-tools">
        <h2 className="jf-grid-title">绩效指标</h2>
        <span className="jf-soft">共 {indicators.length} 项，按表式分级排列</span>
        <span className="jf-spacer" />
        <WriteButton
          disabled={indicators.length === 0}
          title={`按 财预〔2021〕101号 的建议分配，预算执行率另占 ${executionPoints} 分`}
          onClick={() => save(proposedPatches(indicators, executionPoints))}
        >
          按指引分配分值
        </WriteButton>
        <WriteButton onClick={() => setPasting(true)}>从 Excel 粘贴…</WriteButton>
        <AddIndicator choices={levelChoices(indicators, levels)} disabled={newKey !== null} onAdd={start} />
      </div>
      {missing.length === 0 ? null : (
        <p className="jf-missing-levels">
          <span className="jf-soft">表式还要求：</span>
          {missing.map((name) => (
            <WriteButton
              key={name}
              size="small"
              icon={<PlusOutlined />}
              disabled={newKey !== null}
              onClick={() => start(levelsNamed(name, levels))}
            >
              {name}
            </WriteButton>
          ))}
        </p>
      )}
      <div className="jf-grid-frame">
        <table className="jf-grid jf-indicators" aria-label="绩效指标" onKeyDown={moveInGrid}>
          <IndicatorHead />
          <tbody>
            {lines.map((line) =>
              line.kind === "group" ? (
                <tr
                  key={line.key}
                  className="jf-grid-group"
                  {...takesRows((id) => place(asId(id), line.levels, firstOf(line.levels)))}
                >
                  <td colSpan={7}>
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
                  style={style}
                  lines={budgetLines}
                  onMove={(step, toLevel) => move(line.indicator, step, toLevel)}
                  onDropped={(id) => place(id, line.indicator, line.indicator.id)}
                />
              ),
            )}
          </tbody>
          <IndicatorFoot indicators={indicators} executionPoints={executionPoints} />
        </table>
        {lines.length === 0 ? (
          <p className="jf-grid-none">还没有绩效指标。点“增加指标”，先选一级和二级指标。</p>
        ) : null}
      </div>
      {pasting ? <PasteIndicators detail={detail} levels={levels} onClose={() => setPasting(false)} /> : null}
    </>
  );
}

const IndicatorHead = () => (
  <thead>
    <tr>
      <th>三级指标</th>
      <th className="jf-col-value">年度指标值</th>
      <th className="jf-col-number">分值</th>
      <th className="jf-col-base">基期值</th>
      <th>设定依据、佐证</th>
      <th className="jf-col-base">对应预算</th>
      <th className="jf-col-more" aria-label="作废" />
    </tr>
  </thead>
);

const IndicatorFoot = (props: Pick<ProjectDetail, "indicators" | "executionPoints">) => {
  const { indicators } = props;
  const { total, executionPoints, unweighted } = weightSum(indicators, props.executionPoints);
  const isBegun = unweighted < indicators.length;
  const isRight = !isBegun || (total === "100" && unweighted === 0);
  const unset = unweighted === 0 ? "" : `，还有 ${unweighted} 项没有分值`;
  return (
    <tfoot>
      <tr>
        <td colSpan={2}>
          分值合计
          <span className={isRight ? "jf-grid-agrees" : "jf-grid-off"}>
            {executionPoints === 0 ? "" : `含预算执行率 ${executionPoints} 分`}
            {isRight ? "" : `，应为 100${unset}`}
          </span>
        </td>
        <td className="jf-grid-figure">{isBegun ? total : "—"}</td>
        <td colSpan={4} />
      </tr>
    </tfoot>
  );
};
