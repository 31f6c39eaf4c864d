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
      const papers = facts.texts.evaluationsHandedInOf(project);
      return targets.flatMap((target) => {
        const { indicator } = target;
        const own = facts.texts.actualsOf(indicator.id);
        // What a paper says as the ledger does was found there.
        const handedIn = papers.flatMap(({ name, indicators }) =>
          indicators
            .filter((row) => plainName(row.name) === plainName(indicator.name))
            .filter(({ actual }) => !own.some((row) => row.periodTo === end && row.valueText === actual))
            .map(({ actual }) => ({ paper: name, valueText: actual, periodTo: end })),
        );
        return [...own, ...handedIn].flatMap((said) => ofValue(facts, project, target, said));
      });
    }),
});

type Said = Readonly<{ valueText: string; periodTo: IsoDate; paper?: string }>;

function ofValue(
  facts: Facts,
  project: Project,
  { indicator, value, lines }: QuantityTarget,
  { valueText, periodTo, paper = "" }: Said,
): readonly Hit[] {
  const said = numberOf(valueText);
  const counted = countedOn(facts, lines, periodTo);
  if (said === undefined || counted === undefined || periodTo > facts.asOf) return [];
  if (compareDecimals(said.number, counted.quantity) === 0) return [];
  // What was bought and not all handed out yet is as good an answer.
  const bought = boughtBy(facts, lines, periodTo);
  if (bought !== undefined && compareDecimals(said.number, bought.quantity) === 0) return [];
  const ledger = `${counted.quantity}${value.unit}`;
  return [
    {
      subjects: ofBoth(project, indicator),
      figures: {
        actual: valueText,
        quantity: counted.quantity,
        periodTo,
        ...(paper === "" ? {} : { paper }),
      },
      message: `${paper === "" ? "" : `${paper}的`}“${indicator.name}”截至${periodTo}的实际值${valueText}，台账${ledger}。`,
      remedy: "请核对完成值，或补登设备增减、发放记录。",
      ...(paper === ""
        ? { aspect: periodTo }
        : {
            aspect: `${paper}|${periodTo}`,
            texts: [
              { paper, place: `${indicator.name}的实际完成值`, text: valueText },
              { paper: "绩效自评表", place: `${indicator.name}的台账数`, text: ledger },
            ],
          }),
    },
  ];
}
