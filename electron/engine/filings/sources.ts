import type { FindingView } from "#shared/api/checks.ts";
import type { SheetScope } from "#shared/forms/builders/ledgerTable.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import type { Project } from "#shared/model/project.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";
import type { Context } from "../context.ts";
import type { ProjectScope } from "../scope.ts";

/** All that a paper of a project is made of. */
export type ProjectSource = Readonly<{
  /** As of the day that the paper shows. */
  facts: Facts;
  project: Project;
  template: Template;
}>;

/** All that a paper of a year, or of one project of it, is made of. */
export type YearSource = Readonly<{
  context: Context;
  facts: Facts;
  scope: ProjectScope & Readonly<{ fiscalYear: number }>;
  sheet: SheetScope;
  template: Template;
  findings: readonly FindingView[];
}>;

/** All that a slip of a payment is made of. */
export type PaymentSource = Readonly<{
  context: Context;
  facts: Facts;
  payment: PaymentFact;
  template: Template;
  findings: readonly FindingView[];
}>;
