import type { ChangeLogEntry } from "#shared/model/filing.ts";
import { InstantText } from "../../../components/DateText.tsx";
import { Facts } from "../../../components/Facts.tsx";
import { DetailPane } from "../../../components/SplitView.tsx";
import { changesOf, entityWord, summaryOf } from "./changes.ts";
import "./history.css";

/** One entry of the log, column by column. */
export function ChangePane({ entry, onClose }: Readonly<{ entry: ChangeLogEntry; onClose: () => void }>) {
  const changes = changesOf(entry);
  return (
    <DetailPane
      title={`${entry.action}：${entityWord(entry.entity)}`}
      note={summaryOf(entry)}
      onClose={onClose}
    >
      <Facts
        columns={1}
        items={[
          { label: "时间", value: <InstantText value={entry.at} /> },
          { label: "经办人", value: entry.actor },
        ]}
      />
      <table className="jf-changes jf-selectable">
        <thead>
          <tr>
            <th>项目</th>
            <th>改动前</th>
            <th>改动后</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ label, before, after }) => (
            <tr key={label}>
              <td>{label}</td>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="jf-faint jf-chain">
        校验值 {entry.hash}
        <br />
        上一条 {entry.previousHash === "" ? "（第一条）" : entry.previousHash}
      </p>
    </DetailPane>
  );
}
