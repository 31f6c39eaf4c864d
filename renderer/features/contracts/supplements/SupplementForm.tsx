import { Input, Select } from "antd";
import { useState } from "react";
import type { ContractDetail } from "#shared/api/contracts.ts";
import { formatYuan, zeroCents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Supplement } from "#shared/model/contract.ts";
import { useNotify } from "../../../app/notify.ts";
import { useToday } from "../../../app/status.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { choices } from "../../../components/choices.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { sumWord, supplementKindWords } from "../contractWords.ts";
import { PlanPreviewView } from "../plan/PlanPreviewView.tsx";
import { hasChanges } from "../plan/planDifference.ts";
import {
  draftOfSupplement,
  inputOf,
  isProposed,
  newSupplement,
  ofKind,
  questionOf,
  type SupplementDraft,
} from "./supplementDraft.ts";

type Props = Readonly<{
  detail: ContractDetail;
  /** Null for a new one. */
  supplement: Supplement | null;
  onClose: () => void;
}>;

const endLabels: Partial<Record<Supplement["kind"], string>> = {
  term: "新的结束日期",
  terminate: "终止日（最后一天）",
  amount: "新的结束日期",
  price: "新的结束日期",
};

const unasked = {
  id: null,
  contractId: asId("none"),
  supplementNo: "",
  signedOn: null,
} as const;

/** 补充协议: what is agreed anew, and beside it at once what that does to sum, term and plan. */
export function SupplementForm({ detail, supplement, onClose }: Props) {
  const { done } = useNotify();
  const today = useToday();
  const [first] = useState<SupplementDraft>(() =>
    supplement === null
      ? newSupplement(detail.contract.id, detail.supplements, today)
      : draftOfSupplement(supplement),
  );
  const [draft, setDraft] = useState(first);
  const change = (changes: Partial<SupplementDraft>) => setDraft((now) => ({ ...now, ...changes }));
  const question = questionOf(draft, zeroCents);
  const asked = question ?? { ...first, ...unasked, signedOn: today, effectiveOn: today };
  const preview = useApi("contracts.previewSupplement", asked, { enabled: question !== null });
  const shown = question === null || preview.isError ? undefined : preview.data;
  const save = useApiMutation("contracts.saveSupplement", {
    onSuccess: () => {
      const moved = shown !== undefined && hasChanges(shown.difference);
      done(moved ? "补充协议已保存，付款计划已相应调整" : "补充协议已保存");
      onClose();
    },
  });
  const submit = () => {
    if (question !== null && shown !== undefined) save.mutate(inputOf(draft, question, shown));
  };
  const endLabel = endLabels[draft.kind];
  return (
    <FormDialog
      title={supplement === null ? "登记补充协议" : `修改补充协议 ${supplement.supplementNo}`}
      width={860}
      pending={save.isPending}
      ready={shown !== undefined}
      changed={draft !== first}
      problem={question === null ? "请填写编号、签订日期和生效日期。" : ""}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldGroup columns={4}>
        <Field label="编号" needed>
          {(id) => (
            <Input
              id={id}
              autoFocus
              value={draft.supplementNo}
              onChange={(event) => change({ supplementNo: event.target.value })}
            />
          )}
        </Field>
        <Field label="类型">
          {(id) => (
            <Select
              id={id}
              value={draft.kind}
              options={choices(supplementKindWords)}
              onChange={(kind) => setDraft((now) => ofKind(now, kind))}
            />
          )}
        </Field>
        <Field label="签订日期" needed>
          {(id) => <DateInput id={id} value={draft.signedOn} onChange={(signedOn) => change({ signedOn })} />}
        </Field>
        <Field label="生效日期" needed>
          {(id) => (
            <DateInput
              id={id}
              value={draft.effectiveOn}
              onChange={(effectiveOn) => change({ effectiveOn })}
            />
          )}
        </Field>
        {draft.kind === "price" ? (
          <Field label="以后每期金额（元）" note="生效日起各期的新金额">
            {(id) => (
              <MoneyInput
                id={id}
                value={draft.partCents}
                onChange={(partCents) => change({ partCents, deltaCents: null })}
              />
            )}
          </Field>
        ) : null}
        <Field
          label="增减金额（元）"
          note={
            isProposed(draft)
              ? `空白：按 ${shown === undefined ? "建议" : formatYuan(shown.deltaCents)}`
              : "减少填负数；不变可不填"
          }
        >
          {(id) => (
            <MoneyInput
              id={id}
              negative
              value={draft.deltaCents}
              onChange={(deltaCents) => change({ deltaCents })}
            />
          )}
        </Field>
        {endLabel === undefined ? null : (
          <Field
            label={endLabel}
            needed={draft.kind === "term"}
            note={
              draft.kind === "terminate" ? "空白：生效日期" : draft.kind === "term" ? undefined : "不变可不填"
            }
          >
            {(id) => (
              <DateInput id={id} value={draft.newEndDate} onChange={(newEndDate) => change({ newEndDate })} />
            )}
          </Field>
        )}
        <Field label="说明" wide>
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 1, maxRows: 4 }}
              value={draft.description}
              onChange={(event) => change({ description: event.target.value })}
            />
          )}
        </Field>
      </FieldGroup>
      {question === null ? null : (
        <Loaded query={preview}>
          {(data) => (
            <PlanPreviewView preview={data} notes={data.notes} sumWord={sumWord(detail.contract.kind)} />
          )}
        </Loaded>
      )}
    </FormDialog>
  );
}
