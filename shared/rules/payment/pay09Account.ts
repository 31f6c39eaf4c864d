import { daysBetween, formatDateText, type IsoDate } from "../../kernel/dates.ts";
import type { Vendor, VendorAccount } from "../../model/contract.ts";
import type { Invoice } from "../../model/invoice.ts";
import { plainName } from "../../text/plainName.ts";
import type { Facts } from "../facts.ts";
import { type Groups, groupBy, indexBy, lazyGroups, lazyLookup } from "../indexing.ts";
import { hitsIn, hitsInUses } from "../looking.ts";
import { plainCode } from "../partyNames.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofInvoice, ofPayment } from "../words.ts";
import { otherPayeeAllowed } from "./otherPayee.ts";

export const pay09Account = defineRule({
  id: "PAY-09",
  name: "销方≠收款方；账户不符",
  area: "付款",
  severity: "block",
  description:
    "发票销方不是收款方（没有委托收款等文件），或收款账号不是备案中付款日有效的账号（阻断）；账户启用不久，或备案户名不是收款方（警告）。没有备案账户的收款方不查账号。",
  basis: "票款一致：谁开票，款付给谁；单位内部控制：变更收款账户应先核实",
  reads: [
    "payment",
    "allocation",
    "invoice",
    "vendor",
    "vendorName",
    "vendorAccount",
    "approval",
    "filedPaper",
  ],
  params: {
    newWithinDays: { label: "账户启用多少天内付款要提醒", kind: "days", default: 30, confirmed: false },
  },
  check: (facts, { newWithinDays }, { payments }) => {
    const isAllowed = otherPayeeAllowed(facts);
    const accounts = lazyGroups(() => groupBy(facts.rows.vendorAccount, (row) => row.vendorId));
    const vendors = lazyLookup(() => indexBy(facts.rows.vendor, (row): string => row.id));
    const vendorOf = ({ row, payDate }: PaymentFact) =>
      vendors.get(row.vendorId ?? "") ?? facts.vendorNames.find(row.payeeTaxId, row.payeeName, payDate);
    const known = { facts, accounts, newWithinDays };
    return [
      ...hitsInUses(
        payments,
        (payment) => payment.invoiceUses,
        ({ of, cents }, payment) =>
          cents > 0 &&
          payment.row.amountCents > 0 &&
          !isPayee(facts, payment, vendorOf, of) &&
          !isAllowed(payment)
            ? otherSeller(payment, of)
            : undefined,
      ),
      ...hitsIn(payments, (payment) => {
        if (payment.row.amountCents <= 0 || payment.row.payeeAccountNo === "") return undefined;
        const vendor = vendorOf(payment);
        return vendor && accountHit(payment, vendor, known);
      }),
    ];
  },
});

/** By tax number where both have one, else by name; earlier names of the payee count on the day of the invoice. */
function isPayee(
  facts: Facts,
  payment: PaymentFact,
  vendorOf: (payment: PaymentFact) => Vendor | undefined,
  { sellerName, sellerTaxId, issueDate }: Invoice,
): boolean {
  const { row } = payment;
  if (row.payeeTaxId !== "" && sellerTaxId !== "") {
    if (row.payeeTaxId === sellerTaxId) return true;
    return plainCode(row.payeeTaxId) === plainCode(sellerTaxId);
  }
  if (sellerName === "" || row.payeeName === sellerName) return true;
  if (plainName(row.payeeName) === plainName(sellerName)) return true;
  const vendor = vendorOf(payment);
  return (
    vendor !== undefined &&
    facts.vendorNames.hasName(vendor, row.payeeName, issueDate) &&
    facts.vendorNames.hasName(vendor, sellerName, issueDate)
  );
}

const otherSeller = (payment: PaymentFact, invoice: Invoice): Hit => ({
  subjects: [ofPayment(payment), ofInvoice(invoice)],
  figures: { sellerName: invoice.sellerName, payeeName: payment.row.payeeName },
  message: `发票${invoice.number}销方${invoice.sellerName}与收款方${payment.row.payeeName}不一致。`,
  remedy: "请改为付给发票销方，或换取收款方开具的发票；确属委托收款的，上传收款方证明。",
  aspect: "seller",
});

type Known = Readonly<{
  facts: Facts;
  accounts: Groups<Vendor["id"], VendorAccount>;
  newWithinDays: number;
}>;

function accountHit(
  payment: PaymentFact,
  vendor: Vendor,
  { facts, accounts, newWithinDays }: Known,
): Hit | undefined {
  const filed = accounts.of(vendor.id);
  const accountNo = plainCode(payment.row.payeeAccountNo);
  if (filed.length === 0 || accountNo === "") return undefined;
  const { payDate } = payment;
  const own = filed.filter((row) => plainCode(row.accountNo) === accountNo);
  const inForce = own.find((row) => isInForce(row, payDate));
  if (inForce === undefined) return otherAccount(payment, vendor, own.length > 0);
  const name = inForce.accountName;
  const isOwnName =
    plainName(name) === plainName(payment.row.payeeName) || facts.vendorNames.hasName(vendor, name, payDate);
  if (!isOwnName) return otherHolder(payment, vendor, inForce);
  const { validFrom } = inForce;
  // The first account of a vendor is no change.
  const isChange = filed.some((row) => row.validFrom === null || row.validFrom < (validFrom ?? ""));
  if (validFrom === null || !isChange || daysBetween(validFrom, payDate) >= newWithinDays) return undefined;
  return newAccount(payment, vendor, inForce, validFrom);
}

const isInForce = ({ validFrom, validTo }: VendorAccount, day: IsoDate): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);

const ofVendor = ({ id, name }: Vendor) => ({ kind: "vendor", id, label: name }) as const;

const otherAccount = (payment: PaymentFact, vendor: Vendor, isKnown: boolean): Hit => ({
  subjects: [ofPayment(payment), ofVendor(vendor)],
  figures: { accountNo: payment.row.payeeAccountNo, payeeName: payment.row.payeeName },
  message: `收款账号${payment.row.payeeAccountNo}${isKnown ? "在付款日不是有效的备案账号" : `与${vendor.name}备案的账号不同`}。`,
  remedy: "请用合同或备案的联系方式向收款方核实账号；确有变更的，先在供应商中登记新账户及启用日期。",
  aspect: "account",
});

const otherHolder = (payment: PaymentFact, vendor: Vendor, account: VendorAccount): Hit => ({
  subjects: [ofPayment(payment), ofVendor(vendor)],
  figures: { accountNo: account.accountNo, accountName: account.accountName, payeeName: vendor.name },
  severity: "warn",
  message: `收款账号${account.accountNo}备案户名${account.accountName}不是收款方${vendor.name}。`,
  remedy: "请核对供应商的账户备案；单位款项应付到收款方同名账户。",
  aspect: "holder",
});

const newAccount = (
  payment: PaymentFact,
  vendor: Vendor,
  account: VendorAccount,
  validFrom: IsoDate,
): Hit => ({
  subjects: [ofPayment(payment), ofVendor(vendor)],
  figures: {
    accountNo: account.accountNo,
    validFromDate: validFrom,
    inForceDays: daysBetween(validFrom, payment.payDate),
  },
  severity: "warn",
  message: `收款账号${account.accountNo}自${formatDateText(validFrom)}启用，至付款日仅${daysBetween(validFrom, payment.payDate)}天。`,
  remedy: "请向收款方电话核实账户变更，并留存变更函后再付款。",
  aspect: "new",
});
