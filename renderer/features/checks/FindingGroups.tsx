import { useVirtualizer } from "@tanstack/react-virtual";
import { Button } from "antd";
import { useCallback, useMemo, useRef, useState } from "react";
import { FindingItem } from "../../components/FindingItem.tsx";
import "../../components/findings.css";
import { AcceptMany } from "./AcceptMany.tsx";
import { acceptable, type ListRow, listRows, type RuleGroup } from "./groupFindings.ts";
import { useFindingKeys } from "./useFindingKeys.ts";

const estimates: Readonly<Record<ListRow["kind"], number>> = { rule: 40, finding: 92 };

const keyOf = (row: ListRow): string => (row.kind === "rule" ? row.group.ruleId : row.finding.key);

/** The findings under the headings of their rules; only those in sight are drawn, however many there are. */
export function FindingGroups({ groups }: Readonly<{ groups: readonly RuleGroup[] }>) {
  const rows = useMemo(() => listRows(groups), [groups]);
  const [accepting, setAccepting] = useState<RuleGroup | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimates[rows[index]?.kind ?? "finding"],
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    overscan: 6,
  });
  const scrollTo = useCallback((index: number) => virtualizer.scrollToIndex(index), [virtualizer]);
  const keys = useFindingKeys({ rows, scroller, scrollTo });
  if (rows.length === 0) return <p className="jf-soft jf-groups-none">没有符合条件的问题。</p>;
  return (
    <>
      {accepting === null ? null : <AcceptMany group={accepting} onDone={() => setAccepting(null)} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section ref={scroller} className="jf-groups" tabIndex={0} aria-label="问题" {...keys}>
        <ul style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.kind === "rule" ? (
                  <h2 className="jf-group-head">
                    {row.group.ruleName}
                    <span className="jf-faint jf-num">{row.group.ruleId}</span>
                    <span className="jf-soft jf-num">{row.group.findings.length} 个</span>
                    {acceptable(row.group.findings).length < 2 ? null : (
                      <Button size="small" onClick={() => setAccepting(row.group)}>
                        成批认可
                      </Button>
                    )}
                  </h2>
                ) : (
                  <ul className="jf-group-item">
                    <FindingItem finding={row.finding} readOnly={false} underRule />
                  </ul>
                )}
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}
