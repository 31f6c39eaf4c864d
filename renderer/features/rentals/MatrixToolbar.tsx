import { DownloadOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input, Space } from "antd";
import type { FileFormat } from "#shared/api/filings.ts";
import type { RentalMatrix } from "#shared/api/rentals.ts";
import { useScope } from "../../app/scope.ts";
import { Segments } from "../../components/Segments.tsx";
import { useExportList } from "../../components/table/useExportList.ts";
import { toList } from "./matrixList.ts";
import type { PlainNumber } from "./sheet/cellText.ts";
import type { Sheet } from "./sheet/useSheet.ts";
import "../../components/table/table.css";
import { formatCount } from "../../components/inputs/readDecimal.ts";

type Props = Readonly<{
  matrix: RentalMatrix;
  sheet: Sheet;
  total: number;
  typed: string;
  onType: (text: string) => void;
}>;

const plainNumbers: readonly Readonly<{ value: PlainNumber; label: string }>[] = [
  { value: "quantity", label: "数量" },
  { value: "unitPrice", label: "单价" },
];

const help =
  "方向键移动，Shift+方向键选择；直接输入 26、26*85、*85 或 免（m），回车或 Tab 确认，Delete 不租；" +
  "Ctrl+R 向右填充，Ctrl+C、Ctrl+V 与 Excel 互相复制，Ctrl+Z 撤销一步，Ctrl+S 保存；回车查看当月单据。";

/** What the matrix shows, and its export. The marks and the keys are explained here once. */
export function MatrixToolbar({ matrix, sheet, total, typed, onType }: Props) {
  const { fiscalYear } = useScope();
  const exporting = useExportList();
  const count = matrix.rows.length;
  const save = (format: FileFormat) => exporting.start(toList(`月租 ${fiscalYear}`, matrix), format);
  return (
    <div className="jf-table-toolbar">
      <span className="jf-soft" title="直接输入的数字是数量还是单价；输入 26×85 则两者都改">
        输入数字为
      </span>
      <Segments<PlainNumber>
        size="small"
        label="输入的数字是"
        value={sheet.plain}
        options={[...plainNumbers]}
        onChange={sheet.setPlain}
      />
      <span className="jf-soft jf-matrix-help" title={help}>
        直接输入、回车看单据、Ctrl+R 右填
      </span>
      <span className="jf-matrix-legend">
        <span data-tone="block">逾期</span>
        <span data-tone="warn">暂不可付或有差额</span>
      </span>
      <span className="jf-spacer" />
      <span className="jf-soft jf-num" role="status">
        {count === total ? `${formatCount(total)} 项` : `${formatCount(count)} / ${formatCount(total)} 项`}
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
      <Space.Compact>
        <Button
          icon={<DownloadOutlined />}
          loading={exporting.busy}
          disabled={count === 0}
          title="把表中显示的内容另存为 Excel 工作簿"
          onClick={() => save("xlsx")}
        >
          导出
        </Button>
        <Button
          disabled={count === 0 || exporting.busy}
          title="把表中显示的内容另存为 PDF"
          onClick={() => save("pdf")}
        >
          PDF
        </Button>
      </Space.Compact>
    </div>
  );
}
