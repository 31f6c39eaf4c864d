import { useEffect, useState } from "react";
import { type FormId, formKindOf } from "#shared/forms/formKinds.ts";
import { isProse } from "#shared/forms/prose.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { asId } from "#shared/kernel/id.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi } from "../../../app/useApi.ts";
import { ErrorBox } from "../../../components/ErrorBox.tsx";
import { FormPreview } from "../../../components/FormPreview.tsx";
import { ProsePreview } from "../../../components/ProsePreview.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { useLatest } from "../../../components/useLatest.ts";

const pause = 250;

type Props = Readonly<{
  /** The last one without faults: what is wrong now does not take the paper away. */
  template: Template;
  forms: readonly [FormId, ...FormId[]];
}>;

/** The papers as the template makes them of the chosen project. */
export function TemplatePreview({ template, forms }: Props) {
  const { singleProject } = useScope();
  const [form, setForm] = useState<FormId>(forms[0]);
  const [settled, setSettled] = useState(template);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(template), pause);
    return () => clearTimeout(timer);
  }, [template]);
  const projectId = singleProject === null ? null : asId(singleProject.id);
  const { data, error } = useApi("templates.preview", {
    template: structuredClone(settled),
    form,
    projectId,
  });
  const shown = useLatest(data);
  return (
    <div className="jf-template-preview">
      {forms.length === 1 ? null : (
        <Segments
          label="预览"
          value={form}
          disabled={false}
          options={forms.map((value) => ({ value, label: formKindOf(value).title }))}
          onChange={setForm}
        />
      )}
      {error === null ? null : <ErrorBox error={error} />}
      {shown === undefined || error !== null ? null : isProse(shown) ? (
        <ProsePreview prose={shown} />
      ) : (
        <FormPreview form={shown} />
      )}
    </div>
  );
}
