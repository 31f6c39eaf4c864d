import type { FieldChange } from "#shared/invoices/compareInvoice.ts";
import type { InvoiceDraft } from "#shared/invoices/invoiceDraft.ts";
import { plainName } from "#shared/text/plainName.ts";
import { type VoidedInvoice, voidedByHand } from "../store/invoices.ts";
import type { ReadableLedger } from "../store/types.ts";
import { earlierBlueNumbers } from "./earlierBlue.ts";

/** What the ledger still knows of invoices that it no longer has. */
export type GoneInvoices = Readonly<{
  /** Voided by hand, one by one; the last one of each number. */
  byHand: ReadonlyMap<string, VoidedInvoice>;
  /** What red ones were linked to before their import was undone. */
  blueNumbers: ReadonlyMap<string, string>;
}>;

export async function readGoneInvoices(
  ledger: ReadableLedger,
  drafts: readonly InvoiceDraft[],
): Promise<GoneInvoices> {
  const voided = await voidedByHand(
    ledger,
    drafts.map(({ number }) => number),
  );
  return {
    byHand: new Map(voided.map((row) => [row.number, row])),
    blueNumbers: await earlierBlueNumbers(ledger, drafts),
  };
}

type ComesBack =
  | Readonly<{ result: "conflict"; changes: readonly FieldChange[]; message: string }>
  | Readonly<{ result: "new"; message: string }>;

/**
 * What a list is to do with an invoice that somebody voided by hand. One that was imported is what a person took out of the
 * ledger: a list does not bring it back. One that was typed in makes room for the list, and the officer is told.
 */
export function comesBack(draft: InvoiceDraft, gone: VoidedInvoice): ComesBack {
  const { number, entry, voidedAt, voidReason } = gone;
  const why = voidReason ? `，原因：${voidReason}` : "";
  const told = `发票${number}曾于${(voidedAt ?? "").slice(0, 10)}在账本中作废（${entry === "manual" ? "手工登记的" : "导入的"}${why}）`;
  if (entry === "manual" || !isSame(draft, gone))
    return { result: "new", message: `${told}，这次按文件作为新发票导入；仍不要的请取消选取。` };
  const change = { field: "voidedAt", label: "登记", before: "已作废", after: "文件中仍有" };
  return {
    result: "conflict",
    changes: [change],
    message: `${told}，没有再导入。确实要用的，请在“设置 › 账本”的变更记录里撤销那一步作废。`,
  };
}

const isSame = ({ stated, amounts }: InvoiceDraft, gone: VoidedInvoice): boolean =>
  amounts.gross === gone.grossCents &&
  stated.issueDate === gone.issueDate &&
  (stated.sellerName === undefined || plainName(stated.sellerName) === plainName(gone.sellerName));
