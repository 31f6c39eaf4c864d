import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { type FormId, formIds } from "#shared/forms/formKinds.ts";
import { exampleForms } from "#shared/forms/templates/examples/examplePapers.ts";
import { printValue } from "#shared/forms/values.ts";
import { madeUp } from "#test/shared/forms/templates/madeUpTemplate.ts";
import { FormPreview } from "../../../renderer/components/FormPreview.tsx";

const isSheet = (id: FormId): id is Exclude<FormId, "narrative"> => id !== "narrative";

it.each(formIds.filter(isSheet))("shows %s by a template that it has never heard of, cell by cell", (id) => {
  const form = exampleForms[id](madeUp);
  const screen = renderToStaticMarkup(createElement(FormPreview, { form }));
  const shown = [...screen.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) =>
    cell.replace(/<[^>]+>/g, "").replaceAll("&amp;", "&"),
  );
  const printed = form.rows.flatMap(({ cells }) => cells.map(({ value }) => printValue(value)));
  expect(screen).toContain("方正书宋_GBK&quot;, &quot;SimSun");
  expect(shown.map((text) => text.replace(/\s/g, ""))).toEqual(
    printed.map((text) => text.replace(/\s/g, "")),
  );
});
