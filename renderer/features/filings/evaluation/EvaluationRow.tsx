import { Select } from "antd";
import type { ScoredIndicator } from "#shared/indicators/evaluation.ts";
import { hindrancesOf } from "#shared/indicators/hindrances.ts";
import type { Offer } from "#shared/indicators/known/offers.ts";
import { outcomeOf, outcomes } from "#shared/indicators/outcome.ts";
import { yearEnd } from "#shared/indicators/periods.ts";
import { scoreIndicator } from "#shared/indicators/score.ts";
import { compareDecimals } from "#shared/kernel/decimal.ts";
import { RecordSign } from "../../../components/autosave/SavedField.tsx";
import { DecimalInput } from "../../../components/inputs/DecimalInput.tsx";
import { keepKeys } from "../../projects/budget/keepKeys.ts";
import { ActualInput } from "../monitoring/ActualInput.tsx";
import { TextCell } from "../monitoring/TextCell.tsx";
import { useActualRow } from "../monitoring/useActualRow.ts";

type Props = Readonly<{ index: number; fiscalYear: number; one: ScoredIndicator; offers: readonly Offer[] }>;

const outcomeOptions = outcomes.map(({ word }) => ({ value: word, label: word }));

/** One indicator of 绩效自评: what came of it, the points worked out and how, and the officer's own where they differ. */
export function EvaluationRow({ index, fiscalYear, one: { indicator, actual }, offers }: Props) {
  const form = useActualRow(indicator.projectId, indicator.id, yearEnd(fiscalYear), {
    valueText: actual?.valueText ?? "",
    source: actual?.source ?? "",
    outlook: actual?.outlook ?? "",
    reason: actual?.reason ?? "",
    expectedText: actual?.expectedText ?? "",
    score: actual?.score ?? null,
    hindrances: hindrancesOf(actual?.hindrancesJson),
  });
  const { values } = form;
  // As it is typed, and not as it was last saved.
  const score = scoreIndicator(indicator, values);
  const points = values.score ?? score.points;
  const { weight } = indicator;
  const isShort = points !== null && weight !== null && compareDecimals(points, weight) < 0;
  const isOver = points !== null && weight !== null && compareDecimals(points, weight) > 0;
  const isChanged =
    values.score !== null && score.points !== null && compareDecimals(values.score, score.points) !== 0;
  const needsReason = (isShort || isChanged) && values.reason.trim() === "";
  const isWords = score.reached === null && (values.valueText !== "" || !/\d/.test(indicator.valueText));
  const asksWords = isWords || outcomeOf(values.outlook) !== undefined;
  const label = (column: string) => `${indicator.name}${column}`;
  return (
    <>
      <tr>
        <th scope="row">
          {indicator.name}
          <small>
            {indicator.level2}
            {score.points === null && values.valueText === "" && values.outlook === ""
              ? ""
              : `　${score.how}`}
          </small>
        </th>
        <td className="jf-grid-figure">{indicator.valueText}</td>
        <td data-cell={`${index} valueText`}>
          <ActualInput form={form} label={label("实际完成值")} offers={offers} />
        </td>
        <td data-cell={`${index} outlook`} onKeyDown={keepKeys}>
          {asksWords ? (
            <Select
              variant="borderless"
              aria-label={label("达成情况")}
              allowClear
              placeholder="请选择"
              value={values.outlook === "" ? null : values.outlook}
              options={outcomeOptions}
              popupMatchSelectWidth={false}
              onChange={(outlook: string | undefined) => form.choose({ outlook: outlook ?? "" })}
            />
          ) : null}
        </td>
        <td className="jf-grid-figure">{weight ?? "—"}</td>
        <td data-cell={`${index} score`} className={isOver ? "jf-entry-needed" : ""}>
          <DecimalInput
            variant="borderless"
            aria-label={label("得分")}
            placeholder={score.points ?? ""}
            value={values.score}
            onChange={(own) => form.choose({ score: own })}
          />
        </td>
        <td data-cell={`${index} reason`} className={needsReason ? "jf-entry-needed" : ""}>
          <TextCell
            form={form}
            name="reason"
            label={label("偏差原因")}
            placeholder={
              needsReason ? (isShort ? "未得满分，请写原因和改进措施" : "得分有改动，请写理由") : ""
            }
          />
        </td>
      </tr>
      {form.failure === null ? null : (
        <tr className="jf-grid-note">
          <td colSpan={7}>
            <RecordSign form={form} />
          </td>
        </tr>
      )}
    </>
  );
}
