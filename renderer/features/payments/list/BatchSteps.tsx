import { Button, Modal } from "antd";
import { useState } from "react";
import type { PaymentRow, StepsTaken } from "#shared/api/payments.ts";
import { type FlowAction, flowActions, stateAfter } from "#shared/payments/flow.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { StepFields } from "../detail/StepFields.tsx";
import { focusOn, useStepDraft } from "../detail/useStepDraft.ts";
import { actionWords } from "../paymentSteps.ts";

type Props = Readonly<{ payments: readonly PaymentRow[]; onDone: () => void }>;

/** The steps that at least one of the ticked payments can take, with how many can. */
export const stepsFor = (
  payments: readonly PaymentRow[],
): readonly Readonly<{ action: FlowAction; ready: readonly PaymentRow[] }>[] =>
  flowActions
    .map((action) => ({
      action,
      ready: payments.filter((each) => each.voidedAt === null && stateAfter(each, action) !== undefined),
    }))
    .filter(({ ready }) => ready.length > 0);

/** One step for all payments that are ticked: each is checked by itself, and what was refused says why. */
export function BatchSteps({ payments, onDone }: Props) {
  const [asked, setAsked] = useState<FlowAction | null>(null);
  const [result, setResult] = useState<StepsTaken | null>(null);
  const step = stepsFor(payments).find(({ action }) => action === asked);
  return (
    <>
      <span className="jf-soft">已选 {payments.length} 笔</span>
      {stepsFor(payments).map(({ action, ready }) => (
        <Button key={action} onClick={() => setAsked(action)}>
          {actionWords[action]} {ready.length} 笔
        </Button>
      ))}
      <Button type="text" onClick={onDone}>
        取消选择
      </Button>
      {step === undefined ? null : (
        <StepDialog
          key={step.action}
          action={step.action}
          payments={step.ready}
          onResult={(taken) => {
            setAsked(null);
            if (taken.refused.length === 0) onDone();
            else setResult(taken);
          }}
          onCancel={() => setAsked(null)}
        />
      )}
      {result === null ? null : <Summary result={result} onClose={() => setResult(null)} />}
    </>
  );
}

type DialogProps = Readonly<{
  action: FlowAction;
  payments: readonly PaymentRow[];
  onResult: (taken: StepsTaken) => void;
  onCancel: () => void;
}>;

function StepDialog({ action, payments, onResult, onCancel }: DialogProps) {
  const draft = useStepDraft(action);
  const [tried, setTried] = useState(false);
  const { done } = useNotify();
  const step = useApiMutation("payments.stepMany", {
    onSuccess: (taken) => {
      if (taken.refused.length === 0) done(`${actionWords[action]}：${taken.taken.length} 笔`);
      onResult(taken);
    },
  });
  const submit = () => {
    setTried(true);
    if (draft.fault !== null) focusOn(draft.fault);
    else step.mutate({ ids: payments.map(({ id }) => id), ...draft.input });
  };
  return (
    <FormDialog
      title={`${actionWords[action]} ${payments.length} 笔付款`}
      okText={actionWords[action]}
      width={560}
      pending={step.isPending}
      problem={tried ? (draft.fault?.text ?? "") : ""}
      changed={false}
      onSubmit={submit}
      onClose={onCancel}
    >
      <p className="jf-reason-text">逐笔核对、逐笔办理：有一笔被拒绝，不影响其他各笔。</p>
      <div className="jf-step-form">
        <StepFields draft={draft} isRefund={false} />
      </div>
    </FormDialog>
  );
}

function Summary({ result, onClose }: Readonly<{ result: StepsTaken; onClose: () => void }>) {
  return (
    <Modal
      open
      title={`办好 ${result.taken.length} 笔，拒绝 ${result.refused.length} 笔`}
      footer={
        <Button type="primary" autoFocus onClick={onClose}>
          知道了
        </Button>
      }
      onCancel={onClose}
      width={640}
    >
      <ul className="jf-batch-refusals">
        {result.refused.map(({ id, message, hint }) => (
          <li key={id}>
            <p>{message}</p>
            <p className="jf-soft">{hint}</p>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
