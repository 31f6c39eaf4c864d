import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { StaffView } from "#shared/api/needs.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { PasteDialog } from "../../../components/PasteDialog.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { StaffForm } from "./StaffForm.tsx";
import { staffColumns, toStaff } from "./staffPaste.ts";

const columns: readonly TableColumn<StaffView>[] = [
  { key: "staffNo", title: "工号", kind: "text", width: 100, value: (row) => row.staffNo },
  { key: "name", title: "姓名", kind: "text", width: 120, value: (row) => row.name },
  { key: "post", title: "岗位", kind: "text", width: 130, grow: 1, value: (row) => row.post },
  { key: "size", title: "尺码", kind: "text", width: 90, value: (row) => row.size },
  { key: "joinedOn", title: "入职日期", kind: "date", width: 108, value: (row) => row.joinedOn },
  { key: "leftOn", title: "离职日期", kind: "date", width: 108, value: (row) => row.leftOn },
  {
    key: "serving",
    title: "在职",
    kind: "text",
    width: 72,
    value: (row) => (row.serving ? "在职" : "不在职"),
  },
  { key: "lastIssuedOn", title: "最近领用", kind: "date", width: 108, value: (row) => row.lastIssuedOn },
  { key: "note", title: "备注", kind: "text", width: 150, grow: 2, value: (row) => row.note },
];

type Dialog = "new" | "paste" | StaffView | null;

/** 人员名册: who may be due something. */
export function StaffList() {
  const query = useApi("staff.list", {});
  const { done } = useNotify();
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  const paste = useApiMutation("staff.import", {
    onSuccess: ({ added, changed, unchanged }) => {
      done(`名册已更新：新增 ${added} 人，修改 ${changed} 人，不变 ${unchanged} 人`);
      close();
    },
  });
  const buttons = (
    <>
      <Button icon={<PlusOutlined />} onClick={() => setDialog("new")}>
        登记人员
      </Button>
      <Button onClick={() => setDialog("paste")}>粘贴名册…</Button>
    </>
  );
  return (
    <>
      <Loaded query={query}>
        {(staff) => (
          <DataTable
            title="人员名册"
            followNew
            columns={columns}
            rows={staff}
            rowKey={(row) => row.id}
            onOpen={setDialog}
            rowTone={(row) => (row.serving ? undefined : "muted")}
            toolbar={buttons}
            empty={
              <EmptyState title="人员名册还是空的" action={<div className="jf-inline">{buttons}</div>}>
                从 Excel
                复制名册（工号、姓名、岗位、尺码、入职日期）粘贴即可；以后再贴一次，只更新有变化的人。
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {dialog === "paste" ? (
        <PasteDialog
          title="粘贴人员名册"
          columns={staffColumns}
          counter="人"
          pending={paste.isPending}
          onConfirm={(lines) => paste.mutate({ staff: toStaff(lines) })}
          onCancel={close}
        />
      ) : null}
      {dialog === "new" ? <StaffForm person={null} onClose={close} /> : null}
      {typeof dialog === "object" && dialog !== null ? <StaffForm person={dialog} onClose={close} /> : null}
    </>
  );
}
