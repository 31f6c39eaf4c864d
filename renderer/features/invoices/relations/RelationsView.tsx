import type { InvoiceRelations } from "#shared/api/invoiceLife.ts";
import type { LoneRed, RedPair } from "#shared/invoices/relation.ts";
import { invoiceWords } from "#shared/words/words.ts";
import { useApi } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded, Section } from "../../../components/Page.tsx";
import { StatusTag } from "../../../components/StatusTag.tsx";
import { invoiceTones } from "../../../components/statusTones.ts";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";
import type { UrlState } from "../../../components/useUrlState.ts";
import { AlarmNote } from "./AlarmNote.tsx";
import "./relations.css";

/** 红冲作废: what was paid on invoices that were taken back, red ones without a blue one, and which belongs to which. */
export function RelationsView({ fiscalYear, url }: Readonly<{ fiscalYear: number | null; url: UrlState }>) {
  const relations = useApi("invoices.relations", { fiscalYear });
  const open = (id: string) => url.set({ view: null, invoice: id, number: null });
  return <Loaded query={relations}>{(found) => <Relations found={found} onOpen={open} />}</Loaded>;
}

type Props = Readonly<{ found: InvoiceRelations; onOpen: (id: string) => void }>;

function Relations({ found: { alarms, lone, pairs }, onOpen }: Props) {
  if (alarms.length + lone.length + pairs.length === 0) {
    return (
      <EmptyState title="没有红冲、作废的发票">
        重新导出、导入税务平台的清单后，被红冲、作废的发票会列在这里；已付款的会提示怎样处理。
      </EmptyState>
    );
  }
  return (
    <div className="jf-relations">
      {alarms.length === 0 ? null : (
        <Section title={`已用于付款，后来红冲、作废　${alarms.length} 张`}>
          {alarms.map((alarm) => (
            <AlarmNote key={alarm.invoice.id} alarm={alarm} named />
          ))}
        </Section>
      )}
      {lone.length === 0 ? null : (
        <Section title={`没有对应蓝字的红字发票　${lone.length} 张`} note="打开后指定它冲的是哪一张">
          <DataTable
            title="没有对应蓝字的红字发票"
            bare
            fit
            columns={loneColumns}
            rows={lone}
            rowKey={({ invoice }) => invoice.id}
            onOpen={({ invoice }) => onOpen(invoice.id)}
            empty={null}
          />
        </Section>
      )}
      {pairs.length === 0 ? null : (
        <Section title={`红字与蓝字　${pairs.length} 组`}>
          <DataTable
            title="红字与蓝字"
            bare
            fit
            columns={pairColumns}
            rows={pairs}
            rowKey={({ blue }) => blue.id}
            onOpen={({ blue }) => onOpen(blue.id)}
            empty={null}
          />
        </Section>
      )}
    </div>
  );
}

const loneColumns: readonly TableColumn<LoneRed>[] = [
  { key: "number", title: "红字发票", kind: "text", width: 172, value: ({ invoice }) => invoice.number },
  { key: "issueDate", title: "开票日期", kind: "date", width: 96, value: ({ invoice }) => invoice.issueDate },
  {
    key: "seller",
    title: "销方",
    kind: "text",
    width: 160,
    grow: 2,
    value: ({ invoice }) => invoice.sellerName,
  },
  {
    key: "gross",
    title: "价税合计",
    kind: "amount",
    width: 112,
    sum: true,
    value: ({ invoice }) => invoice.grossCents,
  },
  {
    key: "why",
    title: "原因",
    kind: "text",
    width: 200,
    grow: 2,
    value: ({ namedNumber }) =>
      namedNumber === null ? "没有写明蓝字号码" : `蓝字 ${namedNumber} 不在账本中`,
  },
  {
    key: "candidates",
    title: "可能的蓝字",
    kind: "text",
    width: 172,
    grow: 1,
    value: ({ candidates }) => candidates.map(({ invoice }) => invoice.number).join("、"),
  },
];

const pairColumns: readonly TableColumn<RedPair>[] = [
  { key: "blue", title: "蓝字发票", kind: "text", width: 172, value: ({ blue }) => blue.number },
  {
    key: "status",
    title: "状态",
    kind: "text",
    width: 104,
    value: ({ blue }) => invoiceWords[blue.status],
    render: ({ blue }) => <StatusTag tone={invoiceTones[blue.status]}>{invoiceWords[blue.status]}</StatusTag>,
  },
  { key: "seller", title: "销方", kind: "text", width: 140, grow: 2, value: ({ blue }) => blue.sellerName },
  { key: "gross", title: "价税合计", kind: "amount", width: 108, value: ({ blue }) => blue.grossCents },
  {
    key: "reds",
    title: "红字发票",
    kind: "text",
    width: 172,
    grow: 1,
    value: ({ reds }) => reds.map(({ number }) => number).join("、"),
  },
  { key: "payable", title: "可付", kind: "amount", width: 104, value: ({ payableCents }) => payableCents },
  { key: "used", title: "已用", kind: "amount", width: 104, value: ({ usedCents }) => usedCents },
  { key: "doubt", title: "请核对", kind: "text", width: 150, grow: 2, value: ({ doubt }) => doubt },
];
