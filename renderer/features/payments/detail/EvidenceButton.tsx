import { Button } from "antd";
import type { PaymentView } from "#shared/api/payments.ts";
import { request } from "../../../app/client.ts";
import { useSaveExport } from "../../../components/useSaveExport.ts";

/** Packs all that stands behind a payment, void or not, for whoever audits it. */
export function EvidenceButton({ payment: { id, paymentNo } }: Readonly<{ payment: PaymentView }>) {
  const exporting = useSaveExport();
  return (
    <Button
      disabled={exporting.busy}
      title="合同、发票、验收、审批、核对结果、变更记录和附件，打成一个压缩包"
      onClick={() =>
        exporting.start(`付款审计材料 ${paymentNo}`, "zip", (file, _format, options) =>
          request("audit.exportPayment", { id, file }, options),
        )
      }
    >
      审计材料
    </Button>
  );
}
