import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "react-router";
import type { ProjectDetail } from "#shared/api/projects.ts";
import { type FieldSource, sourceKey } from "#shared/forms/source.ts";
import type { Id } from "#shared/kernel/id.ts";
import { readOnlyWords, useClosedYear } from "../../../app/closedYear.ts";
import { useApi } from "../../../app/useApi.ts";
import { Loaded } from "../../../components/Page.tsx";
import { ReadOnlyYear } from "../../../components/ReadOnlyYear.tsx";
import "./edit.css";
import { FundingPlace } from "./FundingPlace.tsx";
import { IndicatorPlace } from "./IndicatorPlace.tsx";
import { LinePlace } from "./LinePlace.tsx";
import { ProjectPlace } from "./ProjectPlace.tsx";
import { SectionPlace } from "./SectionPlace.tsx";

type Props = Readonly<{ projectId: Id; source: FieldSource; onClose: () => void }>;

const editable = "input:not(:disabled), textarea:not(:disabled)";

/** The fields behind a place of the paper beside it: what is typed is saved as one goes, and the paper follows. */
export function EditPane({ projectId, source, onClose }: Props) {
  const project = useApi("projects.get", { id: projectId });
  const closed = useClosedYear();
  const room = useRef<HTMLDivElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const shown = project.data === undefined ? undefined : shownFor(project.data, source);
  const key = sourceKey(source);
  const isThere = shown !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place asks for its own field, and so does one that comes or goes
  useEffect(() => {
    const field = (inside: string) => room.current?.querySelector<HTMLElement>(inside);
    const own = field(`[data-field~="${CSS.escape(source.field)}"] :is(${editable})`);
    (own ?? field(editable) ?? close.current)?.focus();
  }, [key, isThere]);
  const howToSave = isThere ? "改完自动保存，旁边的材料随即更新。" : "";
  return (
    <aside
      className="jf-edit-pane"
      aria-label="修改"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <header>
        <h2>{shown?.title ?? "修改"}</h2>
        <span className="jf-spacer" />
        {shown === undefined ? null : (
          <Link to={`/projects/${encodeURIComponent(projectId)}?tab=${shown.tab}`}>到项目里改</Link>
        )}
        <Button
          ref={close}
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label="关闭"
          title="关闭（Esc）"
          onClick={onClose}
        />
      </header>
      <div className="jf-edit-fields" ref={room}>
        <Loaded query={project}>
          {() => (
            <ReadOnlyYear key={recordKey(source)}>
              {shown?.fields ?? <p>这一处已经作废或撤销，没有可改的内容。</p>}
            </ReadOnlyYear>
          )}
        </Loaded>
      </div>
      <p className="jf-faint">{closed === null ? howToSave : readOnlyWords(closed)}按 Esc 回到材料。</p>
    </aside>
  );
}

/** Another cell of the same record keeps the fields that are there. */
const recordKey = ({ entity, id }: FieldSource): string => `${entity} ${id}`;

type Shown = Readonly<{ title: string; tab: string; fields: ReactNode }>;

function shownFor(detail: ProjectDetail, { entity, id, field }: FieldSource): Shown | undefined {
  switch (entity) {
    case "project":
      return {
        title: "项目",
        tab: field.endsWith("Goal") ? "indicators" : "basics",
        fields: <ProjectPlace project={detail.project} field={field} />,
      };
    case "funding":
      return { title: "项目资金", tab: "basics", fields: <FundingPlace detail={detail} /> };
    case "narrativeSection": {
      const section = detail.narrative.find((row) => row.id === id);
      if (section === undefined) return undefined;
      return {
        title: "情况说明",
        tab: "narrative",
        fields: <SectionPlace project={detail.project} section={section} />,
      };
    }
    case "budgetLine": {
      const line = detail.budgetLines.find((row) => row.id === id);
      if (line === undefined) return undefined;
      return { title: `预算明细第 ${line.seq} 行`, tab: "budget", fields: <LinePlace view={line} /> };
    }
    case "indicator": {
      const indicator = detail.indicators.find((row) => row.id === id);
      if (indicator === undefined) return undefined;
      return {
        title: `${indicator.level1} › ${indicator.level2}`,
        tab: "indicators",
        fields: <IndicatorPlace project={detail.project} indicator={indicator} />,
      };
    }
    case "actual":
    case "monitoring":
    case "evaluation":
      // These are filled in on a sheet of their own.
      return undefined;
  }
}
