import { InputNumber } from "antd";
import type { BudgetSettings, CarryOverOrder } from "#shared/budget/settings.ts";
import { mostSoonDays } from "#shared/budget/settings.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { Loaded, Section } from "../../../components/Page.tsx";
import { Segments } from "../../../components/Segments.tsx";

/** How funds are used and what is announced: the same for every year. */
export function BudgetSettingsCard() {
  const settings = useApi("budget.settings", {});
  return <Loaded query={settings}>{(values) => <Fields values={values} />}</Loaded>;
}

function Fields({ values }: Readonly<{ values: BudgetSettings }>) {
  const save = useApiMutation("budget.saveSettings");
  const changeDays = (typed: string) => {
    const days = Number(typed);
    if (Number.isInteger(days) && days !== values.soonDays) change({ soonDays: days });
  };
  const change = (changes: Partial<BudgetSettings>) => save.mutate({ ...values, ...changes });
  return (
    <Section title="预算执行和待办">
      <FieldGroup>
        <Field label="上年结转资金" note="付款依次归到各资金来源：结转先用，或当年拨款用完再用结转。">
          {() => (
            <Segments<CarryOverOrder>
              label="上年结转资金"
              value={values.carryOver}
              options={[
                { value: "first", label: "先用" },
                { value: "last", label: "后用" },
              ]}
              onChange={(carryOver) => change({ carryOver })}
            />
          )}
        </Field>
        <Field label="即将到期提前几天提示" note="工作台和待办里“即将到期”“待退”的天数。">
          {(id) => (
            <InputNumber
              id={id}
              key={values.soonDays}
              style={{ width: 120 }}
              min={0}
              max={mostSoonDays}
              precision={0}
              defaultValue={values.soonDays}
              onBlur={({ target }) => changeDays(target.value)}
              onPressEnter={({ target }) => {
                if (target instanceof HTMLInputElement) changeDays(target.value);
              }}
            />
          )}
        </Field>
      </FieldGroup>
    </Section>
  );
}
