import { writeFileSync } from "node:fs";
import path from "node:path";
import { budgetLineId } from "#engine/sample/budget.ts";
import { contractId } from "#engine/sample/contracts.ts";
import { instalmentId, instalmentOf } from "#engine/sample/instalments.ts";
import { invoiceId } from "#engine/sample/invoiceDraft.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { projectId } from "#engine/sample/project.ts";
import { rentalId } from "#engine/sample/rentals.ts";
import { vendorId } from "#engine/sample/vendors.ts";
import { newId } from "#engine/store/newId.ts";
import type { ApiInput, RouteName } from "#shared/api/contract.ts";
import { seenOf } from "#shared/api/years.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate, yearMonth } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { eInvoiceXml } from "#test/engine/invoices/eInvoiceXml.ts";
import { invoiceOf } from "#test/engine/invoices/office.ts";
import { bondDraft, measurementDraft, priceDraft, supplementDraft } from "./agreementDrafts.ts";
import {
  acceptanceDraft,
  contractDraft,
  deviceDraft,
  lineDraft,
  manualDraft,
  needDraft,
  paymentDraft,
  projectDraft,
  segment,
  staffDraft,
  vendorDraft,
} from "./drafts.ts";
import type { EngineDesk } from "./engineDesk.ts";
import { acceptBlocking, freeze, handIn, packing } from "./handingIn.ts";
import { changeInvoice, makeAdvance, twinInvoice } from "./papers.ts";
import { writePayments } from "./paymentSheets.ts";
import { idOf } from "./smallOffice.ts";

type Requests = { readonly [Name in RouteName]: (engine: EngineDesk) => Promise<ApiInput<Name>> };

const year = { fiscalYear: 2022, projectId: null } as const;
const reason = "不再需要";
const broughtText = "财政项目支出绩效目标申报表\n（2022年度）\n项目名称\t社区服务\t项目类别\t经常性项目";
const nothing = async () => ({});
const exportName = "示例_全量发票查询导出结果.xlsx";

const detail = ({ ask }: EngineDesk) => ask("projects.get", { id: projectId });
const preview = ({ ask, grant }: EngineDesk) =>
  ask("invoices.previewImport", { source: { file: grant(exportName, "read") }, said: null, fixes: [] });
const importSample = async (engine: EngineDesk) =>
  engine.ask("invoices.commitImport", {
    previewId: (await preview(engine)).id,
    leaveOut: [],
    rememberAs: null,
  });
const joint = { projectId, budgetLineId: budgetLineId("joint"), vendorId: vendorId("joint") } as const;
const plan = { contractId: contractId("joint"), shape: { kind: "equal" as const } };
const segments = { rentalId: rentalId("phones"), segments: [segment("2022-01-01", "70")] };
const tablets = {
  id: null,
  contractId: contractId("phones"),
  name: "平板电脑",
  unitName: "台",
  proration: "daily",
  note: "",
} as const;
const typedMonths = {
  rentals: [
    {
      rentalId: rentalId("phones"),
      months: [
        {
          month: yearMonth("2022-11"),
          terms: { quantity: decimal("66"), unitPrice: decimal("59"), free: false },
        },
        { month: yearMonth("2022-12"), terms: null },
      ],
    },
  ],
};
/** Of another name each time: all requests may be asked of one ledger. */
const fresh = (word: string): string => `${word}-${newId()}`;
const newDevice = () => deviceDraft(fresh("XZ"));
const issuedOn = isoDate("2022-07-08");

const found = <Item>(item: Item | undefined): Item => {
  if (item === undefined) throw new Error("what the request needs is not there");
  return item;
};
const someDevice = async ({ ask }: EngineDesk) => {
  const draft = newDevice();
  const { devices } = await ask("devices.add", { rentalId: rentalId("phones"), devices: [draft] });
  const { voidedAt, voidReason, ...device } = found(devices.find((row) => row.deviceNo === draft.deviceNo));
  return device;
};
const someDevices = async (engine: EngineDesk) => ({
  rentalId: rentalId("phones"),
  ids: [(await someDevice(engine)).id],
});
const someNeed = async ({ ask }: EngineDesk) => (await ask("needs.save", needDraft(projectId))).need.id;
const someStaff = async ({ ask }: EngineDesk) => {
  const draft = staffDraft(fresh("网格员"));
  return found((await ask("staff.save", { ...draft, id: null })).find(({ name }) => name === draft.name));
};
const someIssue = async (engine: EngineDesk) => {
  const staffId = (await someStaff(engine)).id;
  const items = [{ staffId, issuedOn, quantity: decimal("1"), note: "" }];
  const detail = await engine.ask("needs.issue", { needId: await someNeed(engine), paymentId: null, items });
  return found(detail.issues[0]);
};
const back = { action: "return", by: "沈经办", opinion: "请补合同", paidOn: null } as const;
const paid = { id: paymentId("joint-1"), by: "沈经办", note: "" } as const;

const contextOf = ({ desk }: EngineDesk) =>
  desk.context({ signal: new AbortController().signal, progress: () => undefined });

/** The invoice of a payment made was voided, and another one came. */
async function exchange(engine: EngineDesk): Promise<ApiInput<"payments.exchangeInvoice">> {
  const context = await contextOf(engine);
  const fromInvoiceId = invoiceId("joint-1");
  const toInvoiceId = await twinInvoice(context, fromInvoiceId, { number: "22312000000000009999" });
  await changeInvoice(context, fromInvoiceId, { status: "void" });
  return { ...paid, fromInvoiceId, toInvoiceId };
}

async function offset(engine: EngineDesk): Promise<ApiInput<"payments.offsetAdvance">> {
  await makeAdvance(await contextOf(engine), paid.id);
  return { ...paid, invoiceId: invoiceId("joint-1"), amountCents: cents(100) };
}

/** An advance was offset by a wrong invoice. */
async function moved(engine: EngineDesk): Promise<ApiInput<"payments.moveBack">> {
  const changes = { number: fresh("22312"), status: "normal" } as const;
  const wrong = await twinInvoice(await contextOf(engine), invoiceId("joint-1"), changes);
  await engine.ask("payments.offsetAdvance", { ...(await offset(engine)), invoiceId: wrong });
  return paid;
}

const asHistory = { state: "paid", projectId } as const;

async function paymentFile({ grant, folder }: EngineDesk): Promise<ApiInput<"paymentImport.preview">> {
  await writePayments(path.join(folder, "付款.xlsx"), [
    { 日期: "2022-03-01", 收款方: "某店", 金额: "12.00" },
  ]);
  return { file: grant("付款.xlsx", "read"), ...asHistory };
}

const list = {
  title: "发票",
  columns: [{ title: "号码", width: 20, kind: "text" as const }],
  rows: [["1"], [null]],
};

const account = {
  vendorId: vendorId("print"),
  accountName: "上海示例图文制作有限公司",
  bank: "示例银行",
  accountNo: "6222000011112222",
  validFrom: null,
};
const minutes = {
  id: null,
  kind: "minutes" as const,
  documentNo: "〔2022〕9号",
  title: "会议纪要",
  approvedOn: isoDate("2022-07-01"),
  projectId: null,
  contractId: contractId("joint"),
  paymentId: null,
  content: "",
};
const ofJoint = { contractId: contractId("joint") } as const;
const joints = async ({ ask }: EngineDesk) =>
  (await ask("attachments.list", { owner: ofJoint }))[0]?.id ?? "";

/** A picture that says no number, never the same twice. */
function ticket({ folder, grant }: EngineDesk) {
  const name = `${fresh("发票")}.png`;
  writeFileSync(
    path.join(folder, name),
    Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.from(name)]),
  );
  return grant(name, "read");
}

async function waitingTicket(engine: EngineDesk) {
  await engine.ask("papers.place", { file: ticket(engine), part: null, numbers: ["98".repeat(10)] });
  return idOf((await engine.ask("papers.waiting", {}))[0]);
}

/** A contract of its own. */
async function signed({ ask }: EngineDesk, changes: Parameters<typeof contractDraft>[1] = {}) {
  const terms = contractDraft(joint, { contractNo: fresh("HT"), ...changes });
  return { terms, id: (await ask("contracts.save", terms)).contract.id };
}

async function changedTerms(engine: EngineDesk) {
  const { terms, id } = await signed(engine);
  return { ...terms, id, amountCents: cents(200) };
}

async function supplementIn(engine: EngineDesk) {
  const { id } = await signed(engine);
  return idOf((await engine.ask("contracts.saveSupplement", supplementDraft(id))).supplements[0]);
}

async function milestonesFor(engine: EngineDesk) {
  const { id } = await signed(engine, { kind: "milestone" });
  return {
    contractId: id,
    milestones: [
      { name: "交货", dueOn: isoDate("2022-03-31"), amountCents: cents(12_000_000) },
      { name: "终验", dueOn: isoDate("2022-09-30"), amountCents: cents(12_000_000) },
    ],
  };
}

async function measurementFor(engine: EngineDesk) {
  const { id } = await signed(engine, { kind: "asNeeded" });
  const { prices } = await engine.ask("contracts.savePrice", priceDraft(id));
  return measurementDraft(id, idOf(prices[0]));
}

/** A year of its own, after all others: in one that is closed most other requests are refused. */
async function closing({ ask }: EngineDesk) {
  const { years } = await ask("office.get", {});
  const empty = Math.max(2030, ...years.map((known) => known.year)) + 1;
  await ask("years.add", { year: empty, paymentCutoff: null });
  const { items } = await ask("years.checkClose", { year: empty });
  const blocking = items.filter((item) => item.blocking);
  const accepted = blocking.map((item) => ({ check: item.check, reason: "示例", seen: [...seenOf(item)] }));
  return { year: empty, reason: "年终关账", accepted };
}

/** A copy of the sheet of 2026 with a name of its own. */
const copied = (key: string) => ({
  id: null,
  key,
  basedOn: "sh-2026",
  template: { ...templateOf("sh-2026"), name: `本街道表式 ${key}` },
});

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
  "ledger.find": async () => ({ text: "FK-2022" }),
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
  "budget.execution": async () => ({ ...year, asOf: null }),
  "budget.export": async ({ grant }) => ({
    ...year,
    asOf: null,
    format: "xlsx",
    file: grant("预算执行表.xlsx"),
  }),
  "budget.line": async () => ({ id: budgetLineId("joint"), asOf: null }),
  "budget.savePlans": async () => ({
    plans: [
      {
        budgetLineId: budgetLineId("joint"),
        quartersCents: [cents(6_000_000), cents(6_000_000), cents(6_000_000), cents(6_000_000)],
      },
      { budgetLineId: budgetLineId("supplies"), quartersCents: null },
    ],
  }),
  "budget.adjustments": async () => year,
  "budget.voidAdjustment": async (engine) => {
    await engine.ask("projects.adjust", await requests["projects.adjust"](engine));
    const [latest] = await engine.ask("budget.adjustments", year);
    return { groupId: latest?.groupId ?? "", reason };
  },
  "budget.settings": nothing,
  "budget.saveSettings": async () => ({ carryOver: "last", soonDays: 30 }),
  "years.list": nothing,
  "years.add": async () => ({ year: 2023, paymentCutoff: isoDate("2023-12-20") }),
  "years.setCutoff": async () => ({ year: 2022, paymentCutoff: isoDate("2022-12-25") }),
  "years.checkClose": async () => ({ year: 2022 }),
  "years.close": closing,
  "years.reopen": async (engine) => {
    const closed = await closing(engine);
    await engine.ask("years.close", closed);
    return { year: closed.year, reason: "补记一笔退款" };
  },
  "due.list": async () => ({ ...year, asOf: null }),
  "due.export": async ({ grant }) => ({
    ...year,
    asOf: null,
    keys: null,
    format: "pdf",
    file: grant("待办清单.pdf"),
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
  "performance.actuals": async () => ({ projectId }),
  "performance.monitoring": async () => ({ projectId, month: 6 }),
  "performance.evaluation": async () => ({ projectId }),
  "performance.saveActuals": async (engine) => ({
    projectId,
    actuals: [
      {
        indicatorId: (await detail(engine)).indicators[3]?.id ?? "",
        periodTo: isoDate("2022-06-30"),
        valueText: "26台",
        source: "巡查记录仪在用台账",
      },
    ],
  }),
  "performance.saveMonitoring": async () => ({
    projectId,
    periodTo: isoDate("2022-06-30"),
    expectedCents: cents(42_000_000),
    problems: "",
    measures: "",
    monitoredOn: null,
    monitoredBy: "",
  }),
  "performance.saveEvaluation": async () => ({
    projectId,
    executedCents: null,
    executionReason: "",
    goalResult: "年度目标已完成。",
    problems: "",
    measures: "",
    evaluatedOn: null,
    evaluatedBy: "",
  }),
  "performance.saveIndicators": async (engine) => ({
    projectId,
    indicators: (await detail(engine)).indicators
      .slice(0, 2)
      .map(({ voidedAt, voidReason, projectId: own, ...draft }) => ({ ...draft, weight: decimal("5") })),
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
  "contracts.save": async () => contractDraft(joint, { contractNo: fresh("HT") }),
  "contracts.void": async (engine) => ({ id: (await signed(engine)).id, reason }),
  "contracts.previewPlan": async () => plan,
  "contracts.applyPlan": async (engine) => {
    const terms = await changedTerms(engine);
    await engine.ask("contracts.save", terms);
    return { ...plan, contractId: terms.id };
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
  "contracts.previewSave": changedTerms,
  "contracts.saveAndPlan": changedTerms,
  "contracts.previewSupplement": async () => ({
    ...supplementDraft(contractId("joint")),
    deltaCents: null,
    partCents: null,
  }),
  "contracts.saveSupplement": async () => supplementDraft(contractId("joint")),
  "contracts.previewVoidSupplement": async (engine) => ({ id: await supplementIn(engine) }),
  "contracts.voidSupplement": async (engine) => ({ id: await supplementIn(engine), reason }),
  "contracts.previewMilestones": milestonesFor,
  "contracts.saveMilestones": milestonesFor,
  "contracts.savePrice": async () => priceDraft(contractId("supplies")),
  "contracts.removePrice": async (engine) => {
    const { id } = await signed(engine, { kind: "asNeeded" });
    return { id: idOf((await engine.ask("contracts.savePrice", priceDraft(id))).prices[0]) };
  },
  "contracts.saveMeasurement": measurementFor,
  "contracts.voidMeasurement": async (engine) => {
    const { measured } = await engine.ask("contracts.saveMeasurement", await measurementFor(engine));
    return { id: measured.at(-1)?.instalmentId ?? "", reason };
  },
  "contracts.saveBond": async () => bondDraft(contractId("joint")),
  "contracts.voidBond": async ({ ask }) => ({
    id: idOf((await ask("contracts.saveBond", bondDraft(contractId("joint")))).bonds[0]),
    reason,
  }),
  "contracts.proposeNext": async () => ({ id: contractId("joint"), kind: "renewal" }),
  "contracts.renew": async ({ ask }) => ({
    fromId: contractId("recorders"),
    contract: await ask("contracts.proposeNext", { id: contractId("recorders"), kind: "renewal" }),
  }),
  "rentals.save": async () => tablets,
  "schedule.list": async () => year,
  "rentals.matrix": async () => year,
  "rentals.previewSegments": async () => segments,
  "rentals.saveSegments": async () => segments,
  "rentals.previewMonths": async () => typedMonths,
  "rentals.saveMonths": async () => typedMonths,
  "rentals.void": async ({ ask }) => ({ id: (await ask("rentals.save", tablets)).id, reason }),
  "devices.list": async () => ({ rentalId: rentalId("phones") }),
  "devices.add": async () => ({ rentalId: rentalId("phones"), devices: [newDevice()] }),
  "devices.save": async (engine) => ({ ...(await someDevice(engine)), model: "新型号" }),
  "devices.handOver": async (engine) => ({
    ...(await someDevices(engine)),
    holder: "新持有人",
    on: isoDate("2022-07-08"),
  }),
  "devices.return": async (engine) => ({ ...(await someDevices(engine)), outOn: isoDate("2022-07-31") }),
  "devices.void": async (engine) => ({ ...(await someDevices(engine)), reason }),
  "devices.segments": async (engine) => {
    await someDevices(engine);
    return { rentalId: rentalId("phones"), unitPrice: null };
  },
  "needs.list": async () => year,
  "needs.get": async (engine) => ({ id: await someNeed(engine) }),
  "needs.save": async () => needDraft(projectId),
  "needs.void": async (engine) => ({ id: await someNeed(engine), reason }),
  "needs.issue": async (engine) => ({
    needId: await someNeed(engine),
    paymentId: null,
    items: [{ staffId: (await someStaff(engine)).id, issuedOn, quantity: decimal("1"), note: "" }],
  }),
  "needs.issueDue": async (engine) => {
    await someStaff(engine);
    return { needId: await someNeed(engine), issuedOn, paymentId: null, note: "" };
  },
  "needs.saveIssue": async (engine) => {
    const { id, quantity, paymentId: linked, note } = await someIssue(engine);
    return { id, quantity, paymentId: linked, note, issuedOn: isoDate("2022-07-07") };
  },
  "needs.voidIssues": async (engine) => {
    const { id, needId } = await someIssue(engine);
    return { needId, ids: [id], reason };
  },
  "staff.list": nothing,
  "staff.save": async () => ({ ...staffDraft(fresh("网格员")), id: null }),
  "staff.import": async () => ({ staff: [staffDraft(fresh("甲")), staffDraft(fresh("乙"))] }),
  "staff.void": async (engine) => ({ id: (await someStaff(engine)).id, reason }),
  "vendors.list": nothing,
  "vendors.save": async () => vendorDraft({ name: fresh("供应商"), creditCode: null }),
  "vendors.get": async () => ({ id: vendorId("joint") }),
  "vendors.void": async ({ ask }) => {
    const draft = vendorDraft({ name: fresh("供应商"), creditCode: null });
    const vendors = await ask("vendors.save", draft);
    return { id: found(vendors.find(({ name }) => name === draft.name)).id, reason };
  },
  "vendors.rename": async () => ({
    id: vendorId("trade"),
    name: "上海示例贸易",
    from: isoDate("2022-07-01"),
  }),
  "vendors.saveName": async () => ({
    id: null,
    vendorId: vendorId("trade"),
    name: "示例商贸行",
    validFrom: null,
    validTo: isoDate("2021-12-31"),
  }),
  "vendors.removeName": async ({ ask }) => ({
    id: (await ask("vendors.get", { id: vendorId("recorders") })).names[0]?.id ?? "",
  }),
  "vendors.addAccount": async () => account,
  "vendors.endAccount": async ({ ask }) => ({
    id: (await ask("vendors.get", { id: vendorId("print") })).accounts[0]?.id ?? "",
    validTo: isoDate("2022-07-01"),
  }),
  "vendors.removeAccount": async ({ ask }) => ({
    id:
      (await ask("vendors.addAccount", account)).accounts.find(
        ({ accountNo }) => accountNo === account.accountNo,
      )?.id ?? "",
  }),
  "approvals.list": async () => ({ owner: ofJoint }),
  "approvals.save": async () => minutes,
  "approvals.void": async ({ ask }) => ({ id: (await ask("approvals.save", minutes)).id, reason }),
  "holidays.list": nothing,
  "holidays.saveYear": async () => ({
    year: 2023,
    days: [{ onDate: isoDate("2023-01-02"), kind: "holiday", name: "元旦" }],
  }),
  "attachments.list": async () => ({ owner: ofJoint }),
  "attachments.add": async ({ folder, grant }) => {
    writeFileSync(path.join(folder, "法律审查.pdf"), "%PDF-1.4");
    return { owner: ofJoint, kind: "legalReview", files: [grant("法律审查.pdf", "read")] };
  },
  "attachments.change": async (engine) => ({ id: await joints(engine), kind: "other", note: "" }),
  "attachments.void": async (engine) => ({ id: await joints(engine), reason }),
  "attachments.saveTo": async (engine) => ({ id: await joints(engine), file: engine.grant("扫描件.pdf") }),
  "papers.sort": async (engine) => ({ files: [ticket(engine)] }),
  "papers.take": async ({ folder, grant }) => {
    writeFileSync(path.join(folder, "数电票.xml"), eInvoiceXml(invoiceOf(77_777)));
    return { files: [grant("数电票.xml", "read")] };
  },
  "papers.place": async (engine) => ({ file: ticket(engine), part: null, numbers: ["99".repeat(10)] }),
  "papers.waiting": nothing,
  "papers.assign": async (engine) => ({
    attachmentId: await waitingTicket(engine),
    invoiceId: invoiceId("joint-1"),
  }),
  "papers.discard": async (engine) => ({ id: await waitingTicket(engine), reason }),
  "invoices.missingPapers": async () => ({ fiscalYear: null }),
  "invoices.list": async () => ({ fiscalYear: null }),
  "invoices.get": async () => ({ id: invoiceId("joint-1") }),
  "invoices.inspect": async ({ grant }) => ({ source: { file: grant(exportName, "read") }, said: null }),
  "invoices.fields": nothing,
  "invoices.previewImport": async ({ grant }) => ({
    source: { file: grant(exportName, "read") },
    said: null,
    fixes: [],
  }),
  "invoices.compare": async (engine) => {
    const { id, entries } = await preview(engine);
    return { previewId: id, number: entries[0]?.number ?? "" };
  },
  "invoices.saveRejected": async (engine) => ({
    previewId: (await preview(engine)).id,
    file: engine.grant("没有导入的行.xlsx"),
  }),
  "invoices.sources": nothing,
  "invoices.forgetSource": async (engine) => {
    const { id } = await preview(engine);
    await engine.ask("invoices.commitImport", { previewId: id, leaveOut: [], rememberAs: "税务局" });
    return { fingerprint: (await engine.ask("invoices.sources", {}))[0]?.fingerprint ?? "" };
  },
  "invoices.commitImport": async (engine) => ({
    previewId: (await preview(engine)).id,
    leaveOut: [],
    rememberAs: null,
  }),
  "invoices.batches": nothing,
  "invoices.undoBatch": async (engine) => {
    const { id } = await preview(engine);
    const { batch } = await engine.ask("invoices.commitImport", {
      previewId: id,
      leaveOut: [],
      rememberAs: null,
    });
    return { batchId: batch.id, reason };
  },
  "invoices.batch": async (engine) => ({ id: (await importSample(engine)).batch.id }),
  "invoices.scan": async () => ({ text: "01,32,,22312000000000000999,106.00,20220331,,1DD6," }),
  "invoices.saveManual": async () => manualDraft(),
  "invoices.void": async (engine) => ({
    id: (await engine.ask("invoices.saveManual", manualDraft())).invoice.id,
    reason,
  }),
  "invoices.relations": async () => ({ fiscalYear: null }),
  "invoices.setBlue": async () => ({ id: invoiceId("intercoms-4-red"), blueNumber: null }),
  "matching.list": async (engine) => {
    await importSample(engine);
    return { ...year, band: null, search: "", from: 0, count: 100 };
  },
  "matching.choices": async () => ({ invoiceId: invoiceId("joint-1") }),
  "matching.preview": async () => ({ sureOf: year, picks: [] }),
  "matching.accept": async (engine) => {
    await importSample(engine);
    const picks = { sureOf: year, picks: [] };
    const { planHash } = await engine.ask("matching.preview", picks);
    return { ...picks, planHash, names: [] };
  },
  "payments.list": async () => year,
  "payments.get": async () => ({ id: paymentId("joint-1") }),
  "payments.propose": async () => ({ projectId, invoiceId: null, instalmentId: instalmentId("joint", 3) }),
  "payments.checkDraft": async () => paymentDraft(projectId),
  "payments.save": async () => paymentDraft(projectId),
  "payments.findingCounts": async () => year,
  "payments.listVoided": async () => year,
  "payments.proposeRefund": async () => ({ id: paymentId("joint-1") }),
  "payments.step": async () => ({ id: paymentId("trade-1"), ...back }),
  "payments.stepMany": async () => ({ ids: [paymentId("trade-1")], ...back }),
  "payments.movableInvoices": async () => ({ id: paymentId("joint-1"), fromInvoiceId: null }),
  "payments.exchangeInvoice": exchange,
  "payments.offsetAdvance": offset,
  "payments.moveBack": moved,
  "payments.duties": nothing,
  "payments.saveDuties": async () => ({ separate: true }),
  "payments.void": async () => ({ id: paymentId("trade-1"), reason }),
  "paymentImport.preview": paymentFile,
  "paymentImport.choose": async (engine) => ({
    previewId: (await engine.ask("paymentImport.preview", await paymentFile(engine))).id,
    ...asHistory,
    leaveOut: [],
    asNew: [],
  }),
  "paymentImport.commit": async (engine) => ({
    previewId: (await engine.ask("paymentImport.preview", await paymentFile(engine))).id,
  }),
  "paymentImport.batches": nothing,
  "paymentImport.undo": async (engine) => {
    const { id } = await engine.ask("paymentImport.preview", await paymentFile(engine));
    const { batch } = await engine.ask("paymentImport.commit", { previewId: id });
    return { batchId: batch.id, reason };
  },
  "paymentImport.template": async ({ grant }) => ({ file: grant("付款登记表.xlsx") }),
  "checks.run": async () => ({ ...year, asOf: null }),
  "checks.decide": async ({ ask }) => ({
    findingKey: (await ask("checks.run", { ...year, asOf: null })).findings[0]?.key ?? "",
    action: "accept",
    reason: "经会议同意",
    by: "李主任",
  }),
  "checks.acceptMany": async ({ ask }) => ({
    findingKeys: (await ask("checks.run", { ...year, asOf: null })).findings
      .filter(({ severity }) => severity === "hint")
      .map(({ key }) => key),
    reason: "已知悉",
    by: "李主任",
  }),
  "checks.mend": async ({ ask }) => ({
    findingKey: found((await ask("checks.run", { ...year, asOf: null })).findings.find(({ mend }) => mend))
      .key,
  }),
  "checks.rules": nothing,
  "checks.saveRule": async () => ({ ruleId: "CON-01", severity: "warn", params: {} }),
  "history.ofRecord": async () => ({ entity: "contract", id: contractId("joint"), limit: 50 }),
  "history.latest": async () => ({ before: null, limit: 50 }),
  "history.preview": async () => ({ which: "undo" }),
  "history.undo": async ({ ask }) => {
    await ask("checks.saveRule", { ruleId: "CON-01", severity: "warn", params: {} });
    return { step: found((await ask("history.latest", { before: null, limit: 1 }))[0]).step ?? 0 };
  },
  "filings.preview": async () => ({ form: "budget", subject: { projectId } }),
  "filings.export": async ({ grant }) => ({
    form: "targets",
    subject: { projectId },
    format: "xlsx",
    file: grant("目标.xlsx"),
  }),
  "projects.rollOverPreview": async () => ({ projectId }),
  "projects.rollOver": async () => ({ projectId, percent: "3" }),
  "projects.rollOverReport": async ({ ask }) => ({
    id: (await ask("projects.rollOver", { projectId })).project.id,
  }),
  "filings.versions": async () => ({ projectId }),
  "filings.submitPreview": async () => ({ projectId }),
  "filings.freeze": async () => ({ projectId, form: "budget" }),
  "filings.difference": async (engine) => ({ fromId: await freeze(engine) }),
  "filings.versionFile": async (engine) => {
    await freeze(engine);
    const { papers } = await engine.ask("filings.versions", { projectId });
    return { fileId: idOf(papers[0]?.versions[0]?.files[0]), file: engine.grant("第1版.xlsx") };
  },
  "filings.package": async (engine) => {
    await acceptBlocking(engine);
    return packing(engine);
  },
  "filings.packageAgain": async (engine) => {
    const { submissionId } = await handIn(engine);
    return { submissionId, folder: engine.grant(engine.folder) };
  },
  "audit.exportPayment": async ({ grant }) => ({ id: paymentId("joint-1"), file: grant("审计.zip") }),
  "templates.list": nothing,
  "templates.save": async () => copied("gfl-2026"),
  "templates.void": async ({ ask }) => {
    const { own } = await ask("templates.save", copied("gfl-void"));
    return { id: idOf(own ?? undefined), reason: "不再使用" };
  },
  "templates.preview": async () => ({
    template: templateOf("sh-2026"),
    form: "targets" as const,
    projectId: null,
  }),
  "filings.previewBring": async () => ({ source: { text: broughtText }, projectId: null }),
  "filings.bring": async ({ ask }) => ({
    source: { text: broughtText },
    seen: (await ask("filings.previewBring", { source: { text: broughtText }, projectId: null })).seen,
    target: { code: "DR-2022", fiscalYear: 2022, template: "sh-2022" },
    choices: [],
  }),
  "filings.brought": async () => ({ projectId }),
  "filings.voidBrought": async ({ ask }) => {
    const source = { text: broughtText };
    const { seen } = await ask("filings.previewBring", { source, projectId });
    const { papers } = await ask("filings.bring", { source, seen, target: { projectId }, choices: [] });
    return { id: papers[0] ?? newId(), reason };
  },
  "filings.checkup": async () => ({ id: projectId }),
  "lists.export": async ({ grant, folder }) => ({ list, file: grant(path.join(folder, "发票.xlsx")) }),
};

/** Routes that change the ledger: each leaves its trace in the log. */
export const writingRoutes: ReadonlySet<string> = new Set<RouteName>([
  "invoices.forgetSource",
  "performance.saveActuals",
  "performance.saveEvaluation",
  "performance.saveIndicators",
  "performance.saveMonitoring",
  "templates.save",
  "templates.void",
  "matching.accept",
  "office.saveOfficer",
  "office.saveUnit",
  "projects.save",
  "projects.saveFunding",
  "projects.saveBudgetLine",
  "projects.voidBudgetLine",
  "projects.adjust",
  "budget.savePlans",
  "budget.voidAdjustment",
  "budget.saveSettings",
  "years.add",
  "years.setCutoff",
  "years.close",
  "years.reopen",
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
  "contracts.saveAndPlan",
  "contracts.saveSupplement",
  "contracts.voidSupplement",
  "contracts.saveMilestones",
  "contracts.savePrice",
  "contracts.removePrice",
  "contracts.saveMeasurement",
  "contracts.voidMeasurement",
  "contracts.saveBond",
  "contracts.voidBond",
  "contracts.renew",
  "rentals.save",
  "rentals.saveSegments",
  "rentals.saveMonths",
  "rentals.void",
  "devices.add",
  "devices.save",
  "devices.handOver",
  "devices.return",
  "devices.void",
  "needs.save",
  "needs.void",
  "needs.issue",
  "needs.issueDue",
  "needs.saveIssue",
  "needs.voidIssues",
  "staff.save",
  "staff.import",
  "staff.void",
  "vendors.save",
  "vendors.void",
  "vendors.rename",
  "vendors.saveName",
  "vendors.removeName",
  "vendors.addAccount",
  "vendors.endAccount",
  "vendors.removeAccount",
  "approvals.save",
  "approvals.void",
  "holidays.saveYear",
  "attachments.add",
  "attachments.change",
  "attachments.void",
  "papers.take",
  "papers.place",
  "papers.assign",
  "papers.discard",
  "invoices.commitImport",
  "invoices.undoBatch",
  "invoices.saveManual",
  "invoices.void",
  "invoices.setBlue",
  "payments.save",
  "payments.step",
  "payments.stepMany",
  "payments.exchangeInvoice",
  "payments.offsetAdvance",
  "payments.moveBack",
  "payments.saveDuties",
  "paymentImport.commit",
  "paymentImport.undo",
  "payments.void",
  "checks.decide",
  "filings.bring",
  "filings.voidBrought",
  "filings.freeze",
  "filings.package",
  "projects.rollOver",
  "history.undo",
  "checks.acceptMany",
  "checks.mend",
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
  "invoices.fields",
]);
