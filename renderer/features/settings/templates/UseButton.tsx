import { Button, Checkbox } from "antd";
import { useState } from "react";
import type { TemplateView } from "#shared/api/templates.ts";
import { yearsFor } from "#shared/forms/templates/templates.ts";
import type { Id } from "#shared/kernel/id.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";

type Props = Readonly<{ view: TemplateView; views: readonly TemplateView[]; disabled: boolean }>;

/** Which projects print by a template, and which new ones will. */
export function UseButton({ view, views, disabled }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button disabled={disabled} onClick={() => setOpen(true)}>
        使用的项目（{view.usedBy.length}）
      </Button>
      {open ? <UseDialog view={view} views={views} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function UseDialog({ view, views, onClose }: Omit<Props, "disabled"> & Readonly<{ onClose: () => void }>) {
  const { template } = view;
  const { done } = useNotify();
  const [chosen, setChosen] = useState<readonly Id[]>([]);
  const use = useApiMutation("templates.use", {
    onSuccess: () => {
      done(`${chosen.length} 个项目改用“${template.name}”`);
      onClose();
    },
  });
  const projects = views
    .flatMap((other) => other.usedBy.map((project) => ({ ...project, other: other.template })))
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear);
  return (
    <FormDialog
      title={`使用的项目：${template.name}`}
      width={640}
      okText="改用"
      pending={use.isPending}
      ready={chosen.length > 0}
      changed={chosen.length > 0}
      onSubmit={() => use.mutate({ key: template.id, projectIds: [...chosen] })}
      onClose={onClose}
    >
      <p className="jf-soft">{newProjects(view, views)}勾选的项目从现在起按它打印；已定稿的材料不变。</p>
      {projects.length === 0 ? <p className="jf-faint">账本里还没有项目。</p> : null}
      <ul className="jf-template-users">
        {projects.map(({ id, name, fiscalYear, closed, other }) => (
          <li key={id}>
            <Checkbox
              checked={other.id === template.id || chosen.includes(id)}
              disabled={closed || other.id === template.id}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            >
              {fiscalYear} 年度　{name}
              <span className="jf-faint">
                　{other.id === template.id ? "正在用" : `现在用“${other.name}”`}
                {closed ? "，年度已关账，不再改用" : ""}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}

function newProjects({ template }: TemplateView, views: readonly TemplateView[]): string {
  const years = yearsFor(
    template.id,
    views.map((view) => view.template),
  );
  if (years === null) return `${template.fromYear} 年度起另有表式在先，新项目不默认用它。`;
  const { from, to } = years;
  return `${to === null ? `${from} 年度起` : from === to ? `${from} 年度` : `${from}—${to} 年度`}新建、结转的项目默认用它。`;
}
