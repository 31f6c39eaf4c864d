import type { FilingFormat } from "#shared/forms/formKinds.ts";
import { isProse, type Printable } from "#shared/forms/prose.ts";
import { proseSheet } from "#shared/forms/proseSheet.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Context } from "../context.ts";
import type { Fonts } from "../pdf/fonts.ts";

type Written = Readonly<{ bytes: Buffer; pages: number | null }>;

/** What several papers that are written together share; left out, each is written now and in the officer's name. */
export type Together = Readonly<{
  writtenAt?: string;
  author?: string;
  fonts?: Fonts;
  /** Print 〓 for characters that no font of a PDF has, instead of refusing. */
  allowMissing?: boolean;
}>;

/** Word keeps a whole table in memory and lays it out anew at every touch: longer ones only look like a crash. */
const mostWordRows = 3_000;

export const fitsWord = (form: Printable): boolean => isProse(form) || form.rows.length <= mostWordRows;

function refuseLong(form: Printable): void {
  if (isProse(form) || fitsWord(form)) return;
  throw new UserError({
    code: "refused",
    message: `《${form.title}》有${form.rows.length}行，Word 打不开这样长的表格。`,
    hint: "请改为导出 Excel 或 PDF，或选择一个项目后再导出。",
  });
}

/** A paper as the bytes of a workbook, a PDF or a Word file; reports pages while it is drawn. */
export async function writeForm(
  context: Context,
  form: Printable,
  format: FilingFormat,
  { writtenAt = context.clock.now(), author = context.officer, fonts, allowMissing = false }: Together = {},
): Promise<Written> {
  const options = {
    writtenAt,
    author,
    allowMissing,
    ...(fonts !== undefined && { fonts }),
    signal: context.signal,
    onProgress: (done: number, total: number) =>
      context.progress({ done, total, note: `正在写《${form.title}》` }),
  };
  // The libraries take a third of a second to load: not when the engine starts, but when something is exported.
  switch (format) {
    case "xlsx": {
      const { writeWorkbook } = await import("../excel/writeForm.ts");
      const sheet = isProse(form) ? proseSheet(form) : form;
      return { bytes: await writeWorkbook([sheet], options), pages: null };
    }
    case "pdf": {
      const { renderForm } = await import("../pdf/renderForm.ts");
      const { renderProse } = await import("../pdf/renderProse.ts");
      return isProse(form) ? renderProse(form, options) : renderForm(form, options);
    }
    case "docx": {
      refuseLong(form);
      const { writeProse } = await import("../word/writeProse.ts");
      const { writeForm: writeSheet } = await import("../word/writeForm.ts");
      return {
        bytes: await (isProse(form) ? writeProse(form, options) : writeSheet(form, options)),
        pages: null,
      };
    }
  }
}
