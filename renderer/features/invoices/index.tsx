import { BarcodeOutlined, EditOutlined, ImportOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useState } from "react";
import type { PickedFile } from "#shared/api/shell.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { DropZone } from "../../components/DropZone.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Segments } from "../../components/Segments.tsx";
import { type UrlState, useUrlState } from "../../components/useUrlState.ts";
import { BatchList } from "./batches/BatchList.tsx";
import { ImportPage } from "./import/ImportPage.tsx";
import { InvoiceList } from "./list/InvoiceList.tsx";
import { RelationsView } from "./relations/RelationsView.tsx";
import { InvoiceTools } from "./scan/InvoiceTools.tsx";
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
        <ImportPage
          url={url}
          arrived={arrived}
          onArrived={() => setArrived(null)}
          ways={<OtherWays url={url} />}
        />
      ) : (
        <Page>
          <Ledger url={url} />
        </Page>
      )}
    </DropZone>
  );
}

/** One invoice by itself: from its code, or entered by hand. */
const OtherWays = ({ url }: Readonly<{ url: UrlState }>) => (
  <>
    <Button size="large" icon={<BarcodeOutlined />} onClick={() => url.set({ import: null, scan: "1" })}>
      扫描二维码
    </Button>
    <Button size="large" icon={<EditOutlined />} onClick={() => url.set({ import: null, enter: "1" })}>
      手工登记
    </Button>
  </>
);

type View = "invoices" | "red" | "batches";

const viewOf = ({ get }: UrlState): View =>
  get("batch") !== null || get("view") === "batches" ? "batches" : get("view") === "red" ? "red" : "invoices";

function Ledger({ url }: Readonly<{ url: UrlState }>) {
  const { fiscalYear } = useScope();
  const [allYears, setAllYears] = useState(false);
  const invoices = useApi("invoices.list", { fiscalYear: allYears ? null : fiscalYear });
  const view = viewOf(url);
  const importButton = (
    <Button type="primary" icon={<ImportOutlined />} onClick={() => url.set({ import: "1" })}>
      导入发票
    </Button>
  );
  const views = (
    <Segments<View>
      label="显示"
      value={view}
      options={[
        { value: "invoices", label: "发票" },
        { value: "red", label: "红冲作废" },
        { value: "batches", label: "导入批次" },
      ]}
      onChange={(next) => url.set({ view: next === "invoices" ? null : next, batch: null })}
    />
  );
  return (
    <>
      <PageHeader
        title="发票"
        note="金额单位：元"
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
            <InvoiceTools url={url} />
            {importButton}
          </>
        }
      />
      {view === "batches" ? (
        <BatchList url={url} importButton={importButton} />
      ) : view === "red" ? (
        <RelationsView fiscalYear={allYears ? null : fiscalYear} url={url} />
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
