import { procurementNames } from "../../budget/words.ts";
import type { Cents } from "../../kernel/cents.ts";
import type { BudgetLine } from "../../model/project.ts";
import type { ContractFact } from "../contractFacts.ts";
import type { Facts } from "../facts.ts";
import type { RuleParam } from "../rule.ts";

export type PurchaseKind = Exclude<BudgetLine["procurementType"], "none">;

/** A signed contract as a purchase of its budget year. */
export type Purchase = Readonly<{
  contract: ContractFact;
  year: number;
  kind: PurchaseKind;
  /** 品目 of the budget line; "" where none is written. */
  item: string;
  /** The sum when it was signed; supplements are CON-04's matter. */
  cents: Cents;
}>;

/** What was bought by contract. Calls under a framework were bought with the framework. */
export const purchasesOf = (facts: Facts): readonly Purchase[] =>
  facts.contracts.flatMap((contract) => purchaseOf(facts, contract) ?? []);

export function purchaseOf(facts: Facts, contract: ContractFact): Purchase | undefined {
  const { state, amountCents, projectId, budgetLineId } = contract.row;
  const year = facts.projects.get(projectId)?.fiscalYear;
  const line = facts.budgetLines.get(budgetLineId);
  if (state === "draft" || amountCents === null || amountCents === 0) return undefined;
  if (year === undefined || line === undefined || line.procurementType === "none") return undefined;
  if (contract.isCallOff) return undefined;
  const { procurementType: kind, procurementItem } = line;
  return { contract, year, kind, item: procurementItem.trim(), cents: amountCents };
}

export const kindNames: Readonly<Record<PurchaseKind, string>> = procurementNames;

const limit = (kind: PurchaseKind) =>
  ({
    label: `${procurementNames[kind]}的采购限额标准`,
    kind: "cents",
    default: null,
    confirmed: false,
  }) as const satisfies RuleParam;

/** 采购限额标准 by kind: no value is known to hold everywhere. */
export const limitParams = {
  goodsCents: limit("goods"),
  worksCents: limit("works"),
  servicesCents: limit("services"),
} as const;

export const limitOf = (
  kind: PurchaseKind,
  limits: Readonly<Record<keyof typeof limitParams, number>>,
): number => limits[`${kind}Cents`];
