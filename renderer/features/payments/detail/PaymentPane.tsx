import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { PaymentDetail } from "#shared/api/payments.ts";
import { asId } from "#shared/kernel/id.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { FindingList } from "../../../components/FindingList.tsx";
import { Loaded, Section } from "../../../components/Page.tsx";
import { ReasonDialog } from "../../../components/ReasonDialog.tsx";
import { SeverityCounts } from "../../../components/SeverityTag.tsx";
import { DetailPane } from "../../../components/SplitView.tsx";
import { ApprovalSection } from "../../approvals/ApprovalSection.tsx";
import { Attachments } from "../../attachments/Attachments.tsx";
import { HistoryButton } from "../../history/HistoryButton.tsx";
import { isEditable } from "../paymentSteps.ts";
import { AllocationList } from "./AllocationList.tsx";
import { EvidenceButton } from "./EvidenceButton.tsx";
import { FlowList } from "./FlowList.tsx";
import { Notices } from "./Notices.tsx";
import { PaymentFacts } from "./PaymentFacts.tsx";
import { SlipButton } from "./SlipButton.tsx";
import { StateSteps } from "./StateSteps.tsx";
import "./payments.css";

type Props = Readonly<{
  paymentId: string;
  /** It was just saved. */
  isNew: boolean;
  onEdit: () => void;
  onRefund: () => void;
  onClose: () => void;
}>;

/** A payment with its state, what it settles and what stands against it. */
export function PaymentPane({ paymentId, isNew, onEdit, onRefund, onClose }: Props) {
  const query = useApi("payments.get", { id: asId(paymentId) });
  const payment = query.data?.payment;
  return (
    <DetailPane
      title={payment === undefined ? "付款" : `${payment.paymentNo}　${payment.payeeName}`}
      note={payment?.purpose}
      isNew={isNew}
      actions={
        query.data === undefined ? undefined : (
          <>
            <Actions detail={query.data} onEdit={onEdit} onRefund={onRefund} onVoided={onClose} />
            {query.data.payment.voidedAt === null ? <SlipButton payment={query.data.payment} /> : null}
            <EvidenceButton payment={query.data.payment} />
            <HistoryButton entity="payment" id={paymentId} name={query.data.payment.paymentNo} />
          </>
        )
      }
      onClose={onClose}
    >
      <Loaded query={query}>
        {(detail) => (
          <>
            <StateSteps detail={detail} />
            <Notices detail={detail} onRefund={onRefund} />
            <AllocationList detail={detail} />
            <Section title="核对" note={<SeverityCounts counts={detail.payment.findings} />}>
              <FindingList findings={detail.findings} none="没有发现问题，可以继续下一步。" />
            </Section>
            <FlowList detail={detail} />
            <PaymentFacts detail={detail} />
            <ApprovalSection owner={{ paymentId: detail.payment.id }} />
            <Attachments owner={{ paymentId: detail.payment.id }} />
          </>
        )}
      </Loaded>
    </DetailPane>
  );
}

type ActionsProps = Readonly<{
  detail: PaymentDetail;
  onEdit: () => void;
  onRefund: () => void;
  onVoided: () => void;
}>;

function Actions({
  detail: { payment, refundableCents, uncovers },
  onEdit,
  onRefund,
  onVoided,
}: ActionsProps) {
  const [voiding, setVoiding] = useState(false);
  const { done } = useNotify();
  const voidPayment = useApiMutation("payments.void", {
    onSuccess: () => {
      done(`付款 ${payment.paymentNo} 已作废`);
      onVoided();
    },
  });
  if (payment.voidedAt !== null) return null;
  return (
    <>
      {isEditable(payment) ? (
        <Button icon={<EditOutlined />} onClick={onEdit}>
          修改
        </Button>
      ) : null}
      {refundableCents > 0 ? <Button onClick={onRefund}>登记退款</Button> : null}
      <Button onClick={() => setVoiding(true)}>作废</Button>
      {voiding ? (
        <ReasonDialog
          title={`作废付款 ${payment.paymentNo}`}
          text={
            uncovers.length === 0
              ? "作废后，它占用的期次和发票金额会退回；记录和原因仍然保留。"
              : `作废这笔退款后，原付款有一部分没有有效发票：${uncovers.join("；")}。退款确实没有发生的才作废；之后请到原付款追回款项或换票。`
          }
          action="作废"
          label="作废原因"
          pending={voidPayment.isPending}
          onConfirm={(reason) =>
            voidPayment.mutate({ id: payment.id, reason, uncovers: uncovers.length > 0 })
          }
          onCancel={() => setVoiding(false)}
        />
      ) : null}
    </>
  );
}
