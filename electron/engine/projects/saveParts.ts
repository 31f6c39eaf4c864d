import type { ApiParsed } from "#shared/api/contract.ts";
import { calculatedAmount } from "#shared/budget/calculatedAmount.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { savePart } from "../saveRow.ts";
import { newId } from "../store/newId.ts";
import { insertRow, removeRow, updateRow, voidRow } from "../store/rows.ts";

/** Saves 资金来源: what is not named any more is taken away. */
export async function saveFunding(context: Context, input: ApiParsed<"projects.saveFunding">): Promise<Id> {
  await context.write("修改资金来源", async (tx) => {
    const present = await tx.read
      .selectFrom("fundingSource")
      .selectAll()
      .where("projectId", "=", input.projectId)
      .execute();
    for (const source of input.sources) {
      const old = present.find((row) => row.scope === source.scope && row.kind === source.kind);
      if (old === undefined) {
        await insertRow(tx, "fundingSource", { id: newId(), projectId: input.projectId, ...source });
      } else {
        await updateRow(tx, "fundingSource", old.id, { amountCents: source.amountCents });
      }
    }
    for (const old of present) {
      const kept = input.sources.some((source) => source.scope === old.scope && source.kind === old.kind);
      if (!kept) await removeRow(tx, "fundingSource", old.id);
    }
  });
  return input.projectId;
}

/** Saves a 预算明细; its amount must be quantity × price × periods where these are given (rule BUD-04). */
export async function saveBudgetLine(
  context: Context,
  draft: ApiParsed<"projects.saveBudgetLine">,
): Promise<Id> {
  const expected = calculatedAmount(draft);
  if (expected !== undefined && expected !== draft.amountCents) {
    throw new UserError({
      code: "refused",
      message: `“${draft.name}”的测算金额应为${formatYuan(expected)}元，填写的是${formatYuan(draft.amountCents)}元。`,
      hint: "请修改金额，或修改数量、单价、期数。",
    });
  }
  await context.write(draft.id === null ? "新增预算明细" : "修改预算明细", (tx) =>
    savePart(tx, "budgetLine", draft),
  );
  return draft.projectId;
}

export async function saveIndicator(
  context: Context,
  draft: ApiParsed<"projects.saveIndicator">,
): Promise<Id> {
  await context.write(draft.id === null ? "新增绩效指标" : "修改绩效指标", (tx) =>
    savePart(tx, "indicator", draft),
  );
  return draft.projectId;
}

export async function savePolicy(context: Context, draft: ApiParsed<"projects.savePolicy">): Promise<Id> {
  await context.write(draft.id === null ? "新增立项依据" : "修改立项依据", (tx) =>
    savePart(tx, "policyBasis", draft),
  );
  return draft.projectId;
}

export async function removePolicy(
  context: Context,
  { id }: ApiParsed<"projects.removePolicy">,
): Promise<Id> {
  return context.write("删除立项依据", async (tx) => {
    const row = await projectOf(tx.read.selectFrom("policyBasis").select("projectId").where("id", "=", id));
    await removeRow(tx, "policyBasis", id);
    return row;
  });
}

export async function saveSection(context: Context, input: ApiParsed<"projects.saveSection">): Promise<Id> {
  return context.write("修改情况说明", async (tx) => {
    const section = await updateRow(tx, "narrativeSection", input.id, { body: input.body });
    return section.projectId;
  });
}

export async function voidPart(
  context: Context,
  table: "budgetLine" | "indicator",
  input: ApiParsed<"projects.voidBudgetLine">,
): Promise<Id> {
  return context.write(table === "budgetLine" ? "作废预算明细" : "作废绩效指标", async (tx) => {
    const row = await voidRow(tx, table, input.id, input.reason);
    return row.projectId;
  });
}

const projectOf = async (query: {
  executeTakeFirst: () => Promise<{ projectId: Id } | undefined>;
}): Promise<Id> => {
  const row = await query.executeTakeFirst();
  if (row === undefined) {
    throw new UserError({
      code: "not-found",
      message: "找不到这条记录。",
      hint: "它可能刚被改动，请刷新后再试。",
    });
  }
  return row.projectId;
};
