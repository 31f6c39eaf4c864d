import { Input } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { pathTo } from "../../app/paths.ts";
import { useScope } from "../../app/scope.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field } from "../../components/fields/Field.tsx";
import { newProject } from "./projectFields.ts";

/** What a project needs to exist; the rest is filled in on its page. */
export function NewProjectDialog({ open, onClose }: Readonly<{ open: boolean; onClose: () => void }>) {
  return open ? <NewProject onClose={onClose} /> : null;
}

function NewProject({ onClose }: Readonly<{ onClose: () => void }>) {
  const { fiscalYear } = useScope();
  const navigate = useNavigate();
  const units = useApi("office.get", {}).data?.units;
  const templates = useApi("templates.list", {}).data?.map(({ template }) => template);
  const [fields, setFields] = useState({ name: "", code: "", year: String(fiscalYear) });
  const [tried, setTried] = useState(false);
  const save = useApiMutation("projects.save", {
    onSuccess: ({ project }) => void navigate(pathTo("project", project.id)),
  });
  const name = fields.name.trim();
  const code = fields.code.trim();
  const isYear = /^20\d{2}$/.test(fields.year.trim());
  const submit = () => {
    setTried(true);
    if (name === "" || code === "" || !isYear || units === undefined || templates === undefined) return;
    save.mutate(newProject({ name, code, fiscalYear: Number(fields.year) }, units, templates));
  };
  const said = (isWrong: boolean, text: string) => (tried && isWrong ? text : undefined);
  return (
    <FormDialog
      title="新建项目"
      okText="新建"
      width={440}
      pending={save.isPending}
      changed={name !== "" || code !== ""}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="项目名称" needed problem={said(name === "", "请填写项目名称")}>
        {(id) => (
          <Input
            id={id}
            autoFocus
            placeholder="例如：社区综合治理"
            value={fields.name}
            onChange={(event) => setFields({ ...fields, name: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="项目编码"
        needed
        note="与财政系统一致；没有的话自己编一个，例如 SQZL-2026。"
        problem={said(code === "", "请填写项目编码")}
      >
        {(id) => (
          <Input
            id={id}
            value={fields.code}
            onChange={(event) => setFields({ ...fields, code: event.target.value })}
          />
        )}
      </Field>
      <Field label="预算年度" needed problem={said(!isYear, "年度应为四位数字，例如 2026")}>
        {(id) => (
          <Input
            id={id}
            style={{ width: 120 }}
            value={fields.year}
            onChange={(event) => setFields({ ...fields, year: event.target.value })}
          />
        )}
      </Field>
    </FormDialog>
  );
}
