import type { FormFonts } from "./fonts.ts";
import type { Form } from "./form.ts";
import type { FieldSource } from "./source.ts";

/**
 * A paper of running text as a value, such as 项目经费情况说明: what stands there and what it is for. Word, PDF, workbook and
 * the preview on screen are renderers of this one value; how it looks is said by the template's fonts and GB/T 9704.
 */
export type Prose = Readonly<{
  kind: "prose";
  /** Which paper this is, for example `narrative`. */
  id: string;
  /** The versioned template it was built from, for example `sh-2022`. */
  template: string;
  /** Also the suggested file name. */
  title: string;
  /** The names a Word file or a workbook states. */
  fonts: FormFonts;
  blocks: readonly ProseBlock[];
}>;

export type ProseBlock = Readonly<{
  text: string;
  /** Where it can be changed. */
  source?: FieldSource;
}> &
  (
    | Readonly<{ kind: "title" }>
    /** 一、 is of level 1, （一） of level 2; 1. and （1） are set as text. */
    | Readonly<{ kind: "heading"; level: 1 | 2 }>
    | Readonly<{ kind: "paragraph" }>
  );

/** Any paper: a sheet or running text. */
export type Printable = Form | Prose;

export const isProse = (paper: Printable): paper is Prose => "blocks" in paper;
