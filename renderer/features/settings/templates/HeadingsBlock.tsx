import { Button, Input } from "antd";
import { type Draft, recordsAt, textAt } from "#shared/forms/templates/edit/draft.ts";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import type { BlockProps } from "./BlockProblem.tsx";
import { OrderButtons } from "./OrderButtons.tsx";
import { builtInNote, faultIn } from "./useTemplateDraft.ts";

/** The headings of 情况说明, and what the form says is to be written under each. */
export function HeadingsBlock({ block, edit }: BlockProps<"headings">) {
  const headings = recordsAt(edit.draft, block.path);
  const put = (changed: readonly Draft[]) => edit.put(block.path, changed);
  const set = (at: number, change: Draft) =>
    put(headings.map((heading, index) => (index === at ? { ...heading, ...change } : heading)));
  return (
    <FieldGroup title={block.title} columns={1}>
      <p className="jf-soft jf-template-hint">
        新建和结转的项目按这里列出段落；已有项目的段落不变，可在项目的“情况说明”里改。
      </p>
      {headings.map((heading, at) => {
        const path = [...block.path, at];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a heading is its place
          <div key={at} className="jf-template-heading">
            <Field
              label={`第 ${at + 1} 段`}
              note={builtInNote(edit, [...path, "heading"])}
              problem={faultIn(edit, path)}
            >
              {(id) => (
                <Input
                  id={id}
                  value={textAt(heading, ["heading"])}
                  onChange={({ target }) => set(at, { heading: target.value })}
                />
              )}
            </Field>
            <Input.TextArea
              autoSize
              aria-label={`第 ${at + 1} 段的填写说明`}
              placeholder="填写说明（可空）"
              value={textAt(heading, ["instruction"])}
              onChange={({ target }) => set(at, { instruction: target.value })}
            />
            <OrderButtons
              name={`第 ${at + 1} 段`}
              canMove={(step) => headings[at + step] !== undefined}
              onMove={(step) =>
                put(headings.with(at, headings[at + step] ?? heading).with(at + step, heading))
              }
              onRemove={() => put(headings.filter((_, index) => index !== at))}
            />
          </div>
        );
      })}
      <Button onClick={() => put([...headings, { heading: "新的一段", instruction: "" }])}>增加一段</Button>
    </FieldGroup>
  );
}
