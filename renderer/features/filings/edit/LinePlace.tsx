import { Input, Select } from "antd";
import type { BudgetLineView } from "#shared/api/projects.ts";
import { calculatedAmount } from "#shared/budget/calculatedAmount.ts";
import { payModeNames, procurementNames } from "#shared/budget/words.ts";
import { formatYuan, zeroCents } from "#shared/kernel/cents.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { choices } from "../../../components/choices.ts";
import { DecimalInput } from "../../../components/inputs/DecimalInput.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import {
  type BudgetLineFields,
  budgetLineFields,
  withAmount,
} from "../../projects/budget/budgetLineFields.ts";
import { codeListId, EconomicCodeList } from "../../projects/budget/EconomicCodeList.tsx";
import { useLineSave } from "../../projects/budget/useLineSave.ts";
import { Place } from "./Place.tsx";
import { placeName } from "./placeNames.ts";

/** A line of the budget, field by field as its sheet has them. */
export function LinePlace({ view }: Readonly<{ view: BudgetLineView }>) {
  const form = useLineSave(budgetLineFields(view), () => undefined);
  const { values } = form;
  const expected = calculatedAmount(values);
  const isWorkedOut = expected !== undefined && expected === values.amountCents;
  const label = (field: string) => placeName({ entity: "budgetLine", id: view.id, field });
  const text = (name: "name" | "unitName" | "note") => (
    <Place name={name}>
      <SavedField form={form} name={name} label={label(name)}>
        {(control, { type }) => <Input {...control} onChange={(event) => type(event.target.value)} />}
      </SavedField>
    </Place>
  );
  const figure = (name: "quantity" | "unitPrice" | "periods") => (
    <Place name={isWorkedOut && name === "quantity" ? "quantity amountCents" : name}>
      <SavedField form={form} name={name} label={label(name)}>
        {(control) => (
          <DecimalInput
            {...control}
            onChange={(value) =>
              form.choose(withAmount(values, { [name]: value } as Partial<BudgetLineFields>))
            }
          />
        )}
      </SavedField>
    </Place>
  );
  return (
    <>
      {text("name")}
      <Place name="economicCode">
        <SavedField form={form} name="economicCode" label={label("economicCode")} note={view.economicName}>
          {(control, { type }) => (
            <Input
              {...control}
              list={codeListId}
              maxLength={5}
              onChange={(event) => type(event.target.value)}
            />
          )}
        </SavedField>
      </Place>
      <Place name="payMode">
        <SavedField form={form} name="payMode" label={label("payMode")}>
          {(control, { choose }) => <Select {...control} options={choices(payModeNames)} onChange={choose} />}
        </SavedField>
      </Place>
      <div className="jf-edit-pair">
        {figure("quantity")}
        {text("unitName")}
        {figure("unitPrice")}
        {figure("periods")}
      </div>
      <Place name="amountCents">
        {isWorkedOut ? (
          <p className="jf-edit-sum">
            <span>金额（数量 × 单价 × 期数）</span>
            <b className="jf-num">{formatYuan(expected)}</b>
          </p>
        ) : (
          <SavedField
            form={form}
            name="amountCents"
            label={label("amountCents")}
            note={expected === undefined ? "元" : `应为 ${formatYuan(expected)} 元`}
          >
            {(control, { choose }) => (
              <MoneyInput {...control} onChange={(value) => choose(value ?? zeroCents)} />
            )}
          </SavedField>
        )}
      </Place>
      <Place name="basis">
        <SavedField form={form} name="basis" label={label("basis")}>
          {(control, { type }) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 8 }}
              onChange={(event) => type(event.target.value)}
            />
          )}
        </SavedField>
      </Place>
      <Place name="procurementType">
        <SavedField form={form} name="procurementType" label={label("procurementType")}>
          {(control, { choose }) => (
            <Select {...control} options={choices(procurementNames)} onChange={choose} />
          )}
        </SavedField>
      </Place>
      {text("note")}
      <EconomicCodeList />
    </>
  );
}
