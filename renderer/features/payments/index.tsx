import { ImportOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useMemo, useState } from "react";
import type { PaymentRow } from "#shared/api/payments.ts";
import { useNotify } from "../../app/notify.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { DropZone } from "../../components/DropZone.tsx";
import { FilePick } from "../../components/FilePick.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { ProgressPanel } from "../../components/ProgressPanel.tsx";
import { Segments } from "../../components/Segments.tsx";
import { usePickOnArrival } from "../../components/usePickOnArrival.ts";
import { type UrlState, useUrlState } from "../../components/useUrlState.ts";
import { PaymentBatches } from "./batches/PaymentBatches.tsx";
import { EditPayment } from "./editor/EditPayment.tsx";
import { NewPayment } from "./editor/NewPayment.tsx";
import { RefundPayment } from "./editor/RefundPayment.tsx";
import { PaymentPreviewPanel } from "./import/PaymentPreviewPanel.tsx";
import { TemplateButton } from "./import/TemplateButton.tsx";
import { type PaymentImport, usePaymentImport } from "./import/usePaymentImport.ts";
import { PaymentList } from "./list/PaymentList.tsx";

const noEditor = { new: null, edit: null, forInvoice: null, forInstalment: null, refundOf: null } as const;

/** 付款: the list with the open payment beside it, or the editor over the whole page. */
export function PaymentsPage() {
  const url = useUrlState();
  const { get, set } = url;
  const source = { invoiceId: get("forInvoice"), instalmentId: get("forInstalment") };
  const isNew = get("new") !== null || source.invoiceId !== null || source.instalmentId !== null;
  const [paymentId, refundOf] = [get("payment"), get("refundOf")];
  const [savedId, setSaved] = useState<string | null>(null);
  const saved = (id: string) => {
    setSaved(id);
    set({ ...noEditor, payment: id, no: null });
  };
  const cancel = () => set(noEditor);
  // Whoever comes back to it later is walking through the list.
  useEffect(() => setSaved((now) => (now === paymentId ? now : null)), [paymentId]);

  if (isNew)
    return (
      <NewPayment
        source={source}
        onPick={({ invoiceId, instalmentId }) =>
          set({ ...noEditor, forInvoice: invoiceId, forInstalment: instalmentId, new: "1" })
        }
        onSaved={saved}
        onCancel={cancel}
      />
    );
  if (refundOf !== null)
    return <RefundPayment key={refundOf} paymentId={refundOf} onSaved={saved} onCancel={cancel} />;
  if (get("edit") !== null && paymentId !== null)
    return <EditPayment key={paymentId} paymentId={paymentId} onSaved={saved} onCancel={cancel} />;
  return <Payments url={url} savedId={savedId} />;
}

function Payments({ url, savedId }: Readonly<{ url: UrlState; savedId: string | null }>) {
  const { scope } = useScope();
  const { done } = useNotify();
  const importing = usePaymentImport(scope.projectId, (batch) => {
    done(`已导入：新增 ${batch.newCount} 笔，变更 ${batch.changedCount} 笔`);
    url.set({ batch: batch.id, view: null, payment: null, no: null });
  });
  usePickOnArrival(url, "payments", importing.read);
  const { work, preview } = importing;
  return (
    <DropZone hint="松开鼠标，读取这个文件中的付款" onDrop={importing.read}>
      <Page>
        {preview === null ? (
          <Ledger url={url} savedId={savedId} importing={importing} />
        ) : (
          <>
            <ProgressPanel work={work} />
            <PaymentPreviewPanel importing={importing} preview={preview} />
          </>
        )}
      </Page>
    </DropZone>
  );
}

const noPayments: readonly PaymentRow[] = [];

type View = "payments" | "batches";

type LedgerProps = Readonly<{ url: UrlState; savedId: string | null; importing: PaymentImport }>;

function Ledger({ url, savedId, importing }: LedgerProps) {
  const { scope, fiscalYear } = useScope();
  const payments = useApi("payments.list", scope);
  const voided = useApi("payments.listVoided", scope);
  const counted = useApi("payments.findingCounts", scope);
  const findings = useMemo(
    () =>
      counted.data === undefined
        ? undefined
        : new Map(counted.data.map(({ paymentId, ...counts }) => [paymentId as string, counts])),
    [counted.data],
  );
  const view: View = url.get("batch") !== null || url.get("view") === "batches" ? "batches" : "payments";
  const newButton = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => url.set({ new: "1" })}>
      新建付款
    </Button>
  );
  const importButton = (
    <FilePick
      purpose="payments"
      icon={<ImportOutlined />}
      disabled={importing.work.running !== null}
      onPick={importing.read}
    >
      导入付款
    </FilePick>
  );
  return (
    <>
      <PageHeader
        title="付款"
        note={`${fiscalYear} 年度，金额单位：元`}
        actions={
          <>
            <Segments<View>
              label="看什么"
              value={view}
              options={[
                { value: "payments", label: "付款" },
                { value: "batches", label: "导入批次" },
              ]}
              onChange={(next) => url.set({ view: next === "batches" ? next : null, batch: null })}
            />
            {view === "batches" ? <TemplateButton /> : null}
            {importButton}
            {view === "batches" ? null : newButton}
          </>
        }
      />
      <ProgressPanel work={importing.work} />
      {view === "batches" ? (
        <PaymentBatches url={url} empty={importButton} />
      ) : (
        <Loaded query={payments}>
          {(rows) => (
            <PaymentList
              payments={rows}
              voided={voided.data ?? noPayments}
              findings={findings}
              title={`付款 ${fiscalYear}`}
              url={url}
              savedId={savedId}
              newButton={newButton}
            />
          )}
        </Loaded>
      )}
    </>
  );
}
