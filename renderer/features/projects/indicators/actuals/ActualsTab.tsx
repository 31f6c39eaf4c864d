import { useRef } from "react";
import type { ActualsView } from "#shared/api/performance.ts";
import type { ProjectDetail } from "#shared/api/projects.ts";
import { quarterNames } from "#shared/indicators/periods.ts";
import { useToday } from "../../../../app/status.ts";
import { useApi } from "../../../../app/useApi.ts";
import { Loaded } from "../../../../components/Page.tsx";
import { CellInput } from "../../../../components/sheet/CellInput.tsx";
import type { Place } from "../../../../components/sheet/places.ts";
import { ActualDetail } from "./ActualDetail.tsx";
import "./actuals.css";
import { useActualKeys } from "./useActualKeys.ts";
import { useActuals } from "./useActuals.ts";

/** 完成情况: indicators by quarters, as a sheet to type into, with what the ledger knows. */
export function ActualsTab({ detail }: Readonly<{ detail: ProjectDetail }>) {
  const query = useApi("performance.actuals", { projectId: detail.project.id });
  return (
    <Loaded query={query}>{(view) => <ActualsSheet projectId={detail.project.id} view={view} />}</Loaded>
  );
}

function ActualsSheet({ projectId, view }: Readonly<{ projectId: string; view: ActualsView }>) {
  const { periods, rows } = view;
  const grid = useRef<HTMLTableElement>(null);
  const today = useToday();
  const actuals = useActuals(projectId, view);
  const over = periods.findLastIndex((period) => period <= today);
  const offersAt = ({ row, column }: Place) => rows[row]?.cells[column]?.offers ?? [];
  const take = (place: Place, index: number) => {
    const offer = offersAt(place)[index];
    if (offer !== undefined) actuals.put([{ place, ...offer }]);
  };
  const keys = useActualKeys({
    rows: rows.length,
    columns: periods.length,
    firstColumn: Math.max(0, over),
    actuals,
    takeOffer: (place) => {
      const offers = offersAt(place);
      const now = offers.findIndex(({ valueText }) => valueText === actuals.textAt(place));
      if (offers.length > 0) take(place, (now + 1) % offers.length);
    },
    focus: () => grid.current?.focus({ preventScroll: true }),
  });
  const { active, writing } = keys;
  const id = (place: Place) => `jf-actual-${place.row}-${place.column}`;
  if (rows.length === 0) return <p className="jf-grid-none">还没有绩效指标，先在“指标”里填写。</p>;
  return (
    <div className="jf-actuals">
      <div className="jf-grid-frame jf-actuals-frame">
        <table
          ref={grid}
          className="jf-grid jf-actuals-grid"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table one moves in
          role="grid"
          aria-label="指标完成情况"
          aria-activedescendant={active === null ? undefined : id(active)}
          tabIndex={0}
          onFocus={keys.onFocus}
          onKeyDown={keys.onKeyDown}
          onPaste={keys.onPaste}
        >
          <thead>
            <tr>
              <th>三级指标</th>
              <th className="jf-col-value">年度指标值</th>
              {periods.map((period, index) => (
                <th key={period} className={index === over ? "jf-actuals-now" : ""}>
                  {quarterNames[index] ?? period}
                  <span className="jf-faint jf-num"> 至 {period.slice(5)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ indicator, cells }, row) => (
              <tr key={indicator.id}>
                <th scope="row" title={`${indicator.level1} › ${indicator.level2}`}>
                  {indicator.name}
                </th>
                <td className="jf-actuals-target">{indicator.valueText}</td>
                {cells.map(({ periodTo, actual, offers }, column) => {
                  const place = { row, column };
                  const text = actuals.textAt(place);
                  const isActive = active?.row === row && active.column === column;
                  const isWriting = writing?.place.row === row && writing.place.column === column;
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys, cells are its active descendants
                    <td
                      key={periodTo}
                      id={id(place)}
                      ref={isActive ? (cell) => cell?.scrollIntoView({ block: "nearest" }) : undefined}
                      tabIndex={-1}
                      className={isActive ? "jf-actual jf-active" : "jf-actual"}
                      onClick={() => {
                        keys.pick(place);
                        grid.current?.focus({ preventScroll: true });
                      }}
                      onDoubleClick={() => keys.write(place)}
                    >
                      {isWriting ? (
                        <CellInput
                          writing={writing}
                          label={`${indicator.name}${quarterNames[column] ?? ""}`}
                          wrong={false}
                          onEnd={keys.written}
                        />
                      ) : null}
                      {text === "" && offers[0] !== undefined ? (
                        <span className="jf-faint" title={offers[0].source}>
                          台账 {offers[0].valueText}
                        </span>
                      ) : (
                        text
                      )}
                      {text !== "" && (actual?.source ?? "") !== "" ? (
                        <span className="jf-actual-sourced" title={actual?.source}>
                          有据
                        </span>
                      ) : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ActualDetail
        row={active === null ? undefined : rows[active.row]}
        cell={active === null ? undefined : rows[active.row]?.cells[active.column]}
        onTake={(index) => {
          if (active !== null) take(active, index);
          grid.current?.focus({ preventScroll: true });
        }}
      />
    </div>
  );
}
