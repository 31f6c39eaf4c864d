import { Button, Input, InputNumber, Radio, Select } from "antd";
import { useState } from "react";
import type { BringPreview } from "#shared/api/bring.ts";
import type { ApiOutput } from "#shared/api/contract.ts";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { templateForYear } from "#shared/forms/templates/templates.ts";
import { asId } from "#shared/kernel/id.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { Loaded } from "../../../components/Page.tsx";
import type { BringSource } from "./spots.ts";

type Props = Readonly<{
  source: BringSource;
  preview: BringPreview;
  project: ProjectChoice | null;
  isNew: boolean;
  onNew: (isNew: boolean) => void;
  chosen: Readonly<Record<string, number | null>>;
  onDone: (result: ApiOutput<"filings.bring">) => void;
}>;

/** Where it goes: into the project at the top of the window, or into a new one. An Enter is heard once the templates are there. */
export function TargetBar(props: Props) {
  const query = useApi("templates.list", {});
  return (
    <Loaded query={query}>
      {(known) => <Bar {...props} templates={known.map(({ template }) => template)} />}
    </Loaded>
  );
}

type BarProps = Props & Readonly<{ templates: readonly Template[] }>;

function Bar({ source, preview, project, isNew, onNew, chosen, onDone, templates }: BarProps) {
  const { fiscalYear } = useScope();
  const [code, setCode] = useState("");
  const [year, setYear] = useState(preview.fiscalYear ?? fiscalYear);
  /** The usual one of the year until another is chosen. */
  const [wanted, setTemplate] = useState<string | null>(null);
  const template = wanted ?? templateForYear(year, templates)?.id ?? "";
  const bring = useApiMutation("filings.bring", { onSuccess: onDone });
  const isReady = preview.offers.length > 0 && (!isNew || (code.trim() !== "" && template !== ""));
  const submit = () => {
    if (!isReady || bring.isPending) return;
    bring.mutate({
      source,
      seen: preview.seen,
      target:
        isNew || project === null
          ? { code: code.trim(), fiscalYear: year, template }
          : { projectId: asId(project.id) },
      choices: Object.entries(chosen).map(([key, paper]) => ({ key, paper })),
    });
  };
  return (
    <footer className="jf-bring-target">
      <Radio.Group
        aria-label="带入到"
        value={isNew ? "new" : "project"}
        onChange={({ target }) => onNew(target.value === "new")}
      >
        {project === null ? null : <Radio value="project">补填“{project.name}”</Radio>}
        <Radio value="new">新建项目</Radio>
      </Radio.Group>
      {isNew ? (
        <>
          <Input
            aria-label="项目编码"
            placeholder="项目编码"
            className="jf-bring-code"
            value={code}
            onChange={({ target }) => setCode(target.value)}
            onPressEnter={submit}
          />
          <InputNumber
            aria-label="预算年度"
            min={2000}
            max={2100}
            value={year}
            onChange={(value) => {
              if (value === null) return;
              setYear(value);
              setTemplate(null);
            }}
          />
          <Select
            aria-label="表式"
            value={template}
            onChange={setTemplate}
            options={templates.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </>
      ) : null}
      <span className="jf-spacer" />
      <Button type="primary" disabled={!isReady} loading={bring.isPending} onClick={submit}>
        带入
      </Button>
    </footer>
  );
}
