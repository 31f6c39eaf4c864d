import { Radio } from "antd";
import type { BringPreview } from "#shared/api/bring.ts";
import type { Offer } from "#shared/filings/offers.ts";
import { Remarks } from "./Remarks.tsx";
import { isSpot } from "./spots.ts";
import { type Look, unusedCount } from "./TextAndReads.tsx";

type Props = Look &
  Readonly<{
    preview: BringPreview;
    offers: readonly Offer[];
    chosen: Readonly<Record<string, number | null>>;
    onChoose: (key: string, paper: number | null) => void;
  }>;

/** What was read, one thing after another; where papers differ, one is chosen. The text beside follows the keys. */
export const OfferList = ({ preview, offers, chosen, active, onLook, onChoose }: Props) =>
  offers.map((offer) => (
    <OfferRow
      key={offer.key}
      offer={offer}
      preview={preview}
      chosen={chosen[offer.key] ?? null}
      active={active}
      onLook={onLook}
      onChoose={(paper) => onChoose(offer.key, paper)}
    />
  ));

/** "读出 12 项，2 项各份材料写得不一样，请选用哪一份，原文全部用上。" */
export function OfferLead({ papers, offers }: Pick<BringPreview, "papers" | "offers">) {
  const unused = unusedCount(papers);
  const differing = offers.filter(({ differs }) => differs).length;
  return (
    <>
      读出 <b className="jf-num">{offers.length}</b> 项
      {differing === 0
        ? ""
        : papers.length === 1
          ? `，${differing} 项与项目现在的不一样`
          : `，${differing} 项各份材料写得不一样，请选用哪一份`}
      {unused === 0 ? "，原文全部用上" : `，${unused} 处没有采用（列在最后）`}。
    </>
  );
}

/** For a project that is new and says nothing yet. */
export const withoutCurrent = (offer: Offer): Offer => ({
  ...offer,
  current: null,
  differs: new Set(offer.candidates.map(({ text }) => text)).size > 1,
});

type RowProps = Look &
  Readonly<{
    offer: Offer;
    preview: BringPreview;
    chosen: number | null;
    onChoose: (paper: number | null) => void;
  }>;

function OfferRow({ offer, preview, chosen, active, onLook, onChoose }: RowProps) {
  const { key, label, candidates, current, differs } = offer;
  const isActive = active?.key === key;
  const look = (paper: number) => onLook({ key, paper });
  const nameOf = (paper: number): string => preview.papers[paper]?.name.replace(/^财政项目支出/, "") ?? "";
  return (
    <div className={isActive ? "jf-read jf-read-active" : "jf-read"}>
      <h3>
        {label}
        {differs ? <span className="jf-read-differs">不一致</span> : null}
      </h3>
      <Radio.Group
        aria-label={label}
        className="jf-read-choices"
        value={chosen ?? "keep"}
        onChange={({ target }) => {
          const paper: unknown = target.value;
          onChoose(typeof paper === "number" ? paper : null);
          if (typeof paper === "number") look(paper);
        }}
      >
        <Radio value="keep">
          <span className="jf-soft">{current === null ? "不带入" : "保持项目原来的"}</span>
          {current === null ? null : <Said text={current} />}
        </Radio>
        {candidates.map((candidate) => (
          <Radio
            key={candidate.paper}
            value={candidate.paper}
            className={isSpot(active, { key, paper: candidate.paper }) ? "jf-read-choice-active" : ""}
            onFocus={() => look(candidate.paper)}
          >
            <span className="jf-soft">{nameOf(candidate.paper)}</span>
            <Said text={candidate.text} />
            <Remarks candidate={candidate} />
          </Radio>
        ))}
      </Radio.Group>
    </div>
  );
}

const shownLines = 24;

function Said({ text }: Readonly<{ text: string }>) {
  const lines = text.split("\n");
  return (
    <span className="jf-read-said jf-selectable">
      {lines.slice(0, shownLines).join("\n")}
      {lines.length > shownLines ? `\n……共 ${lines.length} 行` : ""}
    </span>
  );
}
