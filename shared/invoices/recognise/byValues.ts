import { fieldTitle } from "../fieldTitles.ts";
import type { InvoiceField } from "../headerSynonyms.ts";
import { type ColumnProfile, isMostly, type OwnParties } from "./columnProfile.ts";
import { isFree, isOpen, leave, type Mapping, take } from "./mapping.ts";
import { meansOther } from "./otherMeaning.ts";

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
  // 是 and 否 say nothing without their title: 是否报销, 是否作废 and 是否红字 have them too.
  const isPositive = (profile: ColumnProfile): boolean =>
    isMostly(profile, "positive", 1) && /正数|蓝字/.test(titleOf(mapping, profile.index));
  takeOnly(mapping, "positive", isPositive, "内容都是“是”或“否”");
  const isState = (profile: ColumnProfile): boolean =>
    isMostly(profile, "status", 0.9) && profile.count("status") > profile.count("risk");
  takeOnly(mapping, "status", isState, "内容是发票的状态");
  leaveStates(mapping);
}

/** Columns that may say of an invoice that it is void: nobody may overlook them. */
function leaveStates(mapping: Mapping): void {
  for (const { index, title } of mapping.columns)
    if (
      isOpen(mapping, index) &&
      mapping.profiles.has(index) &&
      /^是否.*(作废|红冲)|^(已|发票)?(作废|红冲)/.test(title)
    )
      leave(
        mapping,
        index,
        "说的像是发票作废或红冲，没有采用；这样的发票请在预览中取消选取，或按税务局导出的清单导入。",
      );
}

const titleOf = (mapping: Mapping, index: number): string =>
  mapping.columns.find((column) => column.index === index)?.title ?? "";

/** Takes a field when one column alone can be it. */
function takeOnly(
  mapping: Mapping,
  field: InvoiceField,
  can: (profile: ColumnProfile) => boolean,
  why: string,
): void {
  if (!isFree(mapping, field)) return;
  const able = openProfiles(mapping).filter((profile) => profile.filled >= 1 && can(profile));
  const [only, second] = able.filter(({ index }) => !meansOther(field, titleOf(mapping, index)));
  if (only === undefined) {
    for (const { index } of able)
      leave(
        mapping,
        index,
        `${why}，可标题是“${titleOf(mapping, index)}”，没有当作“${fieldTitle(field)}”；是的话请指定。`,
      );
    return;
  }
  if (second === undefined) {
    const doubt = oddTold(mapping, field, only.index, able);
    take(mapping, only.index, field, { by: "values", why: `${why}。`, doubt });
    return;
  }
  for (const { index } of openProfiles(mapping).filter(
    (profile) => can(profile) && !meansOther(field, titleOf(mapping, profile.index)),
  ))
    leave(mapping, index, `可能是“${fieldTitle(field)}”，这样的列不止一个，请指定。`);
}

/** A day, and no more; or the day on which an invoice is made out. */
const plainDay = /^(日|日期|时间|日子|年月日)$|开|填|出具|出票|票面|票据?的?(日|日期|时间)$/;
const namedDay = /.(日|日期|时间)$/;

/**
 * What speaks against the one column that is left over: its title names a day of its own, or others that hold days or
 * states as well were passed over because of theirs.
 */
function oddTold(
  mapping: Mapping,
  field: InvoiceField,
  index: number,
  able: readonly ColumnProfile[],
): string | undefined {
  if (field !== "issueDate" && field !== "status") return undefined;
  const title = titleOf(mapping, index);
  if (field === "issueDate" && plainDay.test(title)) return undefined;
  const others = able.filter((profile) => profile.index !== index);
  if (others.length === 0 && !(field === "issueDate" && namedDay.test(title))) return undefined;
  const passedOver = others.map((profile) => `“${titleOf(mapping, profile.index)}”`).join("、");
  const why = others.length === 0 ? "" : `${passedOver}看标题说的是别的，只剩这一列；`;
  const what = title === "" ? "没有标题，" : `标题“${title}”`;
  return `${why}${what}看不出就是“${fieldTitle(field)}”，请核对。`;
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
      (profile) =>
        isMostly(profile, kind) &&
        !meansOther("sellerName", titleOf(mapping, profile.index)) &&
        (kind !== "taxId" || profile.count("validCode") > 0),
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
