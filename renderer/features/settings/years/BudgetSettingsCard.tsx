import type { BudgetSettings, CarryOverOrder } from "#shared/budget/settings.ts";
import { mostSoonDays } from "#shared/budget/settings.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { RecordSign } from "../../../components/autosave/SavedField.tsx";
import { useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { WholeInput } from "../../../components/inputs/WholeInput.tsx";
import { Loaded, Section } from "../../../components/Page.tsx";
import { Segments } from "../../../components/Segments.tsx";

/** How funds are used and what is announced: the same for every year. */
export function BudgetSettingsCard() {
  const settings = useApi("budget.settings", {});
  return <Loaded query={settings}>{(stored) => <Fields stored={stored} />}</Loaded>;
}

/** What is chosen shows at once and the last choice holds, also one that is made while another is being saved. */
function Fields({ stored }: Readonly<{ stored: BudgetSettings }>) {
  const save = useApiMutation("budget.saveSettings", { quiet: true });
  const form = useAutoSave(stored, save.mutateAsync);
  const { carryOver, soonDays } = form.values;
  return (
    <Section title="预算执行和待办" actions={<RecordSign form={form} />}>
      <FieldGroup>
        <Field label="上年结转资金" note="付款依次归到各资金来源：结转先用，或当年拨款用完再用结转。">
          {() => (
            <Segments<CarryOverOrder>
              label="上年结转资金"
              value={carryOver}
              options={[
                { value: "first", label: "先用" },
                { value: "last", label: "后用" },
              ]}
              onChange={(order) => form.choose({ carryOver: order })}
            />
          )}
        </Field>
        <Field label="即将到期提前几天提示" note="工作台和待办里“即将到期”“待退”的天数。">
          {(id) => (
            <span className="jf-budget-days">
              <WholeInput
                id={id}
                min={0}
                max={mostSoonDays}
                value={soonDays}
                onChange={(days) => {
                  if (days !== null) form.choose({ soonDays: days });
                }}
              />
            </span>
          )}
        </Field>
      </FieldGroup>
    </Section>
  );
}
