import { type Cents, subtractCents } from "../kernel/cents.ts";
import { addDays, type IsoDate } from "../kernel/dates.ts";
import type { Contract, Instalment } from "../model/contract.ts";
import type { AcceptanceState } from "./acceptanceState.ts";
import { effectivePayDates, type PayTerms } from "./payDates.ts";
import type { InstalmentStatus } from "./status.ts";
import type { WorkCalendar } from "./workingDays.ts";

export type InstalmentEvents = Readonly<{
  /** On payments of any state. */
  invoicedCents: Cents;
  /** Paid out by the day asked for. */
  paidCents: Cents;
  deductionCents: Cents;
  acceptance: AcceptanceState;
  /** Issue date of the latest invoice on it. */
  invoicedOn: IsoDate | null;
  /** Its days lie wholly in a suspension of the contract. */
  isSuspended: boolean;
}>;

export type InstalmentStanding = Readonly<{
  /** amount − deduction */
  payableCents: Cents;
  invoicedCents: Cents;
  paidCents: Cents;
  remainingCents: Cents;
  earliestDate: IsoDate | null;
  dueDate: IsoDate | null;
  status: InstalmentStatus;
  /** What it waits for when it is blocked. */
  waitsFor: "acceptance" | "invoice" | "contract" | "signing" | null;
}>;

/** How many days before its earliest date an instalment is announced. */
const announceDays = 15;

/** What an officer calls each status. */
export const statusLabels: Readonly<Record<InstalmentStatus, string>> = {
  notDue: "未到期",
  dueSoon: "即将到期",
  due: "应付",
  overdue: "已逾期",
  partlyPaid: "部分支付",
  paid: "已结清",
  blocked: "暂不可付",
};

/**
 * Where an instalment stands on `asOf`. The first that applies: nothing left to pay → paid; its days were
 * suspended → blocked; past its due date → overdue; its period is over or its day has come, but a paper is missing, an acceptance failed or the contract is suspended →
 * blocked; something paid → partlyPaid; payable → due; payable within 15 days → dueSoon; else notDue.
 */
export function instalmentStatus(
  instalment: Instalment,
  contract: PayTerms & Pick<Contract, "state">,
  events: InstalmentEvents,
  asOf: IsoDate,
  calendar: WorkCalendar,
): InstalmentStanding {
  const acceptedOn = events.acceptance.kind === "accepted" ? events.acceptance.on : null;
  const dates = effectivePayDates(
    contract,
    instalment,
    { acceptedOn, invoicedOn: events.invoicedOn },
    calendar,
  );
  const payableCents = subtractCents(instalment.amountCents, events.deductionCents);
  const remainingCents = subtractCents(payableCents, events.paidCents);
  const waitsFor = missingPaper(instalment, contract, events, dates.earliestDate, asOf);
  const status = ((): InstalmentStatus => {
    if (remainingCents <= 0) return "paid";
    if (events.isSuspended) return "blocked";
    if (dates.dueDate !== null && dates.dueDate < asOf) return "overdue";
    if (waitsFor !== null) return "blocked";
    if (events.paidCents > 0) return "partlyPaid";
    if (dates.earliestDate === null) return "notDue";
    if (dates.earliestDate <= asOf) return "due";
    return dates.earliestDate <= addDays(asOf, announceDays) ? "dueSoon" : "notDue";
  })();
  const { invoicedCents, paidCents } = events;
  return {
    payableCents,
    invoicedCents,
    paidCents,
    remainingCents,
    ...dates,
    status,
    waitsFor: status === "blocked" ? waitsFor : null,
  };
}

function missingPaper(
  instalment: Instalment,
  contract: PayTerms & Pick<Contract, "state">,
  events: InstalmentEvents,
  earliestDate: IsoDate | null,
  asOf: IsoDate,
): InstalmentStanding["waitsFor"] {
  if (contract.state === "suspended" || events.isSuspended) return "contract";
  const isOver = instalment.periodTo < asOf;
  if (needsOwnAcceptance(instalment, contract) && isOver && events.acceptance.kind !== "accepted")
    return "acceptance";
  if (!isOver || earliestDate !== null) return null;
  return instalment.kind === "advance" ? "signing" : "invoice";
}

/** Money paid before its period is over (an advance, 季初付) cannot wait for the acceptance of that period. */
export const needsOwnAcceptance = (
  instalment: Pick<Instalment, "kind">,
  contract: Pick<PayTerms, "payTiming" | "acceptanceRequired">,
): boolean =>
  contract.acceptanceRequired === 1 && instalment.kind !== "advance" && contract.payTiming !== "periodStart";
