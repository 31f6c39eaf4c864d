import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { VendorDetail } from "#shared/api/vendors.ts";
import type { VendorName } from "#shared/model/contract.ts";
import { useNotify } from "../../app/notify.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { Section } from "../../components/Page.tsx";
import { buttonColumn } from "../../components/RowButton.tsx";
import type { TableColumn } from "../../components/table/column.ts";
import { DataTable } from "../../components/table/DataTable.tsx";
import { NameForm, RenameForm } from "./NameForms.tsx";
import { spanText } from "./vendorWords.ts";

type Dialog =
  | Readonly<{ kind: "edit"; name: VendorName | null }>
  | Readonly<{ kind: "remove"; name: VendorName }>
  | Readonly<{ kind: "rename" }>
  | null;

/** 其他名称: what it was called before, and what was learned from invoices that the officer accepted. */
export function NameSection({ vendor }: Readonly<{ vendor: VendorDetail }>) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const { done } = useNotify();
  const remove = useApiMutation("vendors.removeName", {
    onSuccess: () => {
      done("名称已删除，可按 Ctrl+Z 撤销");
      close();
    },
  });
  const close = () => setDialog(null);
  return (
    <Section
      title="其他名称"
      note="发票上出现这些名称，也认作这家供应商"
      actions={
        <span className="jf-vendor-tools">
          <Button size="small" onClick={() => setDialog({ kind: "rename" })}>
            更名
          </Button>
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => setDialog({ kind: "edit", name: null })}
          >
            登记名称
          </Button>
        </span>
      }
    >
      <DataTable
        title="其他名称"
        bare
        followNew
        fit
        columns={columnsOf((name) => setDialog({ kind: "remove", name }))}
        rows={vendor.names}
        rowKey={(row) => row.id}
        onOpen={(name) => setDialog({ kind: "edit", name })}
        empty={<p className="jf-soft">没有其他名称。</p>}
      />
      {dialog?.kind === "edit" ? <NameForm vendor={vendor} name={dialog.name} onClose={close} /> : null}
      {dialog?.kind === "remove" ? (
        <ConfirmDialog
          title="删除名称"
          text={`删除后，发票上的“${dialog.name.name}”不再认作${vendor.name}。已经登记的发票和付款不变。`}
          action="删除"
          pending={remove.isPending}
          onConfirm={() => remove.mutate({ id: dialog.name.id })}
          onCancel={close}
        />
      ) : null}
      {dialog?.kind === "rename" ? <RenameForm vendor={vendor} onClose={close} /> : null}
    </Section>
  );
}

const columnsOf = (onRemove: (row: VendorName) => void): readonly TableColumn<VendorName>[] => [
  { key: "name", title: "名称", kind: "text", width: 150, grow: 1, value: (row) => row.name },
  { key: "span", title: "有效期", kind: "text", width: 150, value: spanText },
  {
    key: "source",
    title: "来源",
    kind: "text",
    width: 84,
    value: (row) => (row.source === "learned" ? "匹配习得" : "登记"),
  },
  buttonColumn({ word: "删除", nameOf: (row) => row.name, onClick: onRemove }),
];
