import type { ApiParsed } from "#shared/api/contract.ts";
import { formatDateText } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { VendorAccount } from "#shared/model/contract.ts";
import { plainAccountNo } from "#shared/text/accountNo.ts";
import type { Context } from "../context.ts";
import { found } from "../store/found.ts";
import { newId } from "../store/newId.ts";
import { listPayments } from "../store/payments.ts";
import { insertRow, removeRow, updateRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { findVendorAccount, listVendorAccounts, listVendors } from "../store/vendors.ts";
import { liveVendor } from "./liveVendor.ts";

/** Registers an account beside those there are. Refused when it is another vendor's, or is there already. */
export const addAccount = (context: Context, draft: ApiParsed<"vendors.addAccount">): Promise<Id> =>
  context.write("登记供应商账户", async (tx) => {
    const vendor = await liveVendor(tx, draft.vendorId);
    const accountNo = plainAccountNo(draft.accountNo);
    if (!/^[0-9A-Z]{5,40}$/i.test(accountNo)) throw noNumber(draft.accountNo);
    await refuseKnown(tx, vendor.id, accountNo);
    await insertRow(tx, "vendorAccount", { ...draft, accountNo, id: newId(), validTo: null });
    return vendor.id;
  });

/** The last day on which an account is used. It stays: what was paid to it was paid to it. */
export const endAccount = (context: Context, input: ApiParsed<"vendors.endAccount">): Promise<Id> =>
  context.write("停用供应商账户", async (tx) => {
    const account = found(await findVendorAccount(tx, input.id), "vendorAccount", input.id);
    if (account.validTo !== null) throw ended(account);
    await updateRow(tx, "vendorAccount", account.id, { validTo: input.validTo });
    return account.vendorId;
  });

/** Takes away an account that was typed wrong. Refused once a payment names it. */
export const removeAccount = (context: Context, { id }: ApiParsed<"vendors.removeAccount">): Promise<Id> =>
  context.write("删除供应商账户", async (tx) => {
    const account = found(await findVendorAccount(tx, id), "vendorAccount", id);
    const number = plainAccountNo(account.accountNo);
    const payment = (await listPayments(tx)).find((row) => plainAccountNo(row.payeeAccountNo) === number);
    if (payment !== undefined) throw used(account, payment.paymentNo);
    await removeRow(tx, "vendorAccount", id);
    return account.vendorId;
  });

async function refuseKnown(tx: WritableLedger, vendorId: Id, accountNo: string): Promise<void> {
  const live = new Map((await listVendors(tx)).map((row) => [row.id, row.name]));
  const same = (await listVendorAccounts(tx)).find(
    (row) => live.has(row.vendorId) && plainAccountNo(row.accountNo) === accountNo && row.validTo === null,
  );
  if (same === undefined) return;
  const isOwn = same.vendorId === vendorId;
  throw new UserError({
    code: "conflict",
    message: isOwn
      ? `账号 ${accountNo} 已经登记，没有保存。`
      : `账号 ${accountNo} 已登记在供应商“${live.get(same.vendorId) ?? ""}”名下，没有保存。`,
    hint: isOwn ? "不需要再登记。" : "两家供应商不应共用一个账户，请向对方核实后再登记。",
  });
}

const noNumber = (accountNo: string): UserError =>
  new UserError({
    code: "bad-request",
    message: `“${accountNo}”不是账号，没有保存。`,
    hint: "账号由数字（个别含字母）组成，请照开户许可证或发票填写。",
  });

const ended = ({ accountNo, validTo }: VendorAccount): UserError =>
  new UserError({
    code: "refused",
    message: `账号 ${accountNo} 已于${validTo === null ? "" : formatDateText(validTo)}停用。`,
    hint: "重新启用的，请再登记一次这个账户。",
  });

const used = ({ accountNo }: VendorAccount, paymentNo: string): UserError =>
  new UserError({
    code: "refused",
    message: `账号 ${accountNo} 已用于付款 ${paymentNo}，不能删除。`,
    hint: "不再使用的，请改为停用并填写停用日期。",
  });
