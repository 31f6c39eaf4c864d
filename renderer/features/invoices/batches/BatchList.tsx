import { Button } from "antd";
import type { ReactNode } from "react";
import type { ImportBatch } from "#shared/model/invoice.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { BatchPane, BatchSplit } from "../../../components/intake/BatchSplit.tsx";
import { Loaded } from "../../../components/Page.tsx";
import type { UrlState } from "../../../components/useUrlState.ts";
import { BatchRows } from "./BatchRows.tsx";
import { UndoObstacles } from "./UndoObstacles.tsx";
import { undoText } from "./undoText.ts";

type Props = Readonly<{ url: UrlState; importButton: ReactNode }>;

/** 导入批次: what came in when, from which file; looked at again row by row, undone as a whole. */
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
          detailSize="52%"
          empty={<EmptyState title="还没有导入过发票" action={importButton} />}
          detail={(batch) => <InvoiceBatch key={batch.id} batch={batch} url={url} />}
        />
      )}
    </Loaded>
  );
}

function InvoiceBatch({ batch, url }: Readonly<{ batch: ImportBatch; url: UrlState }>) {
  const { done } = useNotify();
  const opened = useApi("invoices.batch", { id: batch.id });
  const obstacles = opened.data?.obstacles ?? [];
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
      undoneActions={
        <Button onClick={() => url.set({ batch: null, view: null, import: "1" })}>重新导入</Button>
      }
      undoText={undoText(batch)}
      {...(obstacles.length === 0 ? {} : { obstacles: <UndoObstacles obstacles={obstacles} /> })}
      checking={opened.isPending}
      undoing={undo.isPending}
      onUndo={(reason) => undo.mutateAsync({ batchId: batch.id, reason })}
      onClose={() => url.set({ batch: null })}
    >
      <BatchRows batchId={batch.id} />
    </BatchPane>
  );
}
