import { PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import type { VendorDetail } from "#shared/api/vendors.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { VendorName } from "#shared/model/contract.ts";
import { useNotify } from "../../app/notify.ts";
import { useToday } from "../../app/status.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { DateInput } from "../../components/inputs/DateInput.tsx";
import { Section } from "../../components/Page.tsx";
import type { TableColumn } from "../../components/table/column.ts";
import { DataTable } from "../../components/table/DataTable.tsx";
import { spanText } from "./vendorWords.ts";

type Dialog = Readonly<{ kind: "edit"; name: VendorName | null }> | Readonly<{ kind: "rename" }> | null;

/** 其他名称: what it was called before, and what was learned from invoices that the officer accepted. */
export function NameSection({ vendor }: Readonly<{ vendor: VendorDetail }>) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const remove = useApiMutation("vendors.removeName");
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
        fit
        columns={columnsOf((row) => remove.mutate({ id: row.id }))}
        rows={vendor.names}
        rowKey={(row) => row.id}
        onOpen={(name) => setDialog({ kind: "edit", name })}
        empty={<p className="jf-soft">没有其他名称。</p>}
      />
      {dialog?.kind === "edit" ? <NameForm vendor={vendor} name={dialog.name} onClose={close} /> : null}
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
  {
    key: "remove",
    title: "",
    kind: "text",
    width: 64,
    value: () => "",
    render: (row) => (
      <Button
        size="small"
        type="text"
        onClick={(event) => {
          event.stopPropagation();
          onRemove(row);
        }}
      >
        删除
      </Button>
    ),
  },
];

type FormProps = Readonly<{ vendor: VendorDetail; onClose: () => void }>;

function NameForm({ vendor, name: row, onClose }: FormProps & Readonly<{ name: VendorName | null }>) {
  const [name, setName] = useState(row?.name ?? "");
  const [validFrom, setFrom] = useState<IsoDate | null>(row?.validFrom ?? null);
  const [validTo, setTo] = useState<IsoDate | null>(row?.validTo ?? null);
  const save = useApiMutation("vendors.saveName", { onSuccess: onClose });
  return (
    <FormDialog
      title={row === null ? "登记其他名称" : "修改名称"}
      width={520}
      pending={save.isPending}
      ready={name.trim() !== ""}
      changed={validFrom !== (row?.validFrom ?? null) || validTo !== (row?.validTo ?? null)}
      onSubmit={() => save.mutate({ id: row?.id ?? null, vendorId: vendor.id, name, validFrom, validTo })}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="名称" needed wide>
          {(id) => <Input id={id} autoFocus value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label="启用日期" note="空白：一直">
          {(id) => <DateInput id={id} value={validFrom} onChange={setFrom} />}
        </Field>
        <Field label="停用日期" note="空白：至今">
          {(id) => <DateInput id={id} value={validTo} onChange={setTo} />}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}

function RenameForm({ vendor, onClose }: FormProps) {
  const { done } = useNotify();
  const today = useToday();
  const [name, setName] = useState("");
  const [from, setFrom] = useState<IsoDate | null>(today);
  const rename = useApiMutation("vendors.rename", {
    onSuccess: (saved) => {
      done(`现名“${saved.name}”`);
      onClose();
    },
  });
  return (
    <FormDialog
      title="供应商更名"
      width={520}
      okText="更名"
      pending={rename.isPending}
      ready={name.trim() !== "" && from !== null}
      changed={from !== today}
      onSubmit={() => {
        if (from !== null) rename.mutate({ id: vendor.id, name, from });
      }}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="新名称" needed wide note={`“${vendor.name}”成为曾用名，此日之前开具的发票仍用它核对。`}>
          {(id) => <Input id={id} autoFocus value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label="启用新名称的日期" needed>
          {(id) => <DateInput id={id} value={from} onChange={setFrom} />}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
