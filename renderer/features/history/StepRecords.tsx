import type { FieldChange, HistoryStep } from "#shared/api/history.ts";
import { recordTitle } from "./historyWords.ts";
import "./history.css";

/** More records than this of one step are told by their number. */
const mostShown = 60;

/** What one step did, record by record and field by field. */
export function StepRecords({ records }: Pick<HistoryStep, "records">) {
  const more = records.length - mostShown;
  return (
    <ul className="jf-step-records">
      {records.slice(0, mostShown).map((record) => (
        <li key={`${record.entity} ${record.entityId} ${record.kind}`}>
          <p className="jf-step-record">{recordTitle(record)}</p>
          <Fields fields={record.fields} isNew={record.kind === "add"} />
        </li>
      ))}
      {more > 0 ? <li className="jf-soft">还有 {more} 处。</li> : null}
    </ul>
  );
}

function Fields({ fields, isNew }: Readonly<{ fields: readonly FieldChange[]; isNew: boolean }>) {
  if (fields.length === 0) return null;
  return (
    <table className="jf-changes jf-selectable">
      <tbody>
        {fields.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              {isNew ? null : (
                <>
                  <del>{before === "" ? "（空）" : before}</del>
                  <span className="jf-faint"> → </span>
                </>
              )}
              <span>{after === "" ? "（空）" : after}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
