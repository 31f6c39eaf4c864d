import { AutoComplete, Input, Select } from "antd";
import type { OwnUnitView } from "#shared/api/office.ts";
import type { ProjectDetail } from "#shared/api/projects.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { templateForYear } from "#shared/forms/templates/templates.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { Section } from "../../../components/Page.tsx";
import { categoryChoices, natureChoices, projectFields } from "../projectFields.ts";
import { FundingSection } from "./FundingSection.tsx";

const asOptions = (words: readonly string[]) => words.map((value) => ({ value }));
const unitOptions = (units: readonly OwnUnitView[]) =>
  units.map(({ id, currentName }) => ({ value: id, label: currentName }));

/** 基本信息 and 资金来源. */
export function BasicsTab({ detail }: Readonly<{ detail: ProjectDetail }>) {
  const save = useApiMutation("projects.save", { quiet: true });
  const form = useAutoSave(projectFields(detail.project), save.mutateAsync);
  const units = useApi("office.get", {}).data?.units ?? [];
  const templates = useApi("templates.list", {}).data?.map(({ template }) => template) ?? [];
  const usual = templateForYear(detail.project.fiscalYear, templates);
  return (
    <div className="jf-columns-2">
      <Section title="基本信息" note="改完自动保存">
        <div className="jf-fields">
          <SavedField form={form} name="name" label="项目名称" wide>
            {(control, { type }) => <Input {...control} onChange={(event) => type(event.target.value)} />}
          </SavedField>
          <SavedField form={form} name="code" label="项目编码">
            {(control, { type }) => <Input {...control} onChange={(event) => type(event.target.value)} />}
          </SavedField>
          <SavedField form={form} name="category" label="项目类别">
            {(control, { type }) => (
              <AutoComplete {...control} options={asOptions(categoryChoices)} onChange={type} />
            )}
          </SavedField>
          <SavedField form={form} name="departmentUnitId" label="主管部门">
            {(control, { choose }) => (
              <Select
                {...control}
                allowClear
                options={unitOptions(units)}
                onChange={(id) => choose(id ?? null)}
              />
            )}
          </SavedField>
          <SavedField form={form} name="implementingUnitId" label="实施单位">
            {(control, { choose }) => (
              <Select
                {...control}
                allowClear
                options={unitOptions(units)}
                onChange={(id) => choose(id ?? null)}
              />
            )}
          </SavedField>
          <SavedField form={form} name="startDate" label="计划开始日期">
            {(control, { choose }) => <DateInput {...control} onChange={choose} />}
          </SavedField>
          <SavedField form={form} name="endDate" label="计划完成日期">
            {(control, { choose }) => <DateInput {...control} onChange={choose} />}
          </SavedField>
          <SavedField form={form} name="nature" label="项目性质" note="2026 年表式">
            {(control, { type }) => (
              <AutoComplete {...control} options={asOptions(natureChoices)} onChange={type} />
            )}
          </SavedField>
          <SavedField
            form={form}
            name="template"
            label="绩效表式"
            note={otherThan(usual, form.values.template)}
          >
            {(control, { choose }) => (
              <Select
                {...control}
                options={templates.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={choose}
              />
            )}
          </SavedField>
          <SavedField form={form} name="functionCode" label="功能分类科目">
            {(control, { type }) => <Input {...control} onChange={(event) => type(event.target.value)} />}
          </SavedField>
          <SavedField form={form} name="note" label="备注" wide>
            {(control, { type }) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 2 }}
                onChange={(event) => type(event.target.value)}
              />
            )}
          </SavedField>
        </div>
      </Section>
      <FundingSection detail={detail} />
    </div>
  );
}

/** A project keeps the sheet it was written on; that another one is usual for its year is said. */
const otherThan = (usual: Template | undefined, chosen: string): string =>
  usual === undefined || usual.id === chosen ? "" : `本年度一般用“${usual.name}”`;
