import { economicCodes } from "#shared/budget/economicCodes.ts";
import type { ProjectPaper } from "#shared/forms/builders/paper.ts";
import type { PayPlanGroup, PayPlanLine, PayPlanSheet } from "#shared/forms/builders/payPlan.ts";
import { type Cents, cents, multiplyToCents, zeroCents } from "#shared/kernel/cents.ts";
import {
  addDays,
  formatPeriodText,
  isoDate,
  lastDay,
  quarterRange,
  yearMonth,
} from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { BudgetLine, FundingSource, Indicator, Project } from "#shared/model/project.ts";

/** The office's paper of 2022 and a year of its contracts, as the builders take them. */

const notVoided = { voidedAt: null, voidReason: null } as const;
const projectId = asId("project");

export const project: Project = {
  id: projectId,
  code: "SQZL-2022",
  name: "社区综合治理",
  fiscalYear: 2022,
  category: "经常性项目",
  nature: "",
  departmentUnitId: null,
  implementingUnitId: null,
  startDate: isoDate("2022-01-01"),
  endDate: isoDate("2022-12-31"),
  functionCode: "2120199",
  overallGoal: "",
  annualGoal:
    "确保街道“一网统管”工作顺利开展，提升城市管理精细化、智能化水平。确保街道城市网格化综合管理队伍规范化建设，严肃队伍仪容仪表，提升队伍综合形象，体现网格队伍统一性、规范性。围绕“高效处置一件事”，提升城市治理效能，提高居民群众安全感、获得感、满意度。",
  template: "sh-2022",
  note: "",
  previousProjectId: null,
  ...notVoided,
};

const targets: readonly (readonly [level1: string, level2: string, name: string, value: string])[] = [
  ["产出指标", "数量指标", "工作服覆盖率", "=100%"],
  ["产出指标", "数量指标", "“12345”热线先行联系率", "=100%"],
  ["产出指标", "数量指标", "工作服制作数量", ">=30套"],
  ["产出指标", "数量指标", "巡查记录仪使用数量", ">=26台"],
  ["产出指标", "数量指标", "对讲机、巡查用手机使用数量", ">=100部"],
  ["产出指标", "质量指标", "工作服验收通过率", "=100%"],
  ["产出指标", "质量指标", "网格平台案件结案质量", "保持街镇前列"],
  ["产出指标", "质量指标", "设备利用率", "=100%"],
  ["产出指标", "时效指标", "“多格合一”联勤联动快速、高效处置及时率", "=100%"],
  ["产出指标", "时效指标", "“12345”热线工单规定工作日内结案及时率", "=100%"],
  ["产出指标", "时效指标", "网格平台案件规定期限内结案及时率", "=100%"],
  ["效益指标", "社会效益指标", "公共设施受损案件数", "下降"],
  ["效益指标", "社会效益指标", "受助对象重复投诉率", "下降"],
  ["效益指标", "生态效益指标", "绿化缺失、绿化受损率", "下降"],
  ["效益指标", "可持续影响指标", "落实基层网格化队伍建设，奖惩机制到位", "健全"],
  ["满意度指标", "服务对象满意度指标", "群众安全感、获得感、满意度", "提升"],
];

export const indicator = (
  seq: number,
  [level1, level2, name, valueText]: readonly [string, string, string, string],
): Indicator => ({
  id: asId(`indicator-${seq}`),
  projectId,
  seq,
  level1,
  level2,
  name,
  valueText,
  weight: null,
  baseValue: "",
  evidence: "",
  budgetLineId: null,
  ...notVoided,
});

type LineKey = Pick<BudgetLine, "name" | "economicCode" | "payMode" | "procurementType" | "basis">;

function budgetLine(
  seq: number,
  key: LineKey,
  count: readonly [string, string, string, string] | null,
  sum?: Cents,
): BudgetLine {
  const counted = count?.map((text) => text) ?? null;
  const [quantity, unitName, unitPrice, periods] = counted ?? [];
  const decimalOf = (text: string | undefined) => (text === undefined ? null : decimal(text));
  return {
    id: asId(`line-${seq}`),
    projectId,
    seq,
    ...key,
    quantity: decimalOf(quantity),
    unitName: unitName ?? "",
    unitPrice: decimalOf(unitPrice),
    periods: decimalOf(periods),
    amountCents:
      sum ?? multiplyToCents(decimal(quantity ?? "0"), decimal(unitPrice ?? "0"), decimal(periods ?? "0")),
    procurementItem: "",
    smeReserved: 0,
    control: "block",
    note: "",
    ...notVoided,
  };
}

const services = { procurementType: "services" } as const;
const goods = { procurementType: "goods" } as const;

export const budgetLines: readonly BudgetLine[] = [
  budgetLine(
    1,
    {
      name: "大联动综合整治",
      economicCode: "30227",
      payMode: "quarterly",
      basis: "依据合同价格按季度支付，60,000元/季×4季",
      ...services,
    },
    ["1", "项", "60000", "4"],
  ),
  budgetLine(
    2,
    {
      name: "城运巡查记录仪月租",
      economicCode: "30214",
      payMode: "monthly",
      basis: "26台×85元/台·月×12个月",
      ...services,
    },
    ["26", "台", "85", "12"],
  ),
  budgetLine(
    3,
    {
      name: "网格工作手机终端月租",
      economicCode: "30207",
      payMode: "monthly",
      basis: "68部×59元/部·月×12个月",
      ...services,
    },
    ["68", "部", "59", "12"],
  ),
  budgetLine(
    4,
    {
      name: "对讲机月租",
      economicCode: "30214",
      payMode: "monthly",
      basis: "36部×45元/部·月×12个月",
      ...services,
    },
    ["36", "部", "45", "12"],
  ),
  budgetLine(
    5,
    {
      name: "网格专职人员工作服采购",
      economicCode: "30224",
      payMode: "oneOff",
      basis: "32套×1,180元/套，按规定更换年限统一定制采购",
      ...goods,
    },
    ["32", "套", "1180", "1"],
  ),
  budgetLine(
    6,
    {
      name: "网格巡查处置用品",
      economicCode: "30218",
      payMode: "asNeeded",
      basis: "根据实际需要按规定配置，据实支付",
      ...goods,
    },
    null,
    cents(4_013_600),
  ),
  budgetLine(
    7,
    {
      name: "宣传费用",
      economicCode: "30202",
      payMode: "asNeeded",
      basis: "按实际工作需要使用，据实支付",
      ...services,
    },
    null,
    cents(1_800_000),
  ),
];

const total = cents(43_000_000);

export const fundingOf = (
  rows: readonly (readonly [FundingSource["scope"], FundingSource["kind"], Cents])[],
): readonly FundingSource[] =>
  rows.map(([scope, kind, amountCents]) => ({
    id: asId(`${scope}-${kind}`),
    projectId,
    scope,
    kind,
    amountCents,
  }));

export const funding = fundingOf([
  ["total", "sum", total],
  ["total", "fiscal", total],
  ["total", "other", zeroCents],
  ["annual", "sum", total],
  ["annual", "currentAppropriation", total],
  ["annual", "carryOver", zeroCents],
  ["annual", "other", zeroCents],
]);

export const paper: ProjectPaper = {
  project,
  departmentName: "上海市松江区人民政府广富林街道办事处",
  implementingName: "上海市松江区广富林街道城市运行管理中心",
  funding,
  budgetLines,
  indicators: targets.map((target, index) => indicator(index + 1, target)),
  economicNames: new Map(economicCodes.map(({ code, name }) => [code, name])),
};

/** A paper with many indicators, all with long names. */
export const manyIndicators = (count: number): readonly Indicator[] =>
  Array.from({ length: count }, (_, index) => {
    const [level1, level2] = targets[Math.floor((index * targets.length) / count)] ?? [
      "产出指标",
      "数量指标",
    ];
    return indicator(index + 1, [
      level1,
      level2,
      `第${index + 1}项“多格合一”联勤联动快速、高效处置及时率与网格平台案件规定期限内结案及时率`,
      index % 3 === 0 ? `>=${index + 1}.5套` : "=100%",
    ]);
  });

type State = Partial<Omit<PayPlanLine, "planned">> & Readonly<{ deductionCents?: Cents }>;

const line = (
  base: Pick<PayPlanLine, "label" | "period" | "earliestDate" | "dueDate">,
  amountCents: Cents,
  { deductionCents = zeroCents, ...state }: State,
): PayPlanLine => ({
  ...base,
  planned: { amountCents, deductionCents },
  invoicedCents: zeroCents,
  paidCents: zeroCents,
  status: "未到期",
  overdue: false,
  note: "",
  ...state,
});

const quarter = (number: number, state: State = {}): PayPlanLine => {
  const { from, to } = quarterRange(2022, number);
  const base = {
    label: `第${number}季度`,
    period: formatPeriodText(from, to),
    earliestDate: to,
    dueDate: addDays(to, 30),
  };
  return line(base, cents(6_000_000), state);
};

const month = (number: number, state: State): PayPlanLine => {
  const to = lastDay(yearMonth(`2022-0${number}`));
  const base = { label: `${number}月`, period: `2022年${number}月`, earliestDate: to, dueDate: null };
  return line(base, cents(221_000), state);
};

const paidQuarter = { invoicedCents: cents(6_000_000), status: "已结清" } as const;
const paidMonth = { invoicedCents: cents(221_000), paidCents: cents(221_000), status: "已结清" } as const;

const groups: readonly PayPlanGroup[] = [
  {
    heading: [
      "合同 GFL-2022-003",
      "大联动综合整治服务合同",
      "乙方：上海松广城市综合管理服务有限公司",
      "合同金额：240,000.00",
    ],
    lines: [
      quarter(1, { ...paidQuarter, paidCents: cents(5_880_000), deductionCents: cents(120_000) }),
      quarter(2, {
        ...paidQuarter,
        paidCents: cents(6_000_000),
      }),
      quarter(3),
      quarter(4),
    ],
  },
  {
    heading: [
      "合同 GFL-2022-005",
      "巡查记录仪租赁合同",
      "乙方：上海云间通信设备租赁有限公司",
      "合同金额：26,520.00",
    ],
    lines: [
      month(1, paidMonth),
      month(2, paidMonth),
      month(3, {
        ...paidMonth,
      }),
      month(4, { status: "已逾期", overdue: true, note: "等发票" }),
      month(5, { status: "暂不可付" }),
      month(6, { status: "即将到期" }),
      {
        label: "其他",
        period: "未对应期次",
        earliestDate: null,
        dueDate: null,
        planned: null,
        invoicedCents: zeroCents,
        paidCents: cents(30_000),
        status: "",
        overdue: false,
        note: "",
      },
    ],
  },
  {
    heading: [
      "合同 GFL-2022-009",
      "网格巡查处置用品供货协议",
      "乙方：上海广富林日用百货有限公司",
      "合同金额：未约定（据实支付）",
    ],
    lines: [],
  },
];

export const payPlan: PayPlanSheet = {
  scope: { fiscalYear: 2022, project, unitName: paper.implementingName, asOf: isoDate("2022-06-30") },
  groups,
};
