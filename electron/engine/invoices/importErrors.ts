import type { ImportPreview } from "#shared/invoices/preview.ts";
import type { SheetDoubt } from "#shared/invoices/sheetIssues.ts";
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

/** Columns of which nobody said what they are: who is not there to be asked must have answered beforehand. */
export class DoubtfulImport extends UserError {
  readonly doubts: readonly SheetDoubt[];

  constructor({ file }: PreparedImport, doubts: readonly SheetDoubt[]) {
    const told = doubts.map(({ sheet, letter, title, doubt }) => `“${sheet}”${letter}列“${title}”：${doubt}`);
    super({
      code: "refused",
      message: `文件“${file.fileName}”有${doubts.length}列拿不准，没有导入。\n${told.join("\n")}`,
      hint: "请用 --map 列=内容 逐列指明（用不到的写 列=忽略），或核对后加上 --accept-doubts，按现在的认定导入。",
      details: { fileName: file.fileName },
    });
    this.doubts = doubts;
  }
}
