import type { FilingFormat } from "#shared/forms/formKinds.ts";
import { isProse, type Printable } from "#shared/forms/prose.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Context } from "../context.ts";

type Written = Readonly<{ bytes: Buffer; pages: number | null }>;

/** A paper as the bytes of a file; reports pages while it is drawn. `bad-request` where it is not written in that format. */
export async function writeForm(context: Context, form: Printable, format: FilingFormat): Promise<Written> {
  if (isProse(form) || format === "docx") throw notWritten(form, format);
  const options = {
    writtenAt: context.clock.now(),
    author: context.officer,
    signal: context.signal,
    onProgress: (done: number, total: number) =>
      context.progress({ done, total, note: `正在写《${form.title}》` }),
  };
  // The libraries take a third of a second to load: not when the engine starts, but when something is exported.
  switch (format) {
    case "xlsx": {
      const { writeWorkbook } = await import("../excel/writeForm.ts");
      return { bytes: await writeWorkbook([form], options), pages: null };
    }
    case "pdf": {
      const { renderForm } = await import("../pdf/renderForm.ts");
      return renderForm(form, options);
    }
  }
}

const notWritten = ({ title }: Printable, format: FilingFormat): UserError =>
  new UserError({
    code: "bad-request",
    message: `《${title}》不能导出为 ${format}。`,
    hint: "请换一种格式。",
  });
