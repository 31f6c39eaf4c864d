import type { IsoDate } from "../kernel/dates.ts";
import type { Vendor } from "../model/contract.ts";
import type { Invoice } from "../model/invoice.ts";
import type { Payment } from "../model/payment.ts";
import type { Facts } from "../rules/facts.ts";
import { plainCode } from "../rules/partyNames.ts";
import { points, type Reason } from "./score.ts";

export type Party = Readonly<{ vendor: Vendor; reason: Reason }>;

type Claim = Readonly<{ taxId: string; name: string; day: IsoDate; vendorId: string | null; role: string }>;

function partyOf(facts: Facts, { taxId, name, day, vendorId, role }: Claim): Party | undefined {
  const vendor =
    facts.vendorNames.find(taxId, name, day) ??
    (vendorId === null ? undefined : facts.rows.vendor.find((row) => row.id === vendorId));
  if (vendor === undefined) return undefined;
  const code = plainCode(taxId);
  if (code !== "" && code === plainCode(vendor.creditCode))
    return { vendor, reason: { text: `${role}税号与${vendor.name}一致`, points: points.taxId } };
  if (vendor.id === vendorId)
    return { vendor, reason: { text: `${role}已登记为${vendor.name}`, points: points.known } };
  return { vendor, reason: { text: `${role}名称与${vendor.name}一致`, points: points.name } };
}

export const sellerOf = (facts: Facts, invoice: Invoice): Party | undefined =>
  partyOf(facts, {
    taxId: invoice.sellerTaxId,
    name: invoice.sellerName,
    day: invoice.issueDate,
    vendorId: invoice.vendorId,
    role: "销方",
  });

export const payeeOf = (facts: Facts, payment: Payment): Party | undefined =>
  partyOf(facts, {
    taxId: payment.payeeTaxId,
    name: payment.payeeName,
    day: payment.requestedOn,
    vendorId: payment.vendorId,
    role: "收款方",
  });
