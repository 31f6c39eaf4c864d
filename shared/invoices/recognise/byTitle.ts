import { fieldTitle } from "../fieldTitles.ts";
import { headerSynonyms, type InvoiceField } from "../headerSynonyms.ts";
import type { RememberedSource } from "../inspection.ts";
import { fieldOfTitle } from "../matchHeader.ts";
import type { SaidSheet } from "../said.ts";
import { type AmountField, amountFields } from "./amountColumns.ts";
import { fits } from "./fieldFits.ts";
import { isFree, isOpen, type Mapping, type TitledColumn, take } from "./mapping.ts";
import { isLoose } from "./otherMeaning.ts";

/** What a person said of columns; nothing that is found out later moves it. */
export function takeSaid(mapping: Mapping, said: SaidSheet | undefined): void {
  for (const { index, field } of said?.columns ?? []) {
    if (!mapping.columns.some((column) => column.index === index) || !isOpen(mapping, index)) continue;
    if (field === null)
      mapping.decisions.set(index, { field: null, by: "said", why: "由人指定：不使用。", doubt: null });
    else if (isFree(mapping, field)) take(mapping, index, field, { by: "said", why: "由人指定。" });
  }
}

/** What was said of an earlier list with the same titles. */
export function takeRemembered(mapping: Mapping, remembered: RememberedSource | undefined): void {
  if (remembered === undefined) return;
  const from = `“${remembered.name}”（${remembered.savedAt.slice(0, 10)}）`;
  for (const { index, shown } of mapping.columns) {
    const known = remembered.columns.find(({ title }) => title === shown);
    if (known === undefined || !isOpen(mapping, index)) continue;
    if (known.field === null) {
      const why = `按记住的${from}：不使用。`;
      mapping.decisions.set(index, { field: null, by: "remembered", why, doubt: null });
    } else if (isFree(mapping, known.field)) {
      const isWrong = !fits(known.field, mapping.profiles.get(index));
      const doubt = isWrong ? `内容不像“${fieldTitle(known.field)}”，请核对。` : undefined;
      take(mapping, index, known.field, { by: "remembered", why: `按记住的${from}。`, doubt });
    }
  }
}

/** A title and the field it names. */
export type Claim = Readonly<{ column: TitledColumn; field: InvoiceField; exact: boolean }>;

export const claimsOf = ({ columns }: Mapping): readonly Claim[] =>
  columns.flatMap((column) => {
    const match = column.title === "" ? undefined : fieldOfTitle(column.title);
    return match === undefined ? [] : [{ column, ...match }];
  });

const isAmount = (field: InvoiceField): field is AmountField =>
  amountFields.some((amount) => amount === field);

/** Titles so short that they say little: the values may show that they mean something else. */
const weak: ReadonlySet<string> = new Set([
  "编号",
  "号码",
  "代码",
  "单位",
  "来源",
  "状态",
  "日期",
  "型号",
  "规格",
  "序号",
  "行号",
  "No",
  "NO",
]);

/**
 * Takes the columns whose titles say what they are, amounts apart: those are held against each other. Of several for one
 * field the first whose values can be it, one that names the invoice before a loose one. A title whose values cannot be what it says keeps its column, with a
 * doubt; a short one, or one that only holds the word, gives it up.
 */
export function takeTitled(mapping: Mapping, claims: readonly Claim[]): void {
  for (const exact of [true, false]) {
    const wanted = claims.filter((claim) => claim.exact === exact && !isAmount(claim.field));
    for (const field of new Set(wanted.map((claim) => claim.field))) {
      const all = wanted.filter((claim) => claim.field === field && isOpen(mapping, claim.column.index));
      const [first] = all;
      if (first === undefined) continue;
      if (!isFree(mapping, field)) {
        if (exact) noteDoubles(mapping, field, all);
        continue;
      }
      const named = [...all].sort((one, other) => looseness(one) - looseness(other));
      const good = named.find(({ column }) => fits(field, mapping.profiles.get(column.index)));
      const chosen = good ?? named[0] ?? first;
      const isBad = good === undefined;
      if (isBad && (!exact || weak.has(chosen.column.title.replace(/\s/g, "")))) continue;
      take(mapping, chosen.column.index, field, {
        by: exact ? "title" : "likeTitle",
        why: titleWhy(chosen),
        doubt: isBad ? `内容不像“${fieldTitle(field)}”，请核对。` : rivalTold(mapping, chosen, named),
      });
      if (exact)
        noteDoubles(
          mapping,
          field,
          all.filter((claim) => claim !== chosen),
        );
    }
  }
}

/** A title that an office has for its own matters as well comes after one that names the invoice. */
export const looseness = ({ column }: Claim): number => (isLoose(column.title) ? 1 : 0);

/** What a second column would bring in beside these says nothing that is paid on. */
const harmless: ReadonlySet<InvoiceField> = new Set([
  "seq",
  "goodsName",
  "spec",
  "unitName",
  "quantity",
  "unitPrice",
  "source",
  "drawer",
  "remark",
]);

/** Another column with as good a title and other values: nobody can tell which of the two is meant. */
export function rivalTold(mapping: Mapping, chosen: Claim, all: readonly Claim[]): string | undefined {
  if (harmless.has(chosen.field)) return undefined;
  const rival = all.find(
    (claim) =>
      claim !== chosen &&
      claim.exact === chosen.exact &&
      looseness(claim) === looseness(chosen) &&
      fits(claim.field, mapping.profiles.get(claim.column.index)) &&
      !isAlike(mapping, claim.column.index, chosen.column.index),
  );
  return (
    rival &&
    `${rival.column.letter}列“${rival.column.shown}”也可能是“${fieldTitle(chosen.field)}”，内容不同，请核对用哪一列。`
  );
}

const isAlike = ({ profiles }: Mapping, one: number, other: number): boolean => {
  const [some, others] = [profiles.get(one)?.samples ?? [], profiles.get(other)?.samples ?? []];
  return some.length === 0 || others.length === 0 || some.join("\n") === others.join("\n");
};

function noteDoubles(mapping: Mapping, field: InvoiceField, claims: readonly Claim[]): void {
  if (mapping.decisions.get(mapping.taken.get(field) ?? -1)?.by === "said") return;
  for (const { column } of claims) mapping.doubled.add(column.title);
}

export const titleWhy = ({ column, field, exact }: Claim): string =>
  exact
    ? `标题“${column.shown}”。`
    : `标题“${column.shown}”里有“${headerSynonyms[field].within?.find((word) => column.title.includes(word)) ?? fieldTitle(field)}”。`;
