import { z } from "zod";
import type { Cents } from "../kernel/cents.ts";
import * as field from "../model/fields.ts";
import type { Need, NeedIssue, Staff } from "../model/need.ts";
import { need, needIssue, staff } from "../model/need.ts";
import type { Payment } from "../model/payment.ts";
import type { NeedFigures } from "../needs/needFigures.ts";
import type { PersonDue } from "../needs/personDue.ts";
import type { SizeTotal } from "../needs/sizes.ts";
import { byId, newOrOld, nothing, scope, storeOnly, voiding } from "./fields.ts";
import { route } from "./route.ts";

export type NeedView = Need &
  NeedFigures &
  Readonly<{
    projectName: string;
    fiscalYear: number;
    budgetLineName: string;
    /** People to whom something is still to be handed out this year; null for what does not go to persons. */
    dueCount: number | null;
  }>;

/** A person of the staff list, and what is due to them this year. */
export type PersonDueView = PersonDue & Readonly<{ staff: Staff; reason: string; amountCents: Cents | null }>;

export type NeedIssueView = NeedIssue &
  Readonly<{ staffNo: string; staffName: string; paymentNo: string | null; amountCents: Cents | null }>;

/** A payment that handing out was linked to; one may pay for several needs. */
export type LinkedPayment = Readonly<{
  id: string;
  paymentNo: string;
  purpose: string;
  state: Payment["state"];
  day: string;
  amountCents: Cents;
}>;

/** The money of the 预算明细 that a need is bought from. */
export type NeedLine = Readonly<{
  id: string;
  name: string;
  allocatedCents: Cents;
  /** By all needs of the line together. */
  plannedCents: Cents;
  paidCents: Cents;
}>;

export type NeedDetail = Readonly<{
  need: NeedView;
  line: NeedLine | null;
  people: readonly PersonDueView[];
  /** Of what is still to be handed out. */
  sizes: readonly SizeTotal[];
  /** The latest first, of all years. */
  issues: readonly NeedIssueView[];
  payments: readonly LinkedPayment[];
  /** Payments of the line or the project that an issue may be linked to. */
  linkable: readonly LinkedPayment[];
}>;

export type StaffView = Staff & Readonly<{ serving: boolean; lastIssuedOn: string | null }>;

/** How a pasted staff list was taken. */
export type StaffImport = Readonly<{
  added: number;
  changed: number;
  unchanged: number;
  staff: readonly StaffView[];
}>;

const handedOut = needIssue.pick({ staffId: true, issuedOn: true, quantity: true, note: true });
const staffDraft = staff.omit(storeOnly);
/** A pasted list need not have all columns; one that it has not is left as it is. */
const pastedStaff = staffDraft.partial().extend({ name: staff.shape.name });
const changed = route<NeedDetail>();

export const needRoutes = {
  "needs.list": route<readonly NeedView[]>()(scope),
  "needs.get": route<NeedDetail>()(byId),
  "needs.save": changed(need.omit(storeOnly).extend(newOrOld)),
  "needs.void": route<null>()(voiding),
  "needs.issue": changed(
    z.strictObject({
      needId: field.id,
      paymentId: field.id.nullable(),
      items: z.array(handedOut).min(1),
    }),
  ),
  /** To everybody who is due, in one step. */
  "needs.issueDue": changed(
    z.strictObject({
      needId: field.id,
      issuedOn: field.date,
      paymentId: field.id.nullable(),
      note: field.text,
    }),
  ),
  "needs.saveIssue": changed(
    needIssue.pick({ id: true, issuedOn: true, quantity: true, paymentId: true, note: true }),
  ),
  "needs.voidIssues": changed(
    z.strictObject({ needId: field.id, ids: z.array(field.id).min(1), reason: voiding.shape.reason }),
  ),
  "staff.list": route<readonly StaffView[]>()(nothing),
  "staff.save": route<readonly StaffView[]>()(staffDraft.extend(newOrOld)),
  /** Whoever is on the list already, by 工号 or by name, is brought up to date in the columns given; all or none. */
  "staff.import": route<StaffImport>()(z.strictObject({ staff: z.array(pastedStaff).min(1) })),
  "staff.void": route<readonly StaffView[]>()(voiding),
} as const;
