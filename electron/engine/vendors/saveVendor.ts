import type { ApiParsed } from "#shared/api/contract.ts";
import { addDays, formatDateText, type IsoDate, maxDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { saveRow } from "../saveRow.ts";
import { newId } from "../store/newId.ts";
import { insertRow, updateRow, voidRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { listVendorNames } from "../store/vendors.ts";
import { liveVendor } from "./liveVendor.ts";
import { refuseSameVendor } from "./sameVendor.ts";

/** Saves a vendor under its present name. Fails with `conflict`, and says with whom, when name or code are another's. */
export async function saveVendor(context: Context, draft: ApiParsed<"vendors.save">): Promise<Id> {
  const name = draft.name.trim();
  // Codes are typed in either case and copied with spaces; nothing typed is no code.
  const creditCode = (draft.creditCode ?? "").replace(/\s/g, "").toUpperCase() || null;
  return context.write(draft.id === null ? "新增供应商" : "修改供应商", async (tx) => {
    await refuseSameVendor(tx, { id: draft.id, name, creditCode }, context.clock.today());
    return saveRow(tx, "vendor", { ...draft, name, creditCode });
  });
}

/**
 * Calls a vendor by a new name from a day on; the name it had stays with it until the day before, from when the name
 * before that one ended. Refused for a day on which it did not yet have the name it has.
 */
export const renameVendor = (
  context: Context,
  { id, name: given, from }: ApiParsed<"vendors.rename">,
): Promise<Id> =>
  context.write("供应商更名", async (tx) => {
    const name = given.trim();
    const before = await liveVendor(tx, id);
    if (before.name === name) return id;
    await refuseSameVendor(tx, { id, name, creditCode: before.creditCode }, context.clock.today());
    const validFrom = await presentSince(tx, id);
    if (validFrom !== null && from <= validFrom) throw tooEarly(before.name, validFrom);
    await insertRow(tx, "vendorName", {
      id: newId(),
      vendorId: id,
      name: before.name,
      validFrom,
      validTo: addDays(from, -1),
      source: "manual",
    });
    await updateRow(tx, "vendor", id, { name });
    return id;
  });

/** The day after the last of its earlier names ended; null where it never had another. Names learned from papers end never. */
async function presentSince(tx: WritableLedger, vendorId: Id): Promise<IsoDate | null> {
  const ends = (await listVendorNames(tx, vendorId)).flatMap(({ validTo }) => validTo ?? []);
  return ends.length === 0 ? null : addDays(ends.reduce(maxDate), 1);
}

const tooEarly = (name: string, since: IsoDate): UserError =>
  new UserError({
    code: "bad-request",
    message: `这家供应商从${formatDateText(since)}起才叫“${name}”，新名称要在那之后启用，没有保存。`,
    hint: "请核对更名日期；以前的名称登记错的，请先在曾用名里改正起止日期。",
  });

/** The ledger refuses it while a contract, an invoice or a payment names the vendor. */
export async function voidVendor(context: Context, input: ApiParsed<"vendors.void">): Promise<void> {
  await context.write("作废供应商", (tx) => voidRow(tx, "vendor", input.id, input.reason));
}
