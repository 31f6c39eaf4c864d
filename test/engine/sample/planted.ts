/**
 * What the rules find in the sample ledger from its day on: rule, severity, objects. Ids are given without their
 * "sample-".
 */
export const plantedFindings = [
  "BUD-01 block payment-trade-2 line-supplies",
  "CON-01 block payment-print-1",
  "CON-08 warn contract-publicity",
  "INV-02 block invoice-supplies-3 payment-supplies-3-again",
  "INV-03 block invoice-intercoms-4 payment-intercoms-4",
  "INV-07 warn invoice-recorders-2",
  "PAY-02 block payment-phones-3-again instalment-phones-3 contract-phones",
  "PAY-02 block payment-recorders-5 instalment-recorders-5 contract-recorders",
  "PAY-02 block payment-uniforms-1 instalment-uniforms-1 contract-uniforms",
  "PAY-03 warn payment-intercoms-3 instalment-intercoms-3 contract-intercoms",
  "PAY-05 block payment-recorders-4 instalment-recorders-4 contract-recorders",
  "PAY-06 block payment-phones-3-again instalment-phones-3 contract-phones",
  "PAY-07 warn payment-recorders-5 contract-recorders rental-recorders",
  "PAY-08 block payment-trade-1 contract-supplies",
  "PAY-10 warn payment-supplies-2",
  "PAY-11 block payment-publicity-3 invoice-publicity-3",
] as const;

/** What the office's own papers of 2022 have wrong with them; it is so from the first day on. */
export const paperFindings = [
  "PERF-03 block project-sqzl",
  "PERF-05 warn project-sqzl",
  "PERF-07 warn line-publicity project-sqzl",
  "PERF-10 warn indicator-3 project-sqzl",
  "PERF-10 warn indicator-4 project-sqzl",
  "PERF-10 warn indicator-5 project-sqzl",
  "PERF-11 block project-sqzl",
  "PERF-11 block project-sqzl",
  "PERF-11 block project-sqzl",
] as const;

/** Rents that a planted mistake holds up are by then more than thirty days late. */
export const lateFindings = [
  "PAY-13 warn instalment-intercoms-4 contract-intercoms",
  "PAY-13 warn instalment-intercoms-5 contract-intercoms",
  "PAY-13 warn instalment-recorders-5 contract-recorders",
] as const;
