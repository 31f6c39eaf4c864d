import { Button } from "antd";
import { useRef, useState } from "react";
import type { PaymentDetail, TakenBack } from "#shared/api/payments.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { paymentWords } from "#shared/words/words.ts";
import { PaperLink } from "../../../components/PaperLink.tsx";
import { MoveBack } from "./MoveBack.tsx";
import { MoveInvoiceForm } from "./MoveInvoiceForm.tsx";

type Props = Readonly<{ detail: PaymentDetail; onRefund: () => void }>;

/** What became of a payment after it was made: refunds, invoices taken back, an advance that is still open. */
export function Notices({ detail, onRefund }: Props) {
  const { payment, refundOf, refunds, takenBack, openAdvanceCents, refundableCents, lastMove } = detail;
  const [asked, setAsked] = useState<TakenBack | "advance" | null>(null);
  const asker = useRef<Element | null>(null);
  const ask = (what: TakenBack | "advance") => {
    asker.current = document.activeElement;
    setAsked(what);
  };
  const close = () => {
    setAsked(null);
    if (asker.current instanceof HTMLElement) asker.current.focus();
  };
  const refundButton = refundableCents > 0 ? <Button onClick={onRefund}>登记退款</Button> : null;
  return (
    <>
      {refundOf === null ? null : (
        <p className="jf-payment-notice">
          这是退款，原付款{" "}
          <PaperLink kind="payment" id={refundOf.id}>
            {refundOf.paymentNo}
          </PaperLink>{" "}
          付出 {formatYuan(refundOf.amountCents)} 元。
        </p>
      )}
      {refunds.length === 0 ? null : (
        <p className="jf-payment-notice">
          退款：
          {refunds.map((refund) => (
            <span key={refund.id} className="jf-num">
              <PaperLink kind="payment" id={refund.id}>
                {refund.paymentNo}
              </PaperLink>{" "}
              {formatYuan(refund.amountCents)}（{paymentWords[refund.state]}）　
            </span>
          ))}
          还可退 {formatYuan(refundableCents)} 元。
        </p>
      )}
      {takenBack.map((gone) => (
        <div key={gone.invoiceId} className="jf-payment-notice" role="alert">
          <p className="jf-status-block">
            发票 {gone.number} 付款后{gone.why}，现在可付 {formatYuan(gone.payableCents)} 元，已付{" "}
            {formatYuan(gone.settledCents)} 元；本笔有 {formatYuan(gone.uncoveredCents)}{" "}
            元没有有效发票，请追回款项或换票。
          </p>
          {refundButton} <Button onClick={() => ask(gone)}>换票</Button>
        </div>
      ))}
      {openAdvanceCents > 0 ? (
        <div className="jf-payment-notice">
          <p>预付款还有 {formatYuan(openAdvanceCents)} 元没有用发票冲销。</p>
          <Button onClick={() => ask("advance")}>冲销预付款</Button>
        </div>
      ) : null}
      {lastMove === null ? null : <MoveBack paymentId={payment.id} move={lastMove} />}
      {asked === null ? null : (
        <MoveInvoiceForm
          key={asked === "advance" ? asked : asked.invoiceId}
          payment={payment}
          from={asked === "advance" ? null : asked}
          openCents={asked === "advance" ? openAdvanceCents : asked.uncoveredCents}
          onDone={close}
        />
      )}
    </>
  );
}
