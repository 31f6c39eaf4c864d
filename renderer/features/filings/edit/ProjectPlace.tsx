import { AutoComplete, Input, Select } from "antd";
import type { ProjectView } from "#shared/api/projects.ts";
import { withoutTags } from "#shared/text/tags.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { categoryChoices, natureChoices, projectFields } from "../../projects/projectFields.ts";
import { Place } from "./Place.tsx";
import { placeName } from "./placeNames.ts";

const asOptions = (words: readonly string[]) => words.map((value) => ({ value }));

/** One field of the project, as its own page has it. */
export function ProjectPlace({ project, field }: Readonly<{ project: ProjectView; field: string }>) {
  const save = useApiMutation("projects.save", { quiet: true });
  const form = useAutoSave(projectFields(project), save.mutateAsync);
  const units = useApi("office.get", {}).data?.units ?? [];
  const label = placeName({ entity: "project", id: project.id, field });
  const control = () => {
    switch (field) {
      case "category":
      case "nature":
        return (
          <SavedField form={form} name={field} label={label}>
            {(props, { type }) => (
              <AutoComplete
                {...props}
                options={asOptions(field === "category" ? categoryChoices : natureChoices)}
                onChange={type}
              />
            )}
          </SavedField>
        );
      case "departmentUnitId":
      case "implementingUnitId":
        return (
          <SavedField form={form} name={field} label={label}>
            {(props, { choose }) => (
              <Select
                {...props}
                allowClear
                options={units.map(({ id, currentName }) => ({ value: id, label: currentName }))}
                onChange={(id) => choose(id ?? null)}
              />
            )}
          </SavedField>
        );
      case "startDate":
      case "endDate":
        return (
          <SavedField form={form} name={field} label={label}>
            {(props, { choose }) => <DateInput {...props} onChange={choose} />}
          </SavedField>
        );
      case "overallGoal":
      case "annualGoal":
        return (
          <SavedField form={form} name={field} label={label}>
            {(props, { type }) => (
              <Input.TextArea
                {...props}
                autoSize={{ minRows: 8, maxRows: 24 }}
                onChange={(event) => type(withoutTags(event.target.value))}
              />
            )}
          </SavedField>
        );
      default:
        return (
          <SavedField form={form} name="name" label={label}>
            {(props, { type }) => <Input {...props} onChange={(event) => type(event.target.value)} />}
          </SavedField>
        );
    }
  };
  return (
    <Place key={field} name={field}>
      {control()}
    </Place>
  );
}
