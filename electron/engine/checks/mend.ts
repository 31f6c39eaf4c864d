import type { ApiParsed } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { asId } from "#shared/kernel/id.ts";
import { checkScope } from "#shared/rules/check.ts";
import type { Finding, Mend, MendableTable } from "#shared/rules/finding.ts";
import { ledgerScope } from "#shared/rules/scope.ts";
import type { Context } from "../context.ts";
import { updateRow } from "../store/rows.ts";
import type { Patch, WritableLedger } from "../store/types.ts";
import { findingOf, gone } from "./decisions.ts";

/** 一键改正: writes what a finding says is right. Fails with `conflict` when the text is no longer the one that was found. */
export async function mend(context: Context, { findingKey }: ApiParsed<"checks.mend">): Promise<void> {
  const finding = await findingOf(context, findingKey);
  const found = finding.mend;
  if (found === undefined) {
    throw new UserError({ code: "refused", message: "这个问题不能一键改正。", hint: finding.remedy });
  }
  await context.write(`一键改正 ${finding.ruleId}`, (tx) => apply(tx, found));
}

/**
 * Everything of these findings that a click can put right, in one step, so that one undo takes it back. What nobody finds any
 * more, perhaps because another mend put it right, needs none. Fails with `not-found` when none is left from the start.
 */
export async function mendMany(
  context: Context,
  { findingKeys }: ApiParsed<"checks.mendMany">,
): Promise<void> {
  const wanted = new Set(findingKeys);
  const found = (await context.check(await context.facts())).filter(({ key }) => wanted.has(key));
  if (found.length === 0) throw gone();
  const rules = new Set(found.map(({ ruleId }) => ruleId));
  await context.write("全部一键改正", async (tx) => {
    let round = mendsByText(found, wanted);
    while (round.size > 0) {
      for (const [key, mended] of round.values()) {
        await apply(tx, mended);
        wanted.delete(key);
      }
      const facts = await context.factsIn(tx, context.clock.today());
      const now = checkScope(facts, ledgerScope(facts), (rule) => rules.has(rule.id));
      round = mendsByText(now, wanted);
    }
  });
}

/** A mend says the whole text, so of one text there is one at a time. */
function mendsByText(
  findings: readonly Finding[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, readonly [key: string, mend: Mend]> {
  return new Map(
    findings.flatMap(({ key, mend: found }) =>
      found === undefined || !wanted.has(key)
        ? []
        : [[`${found.entity} ${found.id} ${found.field}`, [key, found]]],
    ),
  );
}

async function apply(tx: WritableLedger, found: Mend): Promise<void> {
  const { entity, field, from, to } = found;
  const row = await tx.read
    .selectFrom(entity as MendableTable)
    .selectAll()
    .where("id", "=", asId(found.id))
    .executeTakeFirst();
  const columns: Readonly<Record<string, unknown>> = row ?? {};
  if (columns[field] !== from) {
    throw new UserError({
      code: "conflict",
      message: "原文已经改动，没有改正。",
      hint: "请重新核对。",
    });
  }
  await updateRow<MendableTable>(tx, entity, asId(found.id), { [field]: to } as Patch<MendableTable>);
}
