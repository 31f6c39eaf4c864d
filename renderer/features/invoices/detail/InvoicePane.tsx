import { Button } from "antd";
import { useNavigate } from "react-router";
import type { InvoiceDetail, InvoiceView } from "#shared/api/invoices.ts";
import { asId } from "#shared/kernel/id.ts";
import { useApi } from "../../../app/useApi.ts";
import { Amount } from "../../../components/Amount.tsx";
import { type Fact, Facts } from "../../../components/Facts.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { PaperLink } from "../../../components/PaperLink.tsx";
import { DetailPane } from "../../../components/SplitView.tsx";
import { StatusTag } from "../../../components/StatusTag.tsx";
import { Attachments } from "../../attachments/Attachments.tsx";
import { PaymentLinks } from "../../contracts/timeline/InstalmentPapers.tsx";
import { HistoryButton } from "../../history/HistoryButton.tsx";
import { toneOf } from "../list/invoiceColumns.tsx";
import { availableCents, statusText } from "../list/invoiceRows.ts";
import { AlarmNote } from "../relations/AlarmNote.tsx";
import { RedSection } from "../relations/RedSection.tsx";
import { ScanNote } from "../scan/ScanNote.tsx";
import { InvoiceActions } from "./InvoiceActions.tsx";
import { LinesTable } from "./LinesTable.tsx";
import "./detail.css";

type Props = Readonly<{
  invoiceId: string;
  /** The code by which it was just found: what it says is held against the ledger. */
  scanned: string | null;
  onClose: () => void;
}>;

/** An invoice with its lines, what took it back, and what was paid on it. */
export function InvoicePane({ invoiceId, scanned, onClose }: Props) {
  const navigate = useNavigate();
  const query = useApi("invoices.get", { id: asId(invoiceId) });
  const view = query.data?.invoice;
  return (
    <DetailPane
      title={view === undefined ? "发票" : <span className="jf-num">{view.number}</span>}
      note={
        view === undefined ? undefined : (
          <span className="jf-inline">
            <span>{view.type}</span>
            <StatusTag tone={toneOf(view)}>{statusText(view)}</StatusTag>
          </span>
        )
      }
      actions={
        view === undefined ? undefined : (
          <>
            {availableCents(view) > 0 && view.voidedAt === null ? (
              <Button
                type={view.open ? "primary" : "default"}
                onClick={() => void navigate(`/payments?forInvoice=${view.id}`)}
              >
                申请付款
              </Button>
            ) : null}
            {query.data === undefined ? null : <InvoiceActions detail={query.data} onVoided={onClose} />}
            <HistoryButton entity="invoice" id={view.id} name={view.number} />
          </>
        )
      }
      onClose={onClose}
    >
      <Loaded query={query}>
        {(detail) => (
          <>
            {detail.alarm === null ? null : <AlarmNote alarm={detail.alarm} />}
            {scanned === null ? null : <ScanNote invoiceId={detail.invoice.id} text={scanned} />}
            <Sums invoice={detail.invoice} />
            <section className="jf-section">
              <Facts items={factsOf(detail)} />
            </section>
            <LinesTable lines={detail.lines} isRed={detail.invoice.isRed === 1} />
            <RedSection detail={detail} />
            <Attachments owner={{ invoiceId: detail.invoice.id }} />
          </>
        )}
      </Loaded>
    </DetailPane>
  );
}

function Sums({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const figures = [
    ["价税合计（元）", invoice.grossCents],
    ["可付金额", invoice.payableCents],
    ["已用", invoice.usedCents],
    ["可付余额", availableCents(invoice)],
  ] as const;
  return (
    <dl className="jf-amount-bar-figures jf-invoice-sums">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Amount value={value} strong />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf({ invoice, batch }: InvoiceDetail): readonly Fact[] {
  return [
    { label: "销方", value: invoice.sellerName, wide: true },
    { label: "销方识别号", value: <span className="jf-num">{invoice.sellerTaxId || "—"}</span> },
    { label: "开票日期", value: invoice.issueDate },
    { label: "购买方", value: invoice.buyerName, wide: true },
    { label: "购方识别号", value: <span className="jf-num">{invoice.buyerTaxId || "—"}</span> },
    { label: "开票人", value: invoice.drawer },
    { label: "不含税金额", value: <Amount value={invoice.netCents} /> },
    { label: "税额", value: <Amount value={invoice.taxCents} /> },
    { label: "合同", value: invoice.contractNo },
    {
      label: "付款",
      value: invoice.paymentNos.length === 0 ? "尚未申请" : <PaymentLinks numbers={invoice.paymentNos} />,
    },
    { label: "来源", value: invoice.source },
    {
      label: "导入批次",
      value:
        batch === null ? (
          "手工登记"
        ) : (
          <PaperLink kind="importBatch" id={batch.id}>
            {batch.fileName}
          </PaperLink>
        ),
    },
    ...(invoice.remark === "" ? [] : [{ label: "备注", value: invoice.remark, wide: true }]),
    ...(invoice.voidReason === null ? [] : [{ label: "作废原因", value: invoice.voidReason, wide: true }]),
  ];
}
