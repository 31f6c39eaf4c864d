import { cents, formatYuan, formatYuanPlain, zeroCents } from "../kernel/cents.ts";
import type { Amounts } from "./invoiceDraft.ts";
import type { ImportIssue } from "./preview.ts";
import { type Rejections, rejectGroup } from "./rejections.ts";
import { differs } from "./sheetGroups.ts";
import type { Placed, United } from "./uniteSheets.ts";

/** An invoice with the groups it is made of: its own row where the file has one, and its lines. */
export type Matched = Readonly<{ header: Placed; lines: Placed | undefined }>;

/** Takes lines alone, where the file has no sheet with one row per invoice. */
export function takeLines(lines: United, rejections: Rejections): readonly Matched[] {
  return [...lines.byNumber.values()].flatMap((placed) => {
    const { group } = placed;
    const { net, tax, gross } = group.amounts;
    const off = cents(Math.abs(net + tax - gross));
    if (group.brokenBy !== undefined) rejectGroup(rejections, placed, undefined);
    else if (off > 1) {
      const message = () => `发票${group.number}各行金额+税额≠价税合计，差${formatYuanPlain(off)}元。`;
      rejectGroup(rejections, placed, { ruleId: "INV-12", message });
    } else return [{ header: placed, lines: placed }];
    return [];
  });
}

/** Takes the rows of a sheet with one row per invoice, where the file has no lines. */
export function takeHeaders(headers: United, rejections: Rejections): readonly Matched[] {
  return [...headers.byNumber.values()].flatMap((header) => {
    if (header.group.brokenBy === undefined) return [{ header, lines: undefined }];
    rejectGroup(rejections, header, undefined);
    return [];
  });
}

/**
 * Holds each invoice against the sum of its lines. When they differ nothing of the file can be trusted and `mismatches`
 * says so, unless rows were refused that explain the difference: then that invoice alone is refused.
 */
export function matchSheets(
  headers: United,
  lines: United,
  rejections: Rejections,
): Readonly<{ matched: readonly Matched[]; mismatches: readonly ImportIssue[] }> {
  const matched: Matched[] = [];
  const mismatches: ImportIssue[] = [];
  const numbers = new Set([...headers.byNumber.keys(), ...lines.byNumber.keys()]);
  for (const number of numbers) {
    const [header, line] = [headers.byNumber.get(number), lines.byNumber.get(number)];
    const wrong = differing(header?.group.amounts, line?.group.amounts);
    const isBroken = header?.group.brokenBy !== undefined || line?.group.brokenBy !== undefined;
    if (!isBroken && wrong === undefined && header !== undefined && line !== undefined) {
      const { lines: rows } = line.group;
      matched.push({ header, lines: rows.length > 0 ? line : undefined });
      continue;
    }
    const explained =
      isBroken ||
      headers.refused.has(number) ||
      lines.refused.has(number) ||
      (header === undefined && headers.hasLostRows) ||
      (header !== undefined && lines.hasLostRows);
    if (!explained) {
      const at = header ?? line;
      if (at !== undefined && wrong !== undefined) mismatches.push(mismatch(at, wrong));
      continue;
    }
    const message = () => `发票${number}在另一张工作表中的行没有导入，无法核对，整张发票没有导入。`;
    const parts = [header, line].filter((part) => part !== undefined);
    for (const part of parts) {
      const isOwnFault = part.group.brokenBy !== undefined;
      rejectGroup(rejections, part, isOwnFault ? undefined : { ruleId: "INV-13", message });
    }
  }
  return { matched, mismatches };
}

type Difference = Readonly<{ label: string; ofLines: number; ofHeader: number }>;

const none: Amounts = { net: zeroCents, tax: zeroCents, gross: zeroCents };

function differing(header: Amounts = none, lines: Amounts = none): Difference | undefined {
  const labels = { gross: "价税合计", net: "金额", tax: "税额" } as const;
  const kind = (["gross", "net", "tax"] as const).find((key) => differs(header[key], lines[key]));
  return kind && { label: labels[kind], ofLines: lines[kind], ofHeader: header[kind] };
}

function mismatch({ sheet, group }: Placed, { label, ofLines, ofHeader }: Difference): ImportIssue {
  const sums = `明细合计${formatYuan(cents(ofLines))}元与发票合计${formatYuan(cents(ofHeader))}元不一致`;
  return {
    sheet: sheet.name,
    row: group.rowNos[0] ?? 0,
    column: label,
    ruleId: "INV-13",
    severity: "block",
    message: `发票${group.number}${label}：${sums}，未导入。`,
  };
}
