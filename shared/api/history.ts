import { z } from "zod";
import { type TableName, tableNames } from "../model/ledger.ts";
import { route } from "./route.ts";

/** One field of a record before and after, as the officer reads it. */
export type FieldChange = Readonly<{ label: string; before: string; after: string }>;

/** What happened to a record: it came, changed, was voided, came back, or went. */
export type ChangeKind = "add" | "change" | "void" | "revive" | "remove" | "bulk";

export type RecordChange = Readonly<{
  entity: string;
  /** 合同, 付款期次 */
  label: string;
  entityId: string;
  /** "HT-2022-01 大联动综合整治"; empty where it has none. */
  name: string;
  kind: ChangeKind;
  /** Of rows that were written in bulk, how many. */
  count: number | null;
  fields: readonly FieldChange[];
}>;

/** 一步: what one save did. */
export type HistoryStep = Readonly<{
  /** `null` for what was written before steps were kept: it can be read and not undone. */
  step: number | null;
  seq: number;
  at: string;
  actor: string;
  action: string;
  undoesStep: number | null;
  /** It was taken back, and that stands. */
  undone: boolean;
  records: readonly RecordChange[];
}>;

/** What 撤销 or 重做 would do now, and why it can not where it can not. */
export type UndoPreview = Readonly<{
  step: HistoryStep;
  refusal: Readonly<{ message: string; hint: string }> | null;
  /** Actions of later steps that were passed over, the latest first: what they did stays for good. */
  passedOver: readonly string[];
}>;

const entity = z.enum(tableNames as [TableName, ...TableName[]]);
const limit = z.int().min(1).max(500);

export const historyRoutes = {
  /** A record and its parts, the latest step first. */
  "history.ofRecord": route<readonly HistoryStep[]>()(
    z.strictObject({ entity, id: z.string().min(1), limit }),
  ),
  /** The latest steps of all, before one of them where it is named. */
  "history.latest": route<readonly HistoryStep[]>()(
    z.strictObject({ before: z.int().min(1).nullable(), limit }),
  ),
  /** `null` when there is nothing to undo or redo. Writes nothing. */
  "history.preview": route<UndoPreview | null>()(
    z.strictObject({ which: z.union([z.enum(["undo", "redo"]), z.int().min(1)]) }),
  ),
  /** Takes a step back, an undo as well: that is 重做. */
  "history.undo": route<HistoryStep>()(z.strictObject({ step: z.int().min(1) })),
} as const;
