import { AutoComplete, Input } from "antd";
import { type FontRole, fontRoles, officialFonts } from "#shared/forms/fonts.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";

export type PartProps = Readonly<{ draft: Template; onChange: (draft: Template) => void }>;

const fontWords: Readonly<Record<FontRole, string>> = {
  title: "大标题字体",
  hei: "标题和表头字体",
  song: "表格正文字体",
  fang: "正文字体",
  kai: "二级标题字体",
};
const offered = [...new Set(Object.values(officialFonts)), "仿宋", "楷体", "微软雅黑"].map((value) => ({
  value,
}));

/** What all papers of a template share. */
export function CommonPart({ draft, onChange }: PartProps) {
  return (
    <FieldGroup title="通用">
      <Field label="表式名称" needed>
        {(id) => (
          <Input
            id={id}
            value={draft.name}
            onChange={({ target }) => onChange({ ...draft, name: target.value })}
          />
        )}
      </Field>
      <Field label="适用年度起" note="新建这一年度起的项目时默认选用">
        {(id) => (
          <Input
            id={id}
            value={String(draft.fromYear)}
            maxLength={4}
            onChange={({ target }) =>
              onChange({ ...draft, fromYear: Number(target.value.replace(/\D/g, "")) })
            }
          />
        )}
      </Field>
      {fontRoles.map((role) => (
        <Field key={role} label={fontWords[role]}>
          {(id) => (
            <AutoComplete
              id={id}
              value={draft.fonts[role]}
              options={offered}
              onChange={(name: string) => onChange({ ...draft, fonts: { ...draft.fonts, [role]: name } })}
            />
          )}
        </Field>
      ))}
    </FieldGroup>
  );
}
