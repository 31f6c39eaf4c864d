import { parseJson } from "../kernel/parseJson.ts";
import type { Setting } from "../model/office.ts";

/** 结转资金先用或后用. */
export const carryOverOrders = ["first", "last"] as const;
export type CarryOverOrder = (typeof carryOverOrders)[number];

/** What an office chose about its budget; under these keys in the table of settings. */
export type BudgetSettings = Readonly<{
  carryOver: CarryOverOrder;
  /** How many days ahead what is due is announced. */
  soonDays: number;
}>;

export const budgetSettingKeys = { carryOver: "budget.carryOver", soonDays: "due.soonDays" } as const;

/** Carry-over funds are to be used up first, or they are called back; two weeks are enough for the papers of a payment. */
export const usualBudgetSettings: BudgetSettings = { carryOver: "first", soonDays: 15 };

export const mostSoonDays = 366;

/** As this office set them; the usual where it set nothing, or nothing that can be read. */
export function budgetSettings(rows: readonly Setting[]): BudgetSettings {
  const carryOver = settingValue(rows, budgetSettingKeys.carryOver);
  const soonDays = settingValue(rows, budgetSettingKeys.soonDays);
  return {
    carryOver: carryOverOrders.find((order) => order === carryOver) ?? usualBudgetSettings.carryOver,
    soonDays: isDays(soonDays) ? soonDays : usualBudgetSettings.soonDays,
  };
}

const isDays = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= mostSoonDays;

function settingValue(rows: readonly Setting[], key: string): unknown {
  const row = rows.find((setting) => setting.key === key);
  return row && parseJson(row.valueJson);
}
