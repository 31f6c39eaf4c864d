import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildContracts } from "#shared/forms/builders/contracts.ts";
import { buildExecution } from "#shared/forms/builders/execution.ts";
import { buildInvoices } from "#shared/forms/builders/invoices.ts";
import { buildMonitoring } from "#shared/forms/builders/monitoring.ts";
import { buildNarrative } from "#shared/forms/builders/narrative.ts";
import { buildPaymentCheck } from "#shared/forms/builders/paymentCheck.ts";
import { buildPayPlan } from "#shared/forms/builders/payPlan.ts";
import { buildRentalMonths } from "#shared/forms/builders/rentalMonths.ts";
import { buildSelfEvaluation } from "#shared/forms/builders/selfEvaluation.ts";
import { buildSlip } from "#shared/forms/builders/slip.ts";
import { buildTargets, buildTargetsFill } from "#shared/forms/builders/targets.ts";
import type { FormIdAbout } from "#shared/forms/formKinds.ts";
import type { Printable } from "#shared/forms/prose.ts";
import { evaluateProject } from "#shared/indicators/evaluation.ts";
import { cutoffOf, monitorProject } from "#shared/indicators/monitored.ts";
import { cutoffMonth, executionPoints } from "../projects/performanceSettings.ts";
import { executionSheet } from "./executionSheet.ts";
import { paymentCheckSheet } from "./paymentCheckSheet.ts";
import { paymentSlip } from "./paymentSlip.ts";
import { payPlanSheet } from "./payPlanSheet.ts";
import { projectPaper } from "./projectPaper.ts";
import { contractsSheet, invoicesSheet } from "./registerSheets.ts";
import { rentalMonthsSheet } from "./rentalMonthsSheet.ts";
import type { PaymentSource, ProjectSource, YearSource } from "./sources.ts";

type Made = Printable | Promise<Printable>;

/** How each paper of a project is made: the same source gives the same paper. */
export const projectBuilders: Readonly<Record<FormIdAbout<"project">, (source: ProjectSource) => Made>> = {
  narrative: ({ facts, project, template }) =>
    buildNarrative({ project, sections: facts.texts.sectionsOf(project.id) }, template),
  budget: ({ facts, project, template }) => buildBudget(projectPaper(facts, project), template),
  targets: ({ facts, project, template }) => buildTargets(projectPaper(facts, project), template),
  targetsFill: ({ facts, project, template }) => buildTargetsFill(projectPaper(facts, project), template),
  monitoring: ({ facts, project, template }) =>
    buildMonitoring(
      projectPaper(facts, project),
      monitorProject(facts, project, cutoffOf(facts, project, cutoffMonth(facts))),
      template,
    ),
  selfEvaluation: ({ facts, project, template }) =>
    buildSelfEvaluation(
      projectPaper(facts, project),
      evaluateProject(facts, project, executionPoints(facts)),
      template,
    ),
};

/** Of a year, or of one project of it. */
export const yearBuilders: Readonly<Record<FormIdAbout<"year">, (source: YearSource) => Made>> = {
  rentalMonths: (source) => buildRentalMonths(rentalMonthsSheet(source), source.template),
  payPlan: (source) => buildPayPlan(payPlanSheet(source), source.template),
  execution: (source) => buildExecution(executionSheet(source), source.template),
  paymentCheck: async (source) => buildPaymentCheck(await paymentCheckSheet(source), source.template),
  contracts: (source) => buildContracts(contractsSheet(source), source.template),
  invoices: async (source) => buildInvoices(await invoicesSheet(source), source.template),
};

/** Of one payment. */
export const paymentBuilders: Readonly<Record<FormIdAbout<"payment">, (source: PaymentSource) => Made>> = {
  approvalSlip: async (source) => buildSlip("approvalSlip", await paymentSlip(source), source.template),
  voucherSlip: async (source) => buildSlip("voucherSlip", await paymentSlip(source), source.template),
};
