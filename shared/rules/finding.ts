import type { Severity } from "../model/check.ts";

/** An object of the ledger a finding is about. `label` is what the officer calls it: a number or a name. */
export type Subject = Readonly<{ kind: SubjectKind; id: string; label: string }>;

export type SubjectKind =
  | "project"
  | "budgetLine"
  | "fundingSource"
  | "indicator"
  | "vendor"
  | "contract"
  | "instalment"
  | "rental"
  | "acceptance"
  | "invoice"
  | "importBatch"
  | "payment";

/**
 * The figures a finding rests on. Names end in their unit: `paidCents`, `paidDate`, `earlyDays`, `ratioBp` (hundredths
 * of a percent); other names hold text or counts.
 */
export type Figures = Readonly<Record<string, string | number | null>>;

/** Rows whose texts may be mended at a click. */
export const mendableTables = [
  "project",
  "narrativeSection",
  "policyBasis",
  "indicator",
  "budgetLine",
] as const;
export type MendableTable = (typeof mendableTables)[number];

/** A text on a paper, as far as a finding is about it: where it stands and what it says. */
export type FindingText = Readonly<{ paper: string; place: string; text: string }>;

/** 一键改正: one field of one row from what it says to what it should say. */
export type Mend = Readonly<{ entity: MendableTable; id: string; field: string; from: string; to: string }>;

/** 问题: what a rule found, why, and how to mend it. */
export type Finding = Readonly<{
  /** Rule and objects: stays the same while the figures move. */
  key: string;
  ruleId: string;
  severity: Severity;
  /** The sentence that says why. */
  message: string;
  /** What to do about it. */
  remedy: string;
  subjects: readonly Subject[];
  figures: Figures;
  /** On papers: the text it is about, then those it is held against. */
  texts?: readonly FindingText[];
  /** Where a click can put it right. */
  mend?: Mend;
}>;
