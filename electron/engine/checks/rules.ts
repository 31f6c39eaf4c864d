import type { RuleParamView, RuleView } from "#shared/api/checks.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { canonicalJson } from "#shared/kernel/canonicalJson.ts";
import { isIsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { type RuleEntry, ruleEntries } from "#shared/rules/catalogue.ts";
import type { Context } from "../context.ts";
import { saveRow } from "../saveRow.ts";
import { findRuleSetting, listRuleSettings, ruleSettingChanges } from "../store/checks.ts";
import { removeRow } from "../store/rows.ts";

type Input = ApiParsed<"checks.saveRule">;

/** The rule catalogue with what this office set, and who set it. */
export async function listRules({ ledger }: Context): Promise<readonly RuleView[]> {
  const [settings, changes] = [await listRuleSettings(ledger), await ruleSettingChanges(ledger)];
  const lastOf = new Map(changes.map((change) => [change.entityId, { by: change.actor, at: change.at }]));
  const idOf = new Map(settings.map(({ ruleId, id }) => [ruleId, id as string]));
  return ruleEntries(settings).map((entry) => ({
    ...entry,
    changed: lastOf.get(idOf.get(entry.id) ?? "") ?? null,
  }));
}

/**
 * Sets the severity and the parameters of a rule; a parameter set to null goes without a value, which turns the rule off.
 * Only what differs from the rule's own is kept, so that a rule set back to it follows the rule from then on.
 */
export async function saveRule(context: Context, input: Input): Promise<void> {
  const rule = ruleEntries().find((entry) => entry.id === input.ruleId);
  if (rule === undefined) throw badSetting(`没有规则 ${input.ruleId}。`, "请在规则清单中选择。");
  for (const [key, value] of Object.entries(input.params)) assertFits(rule, key, value);
  await context.write(`设置规则 ${rule.id}`, async (tx) => {
    const known = await findRuleSetting(tx, rule.id);
    const severity = input.severity === rule.defaultSeverity ? null : input.severity;
    const params = ownParams(rule, input.params);
    if (severity === null && Object.keys(params).length === 0) {
      if (known !== undefined) await removeRow(tx, "ruleSetting", known.id);
      return;
    }
    await saveRow(tx, "ruleSetting", {
      id: known?.id ?? null,
      ruleId: rule.id,
      severity,
      paramsJson: canonicalJson(params),
    });
  });
}

const ownParams = (rule: RuleEntry, params: Input["params"]): Input["params"] =>
  Object.fromEntries(
    Object.entries(params).filter(
      ([key, value]) => rule.params.find((param) => param.key === key)?.defaultValue !== value,
    ),
  );

/** A value of another kind would be taken for none, and the default would hold without a word. */
function assertFits(rule: RuleEntry, key: string, value: Input["params"][string]): void {
  const param = rule.params.find((row) => row.key === key);
  if (param === undefined) throw badSetting(`没有规则 ${rule.id} 的参数 ${key}。`, "请刷新规则清单后再试。");
  const wanted = value === null ? undefined : wantedInstead(param.kind, value);
  if (wanted !== undefined)
    throw badSetting(
      `规则 ${rule.id} 的“${param.label}”应为${wanted}，填写的是“${value}”。`,
      "请改正后再保存。",
    );
}

function wantedInstead(kind: RuleParamView["kind"], value: string | number): string | undefined {
  switch (kind) {
    case "text":
      return typeof value === "string" ? undefined : "文字";
    case "date":
      return typeof value === "string" && isIsoDate(value) ? undefined : "日期，例如 2022-12-25";
    case "cents":
    case "days":
    case "bp":
    case "count":
      return typeof value === "number" && Number.isSafeInteger(value) && value >= 0
        ? undefined
        : "不小于零的整数";
  }
}

const badSetting = (message: string, hint: string): UserError =>
  new UserError({ code: "bad-request", message, hint });
