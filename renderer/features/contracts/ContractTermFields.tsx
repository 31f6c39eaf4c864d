import { Checkbox, Input, Select } from "antd";
import { cents } from "#shared/kernel/cents.ts";
import { contractKindWords, payTimingWords } from "#shared/words/words.ts";
import { choices } from "../../components/choices.ts";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { PercentInput } from "../../components/fields/PercentInput.tsx";
import { DateInput } from "../../components/inputs/DateInput.tsx";
import { MoneyInput } from "../../components/inputs/MoneyInput.tsx";
import { WholeInput } from "../../components/inputs/WholeInput.tsx";
import { CalendarHint } from "../settings/holidays/CalendarHint.tsx";
import type { ContractFieldsProps } from "./ContractPartyFields.tsx";
import { advanceOffsetWords, dayKindWords } from "./contractWords.ts";

/** How much, from when to when, and how it is paid: what the plan is made from. */
export function ContractTermFields({ draft, change, problems }: ContractFieldsProps) {
  const isAsNeeded = draft.kind === "asNeeded" || draft.kind === "framework";
  return (
    <>
      <FieldGroup title="金额和期限" columns={3}>
        <Field label="支付方式">
          {(id) => (
            <Select
              id={id}
              value={draft.kind}
              options={choices(contractKindWords)}
              onChange={(kind) => change({ kind })}
            />
          )}
        </Field>
        <Field
          label={isAsNeeded ? "上限（元）" : "合同金额（元）"}
          problem={problems.get("amountCents")}
          note={isAsNeeded ? "没有上限可不填。" : undefined}
        >
          {(id) => (
            <MoneyInput
              id={id}
              value={draft.amountCents}
              onChange={(amountCents) => change({ amountCents })}
            />
          )}
        </Field>
        <Field label="签订日期">
          {(id) => <DateInput id={id} value={draft.signedOn} onChange={(signedOn) => change({ signedOn })} />}
        </Field>
        <Field label="开始日期" needed problem={problems.get("startDate")}>
          {(id) => (
            <DateInput id={id} value={draft.startDate} onChange={(startDate) => change({ startDate })} />
          )}
        </Field>
        <Field label="结束日期" needed problem={problems.get("endDate")}>
          {(id) => <DateInput id={id} value={draft.endDate} onChange={(endDate) => change({ endDate })} />}
        </Field>
        <Field label="中标（成交）日期">
          {(id) => (
            <DateInput id={id} value={draft.awardedOn} onChange={(awardedOn) => change({ awardedOn })} />
          )}
        </Field>
      </FieldGroup>
      <FieldGroup title="付款约定" columns={3}>
        <Field label="付款时点">
          {(id) => (
            <Select
              id={id}
              value={draft.payTiming}
              options={choices(payTimingWords)}
              onChange={(payTiming) => change({ payTiming })}
            />
          )}
        </Field>
        <Field label="付款期限（天）" problem={problems.get("payWithinDays")} note="从最早付款日起算">
          {(id) => (
            <WholeInput
              id={id}
              min={0}
              max={365}
              value={draft.payWithinDays}
              onChange={(payWithinDays) => change({ payWithinDays })}
            />
          )}
        </Field>
        <Field label="按">
          {(id) => (
            <Select
              id={id}
              value={draft.dayKind}
              options={choices(dayKindWords)}
              onChange={(dayKind) => change({ dayKind })}
            />
          )}
        </Field>
        <CalendarHint dayKind={draft.dayKind} from={draft.startDate} to={draft.endDate} />
        <Field label="预付款（元）">
          {(id) => (
            <MoneyInput
              id={id}
              value={draft.advanceCents}
              onChange={(value) => change({ advanceCents: value ?? cents(0) })}
            />
          )}
        </Field>
        <Field label="预付款冲抵">
          {(id) => (
            <Select
              id={id}
              disabled={(draft.advanceCents ?? 0) === 0}
              value={draft.advanceOffset}
              options={choices(advanceOffsetWords)}
              onChange={(advanceOffset) => change({ advanceOffset })}
            />
          )}
        </Field>
        <Field label="质保金比例（%）">
          {(id) => (
            <PercentInput
              id={id}
              value={draft.retentionBp}
              onChange={(value) => change({ retentionBp: value ?? 0 })}
            />
          )}
        </Field>
        <Field label="质保金、保证金应退日">
          {(id) => (
            <DateInput
              id={id}
              value={draft.releaseDate}
              onChange={(releaseDate) => change({ releaseDate })}
            />
          )}
        </Field>
        <Field label="履约保证金（元）">
          {(id) => (
            <MoneyInput
              id={id}
              value={draft.bondCents}
              onChange={(value) => change({ bondCents: value ?? cents(0) })}
            />
          )}
        </Field>
        <Field label="允许超合同比例（%）">
          {(id) => (
            <PercentInput
              id={id}
              value={draft.exceedBp}
              onChange={(value) => change({ exceedBp: value ?? 0 })}
            />
          )}
        </Field>
        <Field label="验收">
          {(id) => (
            <Checkbox
              id={id}
              checked={draft.acceptanceRequired === 1}
              onChange={(event) => change({ acceptanceRequired: event.target.checked ? 1 : 0 })}
            >
              每期须先验收（考核）
            </Checkbox>
          )}
        </Field>
        <Field label="备注" wide>
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 2, maxRows: 6 }}
              value={draft.note ?? ""}
              onChange={(event) => change({ note: event.target.value })}
            />
          )}
        </Field>
      </FieldGroup>
    </>
  );
}
