import { Input, Select } from "antd";
import { useState } from "react";
import type { NeedDetail, PersonDueView } from "#shared/api/needs.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Decimal } from "#shared/kernel/decimal.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { useNotify } from "../../app/notify.ts";
import { useToday } from "../../app/status.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { clearable } from "../../components/choices.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { DateInput } from "../../components/inputs/DateInput.tsx";
import { DecimalInput } from "../../components/inputs/DecimalInput.tsx";
import { quantityLabel } from "./needWords.ts";
import { paymentOption } from "./paymentOption.ts";

type Props = Readonly<{
  detail: NeedDetail;
  /** To these; null for all who are due, or for nobody in particular where it does not go to persons. */
  people: readonly PersonDueView[] | null;
  onClose: () => void;
}>;

/** Records what is handed out, with the payment that paid for it. */
export function IssueDialog({ detail, people, onClose }: Props) {
  const { need, linkable } = detail;
  const { done } = useNotify();
  const today = useToday();
  const [issuedOn, setIssuedOn] = useState<IsoDate | null>(today);
  const [quantity, setQuantity] = useState<Decimal | null>(null);
  const [payment, setPayment] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const byPerson = need.perPerson !== null;
  const count = people?.length ?? need.dueCount ?? 0;
  const options = {
    onSuccess: () => {
      done(byPerson ? `已登记发给 ${count} 人` : `已登记发放 ${quantity ?? ""} ${need.unitName}`);
      onClose();
    },
  };
  const issue = useApiMutation("needs.issue", options);
  const issueDue = useApiMutation("needs.issueDue", options);
  const ready = issuedOn !== null && (byPerson || quantity !== null);
  const submit = () => {
    if (issuedOn === null) return;
    const paymentId: Id | null = payment === null ? null : asId(payment);
    const common = { issuedOn, note };
    if (byPerson && people === null) issueDue.mutate({ needId: need.id, paymentId, ...common });
    else {
      const items = byPerson
        ? (people ?? []).map((row) => ({ staffId: row.staff.id, quantity: row.quantity, ...common }))
        : quantity === null
          ? []
          : [{ staffId: null, quantity, ...common }];
      issue.mutate({ needId: need.id, paymentId, items });
    }
  };
  return (
    <FormDialog
      title={byPerson ? `${need.name}：发给 ${count} 人` : `${need.name}：登记发放`}
      width={520}
      okText="登记"
      pending={issue.isPending || issueDue.isPending}
      ready={ready}
      changed={issuedOn !== today || payment !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="发放日期" needed>
          {(id) => <DateInput id={id} autoFocus={byPerson} value={issuedOn} onChange={setIssuedOn} />}
        </Field>
        {byPerson ? null : (
          <Field label={quantityLabel(need)} needed>
            {(id) => <DecimalInput id={id} autoFocus value={quantity} onChange={setQuantity} />}
          </Field>
        )}
        <Field label="付款单" wide note="由哪一笔付款购置，可以以后再补">
          {(id) => (
            <Select
              id={id}
              allowClear={clearable}
              showSearch={{ optionFilterProp: "label" }}
              value={payment}
              options={linkable.map(paymentOption)}
              onChange={(value: string | undefined) => setPayment(value ?? null)}
            />
          )}
        </Field>
        <Field label="说明" wide>
          {(id) => <Input id={id} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
