import type { ImportIssue, PreviewEntry } from "#shared/invoices/preview.ts";
import { useApi } from "../../../../app/useApi.ts";
import { Loaded, Section } from "../../../../components/Page.tsx";
import { DetailPane } from "../../../../components/SplitView.tsx";
import { ComparedLines } from "./ComparedLines.tsx";
import { CompareTable } from "./CompareTable.tsx";
import { EntryNotes, MendedNotes } from "./EntryNotes.tsx";
import { type MendedCell, mendedRule } from "./mendedCells.ts";
import { entrySentence, partNotes, partWords } from "./previewEntries.ts";

type Props = Readonly<{
  previewId: string;
  entry: PreviewEntry;
  issues: readonly ImportIssue[];
  mended: readonly MendedCell[];
  /** The issue that led here. */
  came: ImportIssue | null;
  onClose: () => void;
}>;

/** One invoice of the file in full: beside the ledger's where there is one, differences marked. */
export function EntryPane({ previewId, entry, issues, mended, came, onClose }: Props) {
  const compared = useApi("invoices.compare", { previewId, number: entry.number });
  const sentence = entrySentence(entry);
  const isKnown = entry.result !== "new";
  const others = issues.filter(({ ruleId, message }) => message !== entry.message && ruleId !== mendedRule);
  return (
    <DetailPane
      title={<span className="jf-num">{entry.number}</span>}
      note={`${partWords[entry.result]}：${partNotes[entry.result]}`}
      onClose={onClose}
    >
      {sentence === "" ? null : <p className="jf-compare-sentence">{sentence}</p>}
      <MendedNotes cells={mended} />
      <EntryNotes issues={others} came={came} />
      <Loaded query={compared}>
        {({ fields, lines }) => (
          <>
            <CompareTable
              fields={fields}
              isKnown={isKnown}
              place={entry.row === 0 ? entry.sheet : `${entry.sheet} 第 ${entry.row} 行`}
            />
            {lines.file.length + lines.ledger.length === 0 ? null : (
              <Section title="发票明细" note={`${lines.file.length} 行`}>
                <ComparedLines ledger={lines.ledger} file={lines.file} isKnown={isKnown} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </DetailPane>
  );
}
