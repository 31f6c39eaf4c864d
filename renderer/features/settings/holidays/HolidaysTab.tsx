import { Button, Select } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { NoticeDay } from "#shared/holidays/notices.ts";
import type { Holiday } from "#shared/model/office.ts";
import { useNotify } from "../../../app/notify.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { AddDay } from "./AddDay.tsx";
import { HolidayRows } from "./HolidayRows.tsx";
import {
  daysOf,
  isAsPublished,
  noticeOf,
  plainDay,
  standingText,
  withDay,
  withoutDay,
  yearsToShow,
} from "./holidayTable.ts";
import { PasteHolidays } from "./PasteHolidays.tsx";
import "./holidays.css";

/** 节假日: which days beside the weekends are off, and which weekend days are worked, year by year. */
export function HolidaysTab() {
  const holidays = useApi("holidays.list", {});
  const office = useApi("office.get", {});
  const { fiscalYear } = useScope();
  /** The year at the top until another is chosen: one just added arrives there after this page may be open. */
  const [chosen, setChosen] = useState<number | null>(null);
  const year = chosen ?? fiscalYear;
  return (
    <Loaded query={holidays}>
      {(all) => (
        <Year
          key={year}
          year={year}
          years={yearsToShow(
            (office.data?.years ?? []).map((row) => row.year),
            all,
          )}
          days={daysOf(all, year)}
          onYear={setChosen}
        />
      )}
    </Loaded>
  );
}

type Props = Readonly<{
  year: number;
  years: readonly number[];
  days: readonly Holiday[];
  onYear: (year: number) => void;
}>;

function Year({ year, years, days, onYear }: Props) {
  const { done } = useNotify();
  const [pasting, setPasting] = useState(false);
  const save = useApiMutation("holidays.saveYear");
  const store = (next: readonly NoticeDay[], said?: string) =>
    save.mutate(
      { year, days: next.map(plainDay) },
      {
        onSuccess: () => {
          if (said !== undefined) done(said);
        },
      },
    );
  const notice = noticeOf(year);
  const fillIn = () => {
    if (notice !== undefined) store(notice.days, `已按 ${year} 年的通知填写 ${notice.days.length} 天`);
  };
  return (
    <div className="jf-holidays">
      <div className="jf-tools">
        <Select
          aria-label="年份"
          value={year}
          options={years.map((value) => ({ value, label: `${value} 年` }))}
          onChange={onYear}
        />
        <span className="jf-spacer" />
        {notice === undefined || days.length === 0 || isAsPublished(days, year) ? null : (
          <Button disabled={save.isPending} onClick={fillIn}>
            重新按通知填写
          </Button>
        )}
        <Button onClick={() => setPasting(true)}>粘贴通知或表格…</Button>
      </div>
      <p className={days.length === 0 ? "jf-status-warn" : "jf-soft"}>{standingText(days, year)}</p>
      {days.length === 0 ? (
        <EmptyState
          title={`${year} 年还没有节假日表`}
          action={
            notice === undefined ? undefined : (
              <Button type="primary" loading={save.isPending} onClick={fillIn}>
                按国务院办公厅通知填写
              </Button>
            )
          }
        >
          {notice === undefined
            ? "程序没有内置这一年的通知，请把国务院办公厅的放假通知粘贴进来。"
            : "程序内置了这一年的放假通知，一键填写后请与国务院办公厅通知核对。"}
          按<Link to="/contracts">工作日约定付款期限</Link>的合同会用到它。
        </EmptyState>
      ) : (
        <HolidayRows
          days={days}
          onChange={(day) => store(withDay(days, day))}
          onRemove={(onDate) => store(withoutDay(days, onDate))}
        />
      )}
      <AddDay year={year} onAdd={(day) => store(withDay(days, day))} />
      {pasting ? (
        <PasteHolidays
          year={year}
          onClose={() => setPasting(false)}
          onRead={(read) => {
            setPasting(false);
            store(read.reduce<readonly NoticeDay[]>(withDay, days), `已填写 ${read.length} 天`);
          }}
        />
      ) : null}
    </div>
  );
}
