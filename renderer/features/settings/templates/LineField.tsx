import { AutoComplete, Input, InputNumber } from "antd";
import { officialFonts } from "#shared/forms/fonts.ts";
import type { Line } from "#shared/forms/templates/edit/blocks.ts";
import { textAt, valueAt } from "#shared/forms/templates/edit/draft.ts";
import { Field } from "../../../components/fields/Field.tsx";
import { builtInNote, faultAt, type TemplateDraft } from "./useTemplateDraft.ts";

const fontNames = [...new Set(Object.values(officialFonts)), "仿宋", "楷体", "微软雅黑"].map((value) => ({
  value,
}));

/** One text or number of a template, with what the program's own has there and what is wrong with it. */
export function LineField({ line, edit }: Readonly<{ line: Line; edit: TemplateDraft }>) {
  const { path, label, number, optional } = line;
  const value = valueAt(edit.draft, path);
  const put = (next: unknown) => edit.put(path, next);
  return (
    <Field
      label={label}
      note={path[0] === "name" ? line.note : (builtInNote(edit, path) ?? line.note)}
      problem={faultAt(edit, path)}
    >
      {(id) =>
        number !== undefined ? (
          <InputNumber
            id={id}
            style={{ width: "100%" }}
            value={typeof value === "number" ? value : null}
            onChange={(next) => put(next ?? 0)}
          />
        ) : path[0] === "fonts" ? (
          <AutoComplete id={id} value={textAt(edit.draft, path)} options={fontNames} onChange={put} />
        ) : (
          <Input.TextArea
            id={id}
            autoSize
            value={textAt(edit.draft, path)}
            onChange={({ target }) => put(optional && target.value === "" ? null : target.value)}
          />
        )
      }
    </Field>
  );
}
