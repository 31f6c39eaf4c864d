import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { ReadPaper } from "#shared/filings/brought.ts";
import type { Offer } from "#shared/filings/offers.ts";
import type { SourceLine } from "#shared/filings/source.ts";
import { SourceText } from "./SourceText.tsx";
import { type Spot, spotsOf } from "./spots.ts";
import "./bring.css";

/** What is looked at, and how a row says that it is looked at now. */
export type Look = Readonly<{ active: Spot | null; onLook: (spot: Spot) => void }>;

type Props = Readonly<{
  lines: readonly SourceLine[];
  papers: readonly ReadPaper[];
  offers: readonly Offer[];
  /** What the list of what was read is called. */
  name: string;
  /** How much was read, in a sentence. */
  lead: ReactNode;
  /** One row for each thing that was read. */
  rows: (look: Look) => ReactNode;
  /** What is done with it. */
  children?: ReactNode;
}>;

/** The paper as it stands, and what was read of it beside; whatever is chosen on one side is brought into sight on the other. */
export function TextAndReads({ lines, papers, offers, name, lead, rows, children }: Props) {
  const spots = useMemo(() => spotsOf({ papers, offers }), [papers, offers]);
  const [chosen, setChosen] = useState<Readonly<{ spot: Spot; from: "text" | "reads" }> | null>(null);
  const sides = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen === null) return;
    const other = chosen.from === "text" ? ".jf-read-active" : ".jf-source-active";
    sides.current?.querySelector(other)?.scrollIntoView({ block: "center" });
  }, [chosen]);
  const active = chosen?.spot ?? null;
  return (
    <div ref={sides} className="jf-bring">
      <SourceText
        lines={lines}
        spots={spots}
        active={active}
        onPick={(spot) => setChosen({ spot, from: "text" })}
      />
      <section className="jf-reads" aria-label={name}>
        <p className="jf-soft">{lead}</p>
        {rows({ active, onLook: (spot) => setChosen({ spot, from: "reads" }) })}
        <Unused lines={lines} papers={papers} />
      </section>
      {children}
    </div>
  );
}

export const unusedCount = (papers: readonly ReadPaper[]): number =>
  papers.reduce((count, { unused }) => count + unused.length, 0);

/** What of the paper went nowhere, and why: nothing is dropped in silence. */
function Unused({ lines, papers }: Pick<Props, "lines" | "papers">) {
  if (unusedCount(papers) === 0) return null;
  return (
    <div className="jf-read">
      <h3>未采用</h3>
      <ul className="jf-read-unused jf-selectable">
        {papers.flatMap(({ unused }) =>
          unused.map(({ line, cell, text, reason }) => (
            <li key={`${line}:${cell}`}>
              <span className="jf-faint">{lines[line]?.place} </span>
              {text} <span className="jf-soft">{reason}</span>
            </li>
          )),
        )}
      </ul>
    </div>
  );
}
