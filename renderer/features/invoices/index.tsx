import { ImportOutlined } from "@ant-design/icons";
import { Button, Segmented, Select } from "antd";
import { useState } from "react";
import type { PickedFile } from "#shared/api/shell.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { DropZone } from "../../components/DropZone.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { type UrlState, useUrlState } from "../../components/useUrlState.ts";
import { BatchList } from "./batches/BatchList.tsx";
import { ImportPage } from "./import/ImportPage.tsx";
import { InvoiceList } from "./list/InvoiceList.tsx";
import "../contracts/contracts.css";

/** 发票: the list and the batches, or the import on the way to them. */
export function InvoicesPage() {
  const url = useUrlState();
  const [arrived, setArrived] = useState<PickedFile | null>(null);
  const take = (picked: PickedFile) => {
    setArrived(picked);
    if (url.get("import") === null) url.set({ import: "1" });
  };
  const isImporting = url.get("import") !== null;
  return (
    <DropZone hint="松开鼠标，读取这个文件中的发票" onDrop={take}>
      {isImporting ? (
        <ImportPage url={url} arrived={arrived} onArrived={() => setArrived(null)} ways={null} />
      ) : (
        <Page>
          <Ledger url={url} />
        </Page>
      )}
    </DropZone>
  );
}

type View = "invoices" | "batches";

function Ledger({ url }: Readonly<{ url: UrlState }>) {
  const { fiscalYear } = useScope();
  const [allYears, setAllYears] = useState(false);
  const invoices = useApi("invoices.list", { fiscalYear: allYears ? null : fiscalYear });
  const view: View = url.get("batch") !== null || url.get("view") === "batches" ? "batches" : "invoices";
  const importButton = (
    <Button type="primary" icon={<ImportOutlined />} onClick={() => url.set({ import: "1" })}>
      导入发票
    </Button>
  );
  const views = (
    <Segmented<View>
      value={view}
      options={[
        { value: "invoices", label: "发票" },
        { value: "batches", label: "导入批次" },
      ]}
      onChange={(next) => url.set({ view: next === "batches" ? next : null, batch: null })}
    />
  );
  return (
    <>
      <PageHeader
        title="发票"
        note="金额单位：元。可以把导出的 Excel 文件拖到这一页。"
        actions={
          <>
            {views}
            {view === "batches" ? null : (
              <Select
                aria-label="年度"
                value={allYears}
                options={[
                  { value: false, label: `${fiscalYear} 年开具` },
                  { value: true, label: "全部年度" },
                ]}
                onChange={setAllYears}
              />
            )}
            {importButton}
          </>
        }
      />
      {view === "batches" ? (
        <BatchList url={url} importButton={importButton} />
      ) : (
        <Loaded query={invoices}>
          {(rows) => (
            <InvoiceList
              invoices={rows}
              title={allYears ? "发票" : `发票 ${fiscalYear}`}
              url={url}
              importButton={importButton}
            />
          )}
        </Loaded>
      )}
    </>
  );
}
