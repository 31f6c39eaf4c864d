import { centsToDecimal, formatYuan } from "../../kernel/cents.ts";
import { type IsoDate, minDate } from "../../kernel/dates.ts";
import { decimal } from "../../kernel/decimal.ts";
import type { Indicator, Project } from "../../model/project.ts";
import type { Facts } from "../../rules/facts.ts";
import { segmentOn } from "../../schedule/rentalMonth.ts";
import { numberOf } from "../completion.ts";
import { divideRounded } from "../divide.ts";
import { matchQuantities } from "../quantities.ts";
import { boughtBy, type Count, countedOn } from "./counts.ts";
import { acceptedShare, coveredShare, executedShare, paidCentsBy, paidInTime } from "./shares.ts";

/** An actual value that the ledger knows, and the sentence that says where it stands. */
export type Offer = Readonly<{ valueText: string; source: string }>;

/**
 * What the ledger knows of the indicators of a project on the last day of a period, the best first. Nothing for a day
 * that has not come, and nothing where an indicator is about what no ledger holds, such as complaints.
 */
export function indicatorOffers(
  facts: Facts,
  project: Project,
  periodTo: IsoDate,
): ReadonlyMap<Indicator["id"], readonly Offer[]> {
  if (periodTo > facts.asOf) return new Map();
  const indicators = facts.texts.indicatorsOf(project.id);
  const { targets } = matchQuantities(facts.budget.linesOf(project.id), indicators);
  const counted = new Map(targets.map((target) => [target.indicator.id, target]));
  return new Map(
    indicators.map((indicator) => {
      const target = counted.get(indicator.id);
      const found =
        target === undefined
          ? withUnit(sharesOf(facts, project, indicator, periodTo), "%")
          : withUnit(
              [countedOn(facts, target.lines, periodTo), boughtBy(facts, target.lines, periodTo)],
              target.value.unit,
            );
      return [indicator.id, distinct([...found, ...moneyOf(facts, project, indicator, periodTo)])];
    }),
  );
}

const withUnit = (counts: readonly (Count | undefined)[], unit: string): readonly Offer[] =>
  counts.flatMap((count) =>
    count === undefined ? [] : [{ valueText: `${count.quantity}${unit}`, source: count.source }],
  );

const distinct = (offers: readonly Offer[]): readonly Offer[] =>
  offers.filter(
    ({ valueText }, index) => offers.findIndex((other) => other.valueText === valueText) === index,
  );

/** By what the name of an indicator says it measures. */
function sharesOf(
  facts: Facts,
  project: Project,
  indicator: Indicator,
  day: IsoDate,
): readonly (Count | undefined)[] {
  const { name, valueText, level1 } = indicator;
  if (numberOf(valueText)?.unit !== "%" || level1.includes("满意度")) return [];
  if (/执行率/.test(name)) return [executedShare(facts, project, day)];
  if (/验收|考核合格/.test(name)) return [acceptedShare(facts, project, indicator, day)];
  if (/(支付|付款|拨付)/.test(name)) return [paidInTime(facts, project, day)];
  return /覆盖率|配发率|发放率|配备率/.test(name) ? [coveredShare(facts, project, indicator, day)] : [];
}

/** 成本 in 元 or 万元: what was paid; a price per piece and month: the price that is in force. */
function moneyOf(facts: Facts, project: Project, indicator: Indicator, day: IsoDate): readonly Offer[] {
  const target = numberOf(indicator.valueText);
  if (target === undefined) return [];
  const { unit } = target;
  if (unit === "元" || unit === "万元") {
    if (!/成本|费|支出|金额|资金/.test(indicator.name)) return [];
    const paid = paidCentsBy(facts, project, day, indicator.budgetLineId);
    const line = indicator.budgetLineId === null ? undefined : facts.budgetLines.get(indicator.budgetLineId);
    const yuan = centsToDecimal(paid);
    const value = unit === "元" ? yuan : divideRounded([yuan], decimal("10000"), 4);
    return [
      {
        valueText: `${value}${unit}`,
        source: `${line?.name ?? "本项目"}到 ${day} 已付 ${formatYuan(paid)} 元`,
      },
    ];
  }
  if (!/^元\/.+月$/.test(unit) || indicator.budgetLineId === null) return [];
  return facts.budget.lineContracts(indicator.budgetLineId).flatMap(({ row, endDate, rentals }) => {
    if (row.state === "draft" || row.startDate > day) return [];
    return rentals.flatMap((rental) => {
      const price = segmentOn(rental.segments, minDate(day, endDate))?.unitPrice;
      return price === undefined
        ? []
        : [
            {
              valueText: `${price}${unit}`,
              source: `月租“${rental.row.name}”${day} 执行单价 ${price} 元/月`,
            },
          ];
    });
  });
}
