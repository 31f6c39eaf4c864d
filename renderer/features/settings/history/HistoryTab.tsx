import type { ChangeLogEntry } from "#shared/model/filing.ts";
import { useApi } from "../../../app/useApi.ts";
import { instantText } from "../../../components/DateText.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { SplitView } from "../../../components/SplitView.tsx";
import type { TableColumn } from "../../../components/table/column.ts";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { useUrlState } from "../../../components/useUrlState.ts";
import { ChangePane } from "./ChangePane.tsx";
import { entityWord, summaryOf } from "./changes.ts";

const mostShown = 5000;

const columns: readonly TableColumn<ChangeLogEntry>[] = [
  { key: "seq", title: "序号", kind: "number", width: 70, value: (entry) => entry.seq },
  { key: "at", title: "时间", kind: "date", width: 140, value: (entry) => instantText(entry.at) },
  { key: "actor", title: "经办人", kind: "text", width: 90, value: (entry) => entry.actor },
  { key: "action", title: "操作", kind: "text", width: 130, value: (entry) => entry.action },
  { key: "entity", title: "对象", kind: "text", width: 110, value: (entry) => entityWord(entry.entity) },
  { key: "summary", title: "内容", kind: "text", width: 180, grow: 1, value: summaryOf },
];

/** 变更记录: who changed what and when, from the ledger's own log. */
export function HistoryTab() {
  const history = useApi("ledger.history", { entity: null, entityId: null, limit: mostShown });
  const url = useUrlState();
  const openId = url.get("entry");
  return (
    <Loaded query={history}>
      {(entries) => {
        const open = entries.find((entry) => entry.id === openId);
        return (
          <SplitView
            list={
              <DataTable
                title="变更记录"
                columns={columns}
                rows={entries}
                rowKey={(entry) => entry.id}
                openKey={openId}
                onOpen={(entry) => url.set({ entry: entry.id })}
                onClose={() => url.set({ entry: null })}
                empty={<EmptyState title="还没有变更记录">每一次改动都会自动记在这里。</EmptyState>}
              />
            }
            detail={
              open === undefined ? null : <ChangePane entry={open} onClose={() => url.set({ entry: null })} />
            }
          />
        );
      }}
    </Loaded>
  );
}
