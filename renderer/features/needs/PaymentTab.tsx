import { useNavigate } from "react-router";
import type { NeedDetail } from "#shared/api/needs.ts";
import { pathTo } from "../../app/paths.ts";
import { DataTable } from "../../components/table/DataTable.tsx";
import { paymentColumns } from "./needColumns.ts";

/** Payments that what was handed out is linked to; Enter leads to the payment. */
export function PaymentTab({ detail }: Readonly<{ detail: NeedDetail }>) {
  const navigate = useNavigate();
  return (
    <DataTable
      title={`${detail.need.name} 关联付款`}
      columns={paymentColumns}
      rows={detail.payments}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate(pathTo("payment", row.id))}
      empty={
        <p className="jf-soft jf-need-none">
          还没有关联的付款。登记发放时选择付款单，一笔付款可以对应几项需求。
        </p>
      }
    />
  );
}
