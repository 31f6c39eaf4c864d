import { AutoComplete, Checkbox, Input, Select } from "antd";
import { type Cents, cents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import { payMethodWords } from "#shared/words/words.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi } from "../../../app/useApi.ts";
import { choices, clearable } from "../../../components/choices.ts";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import type { Faulty, PaymentForm } from "./paymentForm.ts";
import { TextField } from "./TextField.tsx";

type Props = Readonly<{
  form: PaymentForm;
  projectId: Id;
  /** What is wrong, once saving was tried. */
  problems: ReadonlyMap<Faulty, string>;
  change: (changes: Partial<PaymentForm>) => void;
}>;

/** A refund stands below zero in the ledger, and is written without a sign as often as with one. */
const comingBack = (amount: Cents | null): Cents | null =>
  amount === null ? null : cents(-Math.abs(amount));

/** What is paid to whom, for what and from which money. */
export function PaymentFields({ form, projectId, problems, change }: Props) {
  const { scope } = useScope();
  const project = useApi("projects.get", { id: projectId });
  const contracts = useApi("contracts.list", scope);
  const vendors = useApi("vendors.list", {});
  const units = useApi("office.get", {});
  const lines = project.data?.budgetLines ?? [];
  const isRefund = form.refundOfId !== null;
  return (
    <>
      <FieldGroup columns={4}>
        <Field
          label={isRefund ? "退款金额（元）" : "付款金额（元）"}
          needed
          problem={problems.get("amountCents") ?? problems.get("sum")}
        >
          {(id) => (
            <MoneyInput
              id={id}
              negative
              autoFocus
              value={form.amountCents}
              onChange={(amountCents) =>
                change({ amountCents: isRefund ? comingBack(amountCents) : amountCents })
              }
            />
          )}
        </Field>
        <Field label="申请日期" needed problem={problems.get("requestedOn")}>
          {(id) => (
            <DateInput id={id} value={form.requestedOn} onChange={(requestedOn) => change({ requestedOn })} />
          )}
        </Field>
        <Field label="所属期起">
          {(id) => (
            <DateInput id={id} value={form.periodFrom} onChange={(periodFrom) => change({ periodFrom })} />
          )}
        </Field>
        <Field label="所属期止" problem={problems.get("period")}>
          {(id) => (
            <DateInput
              id={id}
              value={form.periodTo}
              {...(form.periodFrom === null ? {} : { near: form.periodFrom })}
              onChange={(periodTo) => change({ periodTo })}
            />
          )}
        </Field>
      </FieldGroup>
      <FieldGroup columns={2}>
        <Field label={isRefund ? "退款方" : "收款方"} needed problem={problems.get("payeeName")}>
          {(id) => (
            <AutoComplete
              id={id}
              value={form.payeeName ?? ""}
              showSearch={{ filterOption: (typed, option) => (option?.value ?? "").includes(typed) }}
              options={(vendors.data ?? []).map(({ name }) => ({ value: name }))}
              onChange={(payeeName) => change({ payeeName })}
            />
          )}
        </Field>
        <TextField label="用途" value={form.purpose} onChange={(purpose) => change({ purpose })} />
        <Field label="合同">
          {(id) => (
            <Select
              id={id}
              allowClear={clearable}
              placeholder="没有合同"
              showSearch={{ optionFilterProp: "label" }}
              value={form.contractId}
              options={(contracts.data ?? []).map((contract) => ({
                value: contract.id,
                label: `${contract.contractNo} ${contract.name}`,
              }))}
              onChange={(contractId) => {
                const contract = contracts.data?.find((item) => item.id === contractId);
                change({
                  contractId: contract?.id ?? null,
                  ...(contract === undefined ? {} : { budgetLineId: contract.budgetLineId }),
                });
              }}
            />
          )}
        </Field>
        <Field label="预算明细">
          {(id) => (
            <Select
              id={id}
              allowClear={clearable}
              value={form.budgetLineId}
              options={lines.map((line) => ({ value: line.id, label: line.name }))}
              onChange={(budgetLineId) => {
                const line = lines.find((item) => item.id === budgetLineId);
                change({
                  budgetLineId: line?.id ?? null,
                  economicCode: line?.economicCode ?? form.economicCode,
                });
              }}
            />
          )}
        </Field>
      </FieldGroup>
      <details className="jf-more-fields">
        <summary>账号、付款单位、支付方式、预付款等</summary>
        <FieldGroup columns={3}>
          <TextField
            label="收款方税号"
            value={form.payeeTaxId}
            onChange={(payeeTaxId) => change({ payeeTaxId })}
          />
          <TextField
            label="收款账号"
            value={form.payeeAccountNo}
            onChange={(payeeAccountNo) => change({ payeeAccountNo })}
          />
          <Field label="付款单位">
            {(id) => (
              <Select
                id={id}
                allowClear={clearable}
                value={form.payerUnitId}
                options={(units.data?.units ?? []).map((unit) => ({
                  value: unit.id,
                  label: unit.currentName,
                }))}
                onChange={(payerUnitId) => change({ payerUnitId: payerUnitId ?? null })}
              />
            )}
          </Field>
          <Field label="支付方式">
            {(id) => (
              <Select
                id={id}
                value={form.method}
                options={choices(payMethodWords)}
                onChange={(method) => change({ method })}
              />
            )}
          </Field>
          <TextField
            label="经济分类科目"
            value={form.economicCode}
            onChange={(economicCode) => change({ economicCode })}
          />
          <Field label="预付款">
            {(id) => (
              <Checkbox
                id={id}
                checked={form.isAdvance === 1}
                onChange={(event) => change({ isAdvance: event.target.checked ? 1 : 0 })}
              >
                先付款，后验收或收票
              </Checkbox>
            )}
          </Field>
          <TextField label="经办" value={form.handledBy} onChange={(handledBy) => change({ handledBy })} />
          <TextField
            label="大写金额（审批单上写的）"
            value={form.capitalText}
            onChange={(capitalText) => change({ capitalText })}
          />
          <TextField label="凭证号" value={form.voucherNo} onChange={(voucherNo) => change({ voucherNo })} />
          <Field label="备注" wide>
            {(id) => (
              <Input.TextArea
                id={id}
                autoSize={{ minRows: 1, maxRows: 4 }}
                value={form.note ?? ""}
                onChange={(event) => change({ note: event.target.value })}
              />
            )}
          </Field>
        </FieldGroup>
      </details>
    </>
  );
}
