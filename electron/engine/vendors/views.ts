import type { VendorContract, VendorDetail, VendorView } from "#shared/api/vendors.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Vendor, VendorAccount } from "#shared/model/contract.ts";
import type { ContractFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { groupBy } from "#shared/rules/indexing.ts";
import { plainAccountNo } from "#shared/text/accountNo.ts";
import type { Context } from "../context.ts";
import { noSuchVendor } from "./liveVendor.ts";

/** 供应商 by name as Chinese sorts, with what was paid to them. */
export async function listVendors(context: Context): Promise<readonly VendorView[]> {
  const facts = await context.facts();
  const view = vendorViews(facts);
  return facts.rows.vendor.map(view).toSorted((a, b) => a.name.localeCompare(b.name, "zh-CN"));
}

export async function getVendor(context: Context, id: Id): Promise<VendorDetail> {
  const facts = await context.facts();
  const vendor = facts.rows.vendor.find((row) => row.id === id);
  if (vendor === undefined) throw noSuchVendor();
  const view = vendorViews(facts)(vendor);
  return {
    ...view,
    contracts: facts.contracts.filter(({ row }) => row.vendorId === id).map(contractOf(facts)),
    lastPaid: view.accounts.flatMap((account) => lastPaidTo(facts, account)),
  };
}

function vendorViews(facts: Facts): (vendor: Vendor) => VendorView {
  const { vendorName, vendorAccount } = facts.rows;
  const names = groupBy(
    vendorName.toSorted((a, b) => compareText(b.validTo ?? "9999", a.validTo ?? "9999")),
    (row) => row.vendorId,
  );
  const accounts = groupBy(vendorAccount.toSorted(inUseFirst), (row) => row.vendorId);
  const contracts = groupBy(facts.contracts, ({ row }) => row.vendorId);
  const paid = groupBy(
    facts.payments.filter((payment) => payment.isPaid),
    ({ row }) => row.vendorId,
  );
  return (vendor) => ({
    ...vendor,
    names: names.of(vendor.id),
    accounts: accounts.of(vendor.id),
    contractCount: contracts.of(vendor.id).length,
    paidCents: sumCents(paid.of(vendor.id).map(({ row }) => row.amountCents)),
  });
}

const inUseFirst = (a: VendorAccount, b: VendorAccount): number =>
  compareText(b.validTo ?? "9999", a.validTo ?? "9999") ||
  compareText(b.validFrom ?? "", a.validFrom ?? "") ||
  compareText(a.accountNo, b.accountNo);

const contractOf =
  (facts: Facts) =>
  (contract: ContractFact): VendorContract => {
    const { id, contractNo, name, startDate, endDate, state } = contract.row;
    const uses = facts.usesOfContract.of(contract).filter(({ payment }) => payment.isPaid);
    return {
      ...{ id, contractNo, name, startDate, endDate, state },
      totalCents: contract.sumCents,
      paidCents: sumCents(uses.map(({ use }) => use.cents)),
    };
  };

function lastPaidTo(
  facts: Facts,
  account: VendorAccount,
): readonly Readonly<{ accountId: Id; on: IsoDate }>[] {
  const days = facts.payments
    .filter(
      ({ isPaid, row }) => isPaid && plainAccountNo(row.payeeAccountNo) === plainAccountNo(account.accountNo),
    )
    .map(({ payDate }) => payDate)
    .toSorted();
  const on = days.at(-1);
  return on === undefined ? [] : [{ accountId: account.id, on }];
}
