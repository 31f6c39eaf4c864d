import { DownloadOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import type { RentalMatrix } from "#shared/api/rentals.ts";
import { useScope } from "../../app/scope.ts";
import { useExportList } from "../../components/table/useExportList.ts";
import { toList } from "./matrixList.ts";
import "../../components/table/table.css";

type Props = Readonly<{
  matrix: RentalMatrix;
  total: number;
  typed: string;
  onType: (text: string) => void;
}>;

/** What the matrix shows, and its export. The marks are explained here once. */
export function MatrixToolbar({ matrix, total, typed, onType }: Props) {
  const { fiscalYear } = useScope();
  const exporting = useExportList();
  const count = matrix.rows.length;
  return (
    <div className="jf-table-toolbar">
      <span className="jf-soft">方向键移动，回车查看当月单据</span>
      <span className="jf-matrix-legend">
        <span data-tone="block">逾期</span>
        <span data-tone="warn">暂不可付或有差额</span>
      </span>
      <span className="jf-spacer" />
      <span className="jf-soft jf-num" role="status">
        {count === total ? `${total} 项` : `${count} / ${total} 项`}
      </span>
      <Input
        className="jf-table-search"
        allowClear
        prefix={<SearchOutlined className="jf-faint" />}
        placeholder="设备、供应商、合同"
        aria-label="筛选月租"
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
      <Button
        icon={<DownloadOutlined />}
        loading={exporting.busy}
        disabled={count === 0}
        title="把表中显示的内容另存为 Excel 工作簿"
        onClick={() => exporting.start(toList(`月租 ${fiscalYear}`, matrix))}
      >
        导出
      </Button>
    </div>
  );
}
