import type { Suggestion } from "#shared/matching/suggestion.ts";
import { bandWords } from "#shared/words/words.ts";
import { Section } from "../../../components/Page.tsx";
import { type ChoicePart, SuggestedChoice } from "../../../components/SuggestedChoice.tsx";
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
              <li key={choice.key}>
                <SuggestedChoice
                  score={choice.score}
                  parts={partsOf(choice)}
                  reasons={choice.reasons}
                  {...(canTake(choice) && {
                    take: {
                      isTaken: isChoiceTaken(rows, choice),
                      word: "采用",
                      takenWord: "已采用",
                      onTake: () => onTake(choice),
                    },
                  })}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

const partsOf = (choice: Choice): readonly ChoicePart[] =>
  canTake(choice)
    ? choice.parts.map((part) => ({
        key: suggestionKey(part),
        names: [part.instalmentLabel ?? "不对应期次", part.invoiceNumber ?? "无发票"],
        amountCents: part.amountCents,
      }))
    : [];
