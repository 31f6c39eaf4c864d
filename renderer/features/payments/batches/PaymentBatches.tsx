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
import { DataTable } from "../../../components/table/DataTable.tsx";
import type { UrlState } from "../../../components/useUrlState.ts";
import { batchColumns } from "../../invoices/batches/batchColumns.tsx";

type Props = Readonly<{ url: UrlState; empty: ReactNode }>;

/** 导入批次 of payments: what came in when, from which file; a whole batch can be undone. */
export function PaymentBatches({ url, empty }: Props) {
  const batches = useApi("paymentImport.batches", {});
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
                title="付款导入批次"
                columns={batchColumns}
                rows={rows}
                rowKey={(row) => row.id}
                openKey={batch === undefined ? null : openId}
                onOpen={(row) => open(row.id)}
                onClose={() => open(null)}
                rowTone={(row) => (row.voidedAt === null ? undefined : "muted")}
                empty={
                  <EmptyState title="还没有导入过付款" action={empty}>
                    以前的付款记录可以填进模板，一次导入；看过预览才写入，整批可以撤销。
                  </EmptyState>
                }
              />
            }
            detail={batch === undefined ? null : <BatchPane batch={batch} onClose={() => open(null)} />}
          />
        );
      }}
    </Loaded>
  );
}

function BatchPane({ batch, onClose }: Readonly<{ batch: ImportBatch; onClose: () => void }>) {
  const [undoing, setUndoing] = useState(false);
  const { done } = useNotify();
  const undo = useApiMutation("paymentImport.undo", {
    onSuccess: () => {
      setUndoing(false);
      done("这一批已撤销，可以重新导入");
    },
  });
  return (
    <DetailPane
      title={batch.fileName}
      note={batch.source}
      actions={
        batch.voidedAt !== null ? undefined : (
          <Button danger onClick={() => setUndoing(true)}>
            撤销这一批
          </Button>
        )
      }
      onClose={onClose}
    >
      <Facts items={factsOf(batch)} />
      {undoing ? (
        <ReasonDialog
          title={`撤销导入 ${batch.fileName}`}
          text={`本批登记的 ${batch.newCount} 笔付款将作废，变更的 ${batch.changedCount} 笔恢复原样。后来又办理过、退款过的付款会使撤销被拒绝。`}
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
  { label: "新增", value: `${batch.newCount} 笔` },
  { label: "变更", value: `${batch.changedCount} 笔` },
  { label: "未变", value: `${batch.unchangedCount} 笔` },
  { label: "冲突", value: `${batch.conflictCount} 行` },
  { label: "拒绝", value: `${batch.rejectedCount} 行` },
  ...(batch.voidedAt === null
    ? []
    : [
        { label: "撤销时间", value: instantText(batch.voidedAt) },
        { label: "撤销原因", value: batch.voidReason, wide: true },
      ]),
];
