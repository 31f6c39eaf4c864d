import { Input } from "antd";
import { useState } from "react";
import type { SectionOffer } from "#shared/narrative/offers.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Segments } from "../../../components/Segments.tsx";

type Props = Readonly<{
  label: string;
  /** What stands there now. */
  body: string;
  offer: SectionOffer;
  onTake: (body: string) => void;
  onClose: () => void;
}>;

type How = "replace" | "append";

const words = {
  fill: { heading: "写入", action: "写入" },
  replace: { heading: "改为", action: "改为右边的文字" },
  append: { heading: "接在后面", action: "接上右边的文字" },
} as const;

/** What the ledger would write under a heading, beside what stands there: nothing is replaced unseen. */
export function OfferDialog({ label, body, offer, onTake, onClose }: Props) {
  const before = body.trim();
  const [how, setHow] = useState<How>("replace");
  /** What is offered, as it was edited: alone, so that the edits stay whichever way it is written in. */
  const [text, setText] = useState(offer.text);
  const { heading, action } = words[before === "" ? "fill" : how];
  return (
    <FormDialog
      title={`按账本拟写“${label}”`}
      width={880}
      okText={action}
      pending={false}
      ready={text.trim() !== ""}
      changed={text !== offer.text}
      onSubmit={() => onTake(how === "replace" || before === "" ? text : `${before}\n${text}`)}
      onClose={onClose}
    >
      {offer.doubts.map((doubt) => (
        <p key={doubt} className="jf-offer-doubt">
          {doubt}
        </p>
      ))}
      <div className="jf-offer">
        <section aria-label="现在的文字">
          <h3>现在的文字</h3>
          <p className={before === "" ? "jf-offer-before jf-faint" : "jf-offer-before"}>
            {before === "" ? "（没有填写）" : body}
          </p>
        </section>
        <section aria-label={heading}>
          <header>
            <h3>{heading}</h3>
            <span className="jf-soft">取自{offer.from.join("、")}，可以修改</span>
            <span className="jf-spacer" />
            {before === "" ? null : (
              <Segments<How>
                label="怎样写入"
                size="small"
                value={how}
                options={[
                  { value: "replace", label: "替换原文" },
                  { value: "append", label: "接在原文后面" },
                ]}
                onChange={setHow}
              />
            )}
          </header>
          <Input.TextArea
            aria-label={`${label}${heading}`}
            autoFocus
            autoSize={{ minRows: 10, maxRows: 18 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </section>
      </div>
    </FormDialog>
  );
}
