import { PlusOutlined } from "@ant-design/icons";
import { useState } from "react";
import { Link } from "react-router";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Loaded } from "../../components/Page.tsx";
import { SplitView } from "../../components/SplitView.tsx";
import { DataTable } from "../../components/table/DataTable.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { WriteButton } from "../../components/WriteButton.tsx";
import { NeedDetailPane } from "./NeedDetailPane.tsx";
import { NeedForm } from "./NeedForm.tsx";
import { narrowNeedColumns, needColumns } from "./needColumns.ts";

/** All needs of the year, and beside them the one that is open. */
export function NeedList() {
  const { scope, fiscalYear, projects } = useScope();
  const { get, set } = useUrlState();
  const list = useApi("needs.list", scope);
  const [creating, setCreating] = useState(false);
  const openId = get("need");
  const open = (id: string | null) => set({ need: id });
  const newButton = (
    <WriteButton icon={<PlusOutlined />} disabled={projects.length === 0} onClick={() => setCreating(true)}>
      新增需求
    </WriteButton>
  );
  return (
    <>
      <Loaded query={list}>
        {(needs) => (
          <SplitView
            detailSize="64%"
            list={
              <DataTable
                title={`其他需求 ${fiscalYear}`}
                followNew
                columns={openId === null ? needColumns : narrowNeedColumns}
                rows={needs}
                rowKey={(row) => row.id}
                openKey={openId}
                onOpen={(row) => open(row.id)}
                onClose={() => open(null)}
                rowTone={(row) => (row.leftQuantity?.startsWith("-") ? "warn" : undefined)}
                toolbar={newButton}
                empty={
                  <EmptyState title={`${fiscalYear} 年度还没有其他需求`} action={newButton}>
                    {projects.length === 0 ? (
                      <>
                        请先在<Link to="/projects">项目</Link>中登记项目和预算明细。
                      </>
                    ) : (
                      "工作服按人员名册和更换年限算出应发名单；物资、宣传按计划数量登记发放和剩余。"
                    )}
                  </EmptyState>
                }
              />
            }
            detail={
              openId === null ? null : (
                <NeedDetailPane key={openId} needId={openId} onClose={() => open(null)} />
              )
            }
          />
        )}
      </Loaded>
      {creating ? (
        <NeedForm
          need={null}
          onClose={() => setCreating(false)}
          onSaved={(detail) => {
            setCreating(false);
            open(detail.need.id);
          }}
        />
      ) : null}
    </>
  );
}
