import { type Cents, formatYuan } from "../kernel/cents.ts";
import type { Invoice, InvoiceLine } from "../model/invoice.ts";
import { plainCode } from "../rules/partyNames.ts";
import { invoiceStatusNames, riskNames } from "../rules/words.ts";
import { plainName } from "../text/plainName.ts";
import { bringsLines } from "./compareLines.ts";
import type { InvoiceDraft } from "./invoiceDraft.ts";
import type { PreviewEntry } from "./preview.ts";
import { addsNothing } from "./typeWords.ts";

/** An invoice as the ledger has it. */
export type KnownInvoice = Readonly<{ invoice: Invoice; lines: readonly InvoiceLine[] }>;

export type FieldChange = PreviewEntry["changes"][number];

/** What an invoice in a file is to the one in the ledger. */
export type Comparison =
  | Readonly<{ result: "unchanged"; olderStatus: boolean }>
  | Readonly<{
      result: "changed";
      changes: readonly FieldChange[];
      patch: InvoicePatch;
      replacesLines: boolean;
    }>
  | Readonly<{ result: "conflict"; changes: readonly FieldChange[] }>;

/** The columns that a later list may bring up to date. */
export type InvoicePatch = Partial<
  Pick<
    Invoice,
    | "type"
    | "sellerName"
    | "sellerTaxId"
    | "buyerName"
    | "buyerTaxId"
    | "netCents"
    | "taxCents"
    | "status"
    | "riskLevel"
    | "blueNumber"
    | "source"
    | "drawer"
    | "remark"
  >
>;

const change = (field: string, label: string, before: string, after: string): FieldChange => ({
  field,
  label,
  before,
  after,
});

/**
 * Compares what a file says of an invoice with what is known. Number alone is identity: another seller, amount or date
 * under the same number is a conflict that a person must settle. What the file leaves blank is left alone.
 */
export function compareInvoice(draft: InvoiceDraft, known: KnownInvoice): Comparison {
  const conflicts = findConflicts(draft, known.invoice);
  if (conflicts.length > 0) return { result: "conflict", changes: conflicts };
  const { patch, changes } = findChanges(draft, known.invoice);
  const replacesLines = draft.lines !== undefined && bringsLines(draft.lines, known.lines);
  const allChanges = replacesLines
    ? [...changes, change("lines", "发票明细", `${known.lines.length}行`, `${draft.lines?.length ?? 0}行`)]
    : changes;
  if (allChanges.length === 0) {
    return { result: "unchanged", olderStatus: isOlderStatus(draft.stated.status, known.invoice.status) };
  }
  return { result: "changed", changes: allChanges, patch, replacesLines };
}

/** The same without net, tax and lines: of an invoice that a closed year paid they stay as they are. */
export function withMoneyKept(compared: Comparison, draft: InvoiceDraft, known: KnownInvoice): Comparison {
  if (compared.result !== "changed") return compared;
  const changes = compared.changes.filter(({ field }) => !["netCents", "taxCents", "lines"].includes(field));
  if (changes.length === compared.changes.length) return compared;
  if (changes.length === 0)
    return { result: "unchanged", olderStatus: isOlderStatus(draft.stated.status, known.invoice.status) };
  const { netCents: _, taxCents: __, ...patch } = compared.patch;
  return { ...compared, changes, patch, replacesLines: false };
}

/** Both say something, and not the same. */
const disagree = (before: string, after: string | undefined, plain: (text: string) => string): boolean =>
  before !== "" && after !== undefined && plain(before) !== plain(after);

function findConflicts({ stated, amounts, netStated }: InvoiceDraft, known: Invoice): readonly FieldChange[] {
  const found: FieldChange[] = [];
  const text = (
    field: "sellerName" | "sellerTaxId" | "buyerName" | "buyerTaxId",
    label: string,
    plain: (text: string) => string,
  ): void => {
    const after = stated[field];
    if (disagree(known[field], after, plain)) found.push(change(field, label, known[field], after ?? ""));
  };
  const money = (field: "grossCents" | "netCents" | "taxCents", label: string, after: Cents): void => {
    if (known[field] !== after) found.push(change(field, label, formatYuan(known[field]), formatYuan(after)));
  };
  text("sellerName", "销方名称", plainName);
  text("sellerTaxId", "销方识别号", plainCode);
  text("buyerName", "购买方名称", plainName);
  text("buyerTaxId", "购方识别号", plainCode);
  if (known.issueDate !== stated.issueDate) {
    found.push(change("issueDate", "开票日期", known.issueDate, stated.issueDate));
  }
  money("grossCents", "价税合计", amounts.gross);
  // An invoice that was known by its gross amount alone learns net and tax later.
  if (netStated && !isGrossOnly(known)) {
    money("netCents", "金额", amounts.net);
    money("taxCents", "税额", amounts.tax);
  }
  return found;
}

const isGrossOnly = ({ netCents, taxCents, grossCents }: Invoice): boolean =>
  taxCents === 0 && netCents === grossCents;

function findChanges(
  draft: InvoiceDraft,
  known: Invoice,
): Readonly<{ patch: InvoicePatch; changes: readonly FieldChange[] }> {
  const { stated, amounts, netStated } = draft;
  const changes: FieldChange[] = [];
  const patch: { -readonly [Field in keyof InvoicePatch]: InvoicePatch[Field] } = {};
  const note = (field: string, label: string, before: string, after: string): true => {
    changes.push(change(field, label, before, after));
    return true;
  };
  const fills = {
    sellerName: "销方名称",
    sellerTaxId: "销方识别号",
    buyerName: "购买方名称",
    buyerTaxId: "购方识别号",
  } as const;
  for (const [field, label] of Object.entries(fills) as [keyof typeof fills, string][]) {
    const after = stated[field];
    if (known[field] === "" && after !== undefined && note(field, label, "", after)) patch[field] = after;
  }
  for (const [field, label] of [
    ["source", "发票来源"],
    ["drawer", "开票人"],
  ] as const) {
    const after = stated[field];
    if (known[field] === "" && after !== undefined && note(field, label, "", after)) patch[field] = after;
  }
  const { type, remark } = stated;
  if (type !== undefined && !addsNothing(type, known.type) && note("type", "发票票种", known.type, type))
    patch.type = type;
  if (
    remark !== undefined &&
    isBetterRemark(draft, remark, known) &&
    note("remark", "备注", known.remark, remark)
  )
    patch.remark = remark;
  const { status, riskLevel } = stated;
  if (status !== undefined && status !== known.status && !isOlderStatus(status, known.status)) {
    note("status", "发票状态", invoiceStatusNames[known.status], invoiceStatusNames[status]);
    patch.status = status;
  }
  if (riskLevel !== undefined && riskLevel !== known.riskLevel) {
    note("riskLevel", "发票风险等级", riskNames[known.riskLevel], riskNames[riskLevel]);
    patch.riskLevel = riskLevel;
  }
  if (draft.blueNumber !== null && draft.blueNumber !== known.blueNumber) {
    note("blueNumber", "对应蓝字发票", known.blueNumber ?? "", draft.blueNumber);
    patch.blueNumber = draft.blueNumber;
  }
  if (netStated && isGrossOnly(known) && (known.netCents !== amounts.net || known.taxCents !== amounts.tax)) {
    note("netCents", "金额", formatYuan(known.netCents), formatYuan(amounts.net));
    note("taxCents", "税额", formatYuan(known.taxCents), formatYuan(amounts.tax));
    patch.netCents = amounts.net;
    patch.taxCents = amounts.tax;
  }
  return { patch, changes };
}

/**
 * What an invoice says in its remark never changes, but lists cut it off, or have a column of notes by that name. So a
 * remark that is part of the known one is no news, and where both differ the tax bureau's counts.
 */
function isBetterRemark(draft: InvoiceDraft, remark: string, known: Invoice): boolean {
  const [after, before] = [plainName(remark), plainName(known.remark)];
  if (before.includes(after)) return false;
  return after.includes(before) || isOfficialDraft(draft) || !isOfficialInvoice(known);
}

/** Columns that only the tax bureau's own lists have. */
const isOfficialDraft = ({ stated, lines = [] }: InvoiceDraft): boolean =>
  stated.source !== undefined ||
  stated.riskLevel !== undefined ||
  stated.drawer !== undefined ||
  lines.some(({ taxCategoryCode }) => taxCategoryCode !== "");

const isOfficialInvoice = ({ source, drawer }: Invoice): boolean => source !== "" || drawer !== "";

const statusRank = { normal: 0, redPartial: 1, redFull: 2, void: 2 } as const;

/** An invoice that was reversed or voided does not come back: such a file is older than what is known. */
export const isOlderStatus = (status: Invoice["status"] | undefined, known: Invoice["status"]): boolean =>
  status !== undefined && statusRank[status] < statusRank[known];

/** INV-01: the sentence for a conflict. `enteredOn` is when the known one came in, if that is recorded. */
export function conflictMessage(
  number: string,
  changes: readonly FieldChange[],
  enteredOn: string | null,
): string {
  const entered = enteredOn === null ? "已录入" : `已于${enteredOn}录入`;
  const what = changes.map(
    ({ label, before, after }) => `${label}原为${before || "空"}、本次${after || "空"}`,
  );
  return `发票${number}${entered}，且${kindsOf(changes)}不一致，请核对。${what.join("；")}。`;
}

function kindsOf(changes: readonly FieldChange[]): string {
  const kinds = changes.map(({ field }) => {
    if (field.endsWith("Cents")) return "金额";
    if (field.startsWith("seller")) return "销方";
    return field.startsWith("buyer") ? "购买方" : "开票日期";
  });
  return [...new Set(kinds)].join("/");
}
