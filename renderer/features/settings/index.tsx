import { Tabs } from "antd";
import { useLocation, useNavigate } from "react-router";
import { Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { LatestSteps } from "../history/LatestSteps.tsx";
import { HolidaysTab } from "./holidays/HolidaysTab.tsx";
import { LedgerTab } from "./LedgerTab.tsx";
import { OfficerTab } from "./OfficerTab.tsx";
import { RulesTab } from "./rules/RulesTab.tsx";
import "./settings.css";
import { TemplatesTab } from "./templates/TemplatesTab.tsx";
import { UnitsTab } from "./units/UnitsTab.tsx";
import { YearsTab } from "./years/YearsTab.tsx";

const tabs = [
  { key: "officer", label: "经办人", Content: OfficerTab },
  { key: "units", label: "本单位", Content: UnitsTab },
  { key: "years", label: "年度", Content: YearsTab },
  { key: "holidays", label: "节假日", Content: HolidaysTab },
  { key: "templates", label: "表式", Content: TemplatesTab },
  { key: "rules", label: "核对规则", Content: RulesTab },
  { key: "ledger", label: "账本", Content: LedgerTab },
  { key: "history", label: "变更记录", Content: LatestSteps },
] as const;

/** 设置: who works here, what the office is called, what is checked, and where it is all kept. */
export function SettingsPage() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const tab = tabs.find(({ key }) => pathname.endsWith(`/${key}`)) ?? tabs[0];
  return (
    <Page>
      <PageHeader title="设置" />
      <Tabs
        activeKey={tab.key}
        onChange={(key) => void navigate(`/settings/${key}`)}
        items={tabs.map(({ key, label }) => ({ key, label }))}
      />
      <div className="jf-settings" key={tab.key}>
        <tab.Content />
      </div>
    </Page>
  );
}
