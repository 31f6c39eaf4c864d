import { Input } from "antd";
import { useState } from "react";
import type { Supplement } from "#shared/model/contract.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field } from "../../../components/fields/Field.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { PlanPreviewView } from "../plan/PlanPreviewView.tsx";

type Props = Readonly<{ supplement: Supplement; onClose: () => void }>;

/** Voids a supplement with a reason, having shown what the plan is without it. */
export function VoidSupplement({ supplement, onClose }: Props) {
  const { done } = useNotify();
  const [reason, setReason] = useState("");
  const preview = useApi("contracts.previewVoidSupplement", { id: supplement.id });
  const voiding = useApiMutation("contracts.voidSupplement", {
    onSuccess: () => {
      done(`补充协议 ${supplement.supplementNo} 已作废`);
      onClose();
    },
  });
  return (
    <FormDialog
      title={`作废补充协议 ${supplement.supplementNo}`}
      width={820}
      okText="作废"
      pending={voiding.isPending}
      ready={reason.trim().length >= 2 && preview.data !== undefined}
      changed={false}
      onSubmit={() => voiding.mutate({ id: supplement.id, reason: reason.trim() })}
      onClose={onClose}
    >
      <Field label="作废原因" needed note="至少两个字，会记入变更记录。">
        {(id) => (
          <Input id={id} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <Loaded query={preview}>{(data) => <PlanPreviewView preview={data} />}</Loaded>
    </FormDialog>
  );
}
