import type { ImportPreview } from "#shared/invoices/preview.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { PreparedImport } from "./preparedImport.ts";

/** What was shown no longer holds. */
export const staleError = (what: string): UserError =>
  new UserError({
    code: "conflict",
    message: `${what}，没有导入。`,
    hint: "请重新选择文件，查看新的预览后再导入。",
  });

export const ledgerMoved = (): UserError => staleError("预览之后账本有改动，导入结果会与预览不同");

/** The file contradicts itself. The sentence says where first; the preview has all that is wrong with it. */
export class BlockedImport extends UserError {
  readonly preview: ImportPreview;

  constructor({ preview, file }: PreparedImport) {
    const [first] = preview.issues.filter(
      ({ ruleId, severity }) => ruleId === "INV-13" && severity === "block",
    );
    const where = first === undefined ? "" : `工作表“${first.sheet}”第${first.row}行：${first.message}`;
    super({
      code: "refused",
      message: `文件“${file.fileName}”没有导入（INV-13）。${where}`,
      hint: "文件前后矛盾，可能被改动过或没有导出完整。请在电子税务局重新导出后再导入。",
      details: { ruleId: "INV-13", fileName: file.fileName },
    });
    this.preview = preview;
  }
}
