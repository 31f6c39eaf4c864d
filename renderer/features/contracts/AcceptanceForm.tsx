import { Input, Select } from "antd";
import { useState } from "react";
import { type ContractDetail, contractRoutes } from "#shared/api/contracts.ts";
import { cents } from "#shared/kernel/cents.ts";
import type { Acceptance } from "#shared/model/contract.ts";
import { acceptanceWords } from "#shared/words/words.ts";
import { useNotify } from "../../app/notify.ts";
import { useOfficer, useToday } from "../../app/status.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { choices, clearable } from "../../components/choices.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { DateInput } from "../../components/inputs/DateInput.tsx";
import { DecimalInput } from "../../components/inputs/DecimalInput.tsx";
import { MoneyInput } from "../../components/inputs/MoneyInput.tsx";
import { useFormDraft } from "../../components/useFormDraft.ts";
import { Attachments } from "../attachments/Attachments.tsx";
import { type AcceptanceDraft, draftOfAcceptance, forInstalment, newAcceptance } from "./acceptanceDraft.ts";

type Props = Readonly<{
  detail: ContractDetail;
  /** Null for a new one. */
  acceptance: Acceptance | null;
  onClose: () => void;
}>;

const schema = contractRoutes["contracts.saveAcceptance"].input;

/** One acceptance or assessment, for an instalment or for a span of days. */
export function AcceptanceForm({ detail, acceptance, onClose }: Props) {
  const { done } = useNotify();
  const today = useToday();
  const officer = useOfficer();
  const form = useFormDraft({
    schema,
    start: (): AcceptanceDraft =>
      acceptance === null ? newAcceptance(detail, today, officer) : draftOfAcceptance(acceptance),
  });
  const { draft, change, problems } = form;
  const [begunWithInstalment] = useState(draft.instalmentId !== null);
  const save = useApiMutation("contracts.saveAcceptance", {
    onSuccess: () => {
      done("验收已登记");
      onClose();
    },
  });
  return (
    <FormDialog
      title={acceptance === null ? "登记验收" : `修改验收 ${acceptance.documentNo}`}
      width={acceptance === null ? 600 : 720}
      pending={save.isPending}
      changed={form.changed}
      onSubmit={form.submit(save.mutate)}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="期次" note="空白：按下面的期间验收">
          {(id) => (
            <Select
              id={id}
              autoFocus={!begunWithInstalment}
              allowClear={clearable}
              showSearch={{ optionFilterProp: "label" }}
              value={draft.instalmentId}
              options={detail.instalments.map((row) => ({ value: row.id, label: row.label }))}
              onChange={(instalmentId) => change(forInstalment(detail.instalments, instalmentId ?? null))}
            />
          )}
        </Field>
        <Field label="验收（考核）单号">
          {(id) => (
            <Input
              id={id}
              autoFocus={begunWithInstalment}
              placeholder="例如：考核〔2022〕2号"
              value={draft.documentNo}
              onChange={(event) => change({ documentNo: event.target.value })}
            />
          )}
        </Field>
        <Field label="期间起" needed problem={problems.get("periodFrom")}>
          {(id) => (
            <DateInput id={id} value={draft.periodFrom} onChange={(periodFrom) => change({ periodFrom })} />
          )}
        </Field>
        <Field label="期间止" needed problem={problems.get("periodTo")}>
          {(id) => <DateInput id={id} value={draft.periodTo} onChange={(periodTo) => change({ periodTo })} />}
        </Field>
        <Field label="验收日期" needed problem={problems.get("acceptedOn")}>
          {(id) => (
            <DateInput id={id} value={draft.acceptedOn} onChange={(acceptedOn) => change({ acceptedOn })} />
          )}
        </Field>
        <Field label="结果">
          {(id) => (
            <Select
              id={id}
              value={draft.result}
              options={choices(acceptanceWords)}
              onChange={(result) => change({ result })}
            />
          )}
        </Field>
        <Field label="得分">
          {(id) => <DecimalInput id={id} value={draft.score} onChange={(score) => change({ score })} />}
        </Field>
        <Field label="扣款（元）" note="会从本期应付中扣除">
          {(id) => (
            <MoneyInput
              id={id}
              value={draft.deductionCents}
              onChange={(value) => change({ deductionCents: value ?? cents(0) })}
            />
          )}
        </Field>
        <Field label="验收人">
          {(id) => (
            <Input
              id={id}
              value={draft.acceptedBy}
              onChange={(event) => change({ acceptedBy: event.target.value })}
            />
          )}
        </Field>
        <Field label="备注" wide>
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 1, maxRows: 4 }}
              value={draft.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          )}
        </Field>
      </FieldGroup>
      {acceptance === null ? null : <Attachments owner={{ acceptanceId: acceptance.id }} />}
    </FormDialog>
  );
}
