import { Button } from "antd";
import { useMemo, useState } from "react";
import type { ImportState } from "#shared/payments/import/preview.ts";
import { Amount } from "../../../components/Amount.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { ResultTabs } from "../../../components/intake/ResultTabs.tsx";
import { useLeaveGuard } from "../../../components/LeaveGuard.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { SplitView } from "../../../components/SplitView.tsx";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { EntryPane } from "./EntryPane.tsx";
import { previewColumns } from "./previewColumns.ts";
import {
  canTick,
  choiceOf,
  entriesOf,
  type PreviewPart,
  partCounts,
  partNotes,
  partWords,
  tickedOf,
} from "./previewParts.ts";
import type { PaymentImport } from "./usePaymentImport.ts";

type Props = Readonly<{
  importing: PaymentImport;
  preview: NonNullable<PaymentImport["preview"]>;
}>;

/** What an import of payments would do, before anything is written. */
export function PaymentPreviewPanel({ importing, preview }: Props) {
  const { choice, work, choose } = importing;
  const [part, setPart] = useState<PreviewPart>("all");
  const rows = useMemo(() => entriesOf(preview.entries, part), [preview, part]);
  const ticked = useMemo(() => tickedOf(preview.entries), [preview]);
  const letGo = useLeaveGuard({
    active: ticked.size > 0,
    title: "这个文件还没有导入",
    text: "离开后，需要重新选择文件、查看预览。",
  });
  const [openKey, setOpenKey] = useState<string | null>(null);
  const open = rows.find(({ key }) => key === openKey);
  const isBusy = work.running !== null;
  return (
    <>
      <PageHeader
        title="导入付款预览"
        note={
          <span className="jf-num">
            {preview.fileName}，读取 {preview.counts.rows} 行，将登记 <Amount value={preview.takenCents} />
            {preview.earlier === "" ? "" : `。${preview.earlier}`}
          </span>
        }
        actions={
          <>
            <Segments<ImportState>
              label="登记为"
              disabled={isBusy}
              value={preview.state}
              options={[
                { value: "paid", label: "登记为已付" },
                { value: "draft", label: "登记为草稿" },
              ]}
              onChange={(state) => choose(state, choice)}
            />
            <Button disabled={isBusy} onClick={importing.giveUp}>
              放弃
            </Button>
            <Button
              type="primary"
              autoFocus
              disabled={ticked.size === 0}
              loading={isBusy}
              onClick={() => {
                letGo();
                importing.commit();
              }}
            >
              {ticked.size === 0 ? "没有可导入的付款" : `导入 ${ticked.size} 笔`}
            </Button>
          </>
        }
      />
      <ResultTabs parts={partCounts(preview)} words={partWords} part={part} onPart={setPart} />
      <p className="jf-soft jf-part-note">{partNotes[part]}</p>
      <SplitView
        detailSize="38%"
        list={
          <DataTable
            key={part}
            title={`导入付款 ${partWords[part]}`}
            columns={previewColumns(part, open === undefined)}
            rows={rows}
            rowKey={({ key }) => key}
            rowTone={({ result, isLeftOut }) => (isLeftOut || result === "unchanged" ? "muted" : undefined)}
            ticks={{
              ticked,
              allowed: (entry) => canTick(entry, choice),
              label: "导入这笔付款",
              onChange: (keys) => choose(preview.state, choiceOf(rows, keys, choice)),
            }}
            openKey={open === undefined ? null : openKey}
            onOpen={({ key }) => setOpenKey(key)}
            onClose={() => setOpenKey(null)}
            empty={<EmptyState title={`没有“${partWords[part]}”的行`} />}
          />
        }
        detail={open === undefined ? null : <EntryPane entry={open} onClose={() => setOpenKey(null)} />}
      />
    </>
  );
}
