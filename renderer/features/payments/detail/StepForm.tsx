import { Button, Input } from "antd";
import { useState } from "react";
import type { PaymentView } from "#shared/api/payments.ts";
import type { Payment } from "#shared/model/payment.ts";
import { useNotify } from "../../../app/notify.ts";
import { useOfficer, useToday } from "../../../app/status.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { paymentWords } from "../../../components/words.ts";

type State = Payment["state"];

/** What leads to each state. */
export const stepActions: Readonly<Record<State, string>> = {
  draft: "退回草稿",
  pending: "提交审核",
  approved: "批准",
  paid: "登记付款",
};

const nameWords: Readonly<Record<State, string>> = {
  draft: "姓名",
  pending: "经办人",
  approved: "审批人",
  paid: "经办人",
};

type Props = Readonly<{ payment: PaymentView; target: State; onDone: () => void }>;

/** Who takes the step, and for a payment made, on which day. */
export function StepForm({ payment, target, onDone }: Props) {
  const officer = useOfficer();
  const today = useToday();
  const { done } = useNotify();
  const [by, setBy] = useState(target === "approved" ? payment.approvedBy : officer);
  const [paidOn, setPaidOn] = useState(target === "paid" ? today : null);
  const step = useApiMutation("payments.setState", {
    onSuccess: () => {
      done(`${payment.paymentNo} 现为“${paymentWords[target]}”`);
      onDone();
    },
  });
  const isReady = by.trim() !== "" && (target !== "paid" || paidOn !== null);
  const submit = () => {
    if (isReady) step.mutate({ id: payment.id, state: target, by: by.trim(), paidOn });
  };
  return (
    <form
      className="jf-step-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onDone();
      }}
    >
      <label htmlFor="jf-step-name">{nameWords[target]}</label>
      <Input
        id="jf-step-name"
        autoFocus
        className="jf-decide-name"
        value={by}
        onChange={(event) => setBy(event.target.value)}
      />
      {target === "paid" ? (
        <>
          <label htmlFor="jf-step-day">付款日期</label>
          <span className="jf-step-day">
            <DateInput id="jf-step-day" value={paidOn} onChange={setPaidOn} />
          </span>
        </>
      ) : null}
      <Button type="primary" htmlType="submit" disabled={!isReady} loading={step.isPending}>
        {stepActions[target]}
      </Button>
      <Button type="text" onClick={onDone}>
        取消
      </Button>
    </form>
  );
}
