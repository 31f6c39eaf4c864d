import { addDays, type IsoDate, maxDate } from "../kernel/dates.ts";
import type { Contract, Instalment } from "../model/contract.ts";
import type { Period } from "./periods.ts";
import { addPayDays, type WorkCalendar } from "./workingDays.ts";

export type PayTerms = Pick<Contract, "payTiming" | "payWithinDays" | "dayKind" | "acceptanceRequired">;

/** The papers an instalment waits for; `null` while they are not there. */
export type Papers = Readonly<{ acceptedOn: IsoDate | null; invoicedOn: IsoDate | null }>;
export const noPapers: Papers = { acceptedOn: null, invoicedOn: null };

/** Payable from `earliestDate`, late after `dueDate`; both `null` while the papers they hang on are missing. */
export type PayDates = Readonly<{ earliestDate: IsoDate | null; dueDate: IsoDate | null }>;

/** The first day on which an instalment may be paid; `null` while its papers are missing. */
export function earliestPayDate(terms: PayTerms, period: Period, papers: Papers): IsoDate | null {
  switch (terms.payTiming) {
    case "periodStart":
      return period.from;
    case "periodEnd":
      return addDays(period.to, 1);
    case "afterInvoiceAndAcceptance": {
      if (papers.invoicedOn === null) return null;
      if (terms.acceptanceRequired === 0 && papers.acceptedOn === null) return papers.invoicedOn;
      return papers.acceptedOn === null ? null : maxDate(papers.acceptedOn, papers.invoicedOn);
    }
  }
}

export function payDatesFrom(
  earliest: IsoDate | null,
  terms: Pick<PayTerms, "payWithinDays" | "dayKind">,
  calendar: WorkCalendar,
): PayDates {
  const dueDate =
    earliest === null ? null : addPayDays(earliest, terms.payWithinDays, terms.dayKind, calendar);
  return { earliestDate: earliest, dueDate };
}

/** 季初: from the first day of the period; 季末: from the day after it; 收票验收后: from the later of the two papers. */
export const payDates = (terms: PayTerms, period: Period, papers: Papers, calendar: WorkCalendar): PayDates =>
  payDatesFrom(earliestPayDate(terms, period, papers), terms, calendar);

/** The dates written into the instalment, or, where they hang on papers, those the papers give. An advance hangs on none of them but on the signing. */
export function effectivePayDates(
  terms: PayTerms,
  instalment: Pick<Instalment, "kind" | "periodFrom" | "periodTo" | "earliestDate" | "dueDate">,
  papers: Papers,
  calendar: WorkCalendar,
): PayDates {
  if (instalment.earliestDate !== null) {
    const given = payDatesFrom(instalment.earliestDate, terms, calendar);
    return { earliestDate: instalment.earliestDate, dueDate: instalment.dueDate ?? given.dueDate };
  }
  if (instalment.kind === "advance") return { earliestDate: null, dueDate: instalment.dueDate };
  const period = { from: instalment.periodFrom, to: instalment.periodTo };
  const computed = payDates(terms, period, papers, calendar);
  return { earliestDate: computed.earliestDate, dueDate: instalment.dueDate ?? computed.dueDate };
}
