import { ImportOutlined } from "@ant-design/icons";
import { Segmented, Select } from "antd";
import { useState } from "react";
import { useNotify } from "../../app/notify.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { DropZone } from "../../components/DropZone.tsx";
import { FilePick } from "../../components/FilePick.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { ProgressPanel } from "../../components/ProgressPanel.tsx";
import { usePickOnArrival } from "../../components/usePickOnArrival.ts";
import { type UrlState, useUrlState } from "../../components/useUrlState.ts";
import { BatchList } from "./batches/BatchList.tsx";
import { ImportPreviewPanel } from "./import/ImportPreviewPanel.tsx";
import { type InvoiceImport, useInvoiceImport } from "./import/useInvoiceImport.ts";
import { InvoiceList } from "./list/InvoiceList.tsx";
import "../contracts/contracts.css";

/** 发票: the list, the batches, and the import on the way between a file and them. */
export function InvoicesPage() {
  const url = useUrlState();
  const { done } = useNotify();
  const importing = useInvoiceImport((batch) => {
    done(`已导入：新增 ${batch.newCount} 张，变更 ${batch.changedCount} 张`);
    url.set({ batch: batch.id, invoice: null, number: null });
  });
  usePickOnArrival(url, "invoices", importing.read);
  const { work, preview } = importing;
  return (
    <DropZone hint="松开鼠标，读取这个文件中的发票" onDrop={importing.read}>
      <Page>
        {preview === null ? <Ledger url={url} importing={importing} /> : null}
        {preview === null ? null : (
          <>
            <ProgressPanel work={work} />
            <ImportPreviewPanel
              key={preview.id}
              preview={preview}
              busy={work.running !== null}
              onCommit={importing.commit}
              onGiveUp={importing.giveUp}
            />
          </>
        )}
      </Page>
    </DropZone>
  );
}

type View = "invoices" | "batches";

function Ledger({ url, importing }: Readonly<{ url: UrlState; importing: InvoiceImport }>) {
  const { fiscalYear } = useScope();
  const [allYears, setAllYears] = useState(false);
  const invoices = useApi("invoices.list", { fiscalYear: allYears ? null : fiscalYear });
  const view: View = url.get("batch") !== null || url.get("view") === "batches" ? "batches" : "invoices";
  const importButton = (
    <FilePick
      purpose="invoices"
      type="primary"
      icon={<ImportOutlined />}
      disabled={importing.work.running !== null}
      onPick={importing.read}
    >
      导入发票
    </FilePick>
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
      <ProgressPanel work={importing.work} />
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
