import { Input } from "antd";
import type { ProjectView } from "#shared/api/projects.ts";
import { withoutTags } from "#shared/text/tags.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import { projectFields } from "../projectFields.ts";

/** 项目总目标 and 年度总目标. */
export function GoalFields({ project }: Readonly<{ project: ProjectView }>) {
  const save = useApiMutation("projects.save", { quiet: true });
  const form = useAutoSave(projectFields(project), save.mutateAsync);
  return (
    <div className="jf-fields jf-goals">
      <SavedField form={form} name="overallGoal" label="项目总目标" note="整个项目周期">
        {(control, { type }) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 10 }}
            placeholder="项目要达到什么。从财政系统复制来的文字会自动去掉网页标记。"
            onChange={(event) => type(withoutTags(event.target.value))}
          />
        )}
      </SavedField>
      <SavedField form={form} name="annualGoal" label="年度总目标" note={`${project.fiscalYear} 年度`}>
        {(control, { type }) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={(event) => type(withoutTags(event.target.value))}
          />
        )}
      </SavedField>
    </div>
  );
}
