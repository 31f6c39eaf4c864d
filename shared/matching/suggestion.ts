import type { Cents } from "../kernel/cents.ts";

/** 确定、可能、需人工: how far a suggestion can be trusted. None is carried out without being shown. */
export const bands = ["sure", "ask", "new"] as const;
export type Band = (typeof bands)[number];

/** A possible allocation: so many 分 of a payment for this instalment against this invoice. */
export type Suggestion = Readonly<{
  /** 0 is the best choice. Suggestions of one choice (an invoice for three months) are taken together. */
  choice: number;
  instalmentId: string | null;
  invoiceId: string | null;
  /** What the officer calls the two. */
  instalmentLabel: string | null;
  invoiceNumber: string | null;
  amountCents: Cents;
  /** 0 to 100 */
  score: number;
  band: Band;
  /** Why, in words an officer can read, each with the points it gave. */
  reasons: readonly Readonly<{ text: string; points: number }>[];
}>;
