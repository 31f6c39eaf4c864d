import { Select } from "antd";
import { useEffect, useRef } from "react";
import type { InvoiceField } from "#shared/invoices/headerSynonyms.ts";
import type { ColumnInspection, FieldChoice, SheetInspection } from "#shared/invoices/inspection.ts";

type Props = Readonly<{
  sheet: SheetInspection;
  choices: readonly FieldChoice[];
  /** The column to begin with. */
  startTitle: string | null;
  onField: (index: number, field: InvoiceField | null) => void;
}>;

/** One row for each column of the list: what it is, why it is taken for that, and what stands in it. */
export function ColumnTable({ sheet, choices, startTitle, onField }: Props) {
  const table = useRef<HTMLTableElement>(null);
  // The keys begin where something has to be decided.
  const asked = sheet.columns.find(({ title }) => title === startTitle);
  const first = asked ?? doubtful(sheet) ?? (sheet.missing.length > 0 ? unknown(sheet) : undefined);
  const start = useRef(first?.index);
  useEffect(() => {
    // Nothing to decide: on to the check.
    if (start.current === undefined) {
      document.querySelector<HTMLElement>(".jf-import-next:enabled")?.focus();
      return;
    }
    const row = table.current?.querySelector<HTMLElement>(`[data-column="${start.current}"]`);
    row?.querySelector<HTMLElement>("input")?.focus();
    row?.scrollIntoView({ block: "center" });
  }, []);
  const takenBy = new Map(sheet.columns.map(({ field, letter }) => [field, letter]));
  return (
    <div className="jf-columns-scroller">
      <table ref={table} className="jf-columns" aria-label={`工作表“${sheet.name}”的列`}>
        <thead>
          <tr>
            <th>列</th>
            <th>表头</th>
            <th>是什么</th>
            <th>依据</th>
            <th>内容示例</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map((column) => (
            <ColumnRow
              key={column.index}
              column={column}
              choices={choices}
              takenBy={takenBy}
              onField={(field) => onField(column.index, field)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const doubtful = ({ columns }: SheetInspection): ColumnInspection | undefined =>
  columns.find(({ doubt }) => doubt !== null);

const unknown = ({ columns }: SheetInspection): ColumnInspection | undefined =>
  columns.find(({ field, samples }) => field === null && samples.length > 0);

const unused = "unused";

type RowProps = Readonly<{
  column: ColumnInspection;
  choices: readonly FieldChoice[];
  /** The column that has a field now. */
  takenBy: ReadonlyMap<InvoiceField | null, string>;
  onField: (field: InvoiceField | null) => void;
}>;

function ColumnRow({ column, choices, takenBy, onField }: RowProps) {
  const { index, letter, title, field, why, samples, doubt } = column;
  const options = [
    { value: unused, label: "不使用", by: undefined },
    ...choices.map((choice) => ({
      value: choice.field as string,
      label: choice.title,
      by: choice.field === field ? undefined : takenBy.get(choice.field),
    })),
  ];
  return (
    <tr data-column={index} data-used={field !== null}>
      <td className="jf-num jf-faint">{letter}</td>
      <th scope="row">{title}</th>
      <td>
        <Select
          aria-label={`${letter} 列是什么`}
          className="jf-column-select"
          popupMatchSelectWidth={240}
          showSearch={{ optionFilterProp: "label" }}
          value={field ?? unused}
          options={options}
          optionRender={({ label, data }) => (
            <span className="jf-column-option">
              <span>{label}</span>
              {data.by === undefined ? null : <span className="jf-faint">现为 {data.by} 列</span>}
            </span>
          )}
          onChange={(value) => onField(choices.find((choice) => choice.field === value)?.field ?? null)}
        />
      </td>
      <td className="jf-column-why">
        {doubt !== null && field === null ? null : <span className="jf-soft">{why}</span>}
        {doubt === null ? null : <span>{doubt}</span>}
      </td>
      <td className="jf-column-samples jf-num" title={samples.join("\n")}>
        {samples.length === 0 ? (
          <span className="jf-faint">空</span>
        ) : (
          samples.map((sample) => <span key={sample}>{sample}</span>)
        )}
      </td>
    </tr>
  );
}
