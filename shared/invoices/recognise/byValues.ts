import { fieldTitle } from "../fieldTitles.ts";
import type { InvoiceField } from "../headerSynonyms.ts";
import { type ColumnProfile, isMostly, type OwnParties } from "./columnProfile.ts";
import { isFree, isOpen, leave, type Mapping, take } from "./mapping.ts";

const openProfiles = (mapping: Mapping): readonly ColumnProfile[] =>
  [...mapping.profiles.values()].filter(({ index }) => isOpen(mapping, index));

/** Takes what is still open by what stands in it. What could be two things is left to the officer, with what speaks for it. */
export function takeByValues(mapping: Mapping, own: OwnParties): void {
  takeNumbers(mapping);
  takeParties(mapping, own);
  const date = (profile: ColumnProfile): boolean => isMostly(profile, "date", 0.9);
  takeOnly(mapping, "issueDate", date, "内容都是日期");
  takeOnly(mapping, "taxCategoryCode", (profile) => isMostly(profile, "category"), "内容都是19位编码");
  takeOnly(mapping, "goodsName", (profile) => isMostly(profile, "goods"), "内容以“*简称*”开头，是货物或服务");
  takeOnly(mapping, "taxRate", (profile) => isMostly(profile, "rate", 0.9), "内容都是税率");
  takeOnly(mapping, "source", (profile) => isMostly(profile, "source"), "内容是开票平台的名称");
  takeOnly(mapping, "type", (profile) => isMostly(profile, "type"), "内容是发票的种类");
  takeOnly(mapping, "positive", (profile) => isMostly(profile, "positive", 1), "内容都是“是”或“否”");
  const isState = (profile: ColumnProfile): boolean =>
    isMostly(profile, "status", 0.9) && profile.count("status") > profile.count("risk");
  takeOnly(mapping, "status", isState, "内容是发票的状态");
}

/** Takes a field when one column alone can be it. */
function takeOnly(
  mapping: Mapping,
  field: InvoiceField,
  can: (profile: ColumnProfile) => boolean,
  why: string,
): void {
  if (!isFree(mapping, field)) return;
  const [only, second] = openProfiles(mapping).filter((profile) => profile.filled >= 1 && can(profile));
  if (only === undefined) return;
  if (second === undefined) {
    take(mapping, only.index, field, { by: "values", why: `${why}。` });
    return;
  }
  for (const { index } of openProfiles(mapping).filter(can))
    leave(mapping, index, `可能是“${fieldTitle(field)}”，这样的列不止一个，请指定。`);
}

function takeNumbers(mapping: Mapping): void {
  const isWhole = (profile: ColumnProfile): boolean =>
    profile.count("digital") + profile.count("dashed") >= profile.filled * 0.8;
  if (isFree(mapping, "digitalNumber") && isFree(mapping, "paperNumber")) {
    takeOnly(mapping, "digitalNumber", isWhole, "内容是20位（或代码加8位）的发票号码");
  }
  const isPaper = (profile: ColumnProfile): boolean =>
    isMostly(profile, "paper") && profile.count("date") < profile.count("paper");
  const isCode = (profile: ColumnProfile): boolean => isMostly(profile, "code");
  const hasBoth =
    (!isFree(mapping, "code") || openProfiles(mapping).some(isCode)) &&
    (!isFree(mapping, "paperNumber") || openProfiles(mapping).some(isPaper));
  if (!hasBoth) return;
  takeOnly(mapping, "code", isCode, "内容是10位或12位的发票代码");
  takeOnly(mapping, "paperNumber", isPaper, "内容是8位的发票号码");
}

/** Names and tax numbers: where this office stands is the buyer's side, the other is the seller's. */
function takeParties(mapping: Mapping, own: OwnParties): void {
  const sides = [
    ["buyerName", "sellerName", "company", "单位名称"],
    ["buyerTaxId", "sellerTaxId", "taxId", "税号"],
  ] as const;
  for (const [buyer, seller, kind, what] of sides) {
    const candidates = openProfiles(mapping).filter(
      (profile) => isMostly(profile, kind) && (kind !== "taxId" || profile.count("validCode") > 0),
    );
    const mine = candidates.filter((profile) => profile.own >= profile.filled * 0.8);
    const theirs = candidates.filter((profile) => profile.own < profile.filled * 0.2);
    const [onlyMine, secondMine] = mine;
    if (onlyMine !== undefined && secondMine === undefined && isFree(mapping, buyer))
      take(mapping, onlyMine.index, buyer, {
        by: "values",
        why: `内容是本单位的${kind === "taxId" ? "税号" : "名称"}。`,
      });
    const [onlyTheirs, secondTheirs] = theirs;
    if (onlyTheirs === undefined || !isFree(mapping, seller)) continue;
    const isKnown = !own.isEmpty || !isFree(mapping, buyer);
    if (secondTheirs === undefined && isKnown) {
      take(mapping, onlyTheirs.index, seller, { by: "values", why: `内容是${what}，没有本单位。` });
      continue;
    }
    const doubt = `内容是${what}，分不清是销方还是购买方，请指定。`;
    for (const { index } of theirs) leave(mapping, index, doubt);
  }
}
