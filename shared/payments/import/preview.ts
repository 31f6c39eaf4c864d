import type { Cents } from "../../kernel/cents.ts";
import type { IsoDate } from "../../kernel/dates.ts";
import type { rowResults } from "../../model/invoice.ts";

/** 已付: what was paid before the ledger was kept. 草稿: what is still to go through review and approval. */
export const importStates = ["paid", "draft"] as const;
export type ImportState = (typeof importStates)[number];

export type RowResult = (typeof rowResults)[number];
export type FieldChange = Readonly<{ label: string; before: string; after: string }>;

/** One row of the file, and what becomes of it. */
export type PaymentEntry = Readonly<{
  /** Sheet and row: what the officer's choice about it refers to. */
  key: string;
  sheet: string;
  row: number;
  result: RowResult;
  /** Why, or what is worth knowing; empty when nothing needs saying. */
  message: string;
  paymentNo: string;
  voucherNo: string;
  day: IsoDate | null;
  payeeName: string;
  amountCents: Cents | null;
  purpose: string;
  contractNo: string;
  budgetLineName: string;
  invoiceNumbers: readonly string[];
  instalmentLabels: readonly string[];
  changes: readonly FieldChange[];
  /** A question to the officer: it looks like another payment, and can be taken as one of its own. */
  canTakeAsNew: boolean;
  /** New or changed, and not to be taken. */
  isLeftOut: boolean;
}>;

/** What an import would do, row by row. The commit carries out exactly this. */
export type PaymentImportPreview = Readonly<{
  id: string;
  fileName: string;
  state: ImportState;
  sheets: readonly Readonly<{
    name: string;
    /** 1 is the first row of the sheet; 0 where there is none. */
    headerRow: number;
    isList: boolean;
    columns: readonly Readonly<{ title: string; field: string | null }>[];
  }>[];
  counts: Readonly<Record<"rows" | RowResult, number>>;
  /** What is taken: new and changed ones that were not left out. */
  takenCents: Cents;
  entries: readonly PaymentEntry[];
  /** The same file was imported before. */
  earlier: string;
}>;
