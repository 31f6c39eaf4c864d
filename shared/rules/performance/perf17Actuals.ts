import { numberOf } from "../../indicators/completion.ts";
import { boughtBy, countedOn } from "../../indicators/known/counts.ts";
import { yearEnd } from "../../indicators/periods.ts";
import { matchQuantities, type QuantityTarget } from "../../indicators/quantities.ts";
import type { IsoDate } from "../../kernel/dates.ts";
import { compareDecimals } from "../../kernel/decimal.ts";
import type { Project } from "../../model/project.ts";
import { plainName } from "../../text/plainName.ts";
import type { Facts } from "../facts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofBoth } from "./about.ts";

export const perf17Actuals = defineRule({
  id: "PERF-17",
  name: "实际值与台账不符",
  area: "绩效",
  severity: "warn",
  description:
    "数量指标的完成值，或已定稿的自评表上的完成值，与账本里同期在租的数量、发放的数量不同。账本里没有数量记录的不查。",
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
    "payment",
    "filing",
    "filingVersion",
  ],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const { targets } = matchQuantities(
        facts.budget.linesOf(project.id),
        facts.texts.indicatorsOf(project.id),
      );
      const end = yearEnd(project.fiscalYear);
      const papers = facts.texts.evaluationsHandedInOf(project.id);
      return targets.flatMap((target) => {
        const { indicator, value } = target;
        const own = facts.texts.actualsOf(indicator.id);
        const ownAtEnd = own.filter(({ periodTo }) => periodTo === end);
        const handedIn = papers.flatMap(({ name, indicators }) =>
          indicators
            .filter((row) => plainName(row.name) === plainName(indicator.name))
            // What a paper says as the ledger does was found there.
            .filter(({ actual }) => !ownAtEnd.some(({ valueText }) => isSameNumber(valueText, actual)))
            .flatMap(({ actual }) => hitOf(facts, project, target, { valueText: actual, periodTo: end }))
            .map((hit) => ({
              ...hit,
              figures: { ...hit.figures, paper: name },
              message: `${name}的${hit.message}`,
              texts: [
                { paper: name, place: `${indicator.name}的实际完成值`, text: `${hit.figures.actual}` },
                {
                  paper: "绩效自评表",
                  place: `${indicator.name}的台账数`,
                  text: `${hit.figures.quantity}${value.unit}`,
                },
              ],
              aspect: `${name}|${end}`,
            })),
        );
        return [...own.flatMap((said) => hitOf(facts, project, target, said)), ...handedIn];
      });
    }),
});

/** A paper has a value as it is printed: 27台 of 27 台. */
function isSameNumber(one: string, other: string): boolean {
  const [some, others] = [numberOf(one), numberOf(other)];
  return some !== undefined && others !== undefined && compareDecimals(some.number, others.number) === 0;
}

function hitOf(
  facts: Facts,
  project: Project,
  { indicator, value, lines }: QuantityTarget,
  { valueText, periodTo }: Readonly<{ valueText: string; periodTo: IsoDate }>,
): readonly Hit[] {
  const said = numberOf(valueText);
  const counted = countedOn(facts, lines, periodTo);
  if (said === undefined || counted === undefined || periodTo > facts.asOf) return [];
  if (compareDecimals(said.number, counted.quantity) === 0) return [];
  // What was bought and not all handed out yet is as good an answer.
  const bought = boughtBy(facts, lines, periodTo);
  if (bought !== undefined && compareDecimals(said.number, bought.quantity) === 0) return [];
  return [
    {
      subjects: ofBoth(project, indicator),
      figures: { actual: valueText, quantity: counted.quantity, periodTo },
      message: `“${indicator.name}”截至${periodTo}的实际值${valueText}，台账${counted.quantity}${value.unit}。`,
      remedy: "请核对完成值，或补登设备增减、发放记录。",
      aspect: periodTo,
    },
  ];
}
