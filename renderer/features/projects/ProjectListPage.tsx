import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useNavigate } from "react-router";
import { pathTo } from "../../app/paths.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { DataTable } from "../../components/table/DataTable.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { FollowSubject } from "./FollowSubject.tsx";
import { NewProjectDialog } from "./NewProjectDialog.tsx";
import { projectColumns } from "./projectColumns.tsx";

/** All projects of the budget year. */
export function ProjectListPage() {
  const { fiscalYear } = useScope();
  const navigate = useNavigate();
  const url = useUrlState();
  const projects = useApi("projects.list", { fiscalYear });
  const newProject = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => url.set({ new: "1" })}>
      新建项目
    </Button>
  );
  return (
    <Page>
      <FollowSubject />
      <PageHeader title="项目" note={`${fiscalYear} 年度`} actions={newProject} />
      <Loaded query={projects}>
        {(rows) => (
          <DataTable
            title={`项目 ${fiscalYear}`}
            columns={projectColumns}
            rows={rows}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate(pathTo("project", row.id))}
            rowTone={(row) => (row.voidedAt === null ? undefined : "muted")}
            empty={
              <EmptyState title={`${fiscalYear} 年度还没有项目`} action={newProject}>
                项目是预算、合同和付款的归属。建好后可填写资金、预算明细和绩效指标。
              </EmptyState>
            }
          />
        )}
      </Loaded>
      <NewProjectDialog open={url.get("new") !== null} onClose={() => url.set({ new: null })} />
    </Page>
  );
}
