import { z } from "zod";
import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import { type Band, bands, type Suggestion } from "../matching/suggestion.ts";
import * as field from "../model/fields.ts";
import { scope } from "./fields.ts";
import { route } from "./route.ts";

/** An invoice that waits, with what it is best matched to among all that wait. */
export type MatchRow = Readonly<{
  invoiceId: string;
  number: string;
  issueDate: IsoDate;
  sellerName: string;
  /** Its goods, shortly. */
  goods: string;
  remark: string;
  freeCents: Cents;
  vendorName: string | null;
  isNewName: boolean;
  band: Band;
  score: number;
  /** "HT-2022-02 2022年2月", one for each instalment. */
  instalmentLabels: readonly string[];
  amountCents: Cents;
  reasons: Suggestion["reasons"];
}>;

export type BandSums = Readonly<Record<Band, Readonly<{ count: number; cents: Cents }>>>;

/** A page of them, and how many there are in all. */
export type MatchPage = Readonly<{ sums: BandSums; total: number; rows: readonly MatchRow[] }>;

/** A choice for one invoice, looked at alone. */
export type MatchChoice = Readonly<{
  band: Band;
  score: number;
  reasons: Suggestion["reasons"];
  parts: readonly Readonly<{ instalmentId: string; label: string; amountCents: Cents }>[];
}>;

/** What accepting makes: a payment as a draft, or an invoice added to a draft that waited for it. */
export type PlannedPaymentView = Readonly<{
  invoiceId: string;
  invoiceNumber: string;
  /** The draft that gets the invoice; `null` where a new one is made. */
  paymentNo: string | null;
  payeeName: string;
  contractNo: string;
  projectName: string;
  purpose: string;
  amountCents: Cents;
  parts: readonly Readonly<{ label: string; amountCents: Cents }>[];
}>;

export type MatchPlanView = Readonly<{
  /** Names the plan: what is accepted must be what was shown. */
  planHash: string;
  newCount: number;
  linkedCount: number;
  totalCents: Cents;
  payments: readonly PlannedPaymentView[];
  refused: readonly Readonly<{ invoiceId: string; number: string; why: string }>[];
  newNames: readonly Readonly<{
    vendorId: string;
    vendorName: string;
    name: string;
    since: IsoDate;
    invoiceNumbers: readonly string[];
  }>[];
}>;

/** What was made; `step` is what 撤销 takes back as a whole, `null` when nothing was. */
export type MatchesAccepted = Readonly<{
  step: number | null;
  paymentIds: readonly string[];
  newCount: number;
  linkedCount: number;
  totalCents: Cents;
  namesLearned: number;
}>;

const page = { from: z.int().min(0), count: z.int().min(1).max(500) } as const;

const picked = z.strictObject({
  /** All that are sure, besides the ones picked. */
  sureOf: scope.nullable(),
  picks: z.array(
    z.strictObject({
      invoiceId: field.id,
      /** `null` takes what was suggested. */
      parts: z.array(z.strictObject({ instalmentId: field.id, amountCents: field.cents })).nullable(),
    }),
  ),
});

export const matchingRoutes = {
  /** `band` and `search` (number, seller, goods, contract) narrow the page down, and not the sums. */
  "matching.list": route<MatchPage>()(
    z.strictObject({ ...scope.shape, band: z.enum(bands).nullable(), search: z.string(), ...page }),
  ),
  /** Every choice for one invoice, the best first, as if no other waited. */
  "matching.choices": route<readonly MatchChoice[]>()(z.strictObject({ invoiceId: field.id })),
  /** Writes nothing. */
  "matching.preview": route<MatchPlanView>()(picked),
  /** In one transaction what the preview showed, or `conflict` when that is no longer what would be made. */
  "matching.accept": route<MatchesAccepted>()(
    picked.extend({
      planHash: z.string().min(1),
      names: z.array(z.strictObject({ vendorId: field.id, name: field.name })),
    }),
  ),
} as const;
