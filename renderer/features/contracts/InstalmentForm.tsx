import { Input } from "antd";
import { contractRoutes, type InstalmentView } from "#shared/api/contracts.ts";
import { type Cents, zeroCents } from "#shared/kernel/cents.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { useNotify } from "../../app/notify.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { Amount } from "../../components/Amount.tsx";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import type { Problems } from "../../components/fields/problems.ts";
import { DateInput } from "../../components/inputs/DateInput.tsx";
import { MoneyInput } from "../../components/inputs/MoneyInput.tsx";
import { useFormDraft } from "../../components/useFormDraft.ts";

type Draft = Readonly<{
  label: string;
  amountCents: Cents | null;
  deductionCents: Cents | null;
  earliestDate: IsoDate | null;
  dueDate: IsoDate | null;
}>;

const schema = contractRoutes["contracts.saveInstalment"].input;

type Props = Readonly<{
  instalment: InstalmentView;
  /** Its amount follows from what was measured. */
  isMeasured: boolean;
  onClose: () => void;
}>;

/** Changes one instalment by hand: its deduction above all, and its dates. */
export function InstalmentForm({ instalment, isMeasured, onClose }: Props) {
  const { done } = useNotify();
  const form = useFormDraft({
    schema,
    start: (): Draft => {
      const { label, amountCents, deductionCents, earliestDate, dueDate } = instalment;
      const deducted = deductionCents === 0 ? null : deductionCents;
      return { label, amountCents, deductionCents: deducted, earliestDate, dueDate };
    },
    inputOf: (draft) => ({ id: instalment.id, ...draft, deductionCents: draft.deductionCents ?? zeroCents }),
    alsoWrong: wrongOf,
  });
  const { draft, change, problems } = form;
  const save = useApiMutation("contracts.saveInstalment", {
    onSuccess: () => {
      done(`${draft.label}已保存`);
      onClose();
    },
  });
  const touched = instalment.paidCents > 0 || instalment.invoicedCents > 0;
  return (
    <FormDialog
      title={`修改 ${instalment.label}`}
      width={520}
      pending={save.isPending}
      changed={form.changed}
      onSubmit={form.submit(save.mutate)}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="名称" needed wide problem={problems.get("label")}>
          {(id) => (
            <Input id={id} value={draft.label} onChange={(event) => change({ label: event.target.value })} />
          )}
        </Field>
        <Field
          label="计划金额（元）"
          needed
          problem={problems.get("amountCents")}
          note={
            isMeasured
              ? "由据实计量得出，请在计量中修改。"
              : touched
                ? "已有发票或付款，修改金额前请先核对。"
                : undefined
          }
        >
          {(id) => (
            <MoneyInput
              id={id}
              disabled={isMeasured}
              value={draft.amountCents}
              onChange={(amountCents) => change({ amountCents })}
            />
          )}
        </Field>
        <Field label="考核扣款（元）" problem={problems.get("deductionCents")} note="应付 = 计划金额 − 扣款">
          {(id) => (
            <MoneyInput
              id={id}
              autoFocus
              value={draft.deductionCents}
              onChange={(deductionCents) => change({ deductionCents })}
            />
          )}
        </Field>
        <Field label="最早付款日" note="空白：随验收和发票起算">
          {(id) => (
            <DateInput
              id={id}
              near={instalment.periodTo}
              value={draft.earliestDate}
              onChange={(earliestDate) => change({ earliestDate })}
            />
          )}
        </Field>
        <Field label="最迟付款日" problem={problems.get("dueDate")}>
          {(id) => (
            <DateInput
              id={id}
              near={instalment.periodTo}
              value={draft.dueDate}
              onChange={(dueDate) => change({ dueDate })}
            />
          )}
        </Field>
      </FieldGroup>
      <p className="jf-soft">
        应付 <Amount value={(draft.amountCents ?? 0) - (draft.deductionCents ?? 0)} strong /> 元
      </p>
    </FormDialog>
  );
}

function wrongOf({ amountCents, deductionCents, earliestDate, dueDate }: Draft): Problems {
  const wrong = new Map<string, string>();
  if ((deductionCents ?? 0) > (amountCents ?? 0)) wrong.set("deductionCents", "大于本期计划金额");
  if (earliestDate !== null && dueDate !== null && dueDate < earliestDate)
    wrong.set("dueDate", "早于最早付款日");
  return wrong;
}
