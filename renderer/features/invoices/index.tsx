import { ImportOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useState } from "react";
import { useLocation } from "react-router";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Segments } from "../../components/Segments.tsx";
import { type UrlState, useUrlState } from "../../components/useUrlState.ts";
import { BatchList } from "./batches/BatchList.tsx";
import { ImportPage } from "./import/ImportPage.tsx";
import { InvoiceList } from "./list/InvoiceList.tsx";
import { type Arrival, arrivalOf } from "./papers/intake.ts";
import { PapersView, TakeButtons } from "./papers/PapersView.tsx";
import { RelationsView } from "./relations/RelationsView.tsx";
import { InvoiceTools } from "./scan/InvoiceTools.tsx";
import "../contracts/contracts.css";

/** 发票: the list and the batches, or the import on the way to them. */
export function InvoicesPage() {
  const url = useUrlState();
  const arrived = arrivalOf(useLocation().state);
  const [taken, setTaken] = useState<Arrival | null>(null);
  if (url.get("import") === null)
    return (
      <Page>
        <Ledger url={url} />
      </Page>
    );
  return (
    <ImportPage
      url={url}
      arrived={arrived === taken ? null : arrived}
      onArrived={() => setTaken(arrived)}
      ways={<InvoiceTools url={url} />}
    />
  );
}

type View = "invoices" | "papers" | "red" | "batches";

const otherViews: readonly View[] = ["papers", "red", "batches"];

const viewOf = ({ get }: UrlState): View =>
  get("batch") !== null ? "batches" : (otherViews.find((view) => view === get("view")) ?? "invoices");

function Ledger({ url }: Readonly<{ url: UrlState }>) {
  const { fiscalYear } = useScope();
  const [allYears, setAllYears] = useState(false);
  const view = viewOf(url);
  const year = allYears ? null : fiscalYear;
  // 100,000 of them are not read for a look at a batch.
  const invoices = useApi("invoices.list", { fiscalYear: year }, { enabled: view === "invoices" });
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
        { value: "papers", label: "原件" },
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
            {view === "papers" ? (
              <TakeButtons url={url} />
            ) : (
              <>
                <InvoiceTools url={url} />
                {importButton}
              </>
            )}
          </>
        }
      />
      {view === "batches" ? (
        <BatchList url={url} importButton={importButton} />
      ) : view === "papers" ? (
        <PapersView url={url} allYears={allYears} />
      ) : view === "red" ? (
        <RelationsView fiscalYear={year} url={url} />
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
