import { MoreOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { InvoiceDetail } from "#shared/api/invoices.ts";
import { pathTo } from "../../../app/paths.ts";
import { MoreMenu } from "../../../components/MoreMenu.tsx";
import { VoidDialog } from "../../../components/VoidDialog.tsx";
import { ManualDialog } from "../manual/ManualDialog.tsx";
import { draftOf } from "../manual/manualDraft.ts";

type Dialog = "edit" | "void" | null;

/** What is done seldom with an invoice: changing one that was entered by hand, voiding one that should not be here. */
export function InvoiceActions({
  detail,
  onVoided,
}: Readonly<{ detail: InvoiceDetail; onVoided: () => void }>) {
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<Dialog>(null);
  const { invoice, redInvoices } = detail;
  const close = () => setDialog(null);
  if (invoice.voidedAt !== null) return null;
  const items = [
    ...(invoice.entry === "manual" ? [{ key: "edit" as const, label: "修改…" }] : []),
    { key: "void" as const, label: "作废登记…", danger: true },
  ];
  return (
    <>
      <MoreMenu menu={{ items, onClick: ({ key }) => setDialog(key === "edit" ? "edit" : "void") }}>
        <Button icon={<MoreOutlined />} aria-label="更多操作" title="更多操作" />
      </MoreMenu>
      {dialog === "edit" ? (
        <ManualDialog
          start={draftOf(detail)}
          onClose={close}
          onSaved={close}
          onOpenDouble={(id) => void navigate(pathTo("invoice", id))}
        />
      ) : null}
      {dialog === "void" ? (
        <VoidDialog
          route="invoices.void"
          id={invoice.id}
          name={`发票 ${invoice.number}`}
          text={voidText(invoice.entry === "import", redInvoices.length)}
          onVoided={onVoided}
          onClose={close}
        />
      ) : null}
    </>
  );
}

const voidText = (isImported: boolean, reds: number): string =>
  [
    "只用于不该登记在账本里的发票，用于付款的不能作废。销方作废、红冲的发票请保留。",
    isImported ? "再次导入含有它的清单时，它会重新登记。" : "",
    reds === 0 ? "" : `它的 ${reds} 张红字发票会变为没有对应的蓝字。`,
  ].join("");
