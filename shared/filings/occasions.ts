import { type FormId, formKindOf } from "../forms/formKinds.ts";
import { type IsoDate, monthNumber, yearOf } from "../kernel/dates.ts";

/** What papers are handed in for: each has its time of the year. */
export const occasions = {
  apply: "预算申报",
  monitoring: "绩效运行监控",
  selfEvaluation: "绩效自评",
} as const;
export type Occasion = keyof typeof occasions;
export const occasionIds = Object.keys(occasions) as readonly Occasion[];

/** What a paper goes out for by itself; `null` for those that are only added where somebody asks for them. */
export function occasionOf(form: FormId): Occasion | null {
  if (form === "monitoring" || form === "selfEvaluation") return form;
  return formKindOf(form).use === "apply" ? "apply" : null;
}

type Standing = Readonly<{
  today: IsoDate;
  fiscalYear: number;
  /** The month up to which the year is monitored. */
  cutoffMonth: number;
  /** For what the project has handed in papers already. */
  handedIn: ReadonlySet<Occasion>;
}>;

/** What is due now: 自评 once the year is over; 监控 after its month, when the budget was applied for; else 申报. */
export function dueOccasion({ today, fiscalYear, cutoffMonth, handedIn }: Standing): Occasion {
  if (yearOf(today) > fiscalYear) return "selfEvaluation";
  const isPastCutoff = yearOf(today) === fiscalYear && monthNumber(today) > cutoffMonth;
  return isPastCutoff && handedIn.has("apply") ? "monitoring" : "apply";
}
