import { fundingAmount, fundingParts, fundingTotal } from "../budget/funding.ts";
import { fundNames } from "../budget/fundUse.ts";
import { type Cents, formatYuan, sumCents } from "../kernel/cents.ts";
import type { Project } from "../model/project.ts";
import type { Facts } from "../rules/facts.ts";
import { calledProject, type Draft } from "./draft.ts";
import { inWan } from "./wan.ts";

const kinds = ["currentAppropriation", "carryOver", "other"] as const;

/**
 * 年度预算安排: the year's money in 万元, its sources, and what each budget line uses of it. The parts add up to the whole as
 * they are printed.
 */
export function arrangementOf(facts: Facts, project: Project): Draft | undefined {
  const funding = facts.budget.fundingOf(project.id);
  const annual = fundingTotal(funding, "annual");
  if (annual === 0) return undefined;
  const lines = facts.budget
    .linesOf(project.id)
    .filter(({ amountCents }) => amountCents > 0)
    .toSorted((a, b) => a.seq - b.seq);
  const sources = kinds.flatMap((kind) => {
    const amountCents = fundingAmount(funding, "annual", kind);
    return amountCents === undefined || amountCents === 0 ? [] : [{ name: fundNames[kind], amountCents }];
  });
  const [only] = sources;
  const money =
    sources.length > 1
      ? `，其中${sources.map(({ name, amountCents }) => `${name}${inWan(amountCents)}万元`).join("、")}`
      : only?.amountCents === annual
        ? `，全部为${only.name}`
        : "";
  const uses = lines.map(({ name, amountCents }) => `${named(name)}${inWan(amountCents)}万元`).join("、");
  const unlike = (parts: string, cents: Cents): readonly string[] =>
    cents === annual
      ? []
      : [
          `${parts}合计 ${formatYuan(cents)} 元，与年度资金申请总额 ${formatYuan(annual)} 元不一致，请先改正。`,
        ];
  return {
    text: [
      `${calledProject(project.name)}经费${project.fiscalYear}年预算安排${inWan(annual)}万元${money}。`,
      ...(uses === "" ? [] : [`${lines.length > 1 ? "分别" : ""}用于${uses}。`]),
    ].join(""),
    from: ["资金来源", ...(uses === "" ? [] : ["预算明细"])],
    doubts: [
      ...(lines.length === 0 ? ["还没有预算明细，用途没有写。"] : []),
      ...(sources.length === 0 ? [] : unlike("资金来源", fundingParts(funding, "annual"))),
      ...(lines.length === 0 ? [] : unlike("预算明细", sumCents(lines.map((line) => line.amountCents)))),
    ],
  };
}

/** A name that ends with a digit would run into the amount behind it. */
const named = (name: string): string => (/[\d.]$/.test(name.trim()) ? `${name.trim()}计` : name.trim());
