import type { ApiParsed } from "#shared/api/contract.ts";
import { type BudgetSettings, budgetSettingKeys, budgetSettings } from "#shared/budget/settings.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { findSetting, listSettings } from "../store/office.ts";
import { insertRow, updateRow } from "../store/rows.ts";

export const getBudgetSettings = async ({ ledger }: Context): Promise<BudgetSettings> =>
  budgetSettings(await listSettings(ledger));

/** 结转资金先用或后用, and how many days ahead 即将到期 looks. */
export async function saveBudgetSettings(
  context: Context,
  values: ApiParsed<"budget.saveSettings">,
): Promise<void> {
  await context.write("设置预算执行", async (tx) => {
    for (const name of ["carryOver", "soonDays"] as const) {
      const key = budgetSettingKeys[name];
      const valueJson = JSON.stringify(values[name]);
      const known = await findSetting(tx, key);
      if (known === undefined) await insertRow(tx, "setting", { id: asId(`setting-${key}`), key, valueJson });
      else await updateRow(tx, "setting", known.id, { valueJson });
    }
  });
}
