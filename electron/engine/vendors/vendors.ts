import type { ApiParsed } from "#shared/api/contract.ts";
import type { VendorView } from "#shared/api/vendors.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import type { Context } from "../context.ts";
import { saveRow } from "../saveRow.ts";

/** 供应商 by name as Chinese sorts, with what was paid to them. */
export async function listVendors(context: Context): Promise<readonly VendorView[]> {
  const facts = await context.facts();
  const { vendor, vendorName, vendorAccount } = facts.rows;
  return vendor
    .map((row) => ({
      ...row,
      names: vendorName.filter((name) => name.vendorId === row.id),
      accounts: vendorAccount.filter((account) => account.vendorId === row.id),
      contractCount: facts.contracts.filter((contract) => contract.row.vendorId === row.id).length,
      paidCents: sumCents(
        facts.payments
          .filter((payment) => payment.isPaid && payment.row.vendorId === row.id)
          .map((payment) => payment.row.amountCents),
      ),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "zh-CN"));
}

export async function saveVendor(context: Context, draft: ApiParsed<"vendors.save">): Promise<void> {
  await context.write(draft.id === null ? "新增供应商" : "修改供应商", (tx) => saveRow(tx, "vendor", draft));
}
