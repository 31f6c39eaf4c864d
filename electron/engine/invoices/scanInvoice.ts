import type { ScanDifference, ScanDraft, Scanned } from "#shared/api/invoiceLife.ts";
import { type QrTicket, readQr } from "#shared/invoices/qr.ts";
import { ticketParts, ticketShapes } from "#shared/invoices/ticketKinds.ts";
import { type Cents, formatYuan } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import { findInvoiceByNumber } from "../store/invoices.ts";
import type { ImportContext } from "./importContext.ts";

/**
 * Finds the invoice whose QR code was scanned, by its number alone, and holds day and amount against the ledger; or drafts
 * one and says what has to be typed from the paper. Writes nothing. Fails with `bad-request` when the text is no such code.
 */
export async function findOrDraft(
  { ledger }: Pick<ImportContext, "ledger">,
  { text }: Readonly<{ text: string }>,
): Promise<Scanned> {
  const ticket = readQr(text);
  if ("fault" in ticket) {
    throw new UserError({
      code: "bad-request",
      message: `扫到的内容${ticket.fault}。`,
      hint: "请对准发票左上角的二维码重新扫描，扫描时把输入法切换到英文；仍不行时按发票号码查找。",
    });
  }
  const invoice = await findInvoiceByNumber(ledger, ticket.number);
  if (invoice !== undefined) return { kind: "found", invoice, differences: differencesOf(invoice, ticket) };
  const { amount } = ticket;
  const { kind, code, number } = ticketParts(ticket.number, ticket.type ?? "");
  const draft: ScanDraft = {
    kind,
    number: ticket.number,
    code,
    plainNumber: number,
    type: ticket.type ?? "",
    issueDate: ticket.issueDate ?? null,
    netCents: amount?.of === "net" ? amount.cents : null,
    grossCents: amount?.of === "gross" ? amount.cents : null,
    checkCode: ticket.checkCode,
  };
  return { kind: "draft", draft, missing: missingOf(draft, ticket) };
}

function differencesOf(
  invoice: Invoice,
  { issueDate, isFromLink, amount }: QrTicket,
): readonly ScanDifference[] {
  const found: ScanDifference[] = [];
  if (issueDate !== undefined && !isFromLink && issueDate !== invoice.issueDate) {
    found.push({ label: "开票日期", ledger: invoice.issueDate, ticket: issueDate });
  }
  const wrong = amount === undefined ? undefined : amountFault(invoice, amount);
  return wrong === undefined ? found : [...found, wrong];
}

function amountFault(
  { grossCents, netCents, taxCents }: Invoice,
  { cents, of }: NonNullable<QrTicket["amount"]>,
): ScanDifference | undefined {
  const isGrossOnly = taxCents === 0 && netCents === grossCents;
  const differs = (label: string, ledger: Cents): ScanDifference | undefined =>
    ledger === cents ? undefined : { label, ledger: formatYuan(ledger), ticket: formatYuan(cents) };
  switch (of) {
    case "gross":
      return differs("价税合计", grossCents);
    case "net":
      // Of an invoice that came with its gross amount alone nobody knows the net.
      return isGrossOnly ? undefined : differs("金额", netCents);
    case "unknown":
      return cents === netCents ? undefined : differs("价税合计", grossCents);
    default:
      return of satisfies never;
  }
}

function missingOf(
  { kind, type, issueDate, netCents, grossCents }: ScanDraft,
  { isFromLink }: QrTicket,
): readonly string[] {
  const { hasTax } = ticketShapes[kind];
  return [
    ...(issueDate === null || isFromLink ? ["开票日期"] : []),
    ...(type === "" ? ["发票票种"] : []),
    "销方名称",
    "购买方名称",
    ...(hasTax && netCents === null ? ["金额"] : []),
    ...(hasTax ? ["税额"] : []),
    ...(grossCents === null ? ["价税合计"] : []),
  ];
}
