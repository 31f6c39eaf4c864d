import type { InvoiceAlarm } from "#shared/invoices/relation.ts";
import { paymentWords } from "#shared/words/words.ts";
import { Amount } from "../../../components/Amount.tsx";
import { PaperLink } from "../../../components/PaperLink.tsx";
import { SeverityTag } from "../../../components/SeverityTag.tsx";
import "./relations.css";

/** An invoice was voided or taken back while payments use it: what of it, on which, and what to do. */
export function AlarmNote({ alarm, named }: Readonly<{ alarm: InvoiceAlarm; named?: boolean }>) {
  const { invoice, message, remedy, uses } = alarm;
  return (
    <div className="jf-life-note jf-life-block" role="alert">
      <p>
        <SeverityTag severity="block" />{" "}
        {named === true ? (
          <PaperLink kind="invoice" id={invoice.id}>
            {invoice.number}
          </PaperLink>
        ) : null}{" "}
        {message}
      </p>
      <p className="jf-soft">{remedy}</p>
      <p className="jf-life-uses">
        {uses.map(({ paymentId, paymentNo, state, amountCents }) => (
          <span key={paymentId}>
            <PaperLink kind="payment" id={paymentId}>
              {paymentNo}
            </PaperLink>{" "}
            <span className="jf-faint">{paymentWords[state]}</span> <Amount value={amountCents} />
          </span>
        ))}
      </p>
    </div>
  );
}
