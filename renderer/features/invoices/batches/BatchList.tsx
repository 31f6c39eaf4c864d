import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { ImportBatch } from "#shared/model/invoice.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { InstantText, instantText } from "../../../components/DateText.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Facts } from "../../../components/Facts.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { ReasonDialog } from "../../../components/ReasonDialog.tsx";
import { DetailPane, SplitView } from "../../../components/SplitView.tsx";
import { StatusTag } from "../../../components/StatusTag.tsx";
import { DataTable } from "../../../components/table/DataTable.tsx";
import type { UrlState } from "../../../components/useUrlState.ts";
import { batchColumns } from "./batchColumns.tsx";

type Props = Readonly<{ url: UrlState; importButton: ReactNode }>;

/** 导入批次: what came in when, from which file; a whole batch can be undone. */
export function BatchList({ url, importButton }: Props) {
  const batches = useApi("invoices.batches", {});
  const openId = url.get("batch");
  const open = (id: string | null) => url.set({ batch: id });
  return (
    <Loaded query={batches}>
      {(rows) => {
        const batch = rows.find(({ id }) => id === openId);
        return (
          <SplitView
            detailSize="38%"
            list={
              <DataTable
                title="导入批次"
                columns={batchColumns}
                rows={rows}
                rowKey={(row) => row.id}
                openKey={openId}
                onOpen={(row) => open(row.id)}
                onClose={() => open(null)}
                rowTone={(row) => (row.voidedAt === null ? undefined : "muted")}
                empty={<EmptyState title="还没有导入过发票" action={importButton} />}
              />
            }
            detail={batch === undefined ? null : <BatchPane batch={batch} url={url} />}
          />
        );
      }}
    </Loaded>
  );
}

function BatchPane({ batch, url }: Readonly<{ batch: ImportBatch; url: UrlState }>) {
  const [undoing, setUndoing] = useState(false);
  const { done } = useNotify();
  const undo = useApiMutation("invoices.undoBatch", {
    onSuccess: () => {
      setUndoing(false);
      done("这一批已撤销，可以重新导入");
    },
  });
  const isUndone = batch.voidedAt !== null;
  return (
    <DetailPane
      title={batch.fileName}
      note={
        <span className="jf-inline">
          <span>{batch.source}</span>
          <StatusTag tone={isUndone ? "muted" : "done"}>{isUndone ? "已撤销" : "已导入"}</StatusTag>
        </span>
      }
      actions={
        isUndone ? undefined : (
          <>
            <Button onClick={() => url.set({ batch: null, view: null, ofBatch: batch.id })}>查看发票</Button>
            <Button danger onClick={() => setUndoing(true)}>
              撤销这一批
            </Button>
          </>
        )
      }
      onClose={() => url.set({ batch: null })}
    >
      <Facts items={factsOf(batch)} />
      {undoing ? (
        <ReasonDialog
          title={`撤销导入 ${batch.fileName}`}
          text={`本批新增的 ${batch.newCount} 张发票将作废，变更的 ${batch.changedCount} 张恢复原样。已用于付款的发票会使撤销被拒绝。`}
          action="撤销"
          label="撤销原因"
          pending={undo.isPending}
          onConfirm={(reason) => undo.mutate({ batchId: batch.id, reason })}
          onCancel={() => setUndoing(false)}
        />
      ) : null}
    </DetailPane>
  );
}

const factsOf = (batch: ImportBatch) => [
  { label: "导入时间", value: <InstantText value={batch.importedAt} /> },
  { label: "导入人", value: batch.importedBy },
  { label: "读取", value: `${batch.rowCount} 行` },
  { label: "新增", value: `${batch.newCount} 张` },
  { label: "变更", value: `${batch.changedCount} 张` },
  { label: "未变", value: `${batch.unchangedCount} 张` },
  { label: "冲突", value: `${batch.conflictCount} 张` },
  { label: "拒绝", value: `${batch.rejectedCount} 行` },
  { label: "文件校验", value: <span className="jf-num">{batch.fileHash.slice(0, 16)}…</span>, wide: true },
  ...(batch.voidedAt === null
    ? []
    : [
        { label: "撤销时间", value: instantText(batch.voidedAt) },
        { label: "撤销原因", value: batch.voidReason, wide: true },
      ]),
];
