import { Button } from "antd";
import { useState } from "react";
import type { Id } from "#shared/kernel/id.ts";
import type { PaymentStep } from "#shared/model/payment.ts";
import { stepWords } from "#shared/payments/flow.ts";
import { useNotify } from "../../../app/notify.ts";
import { useOfficer } from "../../../app/status.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { ReasonDialog } from "../../../components/ReasonDialog.tsx";

/** The latest 换票 or 冲销, and the way back when it was the wrong invoice. */
export function MoveBack({ paymentId, move }: Readonly<{ paymentId: Id; move: PaymentStep }>) {
  const officer = useOfficer();
  const { done } = useNotify();
  const [asked, setAsked] = useState(false);
  const action = `撤回${stepWords[move.action]}`;
  const back = useApiMutation("payments.moveBack", {
    onSuccess: () => {
      done(`已${action}`);
      setAsked(false);
    },
  });
  return (
    <div className="jf-payment-notice">
      <p>
        已{stepWords[move.action]}：{move.opinion}
      </p>
      <Button onClick={() => setAsked(true)}>{action}</Button>
      {asked ? (
        <ReasonDialog
          title={action}
          text="付款恢复到这一步之前所用的发票；这一步和撤回都留在流转里。"
          action="撤回"
          label="撤回原因"
          pending={back.isPending}
          onConfirm={(note) => back.mutate({ id: paymentId, by: officer, note })}
          onCancel={() => setAsked(false)}
        />
      ) : null}
    </div>
  );
}
