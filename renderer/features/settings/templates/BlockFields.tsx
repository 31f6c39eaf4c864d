import { Checkbox } from "antd";
import type { Block } from "#shared/forms/templates/edit/blocks.ts";
import { type Draft, stringsAt, valueAt } from "#shared/forms/templates/edit/draft.ts";
import { FieldGroup } from "../../../components/fields/Field.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { BlockProblem, type BlockProps } from "./BlockProblem.tsx";
import { HeadingsBlock } from "./HeadingsBlock.tsx";
import { ItemsBlock } from "./ItemsBlock.tsx";
import { LineField } from "./LineField.tsx";
import { LevelsBlock, StringsBlock, WidthsBlock } from "./ListBlocks.tsx";
import { faultIn, recordOr } from "./useTemplateDraft.ts";

/** One block of a part, by its kind: no paper has fields of its own making. */
export function BlockFields({ part, block, edit }: BlockProps<Block["kind"]>) {
  switch (block.kind) {
    case "lines":
      return (
        <FieldGroup title={block.title}>
          {block.lines.map((line) => (
            <LineField key={line.path.join()} line={line} edit={edit} />
          ))}
        </FieldGroup>
      );
    case "items":
      return <ItemsBlock part={part} block={block} edit={edit} />;
    case "strings":
      return <StringsBlock part={part} block={block} edit={edit} />;
    case "widths":
      return <WidthsBlock part={part} block={block} edit={edit} />;
    case "levels":
      return <LevelsBlock part={part} block={block} edit={edit} />;
    case "headings":
      return <HeadingsBlock part={part} block={block} edit={edit} />;
    case "choice":
      return <ChoiceBlock part={part} block={block} edit={edit} />;
    case "checks":
      return <ChecksBlock part={part} block={block} edit={edit} />;
    case "part":
      return <PartBlock part={part} block={block} edit={edit} />;
  }
}

function ChoiceBlock({ block, edit }: BlockProps<"choice">) {
  const now = valueAt(edit.draft, block.path);
  const options = block.options.map(({ value, label }) => ({ value: String(value), label }));
  return (
    <FieldGroup title={block.title} columns={1}>
      <div>
        <Segments
          label={block.title}
          value={String(now)}
          options={options}
          onChange={(text) => {
            const chosen = block.options.find(({ value }) => String(value) === text);
            if (chosen !== undefined) edit.put(block.path, chosen.value);
          }}
        />
      </div>
    </FieldGroup>
  );
}

function ChecksBlock({ block, edit }: BlockProps<"checks">) {
  const problem = faultIn(edit, block.path);
  return (
    <FieldGroup title={block.title} columns={1}>
      <Checkbox.Group
        value={[...stringsAt(edit.draft, block.path)]}
        options={block.choices.map(({ value, label }) => ({ value: String(value), label }))}
        onChange={(chosen) => edit.put(block.path, chosen)}
      />
      <BlockProblem text={problem} />
    </FieldGroup>
  );
}

/** A part that a paper may go without: on or off, and its texts while it is on. */
function PartBlock({ block, edit }: BlockProps<"part">) {
  const own = recordOr(valueAt(edit.draft, block.path));
  const words: Draft = { label: "标题", none: "没有问题时", height: "高度（磅）" };
  return (
    <FieldGroup title={block.title}>
      <Checkbox
        checked={own !== undefined}
        onChange={({ target }) => edit.put(block.path, target.checked ? { ...block.whole } : null)}
      >
        单上有这一部分
      </Checkbox>
      {own === undefined
        ? null
        : Object.keys(block.whole)
            .filter((key) => words[key] !== undefined)
            .map((key) => (
              <LineField
                key={key}
                edit={edit}
                line={{
                  path: [...block.path, key],
                  label: String(words[key]),
                  ...(key === "height" ? { number: { min: 20, max: 600 } } : {}),
                }}
              />
            ))}
    </FieldGroup>
  );
}
