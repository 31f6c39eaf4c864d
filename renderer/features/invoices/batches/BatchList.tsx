import { Button } from "antd";
import type { ReactNode } from "react";
import type { ImportBatch } from "#shared/model/invoice.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { BatchPane, BatchSplit } from "../../../components/intake/BatchSplit.tsx";
import { Loaded } from "../../../components/Page.tsx";
import type { UrlState } from "../../../components/useUrlState.ts";

type Props = Readonly<{ url: UrlState; importButton: ReactNode }>;

/** 导入批次: what came in when, from which file; a whole batch can be undone. */
export function BatchList({ url, importButton }: Props) {
  const batches = useApi("invoices.batches", {});
  return (
    <Loaded query={batches}>
      {(rows) => (
        <BatchSplit
          title="导入批次"
          batches={rows}
          openId={url.get("batch")}
          onOpen={(id) => url.set({ batch: id })}
          empty={<EmptyState title="还没有导入过发票" action={importButton} />}
          detail={(batch) => <InvoiceBatch batch={batch} url={url} />}
        />
      )}
    </Loaded>
  );
}

function InvoiceBatch({ batch, url }: Readonly<{ batch: ImportBatch; url: UrlState }>) {
  const { done } = useNotify();
  const undo = useApiMutation("invoices.undoBatch", {
    onSuccess: () => done("这一批已撤销，可以重新导入"),
  });
  return (
    <BatchPane
      batch={batch}
      counter="张"
      actions={
        <Button onClick={() => url.set({ batch: null, view: null, ofBatch: batch.id })}>查看发票</Button>
      }
      undoText={`本批新增的 ${batch.newCount} 张发票将作废，变更的 ${batch.changedCount} 张恢复原样。已用于付款的发票会使撤销被拒绝。`}
      undoing={undo.isPending}
      onUndo={(reason) => undo.mutateAsync({ batchId: batch.id, reason })}
      onClose={() => url.set({ batch: null })}
    />
  );
}
