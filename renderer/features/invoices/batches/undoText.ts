import type { ImportBatch } from "#shared/model/invoice.ts";

/** What undoing a batch of invoices does, said before a reason is asked. */
export const undoText = ({ newCount, changedCount }: ImportBatch): string =>
  `本批新增的 ${newCount} 张发票将作废，变更的 ${changedCount} 张恢复原样。撤销后可以再导入同一份清单。`;
