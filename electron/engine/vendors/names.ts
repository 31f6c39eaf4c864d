import type { ApiParsed } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import { plainName } from "#shared/text/plainName.ts";
import type { Context } from "../context.ts";
import { found } from "../store/found.ts";
import { newId } from "../store/newId.ts";
import { insertRow, removeRow, updateRow } from "../store/rows.ts";
import { findVendorName, listVendorNames, listVendors } from "../store/vendors.ts";
import { liveVendor } from "./liveVendor.ts";
import { vendorCalled } from "./sameVendor.ts";

type Draft = ApiParsed<"vendors.saveName">;

/** Saves an earlier or another name, with the days on which papers may carry it. A learned one becomes the officer's. */
export const saveVendorName = (context: Context, { id, ...draft }: Draft): Promise<Id> =>
  context.write(id === null ? "登记供应商曾用名" : "修改供应商曾用名", async (tx) => {
    const vendor = await liveVendor(tx, draft.vendorId);
    const span = { from: draft.validFrom, to: draft.validTo };
    if (span.from !== null && span.to !== null && span.from > span.to) throw backwards(draft.name);
    const others = (await listVendors(tx)).filter((row) => row.id !== vendor.id);
    const other = await vendorCalled(tx, others, draft.name, span);
    if (other !== undefined) throw taken(draft.name, other.name);
    const own = (await listVendorNames(tx, vendor.id)).filter((row) => row.id !== id);
    if ([vendor, ...own].some((row) => plainName(row.name) === plainName(draft.name)))
      throw known(draft.name);
    const row = { ...draft, name: draft.name.trim(), source: "manual" } as const;
    if (id === null) await insertRow(tx, "vendorName", { ...row, id: newId() });
    else await updateRow(tx, "vendorName", id, row);
    return vendor.id;
  });

/** Takes a name away, for instance one that was learned from a wrong match. */
export const removeVendorName = (context: Context, { id }: ApiParsed<"vendors.removeName">): Promise<Id> =>
  context.write("删除供应商曾用名", async (tx) => {
    const row = found(await findVendorName(tx, id), "vendorName", id);
    await removeRow(tx, "vendorName", id);
    return row.vendorId;
  });

const backwards = (name: string): UserError =>
  new UserError({
    code: "bad-request",
    message: `“${name}”的开始日期晚于结束日期，没有保存。`,
    hint: "请改正其中一个日期。",
  });

const taken = (name: string, vendor: string): UserError =>
  new UserError({
    code: "conflict",
    message: `“${name}”是供应商“${vendor}”的名称，没有保存。`,
    hint: "请核对：同一名称在同一时间只能属于一家供应商。",
  });

const known = (name: string): UserError =>
  new UserError({
    code: "conflict",
    message: `这家供应商已有名称“${name}”，没有保存。`,
    hint: "要改它的起止日期，请修改已有的那一条。",
  });
