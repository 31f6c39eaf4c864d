import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import {
  addMonths,
  formatMonthText,
  type IsoDate,
  isoDate,
  monthOf,
  type YearMonth,
} from "#shared/kernel/dates.ts";
import { useToday } from "../../app/status.ts";
import { monthWeeks } from "./monthWeeks.ts";
import "./inputs.css";

type Props = Readonly<{ value: IsoDate | null; near: IsoDate | null; onPick: (date: IsoDate) => void }>;

/** One month of a calendar, weeks from Monday. */
export function MonthGrid({ value, near, onPick }: Props) {
  const today = useToday();
  const [month, setMonth] = useState<YearMonth>(monthOf(value ?? near ?? today));
  return (
    <div className="jf-month">
      <div className="jf-month-head">
        <Button
          size="small"
          type="text"
          icon={<LeftOutlined />}
          aria-label="上个月"
          onClick={() => setMonth(addMonths(month, -1))}
        />
        <span className="jf-strong">{formatMonthText(month)}</span>
        <Button
          size="small"
          type="text"
          icon={<RightOutlined />}
          aria-label="下个月"
          onClick={() => setMonth(addMonths(month, 1))}
        />
      </div>
      <div className="jf-month-days">
        {[..."一二三四五六日"].map((day) => (
          <span key={day} className="jf-faint">
            {day}
          </span>
        ))}
        {monthWeeks(month)
          .flat()
          .map((date) => (
            <button
              key={date}
              type="button"
              className="jf-plain"
              aria-pressed={date === value}
              data-today={date === today}
              data-outside={monthOf(date) !== month}
              onClick={() => onPick(isoDate(date))}
            >
              {Number(date.slice(8))}
            </button>
          ))}
      </div>
    </div>
  );
}
