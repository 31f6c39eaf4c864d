import { PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import type { NoticeDay } from "#shared/holidays/notices.ts";
import { type IsoDate, isoDate } from "#shared/kernel/dates.ts";
import { choices } from "../../../components/choices.ts";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { holidayKindWords } from "./holidayTable.ts";

/** One line below the table, for a day that a later notice changes. */
export function AddDay({ year, onAdd }: Readonly<{ year: number; onAdd: (day: NoticeDay) => void }>) {
  const [onDate, setDate] = useState<IsoDate | null>(null);
  const [kind, setKind] = useState<NoticeDay["kind"]>("holiday");
  const [name, setName] = useState("");
  return (
    <form
      className="jf-add-day"
      onSubmit={(event) => {
        event.preventDefault();
        if (onDate === null) return;
        onAdd({ onDate, kind, name: name.trim() });
        setDate(null);
      }}
    >
      <DateInput
        aria-label="日期"
        placeholder="日期"
        near={isoDate(`${year}-01-01`)}
        value={onDate}
        onChange={setDate}
      />
      <Segments label="安排" value={kind} options={choices(holidayKindWords)} onChange={setKind} />
      <Input
        aria-label="节日"
        placeholder="节日"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button htmlType="submit" icon={<PlusOutlined />} disabled={onDate === null}>
        增加一天
      </Button>
    </form>
  );
}
