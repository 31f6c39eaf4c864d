import type { ScoredIndicator } from "#shared/indicators/evaluation.ts";
import type { Offer } from "#shared/indicators/known/offers.ts";
import { outcomeOf, outcomes } from "#shared/indicators/outcome.ts";
import { yearEnd } from "#shared/indicators/periods.ts";
import { scoreIndicator } from "#shared/indicators/score.ts";
import { compareDecimals } from "#shared/kernel/decimal.ts";
import { DecimalInput } from "../../../components/inputs/DecimalInput.tsx";
import { EntryRow, OutlookCell } from "../performance/EntryRow.tsx";
import { actualFields, useActualRow } from "../performance/useActualRow.ts";

type Props = Readonly<{ index: number; fiscalYear: number; one: ScoredIndicator; offers: readonly Offer[] }>;

const outcomeWords = outcomes.map(({ word }) => word);

/** One indicator of 绩效自评: what came of it, the points worked out and how, and the officer's own where they differ. */
export function EvaluationRow({ index, fiscalYear, one: { indicator, actual }, offers }: Props) {
  const form = useActualRow(indicator.projectId, indicator.id, yearEnd(fiscalYear), actualFields(actual));
  const { values } = form;
  // As it is typed, and not as it was last saved.
  const score = scoreIndicator(indicator, values);
  const points = values.score ?? score.points;
  const { weight } = indicator;
  const order = points === null || weight === null ? 0 : compareDecimals(points, weight);
  const isChanged =
    values.score !== null && score.points !== null && compareDecimals(values.score, score.points) !== 0;
  const wanted = order < 0 ? "未得满分，请写原因和改进措施" : isChanged ? "得分有改动，请写理由" : "";
  const isWords = score.reached === null && (values.valueText !== "" || !/\d/.test(indicator.valueText));
  const isBlank = score.points === null && values.valueText === "" && values.outlook === "";
  return (
    <EntryRow
      index={index}
      indicator={indicator}
      form={form}
      offers={offers}
      note={isBlank ? "" : `　${score.how}`}
      words={{ actual: "实际完成值", reason: "偏差原因" }}
      wanted={values.reason.trim() === "" ? wanted : ""}
    >
      <OutlookCell
        place={`${index} outlook`}
        form={form}
        label={`${indicator.name}达成情况`}
        options={outcomeWords}
        placeholder="请选择"
        asked={isWords || outcomeOf(values.outlook) !== undefined}
      />
      <td className="jf-grid-figure">{weight ?? "—"}</td>
      <td data-cell={`${index} score`} className={order > 0 ? "jf-entry-needed" : ""}>
        <DecimalInput
          variant="borderless"
          aria-label={`${indicator.name}得分`}
          placeholder={score.points ?? ""}
          value={values.score}
          onChange={(own) => form.choose({ score: own })}
        />
      </td>
    </EntryRow>
  );
}
