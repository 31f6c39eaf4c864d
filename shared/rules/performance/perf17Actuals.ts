import { numberOf } from "../../indicators/completion.ts";
import { boughtBy, countedOn } from "../../indicators/known/counts.ts";
import { matchQuantities } from "../../indicators/quantities.ts";
import { compareDecimals } from "../../kernel/decimal.ts";
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
    "payment",
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
          if (compareDecimals(said.number, counted.quantity) === 0) return [];
          // What was bought and not all handed out yet is as good an answer.
          const bought = boughtBy(facts, lines, actual.periodTo);
          if (bought !== undefined && compareDecimals(said.number, bought.quantity) === 0) return [];
          return {
            subjects: ofBoth(project, indicator),
            figures: { actual: actual.valueText, quantity: counted.quantity, periodTo: actual.periodTo },
            message: `“${indicator.name}”截至${actual.periodTo}的实际值${actual.valueText}，台账${counted.quantity}${value.unit}。`,
            remedy: "请核对完成值，或补登设备增减、发放记录。",
            aspect: actual.periodTo,
          };
        }),
      );
    }),
});
