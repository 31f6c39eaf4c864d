import type { Block } from "#shared/forms/templates/edit/blocks.ts";
import type { TemplatePart } from "#shared/forms/templates/edit/parts.ts";
import type { TemplateDraft } from "./useTemplateDraft.ts";

/** What the fields of a block of that kind are given. */
export type BlockProps<Kind extends Block["kind"]> = Readonly<{
  part: TemplatePart;
  block: Extract<Block, { kind: Kind }>;
  edit: TemplateDraft;
}>;

export const BlockProblem = ({ text }: Readonly<{ text: string | undefined }>) =>
  text === undefined ? null : (
    <span className="jf-field-problem" role="alert">
      {text}
    </span>
  );
