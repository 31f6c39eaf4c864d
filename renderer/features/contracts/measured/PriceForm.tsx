import { Input } from "antd";
import { agreementRoutes } from "#shared/api/agreements.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Decimal } from "#shared/kernel/decimal.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ContractPrice } from "#shared/model/contract.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { DecimalInput } from "../../../components/inputs/DecimalInput.tsx";
import { useFormDraft } from "../../../components/useFormDraft.ts";

type Draft = Readonly<{
  id: Id | null;
  contractId: Id;
  name: string;
  unitName: string;
  unitPrice: Decimal | null;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
}>;

type Props = Readonly<{
  contractId: Id;
  /** Null for a new one. */
  price: ContractPrice | null;
  onClose: () => void;
}>;

const schema = agreementRoutes["contracts.savePrice"].input;

/** 约定单价, from a day and until a day where it changes in mid-term. */
export function PriceForm({ contractId, price, onClose }: Props) {
  const { done } = useNotify();
  const form = useFormDraft({
    schema,
    start: (): Draft =>
      price ?? {
        id: null,
        contractId,
        name: "",
        unitName: "",
        unitPrice: null,
        validFrom: null,
        validTo: null,
      },
  });
  const { draft, change, problems } = form;
  const save = useApiMutation("contracts.savePrice", {
    onSuccess: () => {
      done("约定单价已保存");
      onClose();
    },
  });
  return (
    <FormDialog
      title={price === null ? "登记约定单价" : `修改约定单价 ${price.name}`}
      width={520}
      pending={save.isPending}
      changed={form.changed}
      onSubmit={form.submit(save.mutate)}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="品名（服务）" needed wide problem={problems.get("name")}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="单位">
          {(id) => (
            <Input
              id={id}
              placeholder="个、次、人·天"
              value={draft.unitName}
              onChange={(event) => change({ unitName: event.target.value })}
            />
          )}
        </Field>
        <Field label="单价（元）" needed problem={problems.get("unitPrice")}>
          {(id) => (
            <DecimalInput id={id} value={draft.unitPrice} onChange={(unitPrice) => change({ unitPrice })} />
          )}
        </Field>
        <Field label="有效期起" note="调价时填写；原单价自动止于前一天">
          {(id) => (
            <DateInput id={id} value={draft.validFrom} onChange={(validFrom) => change({ validFrom })} />
          )}
        </Field>
        <Field label="有效期止" note="空白：到合同结束">
          {(id) => <DateInput id={id} value={draft.validTo} onChange={(validTo) => change({ validTo })} />}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
