import type { ApiParsed } from "#shared/api/contract.ts";
import { assertHeld, multiplyToCents } from "#shared/kernel/cents.ts";
import { addDays, type IsoDate } from "#shared/kernel/dates.ts";
import { compareDecimals, decimal } from "#shared/kernel/decimal.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ContractPrice } from "#shared/model/contract.ts";
import type { Context } from "../context.ts";
import { savePart } from "../saveRow.ts";
import { pricesOf } from "../store/agreements.ts";
import { removeRow, updateRow } from "../store/rows.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";
import { contractParts } from "./contractParts.ts";

type Draft = ApiParsed<"contracts.savePrice">;

const zero = decimal("0");
const start = "0000-01-01" as IsoDate;
const forever = "9999-12-31" as IsoDate;

/**
 * Saves an agreed unit price. A new one of the same name ends the one that was open on the day before; two that would
 * hold on one day are refused, and so is another price where work was measured by the present one.
 */
export async function savePrice(context: Context, draft: Draft): Promise<Id> {
  assertPrice(draft);
  return context.write(draft.id === null ? "登记约定单价" : "修改约定单价", async (tx) => {
    await contractParts(tx, draft.contractId);
    if (draft.id !== null) await assertNotMeasured(tx, draft.id, draft);
    await endBefore(tx, draft);
    await assertAlone(tx, draft);
    await savePart(tx, "contractPrice", draft);
    return draft.contractId;
  });
}

export async function removePrice(context: Context, { id }: Readonly<{ id: Id }>): Promise<Id> {
  return context.write("删除约定单价", async (tx) => {
    const { contractId } = await priceOf(tx, id);
    await assertNotMeasured(tx, id, null);
    await removeRow(tx, "contractPrice", id);
    return contractId;
  });
}

function assertPrice({ name, unitPrice, validFrom, validTo }: Draft): void {
  if (compareDecimals(unitPrice, zero) < 0)
    throw new UserError({
      code: "bad-request",
      message: `“${name}”的单价为负数。`,
      hint: "请改正单价。",
    });
  assertHeld(`“${name}”的单价 ${unitPrice} 元`, multiplyToCents(unitPrice));
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    throw new UserError({
      code: "bad-request",
      message: `“${name}”的单价止于 ${validTo}，早于开始的 ${validFrom}。`,
      hint: "请改正其中一个日期。",
    });
}

async function endBefore(tx: WritableLedger, draft: Draft): Promise<void> {
  const { id, contractId, name, validFrom } = draft;
  if (id !== null || validFrom === null) return;
  const open = (await pricesOf(tx, contractId)).filter(
    (row) => row.name === name && row.validTo === null && (row.validFrom ?? start) < validFrom,
  );
  for (const row of open) await updateRow(tx, "contractPrice", row.id, { validTo: addDays(validFrom, -1) });
}

async function assertAlone(tx: ReadableLedger, { id, contractId, name, validFrom, validTo }: Draft) {
  const other = (await pricesOf(tx, contractId)).find(
    (row) =>
      row.id !== id &&
      row.name === name &&
      (row.validFrom ?? start) <= (validTo ?? forever) &&
      (row.validTo ?? forever) >= (validFrom ?? start),
  );
  if (other === undefined) return;
  throw new UserError({
    code: "conflict",
    message: `“${name}”已有单价${other.unitPrice}元（${validityText(other)}），有效期重叠。`,
    hint: "请改正有效期，使同一天只有一个单价。",
  });
}

async function assertNotMeasured(tx: ReadableLedger, id: Id, draft: Draft | null): Promise<void> {
  const row = await priceOf(tx, id);
  if (draft !== null && compareDecimals(draft.unitPrice, row.unitPrice) === 0) return;
  const used = await tx.read
    .selectFrom("measuredItem")
    .select("id")
    .where("contractPriceId", "=", id)
    .executeTakeFirst();
  if (used === undefined) return;
  throw new UserError({
    code: "refused",
    message: `“${row.name}”的单价${row.unitPrice}元已用于据实计量，不能${draft === null ? "删除" : "改价"}。`,
    hint: "价格变更的，请新增一条单价并写明起始日期，原单价会自动止于前一天。",
  });
}

async function priceOf(ledger: ReadableLedger, id: Id): Promise<ContractPrice> {
  const row = await ledger.read
    .selectFrom("contractPrice")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  if (row !== undefined) return row;
  throw new UserError({ code: "not-found", message: "找不到这条约定单价。", hint: "请刷新后再试。" });
}

/** When a price holds, to stand behind "只在" or alone. */
export function validityText({ validFrom, validTo }: Pick<ContractPrice, "validFrom" | "validTo">): string {
  if (validFrom !== null && validTo !== null) return `${validFrom} 至 ${validTo} `;
  if (validFrom !== null) return ` ${validFrom} 及以后`;
  return validTo === null ? "整个合同期限" : ` ${validTo} 及以前`;
}
