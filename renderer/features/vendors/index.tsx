import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useToday } from "../../app/status.ts";
import { useApi } from "../../app/useApi.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SplitView } from "../../components/SplitView.tsx";
import { DataTable } from "../../components/table/DataTable.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { VendorForm } from "./VendorForm.tsx";
import { VendorPane } from "./VendorPane.tsx";
import { narrowVendorColumns, vendorColumns } from "./vendorColumns.tsx";
import "./vendors.css";

/** 供应商: who is paid, under which names, to which accounts. */
export function VendorsPage() {
  const url = useUrlState();
  const today = useToday();
  const vendors = useApi("vendors.list", {});
  const [creating, setCreating] = useState(false);
  const openId = url.get("vendor");
  const open = (id: string | null) => url.set({ vendor: id });
  const newButton = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      新增供应商
    </Button>
  );
  return (
    <Page>
      <PageHeader title="供应商" note="全部年度，金额单位：元" actions={newButton} />
      <Loaded query={vendors}>
        {(rows) => (
          <SplitView
            detailSize="56%"
            list={
              <DataTable
                title="供应商"
                followNew
                columns={openId === null ? vendorColumns(today) : narrowVendorColumns}
                rows={rows}
                rowKey={(row) => row.id}
                openKey={openId}
                onOpen={(row) => open(row.id)}
                onClose={() => open(null)}
                empty={
                  <EmptyState title="还没有供应商" action={newButton}>
                    登记收款单位的名称、信用代码和账户，发票和付款会与它核对；新建合同时也可以顺手登记。
                  </EmptyState>
                }
              />
            }
            detail={
              openId === null ? null : (
                <VendorPane key={openId} vendorId={openId} onClose={() => open(null)} />
              )
            }
          />
        )}
      </Loaded>
      {creating ? (
        <VendorForm vendor={null} onClose={() => setCreating(false)} onSaved={(id) => open(id)} />
      ) : null}
    </Page>
  );
}
