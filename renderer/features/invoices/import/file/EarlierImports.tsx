import type { ImportBatch } from "#shared/model/invoice.ts";
import { useApi } from "../../../../app/useApi.ts";
import { instantText } from "../../../../components/DateText.tsx";
import { Loaded, Section } from "../../../../components/Page.tsx";

const shown = 6;

/** The last lists that came in, so that one sees at once what is still missing. */
export function EarlierImports({ onOpen }: Readonly<{ onOpen: (batchId: string) => void }>) {
  const batches = useApi("invoices.batches", {});
  return (
    <Section title="最近导入">
      <Loaded query={batches}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="jf-soft">还没有导入过。</p>
          ) : (
            <ul className="jf-plain-list">
              {rows.slice(0, shown).map((batch) => (
                <li key={batch.id}>
                  <span className="jf-num jf-soft">{instantText(batch.importedAt)}</span>
                  <button type="button" className="jf-plain jf-list-link" onClick={() => onOpen(batch.id)}>
                    {batch.fileName}
                  </button>
                  <span className="jf-soft jf-num">{cameOf(batch)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function cameOf({ voidedAt, newCount, changedCount }: ImportBatch): string {
  if (voidedAt !== null) return "已撤销";
  return changedCount === 0 ? `新增 ${newCount} 张` : `新增 ${newCount}、变更 ${changedCount} 张`;
}
