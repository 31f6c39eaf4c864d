import { asId } from "#shared/kernel/id.ts";
import { useApi } from "../../../app/useApi.ts";
import { Loaded } from "../../../components/Page.tsx";
import { PaymentEditor } from "./PaymentEditor.tsx";
import { formOf } from "./paymentForm.ts";

type Props = Readonly<{ paymentId: string; onSaved: (paymentId: string) => void; onCancel: () => void }>;

/** A draft or a pending payment, to be changed. */
export function EditPayment({ paymentId, onSaved, onCancel }: Props) {
  const query = useApi("payments.get", { id: asId(paymentId) });
  return (
    <Loaded query={query}>
      {({ payment, allocations, suggestions, findings }) => (
        <PaymentEditor
          title={`修改付款 ${payment.paymentNo}`}
          form={formOf(payment)}
          allocations={allocations}
          first={{ suggestions, findings }}
          projectId={payment.projectId}
          onSaved={onSaved}
          onCancel={onCancel}
        />
      )}
    </Loaded>
  );
}
