import { addCents, type Cents, formatYuan, zeroCents } from "../kernel/cents.ts";
import { amountsGap, amountsGapTold } from "./amountsGap.ts";
import type { Amounts } from "./invoiceDraft.ts";
import type { HeldTotal, ImportIssue } from "./preview.ts";
import { type Reason, type Rejections, rejectGroup } from "./rejections.ts";
import { differs } from "./sheetGroups.ts";
import { addPartial, type Placed, type United } from "./uniteSheets.ts";

/** An invoice with the groups it is made of: its own row where the file has one, and its lines. */
export type Matched = Readonly<{ header: Placed; lines: Placed | undefined }>;

/** Takes lines alone, where the file has no sheet with one row per invoice. */
export function takeLines(lines: United, rejections: Rejections): readonly Matched[] {
  return [...lines.byNumber.values()].flatMap((placed) => {
    const { group } = placed;
    const gap = amountsGap(group.amounts);
    if (group.brokenBy !== undefined) rejectAll(rejections, lines, placed, undefined);
    else if (gap > 0) {
      const message = () => amountsGapTold(`发票${group.number}各行`, gap);
      rejectAll(rejections, lines, placed, { ruleId: "INV-12", message });
    } else return [{ header: placed, lines: placed }];
    return [];
  });
}

/** Takes the rows of a sheet with one row per invoice, where the file has no lines. */
export function takeHeaders(headers: United, rejections: Rejections): readonly Matched[] {
  return [...headers.byNumber.values()].flatMap((header) => {
    if (header.group.brokenBy === undefined) return [{ header, lines: undefined }];
    rejectAll(rejections, headers, header, undefined);
    return [];
  });
}

/**
 * Holds what each invoice states against the sum of its lines, rows that are refused for another reason included. When
 * they differ nothing of the file can be trusted and `mismatches` says so, unless rows whose number is lost may explain
 * the difference: then that invoice alone is refused.
 */
export function matchSheets(
  headers: United,
  lines: United,
  rejections: Rejections,
): Readonly<{
  matched: readonly Matched[];
  mismatches: readonly ImportIssue[];
  totals: readonly HeldTotal[];
}> {
  const matched: Matched[] = [];
  const mismatches: ImportIssue[] = [];
  const all = [headers.byNumber, headers.refused, lines.byNumber, lines.refused];
  for (const number of new Set(all.flatMap((numbers) => [...numbers.keys()]))) {
    const [header, line] = [headers.byNumber.get(number), lines.byNumber.get(number)];
    const wrong = differing(statedIn(headers, number), statedIn(lines, number));
    const hasHeader = header !== undefined || headers.refused.has(number);
    const mayBeLost = hasHeader ? lines.hasLostRows : headers.hasLostRows;
    if (wrong !== undefined && !mayBeLost) {
      mismatches.push(mismatch(number, placeOf(headers, number) ?? placeOf(lines, number), wrong));
      continue;
    }
    const isRefused = headers.refused.has(number) || lines.refused.has(number);
    const first = header ?? line;
    if (first === undefined) continue;
    const isBroken = header?.group.brokenBy !== undefined || line?.group.brokenBy !== undefined;
    if (wrong === undefined && !isRefused && !isBroken) {
      matched.push({ header: first, lines: line });
      continue;
    }
    const message = () => `发票${number}在另一张工作表中的行没有导入，无法核对，整张发票没有导入。`;
    for (const part of [header, line].filter((found) => found !== undefined)) {
      const isOwnFault = part.group.brokenBy !== undefined;
      rejectAll(
        rejections,
        part === header ? headers : lines,
        part,
        isOwnFault ? undefined : { ruleId: "INV-13", message },
      );
    }
  }
  return { matched, mismatches, totals: heldTotals(headers, lines) };
}

/** What the invoices of both sheets come to, one sheet's sum held against the other's. */
function heldTotals(headers: United, lines: United): readonly HeldTotal[] {
  const [first] = headers.byNumber.values();
  if (first === undefined) return [];
  const isWhole =
    headers.refused.size + lines.refused.size === 0 && !headers.hasLostRows && !lines.hasLostRows;
  const sum = ({ byNumber }: United, key: keyof Amounts): Cents =>
    [...byNumber.values()].reduce<Cents>(
      (whole, { group }) => addCents(whole, group.amounts[key]),
      zeroCents,
    );
  return amountKeys.map((key) => {
    const [statedCents, readCents] = [sum(headers, key), sum(lines, key)];
    // Each invoice may be one 分 off, which was looked at invoice by invoice.
    const met = isWhole ? Math.abs(statedCents - readCents) <= headers.byNumber.size : null;
    return { sheet: first.sheet.name, row: 0, column: amountLabels[key], statedCents, readCents, met };
  });
}

/** Refuses an invoice in every sheet that repeats it. */
function rejectAll(
  rejections: Rejections,
  { repeats }: United,
  placed: Placed,
  reason: Reason | undefined,
): void {
  rejectGroup(rejections, placed, reason);
  const quiet = {
    ...reason,
    ruleId: reason?.ruleId ?? "",
    message: reason?.message ?? sameInvoice,
    silent: true,
  };
  for (const repeat of repeats.get(placed.group.number) ?? []) rejectGroup(rejections, repeat, quiet);
}

const sameInvoice = (): string => "同一张发票在别的行有误，整张发票没有导入。";

type Difference = Readonly<{ label: string; ofLines: Cents; ofHeader: Cents }>;

const none: Amounts = { net: zeroCents, tax: zeroCents, gross: zeroCents };

/** What a sheet states for an invoice in all its rows; nothing is zero. */
function statedIn({ byNumber, refused }: United, number: string): Partial<Amounts> {
  if (!refused.has(number)) return byNumber.get(number)?.group.amounts ?? none;
  return addPartial(byNumber.get(number)?.group.amounts ?? none, refused.get(number)?.amounts ?? none);
}

const amountKeys = ["gross", "net", "tax"] as const;
const amountLabels = { gross: "价税合计", net: "金额", tax: "税额" } as const;

function differing(header: Partial<Amounts>, lines: Partial<Amounts>): Difference | undefined {
  for (const key of amountKeys) {
    const [ofHeader, ofLines] = [header[key], lines[key]];
    if (ofHeader === undefined || ofLines === undefined || !differs(ofHeader, ofLines)) continue;
    return { label: amountLabels[key], ofLines, ofHeader };
  }
  return undefined;
}

type Place = Readonly<{ sheet: string; rowNo: number }>;

function placeOf({ byNumber, refused }: United, number: string): Place | undefined {
  const placed = byNumber.get(number);
  if (placed === undefined) return refused.get(number);
  return { sheet: placed.sheet.name, rowNo: placed.group.rowNos[0] ?? 0 };
}

function mismatch(
  number: string,
  place: Place | undefined,
  { label, ofLines, ofHeader }: Difference,
): ImportIssue {
  const sums = `明细合计${formatYuan(ofLines)}元与发票合计${formatYuan(ofHeader)}元不一致`;
  return {
    sheet: place?.sheet ?? "",
    row: place?.rowNo ?? 0,
    column: label,
    ruleId: "INV-13",
    severity: "block",
    message: `发票${number}${label}：${sums}，未导入。`,
  };
}
