import { createHash } from "node:crypto";
import type { Row } from "#shared/model/ledger.ts";
import { batchIdOf, invoiceId, invoiceNumber } from "./invoiceDraft.ts";
import { invoiceDrafts } from "./invoices.ts";
import { people } from "./office.ts";
import { notVoided, sampleId } from "./rows.ts";

const months = [...new Set(invoiceDrafts.map(({ issuedAt }) => issuedAt.slice(0, 7)))].toSorted();
const draftsOf = (month: string) => invoiceDrafts.filter(({ issuedAt }) => issuedAt.startsWith(month));
const fileNameOf = (month: string) => `全量发票查询导出结果_${month}.xlsx`;

const sheets = JSON.stringify([
  { name: "信息汇总表", headerRow: 1, kind: "lines", columns: [] },
  { name: "发票基础信息", headerRow: 1, kind: "invoices", columns: [] },
]);

/** How the invoices of the half year got in: one export a month, every invoice new. */
export const importBatches: readonly Row<"importBatch">[] = months.map((month) => {
  const drafts = draftsOf(month);
  return {
    id: sampleId(`batch-${month}`),
    kind: "invoices",
    source: "全量发票查询",
    fileName: fileNameOf(month),
    // There is no such file; the hash only has the right shape.
    fileHash: createHash("sha256").update(fileNameOf(month)).digest("hex"),
    sheetsJson: sheets,
    rowCount: drafts.length + drafts.reduce((sum, draft) => sum + draft.lines.length, 0),
    newCount: drafts.length,
    unchangedCount: 0,
    changedCount: 0,
    conflictCount: 0,
    rejectedCount: 0,
    importedAt: `${month}-28T02:00:00Z`,
    importedBy: people.handler,
    ...notVoided,
  };
});

export const importRows: readonly Row<"importRow">[] = months.flatMap((month) =>
  draftsOf(month).map((draft, index) => ({
    id: sampleId(`import-${draft.key}`),
    batchId: batchIdOf(draft),
    sheet: "发票基础信息",
    rowNo: index + 2,
    number: invoiceNumber(draft.ticket),
    result: "new",
    message: "新发票",
    invoiceId: invoiceId(draft.key),
    beforeJson: null,
    cellsJson: null,
    paymentId: null,
  })),
);
