import { addDays, type IsoDate, maxDate } from "../kernel/dates.ts";
import type { Contract, Instalment } from "../model/contract.ts";
import type { Period } from "./periods.ts";
import { addPayDays, type WorkCalendar } from "./workingDays.ts";

export type PayTerms = Pick<
  Contract,
  "payTiming" | "payWithinDays" | "dayKind" | "acceptanceRequired" | "signedOn"
>;

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

type DatedInstalment = Pick<Instalment, "kind" | "periodFrom" | "periodTo" | "earliestDate">;

/**
 * The day written into the instalment; where there is none, the day of the signing for an advance, which waits for nothing
 * else, and that of the papers for the others. The contract may have been signed since the instalment was planned.
 */
export function effectiveEarliest(
  terms: PayTerms,
  instalment: DatedInstalment,
  papers: Papers,
): IsoDate | null {
  if (instalment.earliestDate !== null) return instalment.earliestDate;
  if (instalment.kind === "advance") return terms.signedOn;
  return earliestPayDate(terms, { from: instalment.periodFrom, to: instalment.periodTo }, papers);
}

/** The dates written into the instalment, or, where there are none, those that signing or papers give. */
export function effectivePayDates(
  terms: PayTerms,
  instalment: DatedInstalment & Pick<Instalment, "dueDate">,
  papers: Papers,
  calendar: WorkCalendar,
): PayDates {
  const given = payDatesFrom(effectiveEarliest(terms, instalment, papers), terms, calendar);
  return { ...given, dueDate: instalment.dueDate ?? given.dueDate };
}
