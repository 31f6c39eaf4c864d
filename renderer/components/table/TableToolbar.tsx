import { DownloadOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input, Space } from "antd";
import type { FileFormat } from "#shared/api/filings.ts";
import { formatCount } from "../inputs/readDecimal.ts";
import type { DataTableProps } from "./tableProps.ts";
import { toListInput } from "./toListInput.ts";
import { useExportList } from "./useExportList.ts";
import type { ShownRows } from "./useShownRows.ts";

/** Above the rows: the list's own buttons, the box over all columns, how many rows, and the export of what is shown. */
export function TableToolbar<Row>({
  table,
  shown,
}: Readonly<{ table: DataTableProps<Row>; shown: ShownRows<Row> }>) {
  const exporting = useExportList();
  // Half of a list would be taken for all of it.
  const canExport = shown.rows.length > 0 && table.loading !== true;
  const count = formatCount(shown.rows.length);
  const save = (format: FileFormat) =>
    exporting.start(toListInput(table.title, table.columns, shown.rows, table.exportNote), format);
  const total = formatCount(shown.all.length);
  return (
    <div className="jf-table-toolbar">
      {table.toolbar}
      <span className="jf-spacer" />
      <span className="jf-soft jf-num" role="status">
        {shown.filtering ? `${count} / ${total} 条` : `${total} 条`}
      </span>
      <Input
        ref={(input) => {
          shown.box.current = input?.input ?? null;
        }}
        className="jf-table-search"
        disabled={false}
        allowClear
        prefix={<SearchOutlined className="jf-faint" />}
        placeholder="筛选（Ctrl+F）"
        aria-label={`筛选${table.title}`}
        value={shown.everywhere}
        onFocus={shown.lookAhead}
        onBlur={shown.settle}
        onChange={(event) => shown.setEverywhere(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          event.currentTarget.closest("section")?.querySelector("table")?.focus();
        }}
      />
      <Space.Compact>
        <Button
          icon={<DownloadOutlined />}
          loading={exporting.busy}
          disabled={!canExport}
          title="把表中显示的内容另存为 Excel 工作簿"
          onClick={() => save("xlsx")}
        >
          导出
        </Button>
        <Button
          disabled={!canExport || exporting.busy}
          title="把表中显示的内容另存为 PDF"
          onClick={() => save("pdf")}
        >
          PDF
        </Button>
      </Space.Compact>
    </div>
  );
}
