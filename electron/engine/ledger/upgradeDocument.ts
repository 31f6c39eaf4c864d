import { documentVersion } from "#shared/model/ledger.ts";

type Fields = { [field: string]: unknown };

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

type Shape = Readonly<{
  version: number;
  tables: readonly string[];
  /** Columns of earlier tables, with what the migration fills them with. */
  columns: Readonly<Record<string, Fields>>;
}>;

/** What each shape brought, in order. */
const shapes: readonly Shape[] = [
  {
    version: 2,
    tables: [
      ...["holiday", "staff", "projectName", "selfEvaluation", "quarterPlan", "contractPrice", "milestone"],
      ...["bondMovement", "device", "measuredItem", "paymentStep", "need", "needIssue"],
      ...["attachmentContent", "attachment"],
    ],
    columns: {
      contract: { advanceOffset: "even" },
      payment: { refundOfId: null, capitalText: "", batchId: null },
      importRow: { paymentId: null },
      budgetLine: { control: "block" },
      indicatorActual: { score: null },
      changeLog: { step: null, undoesStep: null },
    },
  },
  {
    version: 3,
    tables: ["formTemplate", "monitoring", "submission", "filingFile", "broughtPaper"],
    columns: {
      attachment: { invoiceNumber: null },
      filingVersion: { submissionId: null },
      project: { previousProjectId: null },
      indicatorActual: { expectedText: "", hindrancesJson: "[]" },
    },
  },
];

/**
 * Brings a document of an earlier shape to the present one, in place, as the migrations bring a ledger. What is not there
 * at all is left for the check of the shape to name.
 */
export function upgradeDocument(raw: unknown): void {
  if (!isFields(raw) || !isFields(raw["tables"])) return;
  const { version, tables } = raw;
  if (typeof version !== "number" || version >= documentVersion) return;
  for (const shape of shapes) if (shape.version > version) bringTo(shape, tables);
  raw["version"] = documentVersion;
}

function bringTo(shape: Shape, tables: unknown): void {
  if (!isFields(tables)) return;
  for (const table of shape.tables) tables[table] ??= [];
  for (const [table, columns] of Object.entries(shape.columns)) {
    const rows = tables[table];
    if (!Array.isArray(rows)) continue;
    for (const row of rows)
      if (isFields(row)) for (const [key, value] of Object.entries(columns)) row[key] ??= value;
  }
}
