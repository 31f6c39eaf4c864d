import { Button } from "antd";
import type { Suggestion } from "#shared/matching/suggestion.ts";
import { bandWords } from "#shared/words/words.ts";
import { Amount } from "../../../components/Amount.tsx";
import { Section } from "../../../components/Page.tsx";
import {
  type AllocationRow,
  byBand,
  type Choice,
  canTake,
  isChoiceTaken,
  suggestionKey,
} from "../allocations.ts";

type Props = Readonly<{
  suggestions: readonly Suggestion[];
  rows: readonly AllocationRow[];
  onTake: (choice: Choice) => void;
}>;

const bandNotes = {
  sure: "供应商、期间、金额都对得上",
  ask: "部分对得上，请看理由再采用",
  new: "对不上的地方较多，可能要先登记合同、期次或发票",
} as const;

/** Suggested allocations in three bands, each with its reasons; taken only by a click. */
export function SuggestionBands({ suggestions, rows, onTake }: Props) {
  const groups = byBand(suggestions);
  if (groups.length === 0) return null;
  return (
    <Section title="分摊建议" note="采用后列入上表，保存前都可以改">
      {groups.map(({ band, choices }) => (
        <div key={band} className="jf-band">
          <p className="jf-band-title">
            <span className="jf-strong">{bandWords[band]}</span>
            <span className="jf-faint">{bandNotes[band]}</span>
          </p>
          <ul>
            {choices.map((choice) => (
              <ChoiceItem
                key={choice.key}
                choice={choice}
                isTaken={isChoiceTaken(rows, choice)}
                onTake={() => onTake(choice)}
              />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function ChoiceItem({
  choice,
  isTaken,
  onTake,
}: Readonly<{ choice: Choice; isTaken: boolean; onTake: () => void }>) {
  return (
    <li className="jf-choice">
      <span className="jf-choice-score jf-num" title={`匹配程度 ${choice.score}（满分 100）`}>
        {choice.score}
      </span>
      <div className="jf-choice-body">
        {canTake(choice)
          ? choice.parts.map((part) => (
              <p key={suggestionKey(part)} className="jf-choice-part">
                <span>{part.instalmentLabel ?? "不对应期次"}</span>
                <span className="jf-num">{part.invoiceNumber ?? "无发票"}</span>
                <Amount value={part.amountCents} strong />
              </p>
            ))
          : null}
        <p className="jf-choice-reasons">
          {choice.reasons
            .filter(({ text }) => text !== "")
            .map(({ text, points }) => (
              <span key={text}>
                {text}
                {points === 0 ? null : (
                  <span className="jf-faint jf-num"> {points > 0 ? `+${points}` : points}</span>
                )}
              </span>
            ))}
        </p>
      </div>
      {canTake(choice) ? (
        <Button size="small" disabled={isTaken} onClick={onTake}>
          {isTaken ? "已采用" : "采用"}
        </Button>
      ) : null}
    </li>
  );
}
