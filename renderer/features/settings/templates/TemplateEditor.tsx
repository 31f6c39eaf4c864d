import { Button, ConfigProvider } from "antd";
import { type ReactNode, useState } from "react";
import type { TemplateView } from "#shared/api/templates.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { templateFaults } from "#shared/forms/templates/templateFaults.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { useLeaveGuard } from "../../../components/LeaveGuard.tsx";
import { HistoryButton } from "../../history/HistoryButton.tsx";
import { BudgetPart } from "./BudgetPart.tsx";
import { CommonPart } from "./CommonPart.tsx";
import { TargetsPart } from "./TargetsPart.tsx";
import { TemplatePreview } from "./TemplatePreview.tsx";

type Props = Readonly<{
  view: TemplateView;
  /** All keys that are taken. */
  keys: readonly string[];
  choice: ReactNode;
  onOpen: (key: string) => void;
}>;

/** One template: its texts and columns at the left, the sheet as it becomes at the right. */
export function TemplateEditor({ view, keys, choice, onOpen }: Props) {
  const { own, template } = view;
  const [draft, setDraft] = useState(template);
  const { done } = useNotify();
  const changed = draft !== template;
  const faults = changed ? templateFaults(draft) : view.faults;
  const free = useLeaveGuard({
    active: changed,
    title: "表式还没有保存",
    text: "离开后，对表式的改动会丢失。",
  });
  const save = useApiMutation("templates.save", {
    onSuccess: (saved) => {
      free();
      done(`表式“${saved.template.name}”已保存`);
      onOpen(saved.template.id);
    },
  });
  const copy = () => {
    const key = freeKey(template.fromYear, keys);
    const named = { ...template, id: key, name: `本单位 ${template.fromYear} 年表式` };
    save.mutate({ id: null, key, basedOn: own?.basedOn ?? template.id, template: plain(named) });
  };
  const store = () =>
    own !== null &&
    save.mutate({
      id: own.id,
      key: template.id,
      basedOn: own.basedOn,
      template: plain(draft),
      note: own.note,
    });
  const part = { draft, onChange: setDraft };
  return (
    <>
      <div className="jf-tools">
        {choice}
        <Button onClick={copy} loading={save.isPending} disabled={changed}>
          复制一份
        </Button>
        <span className="jf-soft">{usersOf(view)}</span>
        <span className="jf-spacer" />
        {own === null ? (
          <span className="jf-soft">内置表式不能改：复制一份再改</span>
        ) : (
          <>
            <HistoryButton entity="formTemplate" id={own.id} name={template.name} />
            <Button disabled={!changed} onClick={() => setDraft(template)}>
              恢复
            </Button>
            <Button type="primary" disabled={!changed || faults.length > 0} onClick={store}>
              保存
            </Button>
          </>
        )}
      </div>
      <div className="jf-template">
        <div className="jf-template-fields">
          {faults.length === 0 ? null : (
            <ul className="jf-template-faults" role="alert">
              {faults.map(({ path, message }) => (
                <li key={`${path.join()} ${message}`}>{message}</li>
              ))}
            </ul>
          )}
          <ConfigProvider componentDisabled={own === null}>
            <CommonPart {...part} />
            <TargetsPart {...part} />
            <BudgetPart {...part} />
          </ConfigProvider>
        </div>
        <TemplatePreview template={draft} ready={faults.length === 0} />
      </div>
    </>
  );
}

/** What goes over the port is plain and may be changed there. */
const plain = (template: Template) => structuredClone(template);

const usersOf = ({ usedBy }: TemplateView): string =>
  usedBy.length === 0
    ? "没有项目使用"
    : `使用的项目：${usedBy.map(({ name, fiscalYear }) => `${name}（${fiscalYear}）`).join("、")}`;

function freeKey(year: number, keys: readonly string[]): string {
  const first = `own-${year}`;
  if (!keys.includes(first)) return first;
  for (let number = 2; ; number += 1) if (!keys.includes(`${first}-${number}`)) return `${first}-${number}`;
}
