import type { DueItem, DueKind } from "#shared/api/due.ts";
import { addDays, daysBetween, formatDateText, type IsoDate } from "#shared/kernel/dates.ts";
import type { InstalmentFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { instalmentName, ofInstalment } from "#shared/rules/words.ts";
import { waitWords } from "#shared/words/words.ts";
import { type Standing, standingOf } from "../contracts/standing.ts";
import { partyOf } from "./party.ts";

/** What an instalment asks for on the day of the facts; nothing while it is paid or far away. */
export function instalmentItem(
  facts: Facts,
  instalment: InstalmentFact,
  soonDays: number,
): DueItem | undefined {
  const standing = standingOf(facts, instalment);
  const place =
    instalment.row.kind === "retention"
      ? retention(facts, instalment, standing, soonDays)
      : regular(facts, standing, soonDays);
  if (place === undefined) return undefined;
  const { kind, date, why } = place;
  return {
    key: `${kind}|${instalment.row.id}`,
    kind,
    amountCents: standing.remainingCents,
    date,
    days: date === null ? null : daysBetween(facts.asOf, date),
    ...partyOf(facts, instalment.contract),
    what: instalmentName(instalment.row),
    why,
    next: nextStep(facts, instalment, standing, kind),
    subject: ofInstalment(instalment),
  };
}

type Place = Readonly<{ kind: DueKind; date: IsoDate | null; why: string }>;

function regular(facts: Facts, standing: Standing, soonDays: number): Place | undefined {
  const { dueDate, earliestDate, status } = standing;
  const isPayable = earliestDate !== null && earliestDate <= facts.asOf;
  switch (status) {
    case "paid":
      return undefined;
    case "overdue":
      return { kind: "overdue", date: dueDate, why: "过了最迟付款日" };
    case "blocked":
      return {
        kind: "blocked",
        date: dueDate,
        why: standing.waitsFor === null ? "" : waitWords[standing.waitsFor],
      };
    case "due":
    case "partlyPaid":
    case "dueSoon":
    case "notDue":
      if (isPayable) {
        return {
          kind: "due",
          date: dueDate,
          why: status === "partlyPaid" ? "已付一部分，余额可付" : `${earliestDate}起可付`,
        };
      }
      return earliestDate !== null && earliestDate <= addDays(facts.asOf, soonDays)
        ? { kind: "soon", date: earliestDate, why: `${earliestDate}起可付` }
        : undefined;
  }
}

/** 质保金 is given back when its time is over; what a contract of an earlier year kept is still owed. */
function retention(
  facts: Facts,
  { contract }: InstalmentFact,
  standing: Standing,
  soonDays: number,
): Place | undefined {
  if (standing.remainingCents <= 0) return undefined;
  const date = contract.row.releaseDate ?? standing.dueDate ?? standing.earliestDate;
  if (date === null || date > addDays(facts.asOf, soonDays)) return undefined;
  const why = date < facts.asOf ? `应退日${date}已过` : `应于${formatDateText(date)}退还`;
  return { kind: "retention", date, why };
}

function nextStep(facts: Facts, instalment: InstalmentFact, standing: Standing, kind: DueKind): string {
  const draft = facts.usesOfInstalment.of(instalment).find(({ payment }) => !payment.isPaid);
  if (draft !== undefined) return `付款${draft.payment.row.paymentNo}正在办理，请催办审批和支付。`;
  if (kind === "retention") return "核对质保期内有无扣款事项；没有的，办理退还。";
  switch (standing.waitsFor) {
    case "acceptance":
      return "组织验收（考核），登记验收单。";
    case "invoice":
      return "向供应商催收发票，导入后关联到本期。";
    case "contract":
      return "合同恢复履行后再付；不再履行的，办理终止。";
    case "signing":
      return "签订合同，在合同中填写签订日期，再付预付款。";
    case null:
  }
  if (standing.invoicedCents < standing.payableCents) return "收齐发票，办理付款申请。";
  return kind === "soon" ? "准备付款材料。" : "办理付款申请。";
}
