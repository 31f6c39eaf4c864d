import type { ImportIssue, PreviewEntry } from "#shared/invoices/preview.ts";
import { Section } from "../../../components/Page.tsx";
import { SeverityTag } from "../../../components/SeverityTag.tsx";
import { DetailPane } from "../../../components/SplitView.tsx";
import { comparedFields, entrySentence, partNotes, partWords } from "./previewEntries.ts";

type Props = Readonly<{ entry: PreviewEntry; issues: readonly ImportIssue[]; onClose: () => void }>;

/** One invoice of the file: beside the ledger's where there is one, differences marked. */
export function EntryPane({ entry, issues, onClose }: Props) {
  const sentence = entrySentence(entry);
  const isKnown = entry.result !== "new";
  const others = issues.filter(({ message }) => message !== entry.message);
  return (
    <DetailPane
      title={<span className="jf-num">{entry.number}</span>}
      note={`${partWords[entry.result]}：${partNotes[entry.result]}`}
      onClose={onClose}
    >
      {sentence === "" ? null : <p className="jf-compare-sentence">{sentence}</p>}
      <table className="jf-compare jf-selectable">
        <thead>
          <tr>
            <th>项目</th>
            {isKnown ? <th>账本中</th> : null}
            <th>
              文件中 <span className="jf-faint jf-num">{`${entry.sheet} 第 ${entry.row} 行`}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {comparedFields(entry).map(({ label, before, after, differs }) => (
            <tr key={label} data-differs={differs && isKnown}>
              <th scope="row">{label}</th>
              {isKnown ? <td>{before || <span className="jf-faint">空</span>}</td> : null}
              <td>{after || <span className="jf-faint">空</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {others.length === 0 ? null : (
        <Section title="提示">
          <ul className="jf-issue-list">
            {others.map(({ ruleId, column, severity, message }) => (
              <li key={`${ruleId} ${column} ${message}`}>
                <SeverityTag severity={severity} />
                <span>
                  {message} <span className="jf-faint">{[ruleId, column].filter(Boolean).join("，")}</span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </DetailPane>
  );
}
