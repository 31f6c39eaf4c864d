import { DownloadOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useMemo, useRef, useState } from "react";
import type { ImportPreview } from "#shared/invoices/preview.ts";
import { request } from "../../../../app/client.ts";
import { Segments } from "../../../../components/Segments.tsx";
import { useSaveExport } from "../../../../components/useSaveExport.ts";
import { type Fixes, noFixes } from "./fixes.ts";
import { RejectedGrid } from "./RejectedGrid.tsx";
import { matchingRows, rejectedSheets } from "./rejectedSheet.ts";
import type { RowPlace } from "./rowPlaces.ts";
import { useFindKey } from "./useFindKey.ts";

type Props = Readonly<{
  preview: ImportPreview;
  /** The row to begin with. */
  start: RowPlace | null;
  fixes: Fixes;
  /** Something was mended that the preview does not know of. */
  pending: boolean;
  busy: boolean;
  onFixes: (fixes: Fixes) => void;
  onRecheck: () => void;
}>;

/** Rows that are no correct invoice: why, mended on the spot, and checked again. */
export function RejectedPart({ preview, start, fixes, pending, busy, onFixes, onRecheck }: Props) {
  const sheets = useMemo(() => rejectedSheets(preview), [preview]);
  const [name, setName] = useState(start?.sheet ?? sheets[0]?.sheet ?? "");
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const earlier = useRef<Fixes[]>([]);
  const saving = useSaveExport();
  const box = useFindKey();
  const open = sheets.find(({ sheet }) => sheet === name) ?? sheets[0];
  const rows = useMemo(() => matchingRows(open?.rows ?? [], typed), [open, typed]);
  const row = rows[Math.min(active, rows.length - 1)];
  const change = (next: Fixes) => {
    earlier.current.push(fixes);
    onFixes(next);
  };
  const undo = (): boolean => {
    const last = earlier.current.pop();
    if (last !== undefined) onFixes(last);
    return last !== undefined;
  };
  const recheck = () => {
    if (pending && !busy) onRecheck();
  };
  return (
    <>
      <div className="jf-rejected-tools">
        {sheets.length < 2 || open === undefined ? null : (
          <Segments
            label="工作表"
            value={open.sheet}
            options={sheets.map((each) => ({
              value: each.sheet,
              label: `${each.sheet} ${each.rows.length}`,
            }))}
            onChange={(next) => {
              setName(next);
              setActive(0);
            }}
          />
        )}
        <p className="jf-rejected-why" role="status">
          {row === undefined ? null : (
            <>
              {row.message.includes(`第${row.row}行`) ? null : (
                <span className="jf-soft jf-num">第 {row.row} 行　</span>
              )}
              {row.message}
            </>
          )}
        </p>
        <Input
          ref={box}
          className="jf-table-search"
          allowClear
          prefix={<SearchOutlined className="jf-faint" />}
          placeholder="筛选（Ctrl+F）"
          aria-label="筛选拒绝的行"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button
          icon={<DownloadOutlined />}
          loading={saving.busy}
          title="另存为工作簿：拒绝的行、所在位置和原因，可以交给对方改正"
          onClick={() =>
            saving.start(
              `${preview.fileName.replace(/\.\w+$/, "")}_拒绝的行`,
              "xlsx",
              (file, _format, options) =>
                request("invoices.saveRejected", { previewId: preview.id, file }, options).then(
                  ({ fileName }) => ({
                    fileName,
                    pages: null,
                    warnings: [],
                  }),
                ),
            )
          }
        >
          导出拒绝的行
        </Button>
        {fixes.size === 0 ? null : (
          <Button disabled={busy} onClick={() => change(noFixes)}>
            全部还原
          </Button>
        )}
        <Button
          type={pending ? "primary" : "default"}
          disabled={!pending || busy}
          title="Ctrl+Enter"
          onClick={recheck}
        >
          {pending && fixes.size > 0 ? `重新核对（改了 ${fixes.size} 格）` : "重新核对"}
        </Button>
      </div>
      <RejectedGrid
        key={open?.sheet}
        rows={rows}
        startRow={start?.row ?? null}
        sheet={preview.sheets.find((each) => each.name === open?.sheet)}
        fixes={fixes}
        onFixes={change}
        onUndo={undo}
        onRecheck={recheck}
        onActive={setActive}
      />
      <p className="jf-rejected-help jf-soft">
        直接输入或按 F2 修改，Enter 到下一行，Esc 放弃，Ctrl+Z 撤销一格，Ctrl+Enter
        重新核对。只在这次导入中改，文件本身不变；不改的行不会导入。
      </p>
    </>
  );
}
