import { Input, Select } from "antd";
import { type NeedDetail, type NeedIssueView, needRoutes } from "#shared/api/needs.ts";
import { asId } from "#shared/kernel/id.ts";
import { useNotify } from "../../app/notify.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { clearable } from "../../components/choices.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { DateInput } from "../../components/inputs/DateInput.tsx";
import { DecimalInput } from "../../components/inputs/DecimalInput.tsx";
import { useFormDraft } from "../../components/useFormDraft.ts";
import { quantityLabel } from "./needWords.ts";
import { paymentOption } from "./paymentOption.ts";

const schema = needRoutes["needs.saveIssue"].input;

type Props = Readonly<{ detail: NeedDetail; issue: NeedIssueView; onClose: () => void }>;

type Draft = Pick<NeedIssueView, "id" | "paymentId" | "note"> &
  Readonly<{ issuedOn: NeedIssueView["issuedOn"] | null; quantity: NeedIssueView["quantity"] | null }>;

const draftOf = ({ id, issuedOn, quantity, paymentId, note }: NeedIssueView): Draft => ({
  id,
  issuedOn,
  quantity,
  paymentId,
  note,
});

/** One record of what was handed out: its day, its quantity, and the payment that is added later. */
export function IssueForm({ detail: { need, linkable }, issue, onClose }: Props) {
  const { done } = useNotify();
  const form = useFormDraft({ schema, start: () => draftOf(issue) });
  const { draft, change, problems } = form;
  const { issuedOn, quantity, paymentId, note } = draft;
  const save = useApiMutation("needs.saveIssue", {
    onSuccess: () => {
      done("发放记录已保存");
      onClose();
    },
  });
  return (
    <FormDialog
      title={`发放记录 ${issue.staffName || need.name}`}
      width={520}
      pending={save.isPending}
      changed={form.changed}
      onSubmit={form.submit(save.mutate)}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="发放日期" needed problem={problems.get("issuedOn")}>
          {(id) => (
            <DateInput id={id} autoFocus value={issuedOn} onChange={(day) => change({ issuedOn: day })} />
          )}
        </Field>
        <Field label={quantityLabel(need)} needed problem={problems.get("quantity")}>
          {(id) => (
            <DecimalInput id={id} value={quantity} onChange={(value) => change({ quantity: value })} />
          )}
        </Field>
        <Field label="付款单" wide>
          {(id) => (
            <Select
              id={id}
              allowClear={clearable}
              showSearch={{ optionFilterProp: "label" }}
              value={paymentId}
              options={linkable.map(paymentOption)}
              onChange={(value: string | undefined) =>
                change({ paymentId: value === undefined ? null : asId(value) })
              }
            />
          )}
        </Field>
        <Field label="说明" wide>
          {(id) => <Input id={id} value={note} onChange={(event) => change({ note: event.target.value })} />}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
