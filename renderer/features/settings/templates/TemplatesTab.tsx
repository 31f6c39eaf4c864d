import { Select } from "antd";
import { useState } from "react";
import type { TemplateView } from "#shared/api/templates.ts";
import type { TemplatePart } from "#shared/forms/templates/edit/parts.ts";
import { useApi } from "../../../app/useApi.ts";
import { Loaded } from "../../../components/Page.tsx";
import { useUrlState } from "../../../components/useUrlState.ts";
import { TemplateEditor } from "./TemplateEditor.tsx";
import "./templates.css";

/** 表式: those of the program to look at and copy, the office's own to edit with the sheet beside it. */
export function TemplatesTab() {
  const list = useApi("templates.list", {});
  const url = useUrlState();
  const [part, setPart] = useState<TemplatePart>("targets");
  return (
    <Loaded query={list}>
      {(views) => {
        const view = views.find(({ template }) => template.id === url.get("template")) ?? views.at(-1);
        if (view === undefined) return null;
        return (
          <TemplateEditor
            key={view.template.id}
            view={view}
            views={views}
            part={part}
            onPart={setPart}
            onOpen={(key) => url.set({ template: key })}
            choice={
              <Select
                aria-label="表式"
                style={{ width: 300 }}
                value={view.template.id}
                options={views.map((known) => ({ value: known.template.id, label: nameOf(known) }))}
                onChange={(key) => url.set({ template: key })}
              />
            }
          />
        );
      }}
    </Loaded>
  );
}

const nameOf = ({ own, template }: TemplateView): string =>
  `${template.name}（${own === null ? "内置" : template.id}）`;
