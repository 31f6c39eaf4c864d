import type { InvoiceSheetKind } from "./sheetSource.ts";

/** What tells whether invoices are taken from a sheet. */
type Usable = Readonly<{
  kind: InvoiceSheetKind | "unknown";
  hidden?: boolean;
  use?: boolean | null;
}>;

/**
 * The sheets that invoices are taken from. Sheets of one business repeat them and are used only when alone; hidden ones,
 * which the officer does not see, only when no other is there. What a person says counts first.
 */
export function usableSheets<Sheet extends Usable>(sheets: readonly Sheet[]): readonly Sheet[] {
  const lists = sheets.filter(({ kind, use }) => kind !== "unknown" && use !== false);
  const said = lists.filter(({ use }) => use === true);
  const seen = bestOf(lists.filter(({ hidden }) => hidden !== true));
  const found = seen ?? (said.length > 0 ? [] : (bestOf(lists) ?? []));
  return sheets.filter((sheet) => said.includes(sheet) || found.includes(sheet));
}

function bestOf<Sheet extends Usable>(sheets: readonly Sheet[]): readonly Sheet[] | undefined {
  const main = sheets.filter(({ kind }) => kind !== "special");
  const best = main.length > 0 ? main : sheets;
  return best.length > 0 ? best : undefined;
}

/** Why a sheet is used or not, in a sentence. */
export function whyUsed<Sheet extends Usable & Readonly<{ head?: unknown; name: string }>>(
  sheet: Sheet,
  used: readonly Sheet[],
): string {
  const { kind, hidden, use, head } = sheet;
  const isUsed = used.includes(sheet);
  if (use === false) return "由人指定：不使用。";
  if (kind === "unknown")
    return head === undefined ? "没有找到发票清单的表头。" : "像发票清单，但缺少必要的列。";
  if (isUsed) {
    const what = kind === "lines" ? "每行一条明细" : "每行一张发票";
    return hidden === true ? `${what}。这张工作表是隐藏的。` : `${what}。`;
  }
  if (hidden === true) return "隐藏的工作表，没有使用；需要时可以勾选。";
  const others = used.map(({ name }) => `“${name}”`).join("、");
  return `特定业务表，发票与${others}重复，没有使用。`;
}
