import { Button, ConfigProvider, Select } from "antd";
import type { ReactNode } from "react";
import type { TemplateView } from "#shared/api/templates.ts";
import { templateDifferences } from "#shared/forms/templates/edit/differences.ts";
import { outline } from "#shared/forms/templates/edit/outline.ts";
import { type TemplatePart, templatePartIds, templateParts } from "#shared/forms/templates/edit/parts.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { useLeaveGuard } from "../../../components/LeaveGuard.tsx";
import { useLatest } from "../../../components/useLatest.ts";
import { HistoryButton } from "../../history/HistoryButton.tsx";
import { BlockFields } from "./BlockFields.tsx";
import { DifferencesButton } from "./DifferencesButton.tsx";
import { FaultList } from "./FaultList.tsx";
import { TemplatePreview } from "./TemplatePreview.tsx";
import { UseButton } from "./UseButton.tsx";
import { useTemplateDraft } from "./useTemplateDraft.ts";
import { VoidTemplateButton } from "./VoidTemplateButton.tsx";

type Props = Readonly<{
  view: TemplateView;
  views: readonly TemplateView[];
  choice: ReactNode;
  part: TemplatePart;
  onPart: (part: TemplatePart) => void;
  onOpen: (key: string) => void;
}>;

/** One template: a paper's texts and columns at the left, the paper as it becomes at the right. */
export function TemplateEditor({ view, views, choice, part, onPart, onOpen }: Props) {
  const { own, template } = view;
  const base = views.find((other) => other.template.id === own?.basedOn)?.template ?? template;
  const edit = useTemplateDraft(template, base);
  const { done } = useNotify();
  const shown = useLatest(edit.template) ?? template;
  useLeaveGuard({
    active: edit.isChanged,
    title: "表式还没有保存",
    text: "离开后，对表式的改动会丢失。",
  });
  const save = useApiMutation("templates.save", {
    onSuccess: (saved) => {
      done(`表式“${saved.template.name}”已保存${usedNote(saved)}`);
      if (saved.template.id !== template.id) onOpen(saved.template.id);
    },
  });
  const copy = () => {
    const named = { ...template, name: `本单位 ${template.fromYear} 年表式` };
    save.mutate({ id: null, key: null, basedOn: base.id, template: plain(named) });
  };
  const store = () =>
    own !== null &&
    edit.template !== undefined &&
    save.mutate({
      id: own.id,
      key: null,
      basedOn: own.basedOn,
      template: plain(edit.template),
      note: own.note,
    });
  const differences = own === null ? [] : templateDifferences(edit.draft, base);
  const countOf = (id: TemplatePart): string => {
    const count = differences.filter((one) => one.part === id).length;
    return count === 0 ? "" : `（改 ${count} 处）`;
  };
  return (
    <>
      <div className="jf-tools">
        {choice}
        <Button onClick={copy} loading={save.isPending} disabled={edit.isChanged}>
          复制一份
        </Button>
        <UseButton view={view} views={views} disabled={edit.isChanged} />
        <span className="jf-spacer" />
        {own === null ? (
          <span className="jf-soft">内置表式不能改：复制一份再改</span>
        ) : (
          <>
            <DifferencesButton differences={differences} baseName={base.name} />
            <HistoryButton entity="formTemplate" id={own.id} name={template.name} />
            <VoidTemplateButton
              view={view}
              views={views}
              disabled={edit.isChanged}
              onVoided={() => onOpen(base.id)}
            />
            <Button disabled={!edit.isChanged} onClick={edit.reset}>
              恢复
            </Button>
            <Button
              type="primary"
              title="Ctrl+Enter"
              disabled={!edit.isChanged || edit.faults.length > 0}
              onClick={store}
            >
              保存
            </Button>
          </>
        )}
      </div>
      <div className="jf-template">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the fields inside */}
        <div
          className="jf-template-side"
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            if (edit.isChanged && edit.faults.length === 0) store();
          }}
        >
          <Select<TemplatePart>
            aria-label="哪张材料"
            value={part}
            options={templatePartIds.map((id) => ({
              value: id,
              label: `${templateParts[id].title}${countOf(id)}`,
            }))}
            onChange={onPart}
          />
          <FaultList faults={edit.faults} onOpen={onPart} />
          <div className="jf-template-fields">
            <ConfigProvider componentDisabled={own === null}>
              {outline[part].map((block) => (
                <BlockFields
                  key={`${part} ${block.kind === "lines" ? block.title : block.path.join()}`}
                  part={part}
                  block={block}
                  edit={edit}
                />
              ))}
            </ConfigProvider>
          </div>
        </div>
        <TemplatePreview key={part} template={shown} forms={templateParts[part].forms} />
      </div>
    </>
  );
}

/** What goes over the port is plain and may be changed there. */
const plain = (template: Template) => structuredClone(template);

const usedNote = ({ usedBy }: TemplateView): string =>
  usedBy.length === 0 ? "" : `，${usedBy.length} 个项目的材料随之改变；已定稿的不变`;
