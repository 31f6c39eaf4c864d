import { Button, Input } from "antd";
import { useState } from "react";
import type { PaymentView, TakenBack } from "#shared/api/payments.ts";
import { type Cents, formatYuan, minCents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { useNotify } from "../../../app/notify.ts";
import { useOfficer } from "../../../app/status.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { PaperPick } from "../editor/PaperPick.tsx";
import { movableChoices, type PaperChoice } from "../editor/paperChoices.ts";

type Props = Readonly<{
  payment: PaymentView;
  /** The invoice that was taken back; null to offset an advance. */
  from: TakenBack | null;
  openCents: Cents;
  onDone: () => void;
}>;

/** 换票 or 冲销: which invoice takes the place, and why. */
export function MoveInvoiceForm({ payment, from, openCents, onDone }: Props) {
  const officer = useOfficer();
  const { done } = useNotify();
  const fromInvoiceId = from === null ? null : asId(from.invoiceId);
  const fitting = useApi("payments.movableInvoices", { id: payment.id, fromInvoiceId }).data;
  const [invoice, setInvoice] = useState<PaperChoice | undefined>(undefined);
  const [amount, setAmount] = useState<Cents | null>(openCents);
  const [note, setNote] = useState("");
  const told = (words: string) => () => {
    done(words);
    onDone();
  };
  const exchange = useApiMutation("payments.exchangeInvoice", { onSuccess: told("已换票") });
  const offset = useApiMutation("payments.offsetAdvance", { onSuccess: told("已冲销预付款") });
  const submit = () => {
    if (invoice === undefined) return;
    const given = { id: payment.id, by: officer, note: note.trim() };
    const chosen = asId(invoice.value);
    if (from !== null)
      exchange.mutate({ ...given, fromInvoiceId: asId(from.invoiceId), toInvoiceId: chosen });
    else if (amount !== null) offset.mutate({ ...given, invoiceId: chosen, amountCents: amount });
  };
  return (
    <form
      className="jf-step-form jf-payment-notice"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        // A list that is open at its field closes first.
        if (event.key !== "Escape" || event.defaultPrevented || isListOpen(event.target)) return;
        event.preventDefault();
        onDone();
      }}
    >
      <span className="jf-move-invoice">
        <PaperPick
          label={from === null ? "冲销用的发票" : "新发票"}
          autoFocus
          value={invoice?.value ?? null}
          choices={(typed) => movableChoices(fitting ?? [], typed)}
          onChange={(choice) => {
            setInvoice(choice);
            if (choice !== undefined) setAmount(minCents(openCents, choice.leftCents));
          }}
        />
      </span>
      {from === null ? (
        <span className="jf-step-day">
          <MoneyInput aria-label="冲销金额" value={amount} onChange={setAmount} />
        </span>
      ) : null}
      <Input
        aria-label="说明"
        className="jf-step-opinion"
        placeholder={from === null ? "说明（可以不填）" : "换票原因（可以不填）"}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button
        type="primary"
        htmlType="submit"
        disabled={invoice === undefined}
        loading={exchange.isPending || offset.isPending}
      >
        {from === null ? "冲销" : "换票"}
      </Button>
      <Button type="text" onClick={onDone}>
        取消
      </Button>
      <p className="jf-faint jf-move-note">
        {fitting?.length === 0 ? "没有能用的发票：" : ""}
        {from === null
          ? `只列出${payment.payeeName}开具、还有余额的发票；别家开具的不能冲销这笔预付款。`
          : `只列出与原发票同一销方、余额不少于 ${formatYuan(openCents)} 元的发票。`}
      </p>
    </form>
  );
}

const isListOpen = (target: EventTarget): boolean =>
  target instanceof Element && target.getAttribute("aria-expanded") === "true";
