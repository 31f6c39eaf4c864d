import { Button, Checkbox, Input } from "antd";
import { useMemo } from "react";
import { type ColumnFilter, type ColumnKind, isFiltering, noFilter, type TableColumn } from "./column.ts";
import { distinctValues } from "./filterRows.ts";

const mostValues = 60;

const placeholders: Readonly<Record<ColumnKind, string>> = {
  text: "包含的文字",
  amount: "如 >10000，或 1000~2000",
  number: "如 >10，或 1~12",
  date: "如 2022-03，或 >=2022-04-01",
};

type Props<Row> = Readonly<{
  column: TableColumn<Row>;
  rows: readonly Row[];
  filter: ColumnFilter;
  onChange: (filter: ColumnFilter) => void;
  onClose: () => void;
}>;

/** What may be asked of one column: text, a comparison, and ticks where only few values occur. */
export function ColumnFilterPanel<Row>({ column, rows, filter, onChange, onClose }: Props<Row>) {
  const values = useMemo(() => distinctValues(rows, column, mostValues), [rows, column]);
  const toggle = (text: string) => {
    const picked = filter.picked.includes(text)
      ? filter.picked.filter((other) => other !== text)
      : [...filter.picked, text];
    onChange({ ...filter, picked });
  };
  return (
    <div className="jf-filter-panel">
      <Input
        autoFocus
        allowClear
        value={filter.text}
        placeholder={placeholders[column.kind]}
        aria-label={`筛选“${column.title}”`}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
        onPressEnter={onClose}
      />
      {values.length > 1 ? (
        <div className="jf-filter-values">
          {values.map(({ text, count }) => (
            <Checkbox key={text} checked={filter.picked.includes(text)} onChange={() => toggle(text)}>
              <span className="jf-filter-value">{text === "" ? "（空白）" : text}</span>
              <span className="jf-faint jf-num">{count}</span>
            </Checkbox>
          ))}
        </div>
      ) : null}
      <div className="jf-filter-foot">
        <Button size="small" type="text" disabled={!isFiltering(filter)} onClick={() => onChange(noFilter)}>
          清除
        </Button>
        <Button size="small" type="primary" disabled={false} onClick={onClose}>
          确定
        </Button>
      </div>
    </div>
  );
}
