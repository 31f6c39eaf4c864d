import type { LineDraft } from "./invoiceDraft.ts";
import { sameLines } from "./sheetGroups.ts";
import { plainRate } from "./taxRate.ts";

const plain = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

const money = (line: LineDraft): string => [line.netCents, line.taxCents, line.grossCents].join(" ");

/** Prices are worked out, and each source rounds them at another decimal. */
function sameNumber(one: string | null, other: string | null): boolean {
  if (one === null || other === null || one === other) return one === other;
  const [a, b] = [Number(one), Number(other)];
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-5;
}

/** What a line of a file is to one of the ledger: it says the same, it fills in what is blank there, or it is another. */
function lineAgainst(file: LineDraft, known: LineDraft): "same" | "fills" | "other" {
  let fills = false;
  const text = (field: "goodsName" | "spec" | "unitName" | "taxCategoryCode"): boolean => {
    const [after, before] = [plain(file[field]), plain(known[field])];
    if (after === "" || after === before) return true;
    if (before === "") fills = true;
    return before === "";
  };
  const number = (field: "quantity" | "unitPrice"): boolean => {
    if (file[field] === null || sameNumber(file[field], known[field])) return true;
    if (known[field] === null) fills = true;
    return known[field] === null;
  };
  const rate = file.taxRate === "" || plainRate(file.taxRate) === plainRate(known.taxRate);
  const isSame =
    rate &&
    (["goodsName", "spec", "unitName", "taxCategoryCode"] as const).every(text) &&
    (["quantity", "unitPrice"] as const).every(number);
  return !isSame ? "other" : fills ? "fills" : "same";
}

const isOfficial = (lines: readonly LineDraft[]): boolean =>
  lines.some(({ taxCategoryCode }) => taxCategoryCode !== "");

/**
 * Whether the lines of a file are to take the place of those the ledger has. A blank says nothing; prices that are
 * rounded otherwise are the same; and a list that knows less of the lines than the tax bureau's leaves these alone.
 */
export function bringsLines(file: readonly LineDraft[], known: readonly LineDraft[]): boolean {
  // Nearly all are the same to the letter: that costs nothing.
  if (file.length === 0 || sameLines(file, known)) return false;
  if (known.length === 0) return true;
  if (!isOfficial(file) && isOfficial(known)) return false;
  if (file.length !== known.length) return true;
  const open = new Map<string, LineDraft[]>();
  for (const line of known) open.set(money(line), [...(open.get(money(line)) ?? []), line]);
  let fills = false;
  for (const line of file) {
    const candidates = open.get(money(line)) ?? [];
    const found =
      candidates.find((one) => lineAgainst(line, one) === "same") ??
      candidates.find((one) => lineAgainst(line, one) === "fills");
    if (found === undefined) return true;
    fills ||= lineAgainst(line, found) === "fills";
    candidates.splice(candidates.indexOf(found), 1);
  }
  return fills;
}
