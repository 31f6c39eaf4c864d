import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SplitView } from "../../components/SplitView.tsx";
import { DataTable } from "../../components/table/DataTable.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { ContractDetailPane } from "./ContractDetailPane.tsx";
import { ContractForm } from "./ContractForm.tsx";
import { contractColumns, narrowColumns } from "./contractColumns.tsx";
import { ofVendor, useOpenContract } from "./useOpenContract.ts";
import "./contracts.css";

/** 合同: the list, and beside it the contract that is open. */
export function ContractsPage() {
  const { scope, fiscalYear, projects } = useScope();
  const url = useUrlState();
  const navigate = useNavigate();
  const list = useApi("contracts.list", scope);
  const { contractId, instalmentId } = useOpenContract(url);
  const [creating, setCreating] = useState(false);
  const vendorId = url.get("vendor");

  const open = (id: string | null) => url.set({ contract: id, instalment: null, acceptance: null });
  const newButton = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      新建合同
    </Button>
  );
  return (
    <Page>
      <PageHeader title="合同" note={`${fiscalYear} 年度，金额单位：元`} actions={newButton} />
      <Loaded query={list}>
        {(contracts) => {
          const shown = ofVendor(contracts, vendorId);
          return (
            <SplitView
              detailSize="60%"
              list={
                <DataTable
                  title={`合同 ${fiscalYear}`}
                  followNew
                  columns={contractColumns}
                  shownColumns={contractId === null ? undefined : narrowColumns}
                  rows={shown}
                  rowKey={(row) => row.id}
                  openKey={contractId}
                  onOpen={(row) => open(row.id)}
                  onClose={() => open(null)}
                  rowTone={(row) => (row.stateNow === "ended" ? "muted" : undefined)}
                  toolbar={
                    vendorId === null ? undefined : (
                      <Button size="small" disabled={false} onClick={() => url.set({ vendor: null })}>
                        只看 {shown[0]?.vendorName ?? "这家供应商"}　×
                      </Button>
                    )
                  }
                  empty={
                    projects.length === 0 ? (
                      <EmptyState
                        title={`${fiscalYear} 年度还没有项目`}
                        action={
                          <Button type="primary" onClick={() => void navigate("/projects")}>
                            去登记项目
                          </Button>
                        }
                      >
                        合同要从项目的预算明细中支付，请先登记项目和预算明细。
                      </EmptyState>
                    ) : (
                      <EmptyState title={`${fiscalYear} 年度还没有合同`} action={newButton}>
                        登记合同后，付款计划会按季度或按月自动排好；发票和付款再与各期对应。
                      </EmptyState>
                    )
                  }
                />
              }
              detail={
                contractId === null ? null : (
                  <ContractDetailPane
                    key={contractId}
                    contractId={contractId}
                    instalmentId={instalmentId}
                    onClose={() => open(null)}
                  />
                )
              }
            />
          );
        }}
      </Loaded>
      {creating ? (
        <ContractForm
          contract={null}
          onClose={() => setCreating(false)}
          onSaved={(detail) => {
            setCreating(false);
            open(detail.contract.id);
          }}
        />
      ) : null}
    </Page>
  );
}
