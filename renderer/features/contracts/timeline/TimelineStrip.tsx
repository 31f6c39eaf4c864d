import type { CSSProperties } from "react";
import type { InstalmentView } from "#shared/api/contracts.ts";
import { firstDay, type IsoDate } from "#shared/kernel/dates.ts";
import { statusLabels } from "#shared/schedule/instalmentStatus.ts";
import { instalmentTones } from "../../../components/statusTones.ts";
import {
  type Axis,
  type Lane,
  labelledMonths,
  monthLabel,
  placeOf,
  progressOf,
  type Stretch,
  stretchOf,
} from "../timeline.ts";

type Props = Readonly<{
  axis: Axis;
  lanes: readonly Lane[];
  today: IsoDate;
  picked: string | null;
  onPick: (instalmentId: string) => void;
}>;

const percent = (part: number): string => `${(part * 100).toFixed(3)}%`;
const at = ({ start, length }: Stretch): CSSProperties => ({ left: percent(start), width: percent(length) });

/** The whole term at a glance: one bar an instalment, filled as far as it is invoiced and paid, and today's line. */
export function TimelineStrip({ axis, lanes, today, picked, onPick }: Props) {
  const labels = labelledMonths(axis);
  const now = placeOf(axis, today);
  return (
    <section className="jf-strip" aria-label="付款期次时间轴">
      <div className="jf-strip-axis" aria-hidden>
        {axis.months.map((month) => {
          const labelled = labels.includes(month);
          const place = stretchOf(axis, firstDay(month), firstDay(month)).start;
          return (
            <span key={month} className="jf-strip-month" style={{ left: percent(place) }}>
              {labelled ? monthLabel(month, month === labels[0]) : ""}
            </span>
          );
        })}
      </div>
      {lanes.map((lane) => (
        <div key={lane.rental?.id ?? ""} className="jf-strip-lane">
          {lane.rows.flatMap((row) =>
            row.kind === "today"
              ? []
              : [
                  <Bar
                    key={row.instalment.id}
                    instalment={row.instalment}
                    stretch={stretchOf(axis, row.instalment.periodFrom, row.instalment.periodTo)}
                    picked={row.instalment.id === picked}
                    onPick={onPick}
                  />,
                ],
          )}
        </div>
      ))}
      {now === null ? null : (
        <span
          className="jf-strip-today"
          style={{ left: percent(now) }}
          data-label={`今天 ${today.slice(5)}`}
        />
      )}
    </section>
  );
}

type BarProps = Readonly<{
  instalment: InstalmentView;
  stretch: Stretch;
  picked: boolean;
  onPick: (instalmentId: string) => void;
}>;

function Bar({ instalment, stretch, picked, onPick }: BarProps) {
  const { paid, invoiced } = progressOf(instalment);
  const tone = instalmentTones[instalment.status];
  return (
    <button
      type="button"
      className="jf-plain jf-strip-bar"
      data-tone={tone}
      style={at(stretch)}
      aria-pressed={picked}
      title={`${instalment.label}：${statusLabels[instalment.status]}`}
      aria-label={`${instalment.label}，${statusLabels[instalment.status]}`}
      onClick={() => onPick(instalment.id)}
    >
      <span className="jf-strip-invoiced" style={{ width: percent(invoiced) }} />
      <span className="jf-strip-paid" style={{ width: percent(paid) }} />
    </button>
  );
}
