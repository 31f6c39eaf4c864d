import { Input } from "antd";
import { useApiMutation } from "../../../app/useApi.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import { choices } from "../../../components/choices.ts";
import { Section } from "../../../components/Page.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { NameRows } from "./NameRows.tsx";
import { creditCodeProblem, isNamed, type UnitFields, unitKindWords, unitNatureWords } from "./unitFields.ts";

type Props = Readonly<{ unit: UnitFields; title: string; onStored?: () => void }>;

export function UnitCard({ unit, title, onStored }: Props) {
  const save = useApiMutation("office.saveUnit", { quiet: true });
  const store = async (fields: UnitFields) => {
    await save.mutateAsync({ ...fields, names: [...fields.names] });
    onStored?.();
  };
  const form = useAutoSave(unit, store, isNamed);
  const problem = creditCodeProblem(form.values.creditCode);
  return (
    <Section title={title}>
      <div className="jf-unit">
        <div className="jf-fields">
          <SavedField form={form} name="kind" label="作为">
            {({ value }, { choose }) => (
              <Segments label="作为" value={value} options={choices(unitKindWords)} onChange={choose} />
            )}
          </SavedField>
          <SavedField form={form} name="nature" label="单位性质">
            {({ value }, { choose }) => (
              <Segments label="单位性质" value={value} options={choices(unitNatureWords)} onChange={choose} />
            )}
          </SavedField>
          <SavedField form={form} name="creditCode" label="统一社会信用代码">
            {({ id, value }, { type }) => (
              <Input
                id={id}
                maxLength={20}
                status={problem === "" ? "" : "warning"}
                value={value ?? ""}
                onChange={(event) => type(event.target.value.trim().toUpperCase() || null)}
              />
            )}
          </SavedField>
          <SavedField form={form} name="note" label="备注">
            {(control, { type }) => <Input {...control} onChange={(event) => type(event.target.value)} />}
          </SavedField>
          {problem === "" ? null : <p className="jf-unit-problem">{problem}</p>}
        </div>
        <SavedField form={form} name="names" label="名称和有效期">
          {({ value }, { type, choose }) => <NameRows names={value} onType={type} onChoose={choose} />}
        </SavedField>
      </div>
    </Section>
  );
}
