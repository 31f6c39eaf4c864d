import { useEffect, useState } from "react";
import { type TemplatePaper, templatePapers } from "#shared/api/templates.ts";
import { isProse, type Printable } from "#shared/forms/prose.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { asId } from "#shared/kernel/id.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi } from "../../../app/useApi.ts";
import { ErrorBox } from "../../../components/ErrorBox.tsx";
import { FormPreview } from "../../../components/FormPreview.tsx";
import { ProsePreview } from "../../../components/ProsePreview.tsx";
import { Segments } from "../../../components/Segments.tsx";

const words: Readonly<Record<TemplatePaper, string>> = {
  targets: "申报表",
  targetsFill: "填报表",
  budget: "预算明细表",
  narrative: "情况说明",
};
const pause = 250;

/** The papers as the template makes them of the chosen project; the last good ones while something is wrong with it. */
export function TemplatePreview({ template, ready }: Readonly<{ template: Template; ready: boolean }>) {
  const { singleProject } = useScope();
  const [form, setForm] = useState<TemplatePaper>("targets");
  const [good, setGood] = useState(template);
  const [shown, setShown] = useState<Printable>();
  useEffect(() => {
    if (!ready) return;
    const timer = setTimeout(() => setGood(template), pause);
    return () => clearTimeout(timer);
  }, [template, ready]);
  const projectId = singleProject === null ? null : asId(singleProject.id);
  const { data, error } = useApi("templates.preview", { template: structuredClone(good), form, projectId });
  useEffect(() => {
    if (data !== undefined) setShown(data);
  }, [data]);
  return (
    <div className="jf-template-preview">
      <Segments
        label="预览"
        value={form}
        options={templatePapers.map((value) => ({ value, label: words[value] }))}
        onChange={setForm}
      />
      {error === null ? null : <ErrorBox error={error} />}
      {shown === undefined || error !== null ? null : isProse(shown) ? (
        <ProsePreview prose={shown} />
      ) : (
        <FormPreview form={shown} />
      )}
    </div>
  );
}
