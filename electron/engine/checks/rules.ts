import type { RuleView } from "#shared/api/checks.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { canonicalJson } from "#shared/kernel/canonicalJson.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { ruleEntries } from "#shared/rules/catalogue.ts";
import type { Context } from "../context.ts";
import { saveRow } from "../saveRow.ts";
import { findRuleSetting, listRuleSettings } from "../store/checks.ts";

/** The rule catalogue with what this office set. */
export const listRules = async (context: Context): Promise<readonly RuleView[]> =>
  ruleEntries(await listRuleSettings(context.ledger));

/** Sets the severity and the parameters of a rule; a parameter set to null goes without a value, which turns the rule off. */
export async function saveRule(context: Context, input: ApiParsed<"checks.saveRule">): Promise<void> {
  const rule = ruleEntries().find((entry) => entry.id === input.ruleId);
  const unknown = Object.keys(input.params).find((key) => rule?.params.every((param) => param.key !== key));
  if (rule === undefined || unknown !== undefined) {
    throw new UserError({
      code: "bad-request",
      message: `没有规则 ${input.ruleId}${unknown === undefined ? "" : ` 的参数 ${unknown}`}。`,
    });
  }
  await context.write(`设置规则 ${rule.id}`, async (tx) => {
    const known = await findRuleSetting(tx, rule.id);
    await saveRow(tx, "ruleSetting", {
      id: known?.id ?? null,
      ruleId: rule.id,
      severity: input.severity,
      paramsJson: canonicalJson(input.params),
    });
  });
}
