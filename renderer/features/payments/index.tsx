import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { type UrlState, useUrlState } from "../../components/useUrlState.ts";
import { EditPayment } from "./editor/EditPayment.tsx";
import { NewPayment } from "./editor/NewPayment.tsx";
import { PaymentList } from "./list/PaymentList.tsx";

const noEditor = { new: null, edit: null, forInvoice: null, forInstalment: null } as const;

/** 付款: the list with the open payment beside it, or the editor over the whole page. */
export function PaymentsPage() {
  const url = useUrlState();
  const { get, set } = url;
  const source = { invoiceId: get("forInvoice"), instalmentId: get("forInstalment") };
  const isNew = get("new") !== null || source.invoiceId !== null || source.instalmentId !== null;
  const paymentId = get("payment");
  const saved = (id: string) => set({ ...noEditor, payment: id, no: null });

  if (isNew)
    return (
      <NewPayment
        source={source}
        onPick={({ invoiceId, instalmentId }) =>
          set({ ...noEditor, forInvoice: invoiceId, forInstalment: instalmentId, new: "1" })
        }
        onSaved={saved}
        onCancel={() => set(noEditor)}
      />
    );
  if (get("edit") !== null && paymentId !== null)
    return (
      <EditPayment
        key={paymentId}
        paymentId={paymentId}
        onSaved={saved}
        onCancel={() => set({ edit: null })}
      />
    );
  return <Payments url={url} />;
}

function Payments({ url }: Readonly<{ url: UrlState }>) {
  const { scope, fiscalYear } = useScope();
  const payments = useApi("payments.list", scope);
  const newButton = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => url.set({ new: "1" })}>
      新建付款
    </Button>
  );
  return (
    <Page>
      <PageHeader title="付款" note={`${fiscalYear} 年度，金额单位：元`} actions={newButton} />
      <Loaded query={payments}>
        {(rows) => (
          <PaymentList payments={rows} title={`付款 ${fiscalYear}`} url={url} newButton={newButton} />
        )}
      </Loaded>
    </Page>
  );
}
