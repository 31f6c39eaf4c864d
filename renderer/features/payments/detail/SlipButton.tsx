import { PrinterOutlined } from "@ant-design/icons";
import { Button, Modal } from "antd";
import { useState } from "react";
import type { PaymentView } from "#shared/api/payments.ts";
import { type FormIdAbout, formKinds } from "#shared/forms/formKinds.ts";
import { useApi } from "../../../app/useApi.ts";
import { Loaded } from "../../../components/Page.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { ExportButtons } from "../../filings/ExportButtons.tsx";
import { PaperPreview } from "../../filings/PaperPreview.tsx";
import "../../filings/filings.css";

type Slip = FormIdAbout<"payment">;
const slips: readonly Slip[] = ["approvalSlip", "voucherSlip"];

/** 付款审批单 and 票据粘贴单 of a payment: looked at, and written as a file to be printed. */
export function SlipButton({ payment }: Readonly<{ payment: PaymentView }>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<PrinterOutlined />} title="付款审批单、票据粘贴单" onClick={() => setOpen(true)}>
        打印单据
      </Button>
      {open ? <SlipDialog payment={payment} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SlipDialog({ payment, onClose }: Readonly<{ payment: PaymentView; onClose: () => void }>) {
  const [form, setForm] = useState<Slip>("approvalSlip");
  const subject = { paymentId: payment.id };
  const preview = useApi("filings.preview", { form, subject, asOf: null });
  return (
    <Modal
      open
      title={`付款 ${payment.paymentNo} 的单据`}
      width={1000}
      onCancel={onClose}
      footer={
        <ExportButtons form={form} subject={subject} name={`${formKinds[form].title} ${payment.paymentNo}`} />
      }
    >
      <div className="jf-slip">
        <Segments<Slip>
          label="单据"
          value={form}
          options={slips.map((value) => ({ value, label: formKinds[value].title }))}
          onChange={setForm}
        />
        <Loaded query={preview}>{(answer) => <PaperPreview preview={answer} />}</Loaded>
      </div>
    </Modal>
  );
}
