import { Input } from "antd";
import type { ProjectDetail } from "#shared/api/projects.ts";
import type { NarrativeSection } from "#shared/model/project.ts";
import { withoutTags } from "#shared/text/tags.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import "./narrative.css";

const numerals = "一二三四五六七八九十";

/** 经费情况说明: the seven official headings, each with the bureau's instruction until something is written. */
export function NarrativeTab({ detail: { narrative, project } }: Readonly<{ detail: ProjectDetail }>) {
  const templates = useApi("templates.list", {}).data ?? [];
  const { template } =
    templates.find((known) => known.template.id === project.template) ?? templates[0] ?? {};
  const instructionOf = (heading: string): string =>
    template?.narrative.headings.find((known) => known.heading === heading)?.instruction ?? "";
  if (narrative.length === 0) return <EmptyState title="这个项目没有经费情况说明" />;
  return (
    <div className="jf-narrative">
      {narrative.map((section) => (
        <SectionField key={section.id} section={section} instruction={instructionOf(section.heading)} />
      ))}
    </div>
  );
}

function SectionField({
  section,
  instruction,
}: Readonly<{ section: NarrativeSection; instruction: string }>) {
  const save = useApiMutation("projects.saveSection", { quiet: true });
  const form = useAutoSave(section, ({ id, body }) => save.mutateAsync({ id, body }));
  const numeral = numerals.charAt(section.seq - 1);
  return (
    <SavedField form={form} name="body" label={`${numeral}、${section.heading}`}>
      {(control, { type }) => (
        <Input.TextArea
          {...control}
          autoSize={{ minRows: 2, maxRows: 24 }}
          placeholder={instruction}
          onChange={(event) => type(withoutTags(event.target.value))}
        />
      )}
    </SavedField>
  );
}
