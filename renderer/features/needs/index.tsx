import { useScope } from "../../app/scope.ts";
import { Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Segments } from "../../components/Segments.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { NeedList } from "./NeedList.tsx";
import "./needs.css";
import { StaffList } from "./staff/StaffList.tsx";

const views: readonly { value: "needs" | "staff"; label: string }[] = [
  { value: "needs", label: "需求" },
  { value: "staff", label: "人员名册" },
];

/** 其他需求: uniforms, supplies and publicity, and the people they are for. */
export function NeedsPage() {
  const { fiscalYear } = useScope();
  const { get, set } = useUrlState();
  const view = get("view") === "staff" ? "staff" : "needs";
  return (
    <Page>
      <PageHeader
        title="其他需求"
        note={view === "staff" ? "谁领过什么、何时到期，都按名册计算" : `${fiscalYear} 年度，金额单位：元`}
        actions={
          <Segments
            label="显示"
            value={view}
            options={views}
            onChange={(next) => set({ view: next === "staff" ? "staff" : null })}
          />
        }
      />
      {view === "staff" ? <StaffList /> : <NeedList />}
    </Page>
  );
}
