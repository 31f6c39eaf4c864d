import { type LedgerTables, type TableName, tables } from "../model/ledger.ts";
import { stepWords } from "../payments/flow.ts";
import {
  acceptanceWords,
  attachmentWords,
  contractKindWords,
  contractStateWords,
  invoiceWords,
  payMethodWords,
  payModeWords,
  paymentWords,
  payTimingWords,
  procurementWords,
  riskWords,
  severityWords,
} from "./words.ts";

type Words = Readonly<Record<string, string>>;

const levels: Words = { ...severityWords, off: "关" };

/** The words of the screen for the enumerations of the model, by table and column. */
const words: { readonly [Table in TableName]?: { readonly [Column in keyof LedgerTables[Table]]?: Words } } =
  {
    ownUnit: {
      kind: { department: "主管部门", unit: "实施单位" },
      nature: { agency: "机关", institution: "事业单位" },
    },
    fiscalYear: { state: { open: "未关账", closed: "已关账" } },
    holiday: { kind: { holiday: "放假", workday: "上班" } },
    fundingSource: {
      scope: { total: "项目全部", annual: "本年度" },
      kind: {
        sum: "总额",
        fiscal: "财政资金",
        currentAppropriation: "当年财政拨款",
        carryOver: "上年结转资金",
        other: "其他资金",
      },
    },
    budgetLine: {
      payMode: payModeWords,
      procurementType: procurementWords,
      control: { block: "阻断", warn: "警告", ignore: "不控制" },
    },
    vendorName: { source: { manual: "手工登记", learned: "从发票认出" } },
    contract: {
      kind: contractKindWords,
      payTiming: payTimingWords,
      dayKind: { calendar: "日历日", working: "工作日" },
      state: contractStateWords,
      advanceOffset: { even: "各期平均冲抵", first: "从第一期起冲抵", last: "从最后一期起冲抵" },
    },
    supplement: {
      kind: {
        amount: "增减金额",
        price: "调整单价",
        term: "延长期限",
        suspend: "中止",
        resume: "恢复",
        terminate: "提前终止",
      },
    },
    instalment: { kind: { regular: "正常", advance: "预付款", retention: "质保金" } },
    rental: { proration: { wholeMonth: "按整月", daily: "按天折算" } },
    acceptance: { result: acceptanceWords },
    approval: { kind: { minutes: "会议纪要", approvalForm: "审批单" } },
    bondMovement: {
      kind: { receive: "收取", release: "退还", forfeit: "没收" },
      instrument: { cash: "现金", guarantee: "保函" },
    },
    invoice: {
      status: invoiceWords,
      riskLevel: riskWords,
      entry: { import: "导入", manual: "手工登记" },
    },
    importBatch: { kind: { invoices: "发票", payments: "付款" } },
    payment: { state: paymentWords, method: payMethodWords },
    paymentStep: { action: stepWords },
    need: { kind: { uniform: "工作服", supplies: "用品", publicity: "宣传", other: "其他" } },
    attachment: { kind: attachmentWords },
    filingFile: { format: { xlsx: "Excel", pdf: "PDF", docx: "Word" } },
    broughtPaper: {
      kind: {
        targets: "绩效目标表",
        narrative: "经费情况说明",
        budget: "预算明细表",
        monitoring: "绩效监控表",
        selfEvaluation: "绩效自评表",
        other: "其他材料",
      },
    },
    ruleSetting: { severity: levels },
    finding: { severity: levels },
    decision: { action: { accept: "认可", reopen: "重新打开" } },
  };

const wordsOf = (table: string, column: string): Words | undefined => {
  const ofTable: Readonly<Record<string, Words | undefined>> | undefined = Object.hasOwn(tables, table)
    ? (words[table as TableName] as Readonly<Record<string, Words | undefined>> | undefined)
    : undefined;
  return ofTable?.[column];
};

/** What the screen says for a word of the model; the word itself where the screen has none. */
export const enumWord = (table: string, column: string, value: string): string =>
  wordsOf(table, column)?.[value] ?? value;
