import type { ReactNode } from "react";
import type { ImportBatch } from "#shared/model/invoice.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { BatchPane, BatchSplit } from "../../../components/intake/BatchSplit.tsx";
import { Loaded } from "../../../components/Page.tsx";
import type { UrlState } from "../../../components/useUrlState.ts";

type Props = Readonly<{ url: UrlState; empty: ReactNode }>;

/** 导入批次 of payments: what came in when, from which file; a whole batch can be undone. */
export function PaymentBatches({ url, empty }: Props) {
  const batches = useApi("paymentImport.batches", {});
  const open = (id: string | null) => url.set({ batch: id });
  return (
    <Loaded query={batches}>
      {(rows) => (
        <BatchSplit
          title="付款导入批次"
          batches={rows}
          openId={url.get("batch")}
          onOpen={open}
          empty={
            <EmptyState title="还没有导入过付款" action={empty}>
              以前的付款记录可以填进模板，一次导入；看过预览才写入，整批可以撤销。
            </EmptyState>
          }
          detail={(batch) => <PaymentBatch batch={batch} onClose={() => open(null)} />}
        />
      )}
    </Loaded>
  );
}

function PaymentBatch({ batch, onClose }: Readonly<{ batch: ImportBatch; onClose: () => void }>) {
  const { done } = useNotify();
  const undo = useApiMutation("paymentImport.undo", {
    onSuccess: () => done("这一批已撤销，可以重新导入"),
  });
  return (
    <BatchPane
      batch={batch}
      counter="笔"
      undoText={`本批登记的 ${batch.newCount} 笔付款将作废，变更的 ${batch.changedCount} 笔恢复原样。后来又办理过、退款过的付款会使撤销被拒绝。`}
      undoing={undo.isPending}
      onUndo={(reason) => undo.mutateAsync({ batchId: batch.id, reason })}
      onClose={onClose}
    />
  );
}
