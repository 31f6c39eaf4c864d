import type { ManualInvoice, ManualLine, ScanDraft } from "#shared/api/invoiceLife.ts";
import type { InvoiceDetail } from "#shared/api/invoices.ts";
import type { OwnUnitView } from "#shared/api/office.ts";
import { completeAmounts } from "#shared/invoices/completeAmounts.ts";
import { linesGap } from "#shared/invoices/linesGap.ts";
import { type TicketKind, ticketParts, ticketShapes, typedNumber } from "#shared/invoices/ticketKinds.ts";
import { zeroCents } from "#shared/kernel/cents.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Problems } from "../../../components/fields/problems.ts";

/** A ticket while it is typed in: the day may be missing still. */
export type ManualDraft = Omit<ManualInvoice, "issueDate"> & Readonly<{ issueDate: IsoDate | null }>;

const firstType = (kind: TicketKind): string => ticketShapes[kind].types[0] ?? "";

/** A new ticket made out to this office, with what a scanned code says of it. */
export function newManual(unit: OwnUnitView | undefined, scanned: ScanDraft | null): ManualDraft {
  const kind = scanned?.kind ?? "digital";
  return {
    id: null,
    kind,
    code: scanned?.code ?? "",
    number: scanned?.plainNumber ?? "",
    type: scanned === null || scanned.type === "" ? firstType(kind) : scanned.type,
    issueDate: scanned?.issueDate ?? null,
    sellerName: "",
    sellerTaxId: "",
    vendorId: null,
    newVendor: false,
    buyerName: unit?.currentName ?? "",
    buyerTaxId: unit?.creditCode ?? "",
    netCents: scanned?.netCents ?? null,
    taxCents: null,
    grossCents: scanned?.grossCents ?? null,
    isRed: (scanned?.grossCents ?? scanned?.netCents ?? 0) < 0,
    blueNumber: "",
    status: "normal",
    drawer: "",
    remark: "",
    lines: [],
  };
}

export function draftOf({ invoice, lines }: InvoiceDetail): ManualDraft {
  return {
    id: invoice.id,
    ...ticketParts(invoice.number, invoice.type),
    type: invoice.type,
    issueDate: invoice.issueDate,
    sellerName: invoice.sellerName,
    sellerTaxId: invoice.sellerTaxId,
    vendorId: invoice.vendorId,
    newVendor: false,
    buyerName: invoice.buyerName,
    buyerTaxId: invoice.buyerTaxId,
    netCents: invoice.netCents,
    taxCents: invoice.taxCents,
    grossCents: invoice.grossCents,
    isRed: invoice.isRed === 1,
    blueNumber: invoice.blueNumber ?? "",
    status: invoice.status,
    drawer: invoice.drawer,
    remark: invoice.remark,
    lines: lines.map((line) => ({
      goodsName: line.goodsName,
      spec: line.spec,
      unitName: line.unitName,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      taxRate: line.taxRate,
      netCents: line.netCents,
      taxCents: line.taxCents,
    })),
  };
}

/** Of what a code does not say, that which the form does not know by itself: of the amounts one more is enough. */
export const stillMissing = (missing: readonly string[], { buyerName }: ManualDraft): readonly string[] =>
  missing
    .filter((what) => what !== "金额" && (what !== "购买方名称" || buyerName === ""))
    .map((what) => (what === "税额" ? "税额（或不含税金额）" : what));

/** Another kind brings its own types; its code goes where it has none. */
export const withKind = (kind: TicketKind): Partial<ManualDraft> => ({
  kind,
  type: firstType(kind),
  ...(ticketShapes[kind].codeDigits.length === 0 ? { code: "" } : {}),
});

export const completedOf = ({ kind, isRed, netCents, taxCents, grossCents }: ManualDraft) =>
  completeAmounts(
    { net: netCents, tax: taxCents, gross: grossCents },
    { hasTax: ticketShapes[kind].hasTax, isRed },
  );

/** What the engine would refuse, said at its field. */
export function problemsOfManual(draft: ManualDraft): Problems {
  const number = typedNumber(draft.kind, draft.code, draft.number);
  const completed = completedOf(draft);
  const gap = "amounts" in completed ? linesGap(draft.lines, completed.amounts) : undefined;
  const found: (readonly [string, string])[] = [];
  if ("fault" in number) found.push([number.field, number.fault]);
  if ("fault" in completed) found.push(["grossCents", completed.fault]);
  if (gap !== undefined) found.push(["lines", gap]);
  return new Map(found);
}

export const emptyLine: ManualLine = {
  goodsName: "",
  spec: "",
  unitName: "",
  quantity: null,
  unitPrice: null,
  taxRate: "",
  netCents: zeroCents,
  taxCents: zeroCents,
};
