import { Checkbox } from "antd";
import type { SheetInspection } from "#shared/invoices/inspection.ts";

type Props = Readonly<{
  sheet: SheetInspection;
  onHeader: (header: Readonly<{ headerRow: number; headerRows: 1 | 2 }>) => void;
}>;

/** Which row the header is, in words, and what cannot be said by a click on a row. */
export function HeaderChoice({ sheet: { headerRow, headerRows, head }, onHeader }: Props) {
  const first = head[0]?.row ?? 1;
  return (
    <div className="jf-header-choice">
      <span>{headerText(headerRow, headerRows)}</span>
      <span className="jf-spacer" />
      <Checkbox
        checked={headerRows === 2}
        disabled={headerRow === null || headerRow < first + 1}
        onChange={(event) =>
          onHeader({ headerRow: headerRow ?? first, headerRows: event.target.checked ? 2 : 1 })
        }
      >
        表头占两行
      </Checkbox>
      <Checkbox
        checked={headerRow === 0}
        onChange={(event) => onHeader({ headerRow: event.target.checked ? 0 : first, headerRows: 1 })}
      >
        没有表头，第一行就是发票
      </Checkbox>
    </div>
  );
}

function headerText(headerRow: number | null, headerRows: 1 | 2): string {
  if (headerRow === null) return "还不知道哪一行是表头。点一下那一行，或用 ↑ ↓ 移过去。";
  if (headerRow === 0) return "没有表头：各列按 A、B、C 称呼。";
  return headerRows === 2 ? `表头在第 ${headerRow - 1}、${headerRow} 行。` : `表头在第 ${headerRow} 行。`;
}
