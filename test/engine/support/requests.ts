import path from "node:path";
import { budgetLineId } from "#engine/sample/budget.ts";
import { contractId } from "#engine/sample/contracts.ts";
import { instalmentId, instalmentOf } from "#engine/sample/instalments.ts";
import { invoiceId } from "#engine/sample/invoiceDraft.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { projectId } from "#engine/sample/project.ts";
import { rentalId } from "#engine/sample/rentals.ts";
import { vendorId } from "#engine/sample/vendors.ts";
import type { ApiInput, RouteName } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import {
  acceptanceDraft,
  contractDraft,
  lineDraft,
  paymentDraft,
  projectDraft,
  segment,
  vendorDraft,
} from "./drafts.ts";
import type { EngineDesk } from "./engineDesk.ts";

type Requests = { readonly [Name in RouteName]: (engine: EngineDesk) => Promise<ApiInput<Name>> };

const year = { fiscalYear: 2022, projectId: null } as const;
const reason = "不再需要";
const nothing = async () => ({});
const exportName = "示例_全量发票查询导出结果.xlsx";

const detail = ({ ask }: EngineDesk) => ask("projects.get", { id: projectId });
const preview = ({ ask, grant }: EngineDesk) => ask("invoices.previewImport", { file: grant(exportName) });
const joint = { projectId, budgetLineId: budgetLineId("joint"), vendorId: vendorId("joint") } as const;
const plan = { contractId: contractId("joint"), shape: { kind: "equal" as const } };
const segments = { rentalId: rentalId("phones"), segments: [segment("2022-01-01", "70")] };
const list = {
  title: "发票",
  columns: [{ title: "号码", width: 20, kind: "text" as const }],
  rows: [["1"], [null]],
};

/** A request for every route that the sample answers well: a new route does not compile without one. */
export const requests: Requests = {
  "engine.ping": nothing,
  "ledger.status": nothing,
  "ledger.create": async ({ grant }) => ({
    file: grant("新.jingfei"),
    sample: false,
    officeName: "新街道",
    officer: "王经办",
    year: 2023,
  }),
  "ledger.open": async ({ grant }) => ({ file: grant("sample.jingfei") }),
  "ledger.openRecent": async ({ ask }) => ({ id: (await ask("ledger.status", {})).recent[0]?.id ?? "" }),
  "ledger.close": nothing,
  "ledger.dump": async ({ grant }) => ({ file: grant("全部.json") }),
  "ledger.verify": nothing,
  "ledger.history": async () => ({ entity: "payment", entityId: null, limit: 10 }),
  "workbench.overview": async () => year,
  "office.get": nothing,
  "office.saveOfficer": async () => ({ officer: "新经办" }),
  "office.saveUnit": async () => ({
    id: null,
    kind: "unit",
    nature: "institution",
    creditCode: null,
    note: "",
    names: [{ name: "文化中心", validFrom: null, validTo: null }],
  }),
  "projects.list": async () => ({ fiscalYear: 2022 }),
  "projects.get": async () => ({ id: projectId }),
  "projects.save": async () => projectDraft(),
  "projects.saveFunding": async () => ({
    projectId,
    sources: [{ scope: "annual", kind: "currentAppropriation", amountCents: cents(1) }],
  }),
  "projects.saveBudgetLine": async () => lineDraft(projectId, { seq: 99 }),
  "projects.voidBudgetLine": async (engine) => {
    const { budgetLines } = await engine.ask("projects.saveBudgetLine", lineDraft(projectId, { seq: 99 }));
    return { id: budgetLines.at(-1)?.id ?? "", reason };
  },
  "projects.adjust": async () => ({
    projectId,
    adjustedOn: isoDate("2022-07-01"),
    reason: "据实调剂",
    documentNo: "",
    lines: [
      { budgetLineId: budgetLineId("joint"), deltaCents: cents(-100) },
      { budgetLineId: budgetLineId("supplies"), deltaCents: cents(100) },
    ],
  }),
  "projects.saveIndicator": async () => ({
    id: null,
    projectId,
    seq: 99,
    level1: "产出指标",
    level2: "数量指标",
    name: "巡查次数",
    valueText: "≥30次",
    weight: null,
    baseValue: "",
    evidence: "",
    budgetLineId: null,
  }),
  "projects.voidIndicator": async (engine) => ({
    id: (await detail(engine)).indicators[0]?.id ?? "",
    reason,
  }),
  "projects.savePolicy": async () => ({
    id: null,
    projectId,
    seq: 9,
    title: "意见",
    documentNo: "",
    content: "",
  }),
  "projects.removePolicy": async (engine) => ({ id: (await detail(engine)).policies[0]?.id ?? "" }),
  "projects.saveSection": async (engine) => ({
    id: (await detail(engine)).narrative[0]?.id ?? "",
    body: "新的概述。",
  }),
  "contracts.list": async () => year,
  "contracts.get": async () => ({ id: contractId("joint") }),
  "contracts.save": async () => contractDraft(joint),
  "contracts.void": async ({ ask }) => ({
    id: (await ask("contracts.save", contractDraft(joint, { contractNo: "HT-2" }))).contract.id,
    reason,
  }),
  "contracts.previewPlan": async () => plan,
  "contracts.applyPlan": async ({ ask }) => {
    const terms = contractDraft(joint, { contractNo: "HT-3", amountCents: cents(100) });
    const { contract } = await ask("contracts.save", terms);
    await ask("contracts.save", { ...terms, id: contract.id, amountCents: cents(200) });
    return { ...plan, contractId: contract.id };
  },
  "contracts.saveInstalment": async () => {
    const { id, label, amountCents, earliestDate, dueDate } = instalmentOf("joint", 3);
    return { id, label, amountCents, earliestDate, dueDate, deductionCents: cents(100) };
  },
  "contracts.saveAcceptance": async () => acceptanceDraft(contractId("joint")),
  "contracts.voidAcceptance": async ({ ask }) => ({
    id: (await ask("contracts.get", { id: contractId("joint") })).acceptances[0]?.id ?? "",
    reason,
  }),
  "rentals.save": async () => ({
    id: null,
    contractId: contractId("phones"),
    name: "平板电脑",
    unitName: "台",
    proration: "daily",
    note: "",
  }),
  "schedule.list": async () => year,
  "rentals.matrix": async () => year,
  "rentals.previewSegments": async () => segments,
  "rentals.saveSegments": async () => segments,
  "vendors.list": nothing,
  "vendors.save": async () => vendorDraft({ creditCode: null }),
  "invoices.list": async () => ({ fiscalYear: null }),
  "invoices.get": async () => ({ id: invoiceId("joint-1") }),
  "invoices.previewImport": async ({ grant }) => ({ file: grant(exportName, "read") }),
  "invoices.commitImport": async (engine) => ({ previewId: (await preview(engine)).id, leaveOut: [] }),
  "invoices.batches": nothing,
  "invoices.undoBatch": async (engine) => {
    const { id } = await preview(engine);
    const { batch } = await engine.ask("invoices.commitImport", { previewId: id, leaveOut: [] });
    return { batchId: batch.id, reason };
  },
  "payments.list": async () => year,
  "payments.get": async () => ({ id: paymentId("joint-1") }),
  "payments.propose": async () => ({ projectId, invoiceId: null, instalmentId: instalmentId("joint", 3) }),
  "payments.checkDraft": async () => paymentDraft(projectId),
  "payments.save": async () => paymentDraft(projectId),
  "payments.setState": async () => ({ id: paymentId("trade-1"), state: "draft", by: "沈经办", paidOn: null }),
  "payments.void": async () => ({ id: paymentId("trade-1"), reason }),
  "checks.run": async () => ({ ...year, asOf: null }),
  "checks.decide": async ({ ask }) => ({
    findingKey: (await ask("checks.run", { ...year, asOf: null })).findings[0]?.key ?? "",
    action: "accept",
    reason: "经会议同意",
    by: "李主任",
  }),
  "checks.rules": nothing,
  "checks.saveRule": async () => ({ ruleId: "CON-01", severity: "warn", params: {} }),
  "filings.preview": async () => ({ form: "budget", projectId }),
  "filings.export": async ({ grant }) => ({
    form: "targets",
    projectId,
    format: "xlsx",
    file: grant("目标.xlsx"),
  }),
  "lists.export": async ({ grant, folder }) => ({ list, file: grant(path.join(folder, "发票.xlsx")) }),
};

/** Routes that change the ledger: each leaves its trace in the log. */
export const writingRoutes: ReadonlySet<string> = new Set<RouteName>([
  "office.saveOfficer",
  "office.saveUnit",
  "projects.save",
  "projects.saveFunding",
  "projects.saveBudgetLine",
  "projects.voidBudgetLine",
  "projects.adjust",
  "projects.saveIndicator",
  "projects.voidIndicator",
  "projects.savePolicy",
  "projects.removePolicy",
  "projects.saveSection",
  "contracts.save",
  "contracts.void",
  "contracts.applyPlan",
  "contracts.saveInstalment",
  "contracts.saveAcceptance",
  "contracts.voidAcceptance",
  "rentals.save",
  "rentals.saveSegments",
  "vendors.save",
  "invoices.commitImport",
  "invoices.undoBatch",
  "payments.save",
  "payments.setState",
  "payments.void",
  "checks.decide",
  "checks.saveRule",
]);

/** Routes that a window may ask before any ledger is open. */
export const routesWithoutLedger: ReadonlySet<string> = new Set<RouteName>([
  "engine.ping",
  "ledger.status",
  "ledger.create",
  "ledger.open",
  "ledger.openRecent",
  "ledger.close",
]);
