import { fieldTitle } from "../fieldTitles.ts";
import { type AmountField, type AmountTriple, amountFields, findTriple, taxIn } from "./amountColumns.ts";
import { type Claim, looseness, rivalTold, titleWhy } from "./byTitle.ts";
import { type ColumnProfile, isMostly } from "./columnProfile.ts";
import { isFree, isOpen, leave, letterOf, type Mapping, take } from "./mapping.ts";
import { isOtherUnit, meansOther } from "./otherMeaning.ts";

/**
 * Decides net, tax and gross. Titles say it; that two columns add up to a third, row for row, settles what they leave
 * open. Where title and values contradict each other neither counts: the officer is asked.
 */
export function takeAmounts(mapping: Mapping, claims: readonly Claim[], notes: readonly string[]): void {
  leaveOtherUnits(mapping, claims, notes);
  const own = claims.filter(
    (claim): claim is Claim & { field: AmountField } =>
      amountFields.some((field) => field === claim.field) && isOpen(mapping, claim.column.index),
  );
  const claimed = (field: AmountField): number | undefined =>
    mapping.taken.get(field) ?? bestClaim(own, field, mapping)?.column.index;
  const triple = findTriple(
    amountProfiles(mapping, own),
    (found) => amountFields.filter((field) => claimed(field) === found[field]).length,
  );
  if (triple !== undefined) takeTriple(mapping, own, triple);
  takeClaimed(mapping, own, triple);
  if (triple === undefined) doubtAmounts(mapping);
}

/** A list in 万元 would come in as 元: whoever knows better says what its columns are. */
function leaveOtherUnits(mapping: Mapping, claims: readonly Claim[], notes: readonly string[]): void {
  const note = notes.find(isOtherUnit);
  for (const { index, title, shown } of mapping.columns) {
    if (!isOpen(mapping, index)) continue;
    const isAmount = claims.some(
      ({ column, field }) => column.index === index && amountFields.some((amount) => amount === field),
    );
    if (isOtherUnit(title)) leave(mapping, index, `标题“${shown}”不是以元为单位，${inYuan}`);
    else if (note !== undefined && isAmount) leave(mapping, index, `表头上方写着“${note.trim()}”，${inYuan}`);
  }
}

const inYuan = "发票金额只按元读取，请换算成元后再导入；本来就是元的，请指定这一列是什么。";

/** Of several columns with a title for it: an exact one whose values are amounts, the first one from the left. */
function bestClaim(
  claims: readonly (Claim & { field: AmountField })[],
  field: AmountField,
  mapping: Mapping,
): (Claim & { field: AmountField }) | undefined {
  const all = claims
    .filter((claim) => claim.field === field)
    .sort((one, other) => looseness(one) - looseness(other));
  const hasAmounts = ({ column }: Claim): boolean => {
    const profile = mapping.profiles.get(column.index);
    return profile !== undefined && profile.count("money") > 0;
  };
  return (
    all.find((claim) => claim.exact && hasAmounts(claim)) ??
    all.find((claim) => claim.exact) ??
    all.find(hasAmounts)
  );
}

/** Columns that can be amounts: by their title, or open ones with little else than amounts in them. */
function amountProfiles(mapping: Mapping, own: readonly Claim[]): readonly ColumnProfile[] {
  const settled = new Set(amountFields.map((field) => mapping.taken.get(field)));
  const titled = new Set(own.map(({ column }) => column.index));
  return [...mapping.profiles.values()].filter((profile) => {
    if (settled.has(profile.index) || titled.has(profile.index)) return true;
    if (!isOpen(mapping, profile.index) || meansOther("gross", titleOf(mapping, profile.index))) return false;
    return looksLikeAmounts(profile);
  });
}

const titleOf = (mapping: Mapping, index: number): string =>
  mapping.columns.find((column) => column.index === index)?.title ?? "";

/** Amounts in all but a few rows, and a tax of *** or 免税 among them; no numbers, codes, days or 1, 2, 3. */
function looksLikeAmounts(profile: ColumnProfile): boolean {
  const { filled, count, isCounting } = profile;
  const isName = (["digital", "paper", "code", "date"] as const).some((kind) => isMostly(profile, kind));
  const isRate = count("rate") === filled && count("money") === filled;
  const isAmount = count("money") > 0 && count("money") + count("rate") >= filled * 0.8;
  return isAmount && !isRate && !isCounting && !isName;
}

function takeTriple(
  mapping: Mapping,
  own: readonly (Claim & { field: AmountField })[],
  triple: AmountTriple,
): void {
  const why = tripleWhy(mapping, triple);
  const places = amountFields.map((field) => ({ field, index: triple[field] }));
  const settled = places.filter(({ index }) => !isOpen(mapping, index));
  const claimOf = (index: number) =>
    own.find(({ column, exact }) => column.index === index && exact) ??
    own.find(({ column }) => column.index === index);
  // A column of the three that its title calls one of the other two.
  const wrong = places.filter(({ field, index }) => {
    const claim = claimOf(index);
    return isOpen(mapping, index) && claim !== undefined && claim.field !== field;
  });
  const saidWrong = settled.some(({ field, index }) => mapping.decisions.get(index)?.field !== field);
  if (wrong.length === 0 && !saidWrong) {
    // One row that adds up may do so by chance.
    const isSure = triple.rows >= 2 || places.some(({ field, index }) => claimOf(index)?.field === field);
    for (const { field, index } of places) {
      if (!isOpen(mapping, index) || !isFree(mapping, field)) continue;
      if (claimOf(index) !== undefined || own.some((claim) => claim.field === field && claim.exact)) continue;
      if (isSure) take(mapping, index, field, { by: "values", why: why[field] });
      else leave(mapping, index, `像是“${fieldTitle(field)}”（${why[field].replace(/。$/, "")}），请确认。`);
    }
    return;
  }
  if (triple.rows < 2 || saidWrong) return;
  const touched = new Set(wrong.flatMap(({ field, index }) => [field, claimOf(index)?.field ?? field]));
  for (const { field, index } of places) {
    if (!isOpen(mapping, index) || !touched.has(field)) continue;
    const claim = claimOf(index);
    const titled = claim === undefined ? "" : `标题是“${claim.column.shown}”，可`;
    leave(mapping, index, `${titled}${why[field].replace(/。$/, "")}，像是“${fieldTitle(field)}”，请确认。`);
  }
}

function tripleWhy(mapping: Mapping, { net, tax, gross, rows }: AmountTriple): Record<AmountField, string> {
  const letter = (index: number) => letterOf(mapping, index);
  return {
    net: `${rows}行都满足 本列＋${letter(tax)}＝${letter(gross)}。`,
    tax: `${rows}行都满足 ${letter(net)}＋本列＝${letter(gross)}。`,
    gross: `${rows}行都满足 ${letter(net)}＋${letter(tax)}＝本列。`,
  };
}

function takeClaimed(
  mapping: Mapping,
  own: readonly (Claim & { field: AmountField })[],
  triple: AmountTriple | undefined,
): void {
  const isAddedUp = (index: number): boolean =>
    triple !== undefined && amountFields.some((field) => triple[field] === index);
  for (const field of amountFields) {
    const open = own.filter((claim) => isOpen(mapping, claim.column.index));
    const claim = bestClaim(open, field, mapping);
    if (claim === undefined) continue;
    const others = open.filter((other) => other.field === field && other !== claim && other.exact);
    if (isFree(mapping, field)) {
      const profile = mapping.profiles.get(claim.column.index);
      const isBad =
        profile !== undefined && profile.filled >= 2 && profile.count("money") + profile.count("rate") === 0;
      if (isBad && !claim.exact) continue;
      take(mapping, claim.column.index, field, {
        by: claim.exact ? "title" : "likeTitle",
        why: titleWhy(claim),
        doubt: isBad
          ? "内容不像金额，请核对。"
          : isAddedUp(claim.column.index)
            ? undefined
            : rivalTold(mapping, claim, [claim, ...others]),
      });
      for (const { column } of others) mapping.doubled.add(column.title);
    } else if (claim.exact && mapping.decisions.get(mapping.taken.get(field) ?? -1)?.by !== "said") {
      for (const { column } of [claim, ...others]) mapping.doubled.add(column.title);
    }
  }
}

/** Where no three columns add up: one amount beside the tax, or alone, may be with tax or without. */
function doubtAmounts(mapping: Mapping): void {
  const [net, tax, gross] = amountFields.map((field) => mapping.taken.get(field));
  if (gross !== undefined) {
    if (net === undefined && tax !== undefined) doubtGross(mapping, gross, tax);
    return;
  }
  const decided = net === undefined ? undefined : mapping.decisions.get(net);
  if (net === undefined || decided === undefined) {
    for (const profile of mapping.profiles.values())
      if (isOpen(mapping, profile.index) && looksLikeAmounts(profile))
        leave(mapping, profile.index, "内容是金额，看不出是“价税合计”还是“金额（不含税）”，请指定。");
    return;
  }
  if (decided.by === "said") return;
  if (tax === undefined) {
    const doubt = "是仅有的一列金额，看不出含不含税；含税的请改选“价税合计”。";
    mapping.decisions.set(net, { ...decided, doubt });
    return;
  }
  const [amounts, taxes] = [mapping.profiles.get(net), mapping.profiles.get(tax)];
  if (amounts === undefined || taxes === undefined || taxIn(amounts, taxes) !== "gross") return;
  mapping.taken.delete("net");
  const title = mapping.columns.find(({ index }) => index === net)?.shown ?? "";
  leave(mapping, net, `标题是“${title}”，可按税额推算，本列是含税的“价税合计”，请确认。`);
}

/** One amount beside the tax that its title calls gross, though the tax is a rate of all of it. */
function doubtGross(mapping: Mapping, gross: number, tax: number): void {
  const [amounts, taxes] = [mapping.profiles.get(gross), mapping.profiles.get(tax)];
  if (mapping.decisions.get(gross)?.by === "said" || amounts === undefined || taxes === undefined) return;
  if (taxIn(amounts, taxes) !== "net") return;
  mapping.taken.delete("gross");
  const title = mapping.columns.find(({ index }) => index === gross)?.shown ?? "";
  leave(mapping, gross, `标题是“${title}”，可按税额推算，本列是不含税的“金额”，请确认。`);
}
