import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { VendorDetail } from "#shared/api/vendors.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { VendorAccount } from "#shared/model/contract.ts";
import { useNotify } from "../../app/notify.ts";
import { useToday } from "../../app/status.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { Section } from "../../components/Page.tsx";
import { RowButton } from "../../components/RowButton.tsx";
import { StatusTag } from "../../components/StatusTag.tsx";
import type { TableColumn } from "../../components/table/column.ts";
import { DataTable } from "../../components/table/DataTable.tsx";
import { AccountForm, EndForm } from "./AccountForms.tsx";
import { isInUse, spanText } from "./vendorWords.ts";

type Dialog = Readonly<{ kind: "add" }> | Readonly<{ kind: "end" | "remove"; account: VendorAccount }> | null;

/** 收款账户: added and ended, never overwritten; payments are checked against what was valid on their day. */
export function AccountSection({ vendor }: Readonly<{ vendor: VendorDetail }>) {
  const today = useToday();
  const [dialog, setDialog] = useState<Dialog>(null);
  const { done } = useNotify();
  const remove = useApiMutation("vendors.removeAccount", {
    onSuccess: () => {
      done("账户已删除，可按 Ctrl+Z 撤销");
      close();
    },
  });
  const close = () => setDialog(null);
  const actions = {
    end: (account: VendorAccount) => setDialog({ kind: "end", account }),
    remove: (account: VendorAccount) => setDialog({ kind: "remove", account }),
  };
  return (
    <Section
      title="收款账户"
      note="换账户时停用旧的、登记新的"
      actions={
        <Button size="small" icon={<PlusOutlined />} onClick={() => setDialog({ kind: "add" })}>
          登记账户
        </Button>
      }
    >
      <DataTable
        title="收款账户"
        bare
        followNew
        fit
        columns={columnsOf(vendor, today, actions)}
        rows={vendor.accounts}
        rowKey={(row) => row.id}
        rowTone={(row) => (isInUse(row, today) ? undefined : "muted")}
        empty={<p className="jf-soft">还没有登记账户。登记后，付款时会核对收款账号。</p>}
      />
      {dialog?.kind === "add" ? <AccountForm vendor={vendor} onClose={close} /> : null}
      {dialog?.kind === "remove" ? (
        <ConfirmDialog
          title="删除收款账户"
          text={`账号 ${dialog.account.accountNo} 登记错了、没有付过款，才删除；不再使用的，请改为停用。`}
          action="删除"
          pending={remove.isPending}
          onConfirm={() => remove.mutate({ id: dialog.account.id })}
          onCancel={close}
        />
      ) : null}
      {dialog?.kind === "end" ? <EndForm account={dialog.account} onClose={close} /> : null}
    </Section>
  );
}

type Actions = Readonly<Record<"end" | "remove", (account: VendorAccount) => void>>;

const columnsOf = (
  { lastPaid }: VendorDetail,
  today: IsoDate,
  actions: Actions,
): readonly TableColumn<VendorAccount>[] => [
  {
    key: "account",
    title: "账号",
    kind: "text",
    width: 168,
    grow: 1,
    value: (row) => row.accountNo,
    render: (row) => <span className="jf-num">{row.accountNo}</span>,
  },
  {
    key: "name",
    title: "户名、开户行",
    kind: "text",
    width: 120,
    grow: 1,
    value: (row) => [row.accountName, row.bank].filter((text) => text !== "").join("，"),
  },
  {
    key: "span",
    title: "状态",
    kind: "text",
    width: 126,
    value: (row) => (isInUse(row, today) ? "在用" : spanText(row)),
    render: (row) => (
      <StatusTag tone={isInUse(row, today) ? "done" : "plain"}>
        <span title={spanText(row)}>{isInUse(row, today) ? "在用" : spanText(row)}</span>
      </StatusTag>
    ),
  },
  {
    key: "paid",
    title: "最近付款",
    kind: "date",
    width: 92,
    value: (row) => lastPaid.find(({ accountId }) => accountId === row.id)?.on ?? null,
  },
  {
    key: "do",
    title: "",
    kind: "text",
    width: 108,
    value: () => "",
    render: (row) => (
      <>
        {row.validTo === null ? (
          <RowButton word="停用" of={row.accountNo} onClick={() => actions.end(row)} />
        ) : null}
        {lastPaid.some(({ accountId }) => accountId === row.id) ? null : (
          <RowButton
            word="删除"
            of={row.accountNo}
            title="登记错了、没有付过款的可以删除"
            onClick={() => actions.remove(row)}
          />
        )}
      </>
    ),
  },
];
