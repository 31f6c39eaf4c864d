import { type KeyboardEvent, useRef } from "react";
import "./intake.css";
import { formatCount } from "../inputs/readDecimal.ts";

type Props<Part extends string> = Readonly<{
  parts: readonly Readonly<{ part: Part; count: number }>[];
  words: Readonly<Record<Part, string>>;
  part: Part;
  onPart: (part: Part) => void;
}>;

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** What of it will not be taken. */
const alarming: ReadonlySet<string> = new Set(["conflict", "rejected"]);

/** What a file comes to, by outcome: one stop for Tab, arrows from one outcome to the next that has rows. */
export function ResultTabs<Part extends string>({ parts, words, part, onPart }: Props<Part>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const open = parts.filter(({ count }) => count > 0);
    const at = open.findIndex((each) => each.part === part);
    const next = open[(at + step + open.length) % open.length];
    if (next === undefined) return;
    onPart(next.part);
    list.current?.querySelector<HTMLElement>(`[data-part="${next.part}"]`)?.focus();
  };
  return (
    <div ref={list} className="jf-parts" role="tablist" aria-label="按结果查看" onKeyDown={onKeyDown}>
      {parts.map(({ part: each, count }) => (
        <button
          key={each}
          type="button"
          role="tab"
          aria-selected={each === part}
          tabIndex={each === part ? 0 : -1}
          className="jf-plain jf-part"
          disabled={count === 0}
          data-part={each}
          data-alarm={alarming.has(each) && count > 0}
          onClick={() => onPart(each)}
        >
          <span>{words[each]}</span>
          <span className="jf-num jf-part-count">{formatCount(count)}</span>
        </button>
      ))}
    </div>
  );
}
