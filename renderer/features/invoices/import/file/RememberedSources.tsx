import type { RememberedSource } from "#shared/invoices/inspection.ts";
import { useNotify } from "../../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../../app/useApi.ts";
import { Loaded, Section } from "../../../../components/Page.tsx";
import { RowButton } from "../../../../components/RowButton.tsx";

/** Lists whose columns were said once; any of them can be forgotten. */
export function RememberedSources() {
  const sources = useApi("invoices.sources", {});
  const { done } = useNotify();
  const forget = useApiMutation("invoices.forgetSource");
  const drop = ({ fingerprint, name }: RememberedSource) =>
    forget.mutate({ fingerprint }, { onSuccess: () => done(`不再记得“${name}”的列对应`) });
  return (
    <Section title="记住的列对应">
      <Loaded query={sources}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="jf-soft">没有。表头不认识的清单，指一次各列是什么，下次就自动对应。</p>
          ) : (
            <ul className="jf-plain-list">
              {rows.map((source) => (
                <li key={source.fingerprint}>
                  <span className="jf-num jf-soft">{source.savedAt.slice(0, 10)}</span>
                  <span className="jf-list-name" title={source.titles.join("、")}>
                    {source.name}
                  </span>
                  <span className="jf-soft jf-num">
                    {source.columns.filter(({ field }) => field !== null).length} 列
                  </span>
                  <RowButton
                    word="忘掉"
                    of={source.name}
                    disabled={forget.isPending}
                    onClick={() => drop(source)}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
