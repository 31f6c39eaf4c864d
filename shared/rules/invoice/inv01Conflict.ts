import { conflictMessage } from "../../invoices/compareInvoice.ts";
import { conflictsLeft } from "../../invoices/importConflict.ts";
import type { Invoice } from "../../model/invoice.ts";
import type { ImportConflict } from "../derivedRows.ts";
import { groupBy } from "../indexing.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofInvoice } from "../words.ts";

export const inv01Conflict = defineRule({
  id: "INV-01",
  name: "发票重复录入",
  area: "发票",
  severity: "block",
  description:
    "导入的文件中有已录入的发票号码，而销方、金额或开票日期与账本不一致，至今没有改正；内容相同的重复导入只更新状态，不提示。",
  basis: "发票号码唯一：同一号码的金额、销方不可能不同",
  reads: ["invoice", "importConflict"],
  params: {},
  check: (facts, _params, { invoices }) => {
    const known = facts.rows.importConflict.filter((row) => row.importedAt.slice(0, 10) <= facts.asOf);
    if (known.length === 0) return [];
    const conflicts = groupBy(known, (row) => row.invoiceId);
    return invoices.flatMap((invoice) =>
      conflicts.of(invoice.id).flatMap((conflict) => stillOpen(invoice, conflict)),
    );
  },
});

function stillOpen(invoice: Invoice, conflict: ImportConflict): readonly Hit[] {
  const { batchId, fileName, sheet, rowNo, message, cellsJson, enteredAt } = conflict;
  const left = conflictsLeft(invoice, cellsJson);
  if (left?.length === 0) return [];
  const differing = (left ?? []).map(({ label, before, after }) => `${label}${before}/${after}`);
  return [
    {
      subjects: [ofInvoice(invoice), { kind: "importBatch", id: batchId, label: fileName }],
      figures: { number: invoice.number, sheet, rowNo, differing: differing.join("；") },
      // The message of the import where the cells were not kept: batches of earlier versions.
      message:
        left === undefined ? message : conflictMessage(invoice.number, left, enteredAt?.slice(0, 10) ?? null),
      remedy: `请对照发票原件：账本有误的，改正发票；文件（${fileName}）有误的，撤销该批次或写明理由接受。`,
      aspect: `${sheet}:${rowNo}`,
    },
  ];
}
