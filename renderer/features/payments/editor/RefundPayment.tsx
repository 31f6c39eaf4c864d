import { asId } from "#shared/kernel/id.ts";
import { useApi } from "../../../app/useApi.ts";
import { Loaded } from "../../../components/Page.tsx";
import { PaymentEditor } from "./PaymentEditor.tsx";

type Props = Readonly<{ paymentId: string; onSaved: (paymentId: string) => void; onCancel: () => void }>;

/** Money that comes back of a payment made: proposed as its mirror, to be changed where only a part comes back. */
export function RefundPayment({ paymentId, onSaved, onCancel }: Props) {
  const proposal = useApi("payments.proposeRefund", { id: asId(paymentId) });
  return (
    <Loaded query={proposal}>
      {({ draft, suggestions, findings }) => (
        <PaymentEditor
          title="登记退款"
          form={draft.payment}
          allocations={draft.allocations}
          first={{ suggestions, findings }}
          projectId={draft.payment.projectId}
          onSaved={onSaved}
          onCancel={onCancel}
        />
      )}
    </Loaded>
  );
}
