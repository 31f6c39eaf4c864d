import { useEffect, useRef } from "react";
import type { BroughtDetail } from "#shared/api/bring.ts";
import type { Offer } from "#shared/filings/offers.ts";
import { textDifference } from "#shared/forms/textDifference.ts";
import { Remarks } from "../bring/Remarks.tsx";
import type { Spot } from "../bring/spots.ts";
import { Parts } from "../versions/DifferenceView.tsx";
import "../versions/versions.css";

type Props = Readonly<{
  detail: BroughtDetail;
  active: Spot | null;
  follows: boolean;
  onLook: (spot: Spot) => void;
}>;

/** What the paper says and what the project says now, one thing after another: what differs stands first. */
export function Comparison({ detail: { offers, paper, lines }, active, follows, onLook }: Props) {
  const list = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is shown when it is chosen
  useEffect(() => {
    if (follows) list.current?.querySelector(".jf-read-active")?.scrollIntoView({ block: "center" });
  }, [active, follows]);
  const differing = offers.filter(({ differs }) => differs);
  const same = offers.filter(({ differs }) => !differs);
  const unused = paper?.unused ?? [];
  const row = (offer: Offer) => (
    <Row key={offer.key} offer={offer} isActive={active?.key === offer.key} onLook={onLook} />
  );
  return (
    <section ref={list} className="jf-reads" aria-label="与项目对照">
      <p className="jf-soft">
        {paper === null
          ? "这份材料是较早的版本读入的，只能看原文。"
          : `读出 ${offers.length} 项，${
              differing.length === 0 ? "与项目现在的都一致" : `${differing.length} 项与项目现在的不一致`
            }${unused.length === 0 ? "" : `，${unused.length} 处没有采用（列在最后）`}。`}
      </p>
      {differing.map(row)}
      {same.map(row)}
      {unused.length === 0 ? null : (
        <div className="jf-read">
          <h3>未采用</h3>
          <ul className="jf-read-unused jf-selectable">
            {unused.map(({ line, cell, text, reason }) => (
              <li key={`${line}:${cell}`}>
                <span className="jf-faint">{lines[line]?.place} </span>
                {text} <span className="jf-soft">{reason}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

type RowProps = Readonly<{ offer: Offer; isActive: boolean; onLook: (spot: Spot) => void }>;

function Row({ offer, isActive, onLook }: RowProps) {
  const { key, label, candidates, current, differs } = offer;
  const [said] = candidates;
  if (said === undefined) return null;
  const parts = textDifference(said.text, current ?? "");
  return (
    <section
      className={isActive ? "jf-read jf-read-active" : "jf-read"}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the text beside follows the keys
      tabIndex={0}
      aria-label={label}
      onFocus={() => onLook({ key, paper: said.paper })}
    >
      <h3>
        {label}
        {differs ? <span className="jf-read-differs">不一致</span> : null}
      </h3>
      {differs ? (
        <dl className="jf-read-compare jf-selectable">
          <dt>材料</dt>
          <dd>
            <Parts parts={parts} without="added" />
          </dd>
          <dt>项目现在</dt>
          <dd>{current === null ? "（空）" : <Parts parts={parts} without="removed" />}</dd>
        </dl>
      ) : (
        <span className="jf-read-said jf-selectable">{said.text}</span>
      )}
      <Remarks candidate={said} />
    </section>
  );
}
