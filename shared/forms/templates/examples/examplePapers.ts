import { buildBudget } from "../../builders/budget.ts";
import { buildContracts } from "../../builders/contracts.ts";
import { buildExecution } from "../../builders/execution.ts";
import { buildInvoices } from "../../builders/invoices.ts";
import { buildMonitoring } from "../../builders/monitoring.ts";
import { narrativeBy } from "../../builders/narrative.ts";
import { buildPaymentCheck } from "../../builders/paymentCheck.ts";
import { buildPayPlan } from "../../builders/payPlan.ts";
import { buildRentalMonths } from "../../builders/rentalMonths.ts";
import { buildSelfEvaluation } from "../../builders/selfEvaluation.ts";
import { buildSlip } from "../../builders/slip.ts";
import { buildTargets, buildTargetsFill } from "../../builders/targets.ts";
import type { Form } from "../../form.ts";
import type { FormId } from "../../formKinds.ts";
import type { Prose } from "../../prose.ts";
import type { Template } from "../template.ts";
import { exampleEvaluated, exampleMonitored, exampleProject, exampleScope } from "./exampleProject.ts";
import {
  exampleContracts,
  exampleExecution,
  exampleInvoices,
  examplePaymentCheck,
  examplePayPlan,
  exampleRentals,
  exampleSlip,
} from "./exampleSheets.ts";

/** Every sheet as a template makes it of made-up rows. Throws a `RangeError` where its cells do not fit its grid. */
export const exampleForms: Readonly<Record<Exclude<FormId, "narrative">, (template: Template) => Form>> = {
  budget: (template) => buildBudget(exampleProject, template),
  targets: (template) => buildTargets(exampleProject, template),
  targetsFill: (template) => buildTargetsFill(exampleProject, template),
  rentalMonths: (template) => buildRentalMonths(exampleRentals, template),
  payPlan: (template) => buildPayPlan(examplePayPlan, template),
  execution: (template) => buildExecution(exampleExecution, template),
  paymentCheck: (template) => buildPaymentCheck(examplePaymentCheck, template),
  monitoring: (template) => buildMonitoring(exampleProject, exampleMonitored, template),
  selfEvaluation: (template) => buildSelfEvaluation(exampleProject, exampleEvaluated(), template),
  contracts: (template) => buildContracts({ scope: exampleScope, lines: exampleContracts }, template),
  invoices: (template) => buildInvoices({ scope: exampleScope, lines: exampleInvoices }, template),
  approvalSlip: (template) => buildSlip("approvalSlip", exampleSlip, template),
  voucherSlip: (template) => buildSlip("voucherSlip", exampleSlip, template),
};

export const exampleNarrative = (template: Template): Prose =>
  narrativeBy(template, exampleProject.project, new Map());
