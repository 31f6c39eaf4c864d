import { Button } from "antd";
import type { ReactNode } from "react";
import type { Cents } from "#shared/kernel/cents.ts";
import type { Suggestion } from "#shared/matching/suggestion.ts";
import { Amount } from "./Amount.tsx";
import "./suggestedChoice.css";

/** What a choice would link: an instalment, an invoice, how much. */
export type ChoicePart = Readonly<{ key: string; names: readonly string[]; amountCents: Cents }>;

type Props = Readonly<{
  /** Out of 100; null where it is told elsewhere. */
  score: number | null;
  parts: readonly ChoicePart[];
  reasons: Suggestion["reasons"];
  /** Left out where there is nothing to take. */
  take?: Readonly<{ isTaken: boolean; word: string; takenWord: string; onTake: () => void }>;
}>;

/** One suggestion with what speaks for it and against; it is taken by its button only. */
export function SuggestedChoice({ score, parts, reasons, take }: Props) {
  return (
    <div className="jf-choice">
      {score === null ? null : (
        <span className="jf-choice-score jf-num" title={`匹配程度 ${score}（满分 100）`}>
          {score}
        </span>
      )}
      <div className="jf-choice-body">
        {parts.map(({ key, names, amountCents }) => (
          <p key={key} className="jf-choice-part">
            {names.map((name) => (
              <span key={name} className="jf-num">
                {name}
              </span>
            ))}
            <Amount value={amountCents} strong />
          </p>
        ))}
        <p className="jf-choice-reasons">{reasons.filter(({ text }) => text !== "").map(reasonText)}</p>
      </div>
      {take === undefined ? null : <TakeButton {...take} />}
    </div>
  );
}

const reasonText = ({ text, points }: Suggestion["reasons"][number]): ReactNode => (
  <span key={text}>
    {text}
    {points === 0 ? null : <span className="jf-faint jf-num"> {points > 0 ? `+${points}` : points}</span>}
  </span>
);

/** A button that was pressed keeps the keys: switched off it would lose them. */
function TakeButton({ isTaken, word, takenWord, onTake }: NonNullable<Props["take"]>) {
  return (
    <Button
      size="small"
      className={isTaken ? "jf-choice-taken" : ""}
      aria-disabled={isTaken}
      onClick={() => {
        if (!isTaken) onTake();
      }}
    >
      {isTaken ? takenWord : word}
    </Button>
  );
}
