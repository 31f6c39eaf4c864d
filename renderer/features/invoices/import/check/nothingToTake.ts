import type { ImportPreview } from "#shared/invoices/preview.ts";

type Counted = Readonly<Pick<ImportPreview, "counts" | "isBlocked"> & { rejected: readonly unknown[] }>;

/** Nothing of the list could be imported, whatever is ticked. */
export const hasNothing = ({ counts }: Counted): boolean => counts.new + counts.changed === 0;

/** Nothing can be done about it on this page: another list is the next thing. */
export const isFinished = (preview: Counted): boolean => hasNothing(preview) && preview.rejected.length === 0;

/** Why there is nothing to import, and what to do; empty while there is something. */
export function nothingText(preview: Counted): string {
  const { counts, rejected, isBlocked } = preview;
  if (isBlocked || !hasNothing(preview)) return "";
  const { unchanged, conflict } = counts;
  const read = unchanged + conflict;
  if (read + rejected.length === 0)
    return "这份清单里没有发票：表头下面没有数据。请看看是不是选错了文件或工作表。";
  const parts = [
    ...(unchanged === 0 ? [] : [`${unchanged} 张账本里已有，内容一致`]),
    ...(conflict === 0 ? [] : [`${conflict} 张与账本冲突，请与原件核对`]),
    ...(rejected.length === 0 ? [] : [`${rejected.length} 行${read === 0 ? "都" : ""}被拒绝，${mend}`]),
  ];
  return `没有${read === unchanged && rejected.length === 0 ? "要" : "能"}导入的：${parts.join("；")}。`;
}

const mend = "改好标出的格子，按“重新核对”，或者导出拒绝的行，请对方改正";
