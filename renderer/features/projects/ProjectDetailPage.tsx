import { LeftOutlined } from "@ant-design/icons";
import { Button, Tabs } from "antd";
import { useEffect } from "react";
import { Link, useNavigate } from "react-router";
import type { ProjectDetail } from "#shared/api/projects.ts";
import { asId } from "#shared/kernel/id.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SeverityCounts } from "../../components/SeverityTag.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { HistoryButton } from "../history/HistoryButton.tsx";
import { BasicsTab } from "./basics/BasicsTab.tsx";
import { BudgetTab } from "./budget/BudgetTab.tsx";
import { IndicatorsPage } from "./indicators/IndicatorsPage.tsx";
import { NarrativeTab } from "./narrative/NarrativeTab.tsx";
import { PapersTab } from "./papers/PapersTab.tsx";
import { PoliciesTab } from "./policies/PoliciesTab.tsx";
import { RollOverButton } from "./rollover/RollOverButton.tsx";
import "./projects.css";

const tabs = [
  { key: "basics", label: "基本信息与资金", Content: BasicsTab },
  { key: "budget", label: "预算明细", Content: BudgetTab },
  { key: "indicators", label: "绩效指标", Content: IndicatorsPage },
  { key: "policies", label: "立项依据", Content: PoliciesTab },
  { key: "narrative", label: "经费情况说明", Content: NarrativeTab },
  { key: "papers", label: "审批和附件", Content: PapersTab },
] as const;

/** One project with everything its papers are made from. It becomes the project at the top of the window. */
export function ProjectDetailPage({ id }: Readonly<{ id: string }>) {
  const project = useApi("projects.get", { id: asId(id) });
  const { setProject } = useScope();
  useEffect(() => setProject(id), [id, setProject]);
  return <Loaded query={project}>{(detail) => <Detail detail={detail} />}</Loaded>;
}

function Detail({ detail }: Readonly<{ detail: ProjectDetail }>) {
  const { project } = detail;
  const url = useUrlState();
  const navigate = useNavigate();
  const tab = tabs.find(({ key }) => key === url.get("tab")) ?? tabs[0];
  return (
    <Page>
      <PageHeader
        before={
          <Link to="/projects" className="jf-back" title="全部项目">
            <LeftOutlined /> 项目
          </Link>
        }
        title={project.name}
        note={`${project.code}，${project.fiscalYear} 年度`}
        actions={
          <>
            <Link to="/checks">
              <SeverityCounts counts={project.findings} />
            </Link>
            <Button disabled={false} onClick={() => void navigate("/filings")}>
              打印申报材料
            </Button>
            <RollOverButton project={project} />
            <HistoryButton entity="project" id={project.id} name={project.name} />
          </>
        }
      />
      <Tabs
        activeKey={tab.key}
        onChange={(key) => url.set({ tab: key })}
        items={tabs.map(({ key, label }) => ({ key, label }))}
      />
      <div className="jf-tab-page" key={tab.key}>
        <tab.Content detail={detail} />
      </div>
    </Page>
  );
}
