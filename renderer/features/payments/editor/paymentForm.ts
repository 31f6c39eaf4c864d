import type { FindingView } from "#shared/api/checks.ts";
import { type PaymentDraftInput, type PaymentView, paymentDraft } from "#shared/api/payments.ts";
import type { VendorView } from "#shared/api/vendors.ts";
import type { Suggestion } from "#shared/matching/suggestion.ts";
import { type AllocationRow, balanceOf, isUnfinished, toAllocations } from "../allocations.ts";

type Draft = PaymentDraftInput["payment"];

/** A payment while it is being written: anything may still be missing. */
export type PaymentForm = Readonly<{ [Field in keyof Draft]: Draft[Field] | null }>;

/** What of a payment is written by hand: the steps set the rest. */
export const formOf = (view: PaymentView): PaymentForm =>
  paymentDraft.parse(
    Object.fromEntries(Object.entries(view).filter(([column]) => column in paymentDraft.shape)),
  );

/** What is said of a payment while it is being written. */
export type DraftCheck = Readonly<{
  suggestions: readonly Suggestion[];
  findings: readonly FindingView[];
}>;

/** What a new payment starts from; both null for an empty one. */
export type Source = Readonly<{ invoiceId: string | null; instalmentId: string | null }>;

/** The form with the vendor that the name it was given belongs to; none where several have that name. */
export function withVendor(
  form: PaymentForm,
  first: PaymentForm,
  vendors: readonly Pick<VendorView, "id" | "name" | "voidedAt">[],
): PaymentForm {
  if (form.payeeName === first.payeeName) return form;
  const name = (form.payeeName ?? "").trim();
  const [found, ...others] = vendors.filter((vendor) => vendor.voidedAt === null && vendor.name === name);
  return { ...form, vendorId: others.length > 0 ? null : (found?.id ?? null) };
}

/** What the engine can check and save; undefined while something it needs is missing. */
export function draftInput(form: PaymentForm, rows: readonly AllocationRow[]): PaymentDraftInput | undefined {
  const parsed = paymentDraft.safeParse(form);
  return parsed.success ? { payment: parsed.data, allocations: toAllocations(rows) } : undefined;
}

/** The parts of the editor that saving may find fault with. */
export type Faulty = "payeeName" | "amountCents" | "requestedOn" | "projectId" | "period" | "rows" | "sum";

/** What stands in the way of saving, a sentence for each part, from top to bottom. */
export function saveProblems(form: PaymentForm, rows: readonly AllocationRow[]): ReadonlyMap<Faulty, string> {
  const { amountCents, allocatedCents } = balanceOf(form.amountCents, rows);
  const { periodFrom, periodTo } = form;
  const found: readonly (readonly [Faulty, boolean, string])[] = [
    ["amountCents", form.amountCents === null || form.amountCents === 0, "请填写付款金额。"],
    ["requestedOn", form.requestedOn === null, "请填写申请日期。"],
    ["period", periodFrom !== null && periodTo !== null && periodTo < periodFrom, "所属期的止早于起。"],
    ["payeeName", (form.payeeName ?? "").trim() === "", "请填写收款方名称。"],
    ["projectId", form.projectId === null, "请选择项目。"],
    ["rows", rows.some(isUnfinished), "分摊表中有一行没有写完：请填写期次或发票，以及金额。"],
    ["sum", amountCents > 0 && allocatedCents > amountCents, "分摊合计大于付款金额，请调小其中一个。"],
  ];
  return new Map(found.flatMap(([part, isWrong, text]) => (isWrong ? [[part, text]] : [])));
}
