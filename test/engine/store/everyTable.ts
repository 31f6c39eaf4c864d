import { entryHash } from "#engine/store/chain.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import { documentVersion, type LedgerDocument, type Row } from "#shared/model/ledger.ts";
import {
  allocationRow,
  budgetLineRow,
  contractRow,
  instalmentRow,
  invoiceRow,
  paymentRow,
  projectRow,
  vendorRow,
} from "./rowsOf.ts";

const live = { voidedAt: null, voidReason: null } as const;
const dead = { voidedAt: "2022-07-01T00:00:00.000Z", voidReason: "登记错误" } as const;
const instant = "2022-07-01T00:00:00.000Z";
/** Of the five bytes "%PDF-". */
const pdfHash = "38523c087796e5d5dd1cf9bad1fb026781a838dd9dd2cf8af58b9f6502a46778";
const projectId = asId("project-1");
const contractId = asId("contract-1");

/**
 * A ledger with a row in every table, some of them void, and the cases that are hard to bring back: a closed year, a
 * contract that renews a later one, a void payment with its allocation, allocations that hold only together.
 */
export const everyTable = (): LedgerDocument => ({
  format: "jingfei-ledger",
  version: documentVersion,
  tables: {
    ownUnit: [
      { id: asId("unit-1"), kind: "unit", nature: "institution", creditCode: "12310117MB00000000", note: "" },
    ],
    ownUnitName: [
      {
        id: asId("name-1"),
        ownUnitId: asId("unit-1"),
        name: "上海市松江区广富林街道城市运行管理中心",
        validFrom: isoDate("2021-01-01"),
        validTo: null,
      },
    ],
    fiscalYear: [
      {
        id: asId("year-2022"),
        year: 2022,
        state: "closed",
        paymentCutoff: isoDate("2022-12-20"),
        stateReason: "决算完成",
      },
      { id: asId("year-2023"), year: 2023, state: "open", paymentCutoff: null, stateReason: "" },
    ],
    setting: [{ id: asId("setting-1"), key: "office.name", valueJson: '"广富林街道"' }],
    economicCode: [
      {
        id: asId("code-1"),
        code: "30227",
        name: "委托业务费",
        validFrom: null,
        validTo: null,
        confirmed: 1,
      },
    ],
    project: [
      projectRow({ implementingUnitId: asId("unit-1") }),
      projectRow({ id: asId("project-2"), code: "P-2023-01", fiscalYear: 2023 }),
      projectRow({ id: asId("project-void"), ...dead }),
    ],
    narrativeSection: [
      { id: asId("section-1"), projectId, seq: 1, heading: "一、项目概述", body: "第一行\n“第二行”\t𠮷" },
    ],
    policyBasis: [
      {
        id: asId("basis-1"),
        projectId,
        seq: 1,
        title: "通知",
        documentNo: "沪松府办〔2020〕89号",
        content: "",
      },
    ],
    holiday: [{ id: asId("holiday-1"), onDate: isoDate("2022-10-08"), kind: "workday", name: "国庆节" }],
    staff: [
      {
        id: asId("staff-1"),
        staffNo: "W-01",
        name: "张网格",
        post: "网格员",
        size: "175/92A",
        joinedOn: isoDate("2021-03-01"),
        leftOn: null,
        note: "",
        ...live,
      },
    ],
    projectName: [
      {
        id: asId("projectName-1"),
        projectId,
        name: "网格化综合管理",
        validFrom: null,
        validTo: isoDate("2021-12-31"),
      },
    ],
    selfEvaluation: [
      {
        id: asId("evaluation-1"),
        projectId,
        executedCents: cents(38_700_000),
        executionReason: "",
        goalResult: "全部完成",
        problems: "",
        measures: "",
        evaluatedOn: isoDate("2023-01-10"),
        evaluatedBy: "王经办",
      },
    ],
    quarterPlan: [
      { id: asId("quarter-1"), budgetLineId: asId("line-1"), quarter: 1, amountCents: cents(6_000_000) },
    ],
    fundingSource: [
      { id: asId("funding-1"), projectId, scope: "annual", kind: "sum", amountCents: cents(43_000_000) },
    ],
    budgetLine: [
      budgetLineRow({ quantity: decimal("26"), unitPrice: decimal("85.5"), periods: decimal("12") }),
      budgetLineRow({ id: asId("line-void"), seq: 2, ...dead }),
    ],
    budgetAdjustment: [
      {
        id: asId("adjustment-1"),
        groupId: asId("group-1"),
        budgetLineId: asId("line-1"),
        adjustedOn: isoDate("2022-06-01"),
        deltaCents: cents(-100),
        reason: "调剂",
        documentNo: "",
        ...live,
      },
    ],
    indicator: [
      {
        id: asId("indicator-1"),
        projectId,
        seq: 1,
        level1: "产出指标",
        level2: "数量指标",
        name: "工作服采购数量",
        valueText: "≥30套",
        weight: decimal("10"),
        baseValue: "",
        evidence: "",
        budgetLineId: asId("line-1"),
        ...live,
      },
    ],
    indicatorActual: [
      {
        id: asId("actual-1"),
        indicatorId: asId("indicator-1"),
        periodTo: isoDate("2022-06-30"),
        valueText: "32套",
        source: "",
        outlook: "",
        reason: "",
        score: decimal("9.5"),
        expectedText: "32套",
        hindrancesJson: '["staff"]',
      },
    ],
    monitoring: [
      {
        id: asId("monitoring-1"),
        projectId,
        periodTo: isoDate("2022-07-31"),
        expectedCents: cents(43_000_000),
        problems: "",
        measures: "",
        monitoredOn: isoDate("2022-08-05"),
        monitoredBy: "王经办",
      },
    ],
    vendor: [vendorRow(), vendorRow({ id: asId("vendor-void"), ...dead })],
    vendorName: [
      {
        id: asId("vendorName-1"),
        vendorId: asId("vendor-1"),
        name: "旧名",
        validFrom: null,
        validTo: isoDate("2021-12-31"),
        source: "manual",
      },
      {
        id: asId("vendorName-2"),
        vendorId: asId("vendor-void"),
        name: "作废供应商的旧名",
        validFrom: null,
        validTo: null,
        source: "learned",
      },
    ],
    vendorAccount: [
      {
        id: asId("account-1"),
        vendorId: asId("vendor-1"),
        accountName: "户名",
        bank: "某银行",
        accountNo: "0001",
        validFrom: null,
        validTo: null,
      },
    ],
    contract: [
      // Comes before the contract that it continues.
      contractRow({ id: asId("contract-0"), contractNo: "HT-2022-00", parentContractId: contractId }),
      contractRow({ ownUnitId: asId("unit-1"), amountCents: null }),
    ],
    supplement: [
      {
        id: asId("supplement-1"),
        contractId,
        supplementNo: "BC-1",
        signedOn: isoDate("2022-03-01"),
        effectiveOn: isoDate("2022-04-01"),
        kind: "amount",
        deltaCents: cents(-1),
        newEndDate: null,
        description: "",
        ...live,
      },
    ],
    contractPrice: [
      {
        id: asId("price-1"),
        contractId,
        name: "巡查处置",
        unitName: "次",
        unitPrice: decimal("120.5"),
        validFrom: null,
        validTo: null,
      },
    ],
    milestone: [
      {
        id: asId("milestone-1"),
        contractId,
        seq: 1,
        name: "交货",
        dueOn: isoDate("2022-05-31"),
        amountCents: cents(100),
      },
    ],
    bondMovement: [
      {
        id: asId("bond-1"),
        contractId,
        kind: "receive",
        movedOn: isoDate("2022-01-10"),
        amountCents: cents(1_000_000),
        instrument: "guarantee",
        documentNo: "BH-1",
        note: "",
        ...live,
      },
    ],
    device: [
      {
        id: asId("device-1"),
        rentalId: asId("rental-1"),
        deviceNo: "DJ-001",
        model: "",
        holder: "张网格",
        inOn: isoDate("2022-01-01"),
        outOn: null,
        note: "",
        ...live,
      },
    ],
    measuredItem: [
      {
        id: asId("measured-1"),
        instalmentId: asId("instalment-1"),
        contractPriceId: asId("price-1"),
        name: "巡查处置",
        unitName: "次",
        quantity: decimal("2"),
        unitPrice: decimal("120.5"),
        amountCents: cents(24_100),
      },
    ],
    rental: [
      {
        id: asId("rental-1"),
        contractId,
        name: "对讲机",
        unitName: "部",
        proration: "daily",
        note: "",
        ...live,
      },
    ],
    rentalSegment: [
      {
        id: asId("segment-1"),
        rentalId: asId("rental-1"),
        validFrom: isoDate("2022-01-01"),
        validTo: null,
        quantity: decimal("36"),
        unitPrice: decimal("45.5"),
        free: 0,
        note: "",
      },
    ],
    instalment: [
      instalmentRow(),
      instalmentRow({ id: asId("instalment-2"), seq: 2, rentalId: asId("rental-1") }),
      instalmentRow({ id: asId("instalment-void"), seq: 2, ...dead }),
    ],
    acceptance: [
      {
        id: asId("acceptance-1"),
        contractId,
        instalmentId: asId("instalment-1"),
        documentNo: "YS-1",
        acceptedOn: isoDate("2022-04-01"),
        periodFrom: isoDate("2022-01-01"),
        periodTo: isoDate("2022-03-31"),
        result: "conditional",
        score: decimal("92.5"),
        deductionCents: cents(0),
        acceptedBy: "",
        note: "",
        ...live,
      },
    ],
    importBatch: [
      {
        id: asId("batch-1"),
        kind: "invoices",
        source: "全量发票查询",
        fileName: "全量发票查询导出结果.xlsx",
        fileHash: "ab",
        sheetsJson: "[]",
        rowCount: 2,
        newCount: 1,
        unchangedCount: 0,
        changedCount: 0,
        conflictCount: 0,
        rejectedCount: 1,
        importedAt: instant,
        importedBy: "王经办",
        ...live,
      },
    ],
    invoice: [
      invoiceRow({
        batchId: asId("batch-1"),
        vendorId: asId("vendor-1"),
        entry: "import",
        status: "redPartial",
      }),
      invoiceRow({
        id: asId("invoice-red"),
        number: "22312000000000000002",
        isRed: 1,
        blueNumber: "22312000000000000001",
        netCents: cents(-943_396),
        taxCents: cents(-56_604),
        grossCents: cents(-1_000_000),
      }),
      invoiceRow({ id: asId("invoice-void"), ...dead }),
    ],
    invoiceLine: [
      {
        id: asId("invoiceLine-1"),
        invoiceId: asId("invoice-1"),
        seq: 1,
        taxCategoryCode: "3040000000000000000",
        goodsName: "*企业管理服务*物业服务",
        spec: "",
        unitName: "季",
        quantity: decimal("1"),
        unitPrice: decimal("56603.773584905660"),
        netCents: cents(5_660_377),
        taxRate: "6%",
        taxCents: cents(339_623),
        grossCents: cents(6_000_000),
      },
    ],
    importRow: [
      {
        id: asId("importRow-1"),
        batchId: asId("batch-1"),
        sheet: "发票基础信息",
        rowNo: 2,
        number: "22312000000000000001",
        result: "new",
        message: "",
        invoiceId: asId("invoice-1"),
        beforeJson: null,
        cellsJson: '{"序号":"1"}',
        paymentId: null,
      },
    ],
    payment: [
      paymentRow({ state: "paid", paidOn: isoDate("2022-04-20"), amountCents: cents(5_000_000) }),
      paymentRow({ id: asId("payment-void"), ...dead }),
    ],
    paymentStep: [
      {
        id: asId("step-1"),
        paymentId: asId("payment-1"),
        seq: 1,
        action: "submit",
        by: "王经办",
        at: instant,
        opinion: "",
        findingsJson: null,
      },
    ],
    need: [
      {
        id: asId("need-1"),
        projectId,
        budgetLineId: asId("line-1"),
        kind: "uniform",
        name: "网格专职人员工作服",
        unitName: "套",
        unitPrice: decimal("1180"),
        quantity: null,
        perPerson: decimal("1"),
        replaceYears: 2,
        note: "",
        ...live,
      },
    ],
    needIssue: [
      {
        id: asId("issue-1"),
        needId: asId("need-1"),
        staffId: asId("staff-1"),
        issuedOn: isoDate("2022-06-01"),
        quantity: decimal("1"),
        paymentId: asId("payment-1"),
        note: "",
        ...live,
      },
    ],
    attachmentContent: [{ id: asId("content-1"), sha256: pdfHash, base64: "JVBERi0=" }],
    attachment: [
      {
        id: asId("attachment-1"),
        contentId: asId("content-1"),
        kind: "contractScan",
        fileName: "合同.pdf",
        mediaType: "application/pdf",
        sizeBytes: 5,
        projectId: null,
        contractId,
        supplementId: null,
        acceptanceId: null,
        invoiceId: null,
        approvalId: null,
        paymentId: null,
        addedAt: instant,
        addedBy: "王经办",
        note: "",
        invoiceNumber: "24312000000012345678",
        ...live,
      },
    ],
    approval: [
      {
        id: asId("approval-1"),
        kind: "minutes",
        documentNo: "〔2022〕1号",
        title: "三重一大会议纪要",
        approvedOn: isoDate("2022-01-03"),
        projectId: null,
        contractId,
        paymentId: asId("payment-1"),
        content: "",
        ...live,
      },
    ],
    allocation: [
      // More than the payment until the red one is there as well.
      allocationRow({ amountCents: cents(6_000_000) }),
      allocationRow({
        id: asId("allocation-2"),
        instalmentId: null,
        invoiceId: asId("invoice-red"),
        amountCents: cents(-1_000_000),
      }),
      allocationRow({ id: asId("allocation-void"), paymentId: asId("payment-void") }),
    ],
    ruleSetting: [
      { id: asId("rule-1"), ruleId: "PAY-03", severity: "off", paramsJson: "{}" },
      { id: asId("rule-2"), ruleId: "PAY-05", severity: null, paramsJson: '{"days":5}' },
    ],
    finding: [findingRow("finding-1", "PAY-03 payment-1"), findingRow("finding-2", "PAY-03 payment-1")],
    decision: [
      decisionRow("decision-1", "finding-1", "2022-07-01T00:00:00.000Z", "accept"),
      decisionRow("decision-2", "finding-2", "2022-07-03T00:00:00.000Z", "reopen"),
      decisionRow("decision-3", "finding-1", "2022-07-02T00:00:00.000Z", "accept"),
    ],
    filing: [{ id: asId("filing-1"), projectId, form: "targets", title: "绩效目标申报表" }],
    filingVersion: [
      {
        id: asId("version-1"),
        filingId: asId("filing-1"),
        versionNo: 1,
        template: "sh-2022",
        formJson: "{}",
        contentHash: "ab",
        frozenAt: instant,
        frozenBy: "王经办",
        note: "",
        submissionId: asId("submission-1"),
      },
    ],
    filingFile: [
      {
        id: asId("file-1"),
        filingVersionId: asId("version-1"),
        format: "pdf",
        fileName: "绩效目标申报表.pdf",
        contentId: asId("content-1"),
        sizeBytes: 5,
      },
    ],
    submission: [
      {
        id: asId("submission-1"),
        projectId,
        title: "2022年预算申报",
        reportJson: "[]",
        submittedAt: instant,
        submittedBy: "王经办",
        note: "",
        ...live,
      },
    ],
    formTemplate: [
      {
        id: asId("template-1"),
        key: "gfl-2022",
        title: "广富林 2022",
        basedOn: "sh-2022",
        templateJson: "{}",
        changedAt: instant,
        changedBy: "王经办",
        note: "",
        ...live,
      },
    ],
    broughtPaper: [
      {
        id: asId("brought-1"),
        projectId,
        kind: "targets",
        title: "财政项目支出绩效目标申报表",
        fileName: "去年的表.docx",
        contentId: asId("content-1"),
        paperText: "项目名称\t社区综合治理",
        paperJson: "{}",
        broughtAt: instant,
        broughtBy: "王经办",
        note: "",
        ...live,
      },
    ],
    changeLog: logOf(["登记", "修改"]),
  },
});

const findingRow = (id: string, findingKey: string): Row<"finding"> => ({
  id: asId(id),
  findingKey,
  ruleId: "PAY-03",
  severity: "warn",
  message: "提前付款",
  remedy: "",
  subjectsJson: "[]",
  figuresJson: "{}",
  seenAt: instant,
});

const decisionRow = (
  id: string,
  findingId: string,
  decidedAt: string,
  action: "accept" | "reopen",
): Row<"decision"> => ({
  id: asId(id),
  findingId: asId(findingId),
  action,
  reason: "街道办公会同意",
  decidedBy: "李审核",
  decidedAt,
});

function logOf(actions: readonly string[]): Row<"changeLog">[] {
  let previousHash = "";
  return actions.map((action, index) => {
    const entry = {
      // The order of the log is not that of its ids.
      id: asId(`log-${9 - index}`),
      seq: index + 1,
      at: instant,
      actor: "王经办",
      action,
      entity: "vendor",
      entityId: "vendor-1",
      summary: "",
      beforeJson: null,
      afterJson: "{}",
      previousHash,
      // The first entry is of the first shape.
      step: index === 0 ? null : index + 1,
      undoesStep: null,
    };
    const hash = entryHash(entry);
    previousHash = hash;
    return { ...entry, hash };
  });
}
