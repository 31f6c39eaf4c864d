import type { ApiParsed } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Mend, MendableTable } from "#shared/rules/finding.ts";
import type { Context } from "../context.ts";
import { updateRow } from "../store/rows.ts";
import type { Patch, WritableLedger } from "../store/types.ts";
import { findingOf } from "./decisions.ts";

/** 一键改正: writes what a finding says is right. Fails with `conflict` when the text is no longer the one that was found. */
export async function mend(context: Context, { findingKey }: ApiParsed<"checks.mend">): Promise<void> {
  const finding = await findingOf(context, findingKey);
  const found = finding.mend;
  if (found === undefined) {
    throw new UserError({ code: "refused", message: "这个问题不能一键改正。", hint: finding.remedy });
  }
  await context.write(`一键改正 ${finding.ruleId}`, (tx) => apply(tx, found));
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
