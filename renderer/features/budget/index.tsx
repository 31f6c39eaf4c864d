import { Tabs } from "antd";
import { useLocation, useNavigate } from "react-router";
import { useScope } from "../../app/scope.ts";
import { Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { AdjustmentsTab } from "./adjustments/AdjustmentsTab.tsx";
import { ExecutionTab } from "./execution/ExecutionTab.tsx";
import { PlanTab } from "./plan/PlanTab.tsx";
import "./budget.css";

const tabs = [
  { key: "execution", label: "预算执行", Content: ExecutionTab },
  { key: "plan", label: "用款计划", Content: PlanTab },
  { key: "adjustments", label: "预算调剂", Content: AdjustmentsTab },
] as const;

/** 预算: what may still be spent, line by line and quarter by quarter, when it is to be spent, and what was moved. */
export function BudgetPage() {
  const { fiscalYear, project } = useScope();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const tab = tabs.find(({ key }) => pathname.endsWith(`/${key}`)) ?? tabs[0];
  return (
    <Page>
      <PageHeader title="预算" note={`${project?.name ?? `${fiscalYear} 年度全部项目`}，金额单位：元`} />
      <Tabs
        activeKey={tab.key}
        onChange={(key) => void navigate(`/budget/${key}`)}
        items={tabs.map(({ key, label }) => ({ key, label }))}
      />
      <div className="jf-budget" key={tab.key}>
        <tab.Content />
      </div>
    </Page>
  );
}
