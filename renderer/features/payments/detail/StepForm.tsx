import { Button } from "antd";
import { useState } from "react";
import type { PaymentView } from "#shared/api/payments.ts";
import type { FlowAction } from "#shared/payments/flow.ts";
import { paymentWords } from "#shared/words/words.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { actionWords } from "../paymentSteps.ts";
import { StepFields } from "./StepFields.tsx";
import { focusOn, useStepDraft } from "./useStepDraft.ts";

type Props = Readonly<{ payment: PaymentView; action: FlowAction; onDone: () => void }>;

/** Who takes the step and what he says to it; for a payment made, on which day. */
export function StepForm({ payment, action, onDone }: Props) {
  const { done } = useNotify();
  const draft = useStepDraft(action);
  const [tried, setTried] = useState(false);
  const step = useApiMutation("payments.step", {
    onSuccess: (detail) => {
      done(`${payment.paymentNo} 现为“${paymentWords[detail.payment.state]}”`);
      onDone();
    },
  });
  return (
    <form
      className="jf-step-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (draft.fault !== null) focusOn(draft.fault);
        else if (!step.isPending) step.mutate({ id: payment.id, ...draft.input });
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onDone();
      }}
    >
      <StepFields draft={draft} isRefund={payment.amountCents < 0} />
      <Button type="primary" htmlType="submit" loading={step.isPending}>
        {actionWords[action]}
      </Button>
      <Button type="text" onClick={onDone}>
        取消
      </Button>
      {tried && draft.fault !== null ? (
        <span className="jf-field-problem" role="alert">
          {draft.fault.text}
        </span>
      ) : null}
    </form>
  );
}
