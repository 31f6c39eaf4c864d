import { Input } from "antd";
import { useState } from "react";
import { type Draft, recordsAt, stringsAt, textAt, withValueAt } from "#shared/forms/templates/edit/draft.ts";
import { readLevels, writeLevels } from "#shared/forms/templates/edit/levelLines.ts";
import { Field } from "../../../components/fields/Field.tsx";
import type { BlockProps } from "./BlockProblem.tsx";
import { faultIn } from "./useTemplateDraft.ts";

/** Lists that are quicker typed than clicked together: they show what is typed until the keys leave, and are read at once. */

type TypedProps = Readonly<{
  label: string;
  note: string;
  problem: string | undefined;
  value: string;
  draft: Draft;
  /** With the draft as it was before something was typed. */
  onType: (text: string, before: Draft) => void;
}>;

function TypedList({ label, note, problem, value, draft, onType }: TypedProps) {
  const [typed, setTyped] = useState<Readonly<{ text: string; before: Draft }> | null>(null);
  return (
    <Field label={label} note={note} problem={problem} wide>
      {(id) => (
        <Input.TextArea
          id={id}
          autoSize
          value={typed?.text ?? value}
          onChange={({ target }) => {
            const before = typed?.before ?? draft;
            setTyped({ text: target.value, before });
            onType(target.value, before);
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}

const linesIn = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export function StringsBlock({ block, edit }: BlockProps<"strings">) {
  return (
    <TypedList
      label={block.title}
      note={block.note}
      problem={faultIn(edit, block.path)}
      value={stringsAt(edit.draft, block.path).join("\n")}
      draft={edit.draft}
      onType={(text) => edit.put(block.path, linesIn(text))}
    />
  );
}

export function WidthsBlock({ part, block, edit }: BlockProps<"widths">) {
  const widths = stringsAt(edit.draft, block.path);
  const numbersIn = (text: string) =>
    text
      .split(/[^\d.]+/)
      .filter((word) => word !== "")
      .map(Number);
  return (
    <TypedList
      label={block.title}
      note={`字符数，用空格分开；现在 ${widths.length} 列，项数改了各行会重新排满`}
      problem={faultIn(edit, block.path)}
      value={widths.join(" ")}
      draft={edit.draft}
      // Rows made to fit while a number was half typed would stay so: each time they fit from what was there before.
      onType={(text, before) => edit.shape(part, () => withValueAt(before, block.path, numbersIn(text)))}
    />
  );
}

export function LevelsBlock({ block, edit }: BlockProps<"levels">) {
  const levels = recordsAt(edit.draft, block.path).map((level: Draft) => ({
    level1: textAt(level, ["level1"]),
    level2: stringsAt(level, ["level2"]),
    needed: stringsAt(level, ["needed"]),
  }));
  return (
    <TypedList
      label={block.title}
      note="每行一个一级指标，冒号后是它的二级指标；带 * 的必须有指标，都不带的有一项即可"
      problem={faultIn(edit, block.path)}
      value={writeLevels(levels)}
      draft={edit.draft}
      onType={(text) => edit.put(block.path, readLevels(text))}
    />
  );
}
