import { Button, Segmented } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import type { InvoiceRow } from "#shared/api/invoices.ts";
import { useApi } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { SplitView } from "../../../components/SplitView.tsx";
import { DataTable } from "../../../components/table/DataTable.tsx";
import type { UrlState } from "../../../components/useUrlState.ts";
import { MissingPane } from "../../contracts/MissingPane.tsx";
import { InvoicePane } from "../detail/InvoicePane.tsx";
import { invoiceColumns, narrowColumns } from "./invoiceColumns.tsx";
import { filterCounts, filterInvoices, findInvoice, type InvoiceFilter } from "./invoiceRows.ts";

type Props = Readonly<{
  invoices: readonly InvoiceRow[];
  title: string;
  url: UrlState;
  importButton: ReactNode;
}>;

/** The invoices, and beside them the one that is open. */
export function InvoiceList({ invoices, title, url, importButton }: Props) {
  const [filter, setFilter] = useState<InvoiceFilter>("all");
  const batchId = url.get("ofBatch");
  const counts = useMemo(() => filterCounts(invoices), [invoices]);
  const rows = useMemo(() => filterInvoices(invoices, filter, batchId), [invoices, filter, batchId]);
  const wanted = { id: url.get("invoice"), number: url.get("number") };
  const here = findInvoice(invoices, wanted);
  // A rent of January may stand on an invoice of December before.
  const isElsewhere = wanted.number !== null && here === undefined;
  const everywhere = useApi("invoices.list", { fiscalYear: null }, { enabled: isElsewhere });
  const openId = (here ?? findInvoice(everywhere.data ?? [], wanted))?.id ?? wanted.id;
  const isMissing = isElsewhere && openId === null && !everywhere.isPending;
  const open = (id: string | null) => url.set({ invoice: id, number: null, scanned: null });
  return (
    <SplitView
      detailSize="52%"
      list={
        <DataTable
          title={title}
          columns={invoiceColumns}
          shownColumns={openId === null && !isMissing ? undefined : narrowColumns}
          rows={rows}
          rowKey={(row) => row.id}
          openKey={openId}
          onOpen={(row) => open(row.id)}
          onClose={() => open(null)}
          rowTone={(row) => (row.voidedAt === null ? undefined : "muted")}
          initialSort={{ key: "issueDate", descending: true }}
          toolbar={
            <>
              <Segmented<InvoiceFilter>
                value={filter}
                options={[
                  { value: "all", label: `全部 ${counts.all}` },
                  { value: "open", label: `未申请付款 ${counts.open}` },
                  { value: "reversed", label: `红冲、作废 ${counts.reversed}` },
                  { value: "doubted", label: `异常 ${counts.doubted}` },
                ]}
                onChange={setFilter}
              />
              {batchId === null ? null : (
                <Button size="small" onClick={() => url.set({ ofBatch: null })}>
                  只看一批　×
                </Button>
              )}
            </>
          }
          empty={
            invoices.length === 0 ? (
              <EmptyState title="还没有发票" action={importButton}>
                在电子税务局“全量发票查询”导出 Excel，点击按钮选择它，或把文件拖到这一页。
              </EmptyState>
            ) : (
              <EmptyState title="没有这样的发票">换一个条件，或查看全部。</EmptyState>
            )
          }
        />
      }
      detail={
        isMissing ? (
          <MissingPane what="发票" name={wanted.number ?? ""} onClose={() => open(null)} />
        ) : openId === null ? null : (
          <InvoicePane
            key={openId}
            invoiceId={openId}
            scanned={url.get("scanned")}
            onClose={() => open(null)}
          />
        )
      }
    />
  );
}
