import type { Context } from "#engine/context.ts";
import type { FormRequest } from "#engine/filings/findSubject.ts";
import { previewForm } from "#engine/filings/previewForm.ts";
import { isProse } from "#shared/forms/prose.ts";

/** The preview of a paper that is a sheet. */
export async function previewSheet(context: Context, request: FormRequest) {
  const { form, findings } = await previewForm(context, request);
  if (isProse(form)) throw new Error(`${form.title} is no sheet`);
  return { form, findings };
}
