import type { BroughtDetail } from "#shared/api/bring.ts";
import type { Offer } from "#shared/filings/offers.ts";
import { textDifference } from "#shared/forms/textDifference.ts";
import { Remarks } from "../bring/Remarks.tsx";
import type { Look } from "../bring/TextAndReads.tsx";
import { Parts } from "../versions/DifferenceView.tsx";
import "../versions/versions.css";

/** What the paper says and what the project says now, one thing after another: what differs stands first. */
export const Comparison = ({ offers, active, onLook }: Look & Readonly<{ offers: readonly Offer[] }>) =>
  offers
    .toSorted((left, right) => Number(right.differs) - Number(left.differs))
    .map((offer) => (
      <Row key={offer.key} offer={offer} isActive={active?.key === offer.key} onLook={onLook} />
    ));

/** "读出 12 项，2 项与项目现在的不一致。" */
export function comparisonLead({ paper, offers }: Pick<BroughtDetail, "paper" | "offers">): string {
  if (paper === null) return "这份材料是较早的版本读入的，只能看原文。";
  const differing = offers.filter(({ differs }) => differs).length;
  const compared = differing === 0 ? "与项目现在的都一致" : `${differing} 项与项目现在的不一致`;
  const unused = paper.unused.length === 0 ? "" : `，${paper.unused.length} 处没有采用（列在最后）`;
  return `读出 ${offers.length} 项，${compared}${unused}。`;
}

type RowProps = Readonly<{ offer: Offer; isActive: boolean; onLook: Look["onLook"] }>;

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
