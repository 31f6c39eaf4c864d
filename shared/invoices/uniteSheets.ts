import { addCents } from "../kernel/cents.ts";
import type { CollectedSheet } from "./collectedSheet.ts";
import type { Amounts } from "./invoiceDraft.ts";
import { looksCut, lostDigitsTold } from "./invoiceNumber.ts";
import type { ImportIssue } from "./preview.ts";
import { type Rejections, rejectGroup } from "./rejections.ts";
import { clashOf, type Group, sameLines } from "./sheetGroups.ts";

/** A group with the sheet it stands in. */
export type Placed = Readonly<{ sheet: CollectedSheet; group: Group }>;

/** What the refused rows of one invoice state together, and where the first of them stands. */
export type Refused = Readonly<{ sheet: string; rowNo: number; amounts: Partial<Amounts> }>;

/** Sheets of one kind as one: an invoice that stands in two of them alike counts once. */
export type United = Readonly<{
  byNumber: ReadonlyMap<string, Placed>;
  /** The same once more, in later sheets. */
  repeats: ReadonlyMap<string, readonly Placed[]>;
  refused: ReadonlyMap<string, Refused>;
  /** Rows were refused whose number nobody knows: they may belong to any invoice. */
  hasLostRows: boolean;
}>;

/** Brings sheets of one kind together. `cut` are numbers that nobody knows any more, see `cutNumbers`. */
export function uniteSheets(
  sheets: readonly CollectedSheet[],
  cut: ReadonlySet<string>,
  rejections: Rejections,
): United {
  const byNumber = new Map<string, Placed>();
  const repeats = new Map<string, Placed[]>();
  const refused = new Map<string, Refused>();
  let hasLostRows = false;
  for (const sheet of sheets) {
    for (const { number, rowNo, amounts } of sheet.refusals) {
      if (number === undefined) hasLostRows = true;
      else {
        const before = refused.get(number);
        const sum = before === undefined ? amounts : addPartial(before.amounts, amounts);
        refused.set(number, {
          sheet: before?.sheet ?? sheet.name,
          rowNo: before?.rowNo ?? rowNo,
          amounts: sum,
        });
      }
    }
    for (const group of sheet.groups.values()) {
      const placed = { sheet, group };
      if (cut.has(group.number)) {
        hasLostRows = true;
        rejectGroup(rejections, placed, {
          ruleId: "INV-10",
          message: (rowNo) => lostDigitsTold(`第${rowNo}行发票号码`),
          each: true,
        });
        continue;
      }
      const first = byNumber.get(group.number);
      if (first === undefined) byNumber.set(group.number, placed);
      else {
        repeats.set(group.number, [...(repeats.get(group.number) ?? []), placed]);
        const what = difference(first.group, group);
        if (what === undefined) rejections.issues.push(repeatTold(first, placed));
        else first.group.clash ??= { rowNo: group.rowNos[0] ?? 0, what, sheet: sheet.name };
      }
    }
  }
  return { byNumber, repeats, refused, hasLostRows };
}

const repeatTold = (first: Placed, { sheet, group }: Placed): ImportIssue => ({
  sheet: first.sheet.name,
  row: first.group.rowNos[0] ?? 0,
  column: "",
  ruleId: "IMP-03",
  severity: "hint",
  message: `发票${group.number}也在“${sheet.name}”${group.rowNos[0] ? `第${group.rowNos[0]}行` : ""}，内容相同，按一张导入。`,
});

/** Sums what both state; an amount that one of them lacks is unknown. */
export function addPartial(one: Partial<Amounts>, other: Partial<Amounts>): Partial<Amounts> {
  const sum = (key: keyof Amounts): Partial<Amounts> => {
    const [a, b] = [one[key], other[key]];
    return a === undefined || b === undefined ? {} : { [key]: addCents(a, b) };
  };
  return { ...sum("net"), ...sum("tax"), ...sum("gross") };
}

function difference(one: Group, other: Group): string | undefined {
  const stated = clashOf(one.stated, other.stated);
  if (stated !== undefined) return stated;
  if (one.amounts.gross !== other.amounts.gross || one.amounts.net !== other.amounts.net) return "金额";
  return sameLines(one.lines, other.lines) ? undefined : "明细";
}

/**
 * Numbers of a file that lost their last digits and were written back as text. A genuine one ends in five zeros once in
 * 100,000: one in a file is believed and asked about (`numberFault`), more only where the file is that long. One that
 * stands in two rows where each invoice has one may have been two.
 */
export function cutNumbers(sheets: readonly CollectedSheet[]): ReadonlySet<string> {
  const suspects = sheets.flatMap(({ kind, groups }) =>
    [...groups.values()]
      .filter(({ number }) => looksCut(number))
      .map(({ number, rowNos }) => ({ number, isDouble: kind !== "lines" && rowNos.length > 1 })),
  );
  const cut = new Set(suspects.map(({ number }) => number));
  const longest = Math.max(0, ...sheets.map(({ groups }) => groups.size));
  const isChance = cut.size <= Math.max(1, longest / 1000) && !suspects.some(({ isDouble }) => isDouble);
  return isChance ? new Set() : cut;
}
