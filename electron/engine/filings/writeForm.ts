import type { FileFormat } from "#shared/api/filings.ts";
import type { Form } from "#shared/forms/form.ts";
import type { Context } from "../context.ts";

type Written = Readonly<{ bytes: Buffer; pages: number | null }>;

/** A form as the bytes of a workbook or a PDF; reports pages while it is drawn. */
export async function writeForm(context: Context, form: Form, format: FileFormat): Promise<Written> {
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
