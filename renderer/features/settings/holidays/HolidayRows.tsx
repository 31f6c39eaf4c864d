import { DeleteOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { NoticeDay } from "#shared/holidays/notices.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Holiday } from "#shared/model/office.ts";
import { choices } from "../../../components/choices.ts";
import { Segments } from "../../../components/Segments.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { holidayKindWords, weekdayText } from "./holidayTable.ts";

type Props = Readonly<{
  days: readonly Holiday[];
  onChange: (day: NoticeDay) => void;
  onRemove: (onDate: IsoDate) => void;
}>;

export function HolidayRows({ days, onChange, onRemove }: Props) {
  return (
    <DataTable
      title="节假日"
      columns={columnsOf(onChange, onRemove)}
      rows={days}
      rowKey={(row) => row.id}
      rowTone={() => undefined}
      empty={null}
    />
  );
}

const columnsOf = (
  onChange: Props["onChange"],
  onRemove: Props["onRemove"],
): readonly TableColumn<Holiday>[] => [
  { key: "date", title: "日期", kind: "date", width: 104, value: (row) => row.onDate },
  { key: "weekday", title: "星期", kind: "text", width: 64, value: (row) => weekdayText(row.onDate) },
  {
    key: "kind",
    title: "安排",
    kind: "text",
    width: 132,
    value: (row) => holidayKindWords[row.kind],
    render: (row) => (
      <Segments
        size="small"
        label={`${row.onDate}的安排`}
        value={row.kind}
        options={choices(holidayKindWords)}
        onChange={(kind) => onChange({ ...row, kind })}
      />
    ),
  },
  { key: "name", title: "节日", kind: "text", width: 140, grow: 1, value: (row) => row.name },
  {
    key: "remove",
    title: "",
    kind: "text",
    width: 52,
    value: () => "",
    render: (row) => (
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={`删除 ${row.onDate}`}
        title="删除"
        onClick={() => onRemove(row.onDate)}
      />
    ),
  },
];
