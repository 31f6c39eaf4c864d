import { numberOf } from "../../indicators/completion.ts";
import { matchQuantities } from "../../indicators/quantities.ts";
import { type IsoDate, minDate, yearOf } from "../../kernel/dates.ts";
import { addDecimals, compareDecimals, type Decimal } from "../../kernel/decimal.ts";
import type { BudgetLine } from "../../model/project.ts";
import { segmentOn } from "../../schedule/rentalMonth.ts";
import type { Facts } from "../facts.ts";
import { defineRule } from "../rule.ts";
import { ofBoth } from "./about.ts";

export const perf17Actuals = defineRule({
  id: "PERF-17",
  name: "实际值与台账不符",
  area: "绩效",
  severity: "warn",
  description: "数量指标的完成值与账本里同期在租的数量、发放的数量不同。账本里没有数量记录的不查。",
  basis: "绩效自评数据应当真实、准确，有据可查",
  reads: [
    "indicator",
    "indicatorActual",
    "budgetLine",
    "contract",
    "supplement",
    "rental",
    "rentalSegment",
    "need",
    "needIssue",
  ],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const { targets } = matchQuantities(
        facts.budget.linesOf(project.id),
        facts.texts.indicatorsOf(project.id),
      );
      return targets.flatMap(({ indicator, value, lines }) =>
        facts.texts.actualsOf(indicator.id).flatMap((actual) => {
          const said = numberOf(actual.valueText);
          const counted = countedOn(facts, lines, actual.periodTo);
          if (said === undefined || counted === undefined || actual.periodTo > facts.asOf) return [];
          if (compareDecimals(said.number, counted) === 0) return [];
          return {
            subjects: ofBoth(project, indicator),
            figures: { actual: actual.valueText, quantity: counted, periodTo: actual.periodTo },
            message: `“${indicator.name}”截至${actual.periodTo}的实际值${actual.valueText}，台账${counted}${value.unit}。`,
            remedy: "请核对完成值，或补登设备增减、发放记录。",
            aspect: actual.periodTo,
          };
        }),
      );
    }),
});

/** What was let on a day and handed out in its year for some budget lines; `undefined` where one of them has no count. */
function countedOn(facts: Facts, lines: readonly BudgetLine[], day: IsoDate): Decimal | undefined {
  const counts = lines.map((line) => lineCount(facts, line, day));
  return lines.length === 0 || counts.some((count) => count === undefined)
    ? undefined
    : addDecimals(counts.filter((count) => count !== undefined));
}

function lineCount(facts: Facts, line: BudgetLine, day: IsoDate): Decimal | undefined {
  // Of each rental what is in force that day: a segment of some days lies over the open one, and ends with the contract.
  const segments = facts.budget
    .lineContracts(line.id)
    .filter(({ row, endDate }) => row.state !== "draft" && row.startDate <= day && endDate >= day)
    .flatMap(({ rentals }) => rentals.flatMap((rental) => segmentOn(rental.segments, day) ?? []));
  if (segments.length > 0) return addDecimals(segments.map(({ quantity }) => quantity));
  const needs = new Set(
    facts.rows.need.filter(({ budgetLineId }) => budgetLineId === line.id).map(({ id }) => id),
  );
  const end = minDate(day, facts.asOf);
  const issues = facts.rows.needIssue.filter(
    ({ needId, issuedOn }) => needs.has(needId) && issuedOn <= end && yearOf(issuedOn) === yearOf(day),
  );
  return issues.length === 0 ? undefined : addDecimals(issues.map(({ quantity }) => quantity));
}
