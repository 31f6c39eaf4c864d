import { documentVersion } from "#shared/model/ledger.ts";

type Fields = { [field: string]: unknown };

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Tables that the second shape brought. */
const tablesSinceTwo = [
  "holiday",
  "staff",
  "projectName",
  "selfEvaluation",
  "quarterPlan",
  "contractPrice",
  "milestone",
  "bondMovement",
  "device",
  "measuredItem",
  "paymentStep",
  "need",
  "needIssue",
  "attachmentContent",
  "attachment",
];

/** Columns that the second shape brought, with what the migration fills them with. */
const columnsSinceTwo: Readonly<Record<string, Fields>> = {
  contract: { advanceOffset: "even" },
  payment: { refundOfId: null, capitalText: "", batchId: null },
  importRow: { paymentId: null },
  budgetLine: { control: "block" },
  indicatorActual: { score: null },
  changeLog: { step: null, undoesStep: null },
};

/**
 * Brings a document of the first shape to the present one, in place, as the migration brings a ledger. What is not there
 * at all is left for the check of the shape to name.
 */
export function upgradeDocument(raw: unknown): void {
  if (!isFields(raw) || raw["version"] !== 1 || !isFields(raw["tables"])) return;
  const tables = raw["tables"];
  for (const table of tablesSinceTwo) tables[table] ??= [];
  for (const [table, columns] of Object.entries(columnsSinceTwo)) {
    const rows = tables[table];
    if (!Array.isArray(rows)) continue;
    for (const row of rows)
      if (isFields(row)) for (const [key, value] of Object.entries(columns)) row[key] ??= value;
  }
  raw["version"] = documentVersion;
}
