import { Button } from "antd";
import { useState } from "react";
import type { ImportPreview } from "#shared/invoices/preview.ts";
import { ResultTabs } from "../../../components/intake/ResultTabs.tsx";
import { useLeaveGuard } from "../../../components/LeaveGuard.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { SeverityTag } from "../../../components/SeverityTag.tsx";
import { IssuesTable } from "./IssuesTable.tsx";
import { PreviewTable } from "./PreviewTable.tsx";
import {
  firstPart,
  type PreviewPart,
  partCounts,
  partNotes,
  partWords,
  sheetText,
  takenCount,
} from "./previewEntries.ts";
import { RejectedTable } from "./RejectedTable.tsx";
import "./import.css";

type Props = Readonly<{
  preview: ImportPreview;
  busy: boolean;
  onCommit: (leaveOut: ReadonlySet<string>) => void;
  onGiveUp: () => void;
}>;

/** What an import would do, before anything is written. */
export function ImportPreviewPanel({ preview, busy, onCommit, onGiveUp }: Props) {
  const [part, setPart] = useState<PreviewPart>(() => firstPart(preview));
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const taken = takenCount(preview.entries, leftOut);
  const letGo = useLeaveGuard({
    active: taken > 0 && !preview.isBlocked,
    title: "这个文件还没有导入",
    text: "离开后，需要重新选择文件、查看预览。",
  });
  return (
    <>
      <PageHeader
        title="导入预览"
        note={
          <span className="jf-num">
            {preview.fileName}，{preview.source}，读取 {preview.counts.rows.toLocaleString("en-US")} 行
          </span>
        }
        actions={
          <>
            <Button disabled={busy} onClick={onGiveUp}>
              放弃
            </Button>
            <Button
              type="primary"
              disabled={preview.isBlocked || taken === 0}
              loading={busy}
              onClick={() => {
                letGo();
                onCommit(leftOut);
              }}
            >
              {taken === 0 ? "没有可导入的发票" : `导入 ${taken.toLocaleString("en-US")} 张`}
            </Button>
          </>
        }
      />
      {preview.isBlocked ? <Blocked preview={preview} /> : null}
      <Sheets preview={preview} />
      <ResultTabs parts={partCounts(preview)} words={partWords} part={part} onPart={setPart} />
      <p className="jf-soft jf-part-note">{partNotes[part]}</p>
      {part === "rejected" ? (
        <RejectedTable preview={preview} />
      ) : part === "issues" ? (
        <IssuesTable issues={preview.issues} />
      ) : (
        <PreviewTable preview={preview} part={part} leftOut={leftOut} onLeaveOut={setLeftOut} />
      )}
    </>
  );
}

/** The file contradicts itself: nothing of it can be taken, and why. */
function Blocked({ preview }: Readonly<{ preview: ImportPreview }>) {
  const reasons = preview.issues.filter(({ severity }) => severity === "block").slice(0, 3);
  return (
    <div className="jf-error-box jf-import-blocked" role="alert">
      <p className="jf-strong">这个文件前后矛盾，不能导入。账本没有改动。</p>
      {reasons.map(({ sheet, row, message }) => (
        <p key={`${sheet} ${row} ${message}`}>
          <SeverityTag severity="block" /> 工作表“{sheet}”第 {row} 行：{message}
        </p>
      ))}
      <p className="jf-soft">请在电子税务局重新导出后再导入；表格如改动过，请用原始文件。</p>
    </div>
  );
}

/** Which sheets and columns were recognised; opened only by those who want to know. */
function Sheets({ preview }: Readonly<{ preview: ImportPreview }>) {
  return (
    <details className="jf-sheets">
      <summary>
        <span className="jf-soft">工作表：{preview.sheets.map(sheetText).join("；")}</span>
      </summary>
      {preview.sheets
        .filter(({ kind }) => kind !== "ignored")
        .map((sheet) => (
          <p key={sheet.name} className="jf-selectable">
            <span className="jf-strong">{sheet.name}</span>{" "}
            <span className="jf-soft">
              认出 {sheet.columns.filter(({ field }) => field !== null).length} 列；没有使用：
              {sheet.columns
                .filter(({ field, title }) => field === null && title !== "")
                .map(({ title }) => title)
                .join("、") || "无"}
            </span>
          </p>
        ))}
    </details>
  );
}
