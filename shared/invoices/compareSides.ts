import { formatYuan } from "../kernel/cents.ts";
import { formatDateText } from "../kernel/dates.ts";
import { asId } from "../kernel/id.ts";
import type { Invoice } from "../model/invoice.ts";
import { invoiceStatusNames, riskNames } from "../rules/words.ts";
import { compareInvoice, type KnownInvoice } from "./compareInvoice.ts";
import type { InvoiceDraft, LineDraft } from "./invoiceDraft.ts";
import { lineKey } from "./sheetGroups.ts";
import { toInvoice } from "./toInvoice.ts";

/** One side's line as it is shown; `differs` when the other side has none like it. */
export type ComparedLine = LineDraft & Readonly<{ differs: boolean }>;

/** An invoice as the ledger has it beside what a file says of it. */
export type InvoiceComparison = Readonly<{
  /** `ledger` is empty when the ledger does not have it; `differs` only where both say something. */
  fields: readonly Readonly<{
    field: string;
    label: string;
    ledger: string;
    file: string;
    differs: boolean;
  }>[];
  lines: Readonly<{ ledger: readonly ComparedLine[]; file: readonly ComparedLine[] }>;
}>;

const shown: readonly Readonly<{
  field: keyof Invoice;
  label: string;
  text: (invoice: Invoice) => string;
}>[] = [
  { field: "number", label: "发票号码", text: ({ number }) => number },
  { field: "issueDate", label: "开票日期", text: ({ issueDate }) => formatDateText(issueDate) },
  { field: "sellerName", label: "销方名称", text: ({ sellerName }) => sellerName },
  { field: "sellerTaxId", label: "销方识别号", text: ({ sellerTaxId }) => sellerTaxId },
  { field: "buyerName", label: "购买方名称", text: ({ buyerName }) => buyerName },
  { field: "buyerTaxId", label: "购方识别号", text: ({ buyerTaxId }) => buyerTaxId },
  { field: "netCents", label: "金额", text: ({ netCents }) => formatYuan(netCents) },
  { field: "taxCents", label: "税额", text: ({ taxCents }) => formatYuan(taxCents) },
  { field: "grossCents", label: "价税合计", text: ({ grossCents }) => formatYuan(grossCents) },
  { field: "type", label: "发票票种", text: ({ type }) => type },
  { field: "status", label: "发票状态", text: ({ status }) => invoiceStatusNames[status] },
  { field: "riskLevel", label: "发票风险等级", text: ({ riskLevel }) => riskNames[riskLevel] },
  { field: "blueNumber", label: "对应蓝字发票", text: ({ blueNumber }) => blueNumber ?? "" },
  { field: "source", label: "发票来源", text: ({ source }) => source },
  { field: "drawer", label: "开票人", text: ({ drawer }) => drawer },
  { field: "remark", label: "备注", text: ({ remark }) => remark },
];

const nobody = asId("unsaved");

/** What a list leaves blank it does not say: the ledger's side stands alone there. */
const unsaid = ({ stated, netStated }: InvoiceDraft): ReadonlySet<keyof Invoice> => {
  const blank = (
    [
      "type",
      "status",
      "riskLevel",
      "source",
      "drawer",
      "remark",
      "sellerName",
      "sellerTaxId",
      "buyerName",
      "buyerTaxId",
    ] as const
  ).filter((field) => stated[field] === undefined);
  return new Set<keyof Invoice>([...blank, ...(netStated ? [] : (["netCents", "taxCents"] as const))]);
};

/** Puts both sides of an invoice beside each other. What differs is what the import itself finds to differ. */
export function compareSides(draft: InvoiceDraft, known: KnownInvoice | undefined): InvoiceComparison {
  const file = toInvoice(draft, { id: nobody, batchId: null, vendorId: null });
  const compared = known && compareInvoice(draft, known);
  const changed = new Set(
    compared !== undefined && "changes" in compared ? compared.changes.map(({ field }) => field) : [],
  );
  const blank = unsaid(draft);
  return {
    fields: shown.map(({ field, label, text }) => ({
      field,
      label,
      ledger: known === undefined ? "" : text(known.invoice),
      file: blank.has(field) ? "" : text(file),
      differs: changed.has(field),
    })),
    lines: {
      ledger: marked(known?.lines ?? [], draft.lines),
      file: marked(draft.lines ?? [], known?.lines),
    },
  };
}

/** Marks the lines that the other side does not have; none when it has no lines at all to compare with. */
function marked(
  lines: readonly LineDraft[],
  others: readonly LineDraft[] | undefined,
): readonly ComparedLine[] {
  const left = new Map<string, number>();
  for (const line of others ?? []) left.set(lineKey(line), (left.get(lineKey(line)) ?? 0) + 1);
  return lines.map((line) => {
    const count = left.get(lineKey(line)) ?? 0;
    if (count > 0) left.set(lineKey(line), count - 1);
    return { ...line, differs: others !== undefined && count === 0 };
  });
}
