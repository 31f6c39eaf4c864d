import { Input } from "antd";
import type { ProjectView } from "#shared/api/projects.ts";
import type { Indicator } from "#shared/model/project.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { DecimalInput } from "../../../components/inputs/DecimalInput.tsx";
import { indicatorFields, valueReading } from "../../projects/indicators/indicatorFields.ts";
import { useIndicatorSave } from "../../projects/indicators/useIndicatorSave.ts";
import { useTemplate } from "../../projects/useTemplate.ts";
import { Place } from "./Place.tsx";

type Props = Readonly<{ project: ProjectView; indicator: Indicator }>;

/** An indicator, and how its value reads and will be printed while it is typed. */
export function IndicatorPlace({ project, indicator }: Props) {
  const form = useIndicatorSave(indicatorFields(indicator), () => undefined);
  const style = useTemplate(project)?.targets.valueStyle;
  const reading = style === undefined ? undefined : valueReading(form.values, style);
  const text = (name: "name" | "valueText" | "baseValue" | "evidence", label: string) => (
    <Place name={name}>
      <SavedField form={form} name={name} label={label}>
        {(control, { type }) => <Input {...control} onChange={(event) => type(event.target.value)} />}
      </SavedField>
    </Place>
  );
  return (
    <>
      {text("name", "三级指标")}
      {text("valueText", "年度指标值")}
      {reading === undefined ? null : (
        <p className="jf-edit-help" role="status">
          {reading.help}
        </p>
      )}
      <Place name="weight">
        <SavedField form={form} name="weight" label="分值">
          {(control, { choose }) => <DecimalInput {...control} onChange={choose} />}
        </SavedField>
      </Place>
      {text("baseValue", "基期值")}
      {text("evidence", "设定依据、佐证")}
    </>
  );
}
