import { economicCodes as knownCodes } from "#shared/budget/economicCodes.ts";
import type { Cents } from "#shared/kernel/cents.ts";
import { type Decimal, decimal } from "#shared/kernel/decimal.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { projectId } from "./project.ts";
import { notVoided, sampleId, yuan } from "./rows.ts";

export type SampleBudgetLine =
  | "joint"
  | "recorders"
  | "phones"
  | "intercoms"
  | "uniforms"
  | "supplies"
  | "publicity";

export const budgetLineId = (line: SampleBudgetLine): Id => sampleId(`line-${line}`);

type Count = Readonly<{ quantity: Decimal; unitName: string; unitPrice: Decimal; periods: Decimal }>;

const count = (quantity: string, unitName: string, unitPrice: string, periods: string): Count => ({
  quantity: decimal(quantity),
  unitName,
  unitPrice: decimal(unitPrice),
  periods: decimal(periods),
});

type Line = Readonly<{
  key: SampleBudgetLine;
  name: string;
  economicCode: string;
  payMode: Row<"budgetLine">["payMode"];
  count: Count | null;
  amountCents: Cents;
  basis: string;
  procurementType: "goods" | "services";
}>;

const lines: readonly Line[] = [
  {
    key: "joint",
    name: "大联动综合整治",
    economicCode: "30227",
    payMode: "quarterly",
    count: count("1", "项", "60000", "4"),
    amountCents: yuan("240,000.00"),
    basis: "依据合同价格按季度支付，60,000元/季×4季",
    procurementType: "services",
  },
  {
    key: "recorders",
    name: "巡查记录仪月租",
    economicCode: "30214",
    payMode: "monthly",
    count: count("26", "台", "85", "12"),
    amountCents: yuan("26,520.00"),
    basis: "26台×85元/台·月×12个月",
    procurementType: "services",
  },
  {
    key: "phones",
    name: "网格工作手机月租",
    economicCode: "30207",
    payMode: "monthly",
    count: count("68", "部", "59", "12"),
    amountCents: yuan("48,144.00"),
    basis: "68部×59元/部·月×12个月",
    procurementType: "services",
  },
  {
    key: "intercoms",
    name: "对讲机月租",
    economicCode: "30214",
    payMode: "monthly",
    count: count("36", "部", "45", "12"),
    amountCents: yuan("19,440.00"),
    basis: "36部×45元/部·月×12个月",
    procurementType: "services",
  },
  {
    key: "uniforms",
    name: "网格专职人员工作服",
    economicCode: "30224",
    payMode: "oneOff",
    count: count("32", "套", "1180", "1"),
    amountCents: yuan("37,760.00"),
    basis: "32套×1,180元/套，按规定更换年限统一定制",
    procurementType: "goods",
  },
  {
    key: "supplies",
    name: "网格巡查处置用品",
    economicCode: "30218",
    payMode: "asNeeded",
    count: null,
    amountCents: yuan("40,136.00"),
    basis: "根据实际需要按规定配置，据实支付",
    procurementType: "goods",
  },
  {
    key: "publicity",
    name: "宣传费用",
    economicCode: "30202",
    payMode: "asNeeded",
    count: null,
    amountCents: yuan("18,000.00"),
    basis: "按实际工作需要使用，据实支付",
    procurementType: "services",
  },
];

const uncounted = { quantity: null, unitName: "", unitPrice: null, periods: null } as const;

export const budgetLines: readonly Row<"budgetLine">[] = lines.map(
  ({ key, count: counted, ...line }, index) => ({
    id: budgetLineId(key),
    projectId,
    seq: index + 1,
    ...line,
    ...(counted ?? uncounted),
    procurementItem: "",
    smeReserved: 0,
    note: "示例数据：数量、单价和金额为示意。",
    ...notVoided,
    control: "block",
  }),
);

/** The economic code that payments from a line are booked under. */
export const economicCodeOf = (line: SampleBudgetLine): string =>
  budgetLines.find(({ id }) => id === budgetLineId(line))?.economicCode ?? "";

/** The code table every new ledger starts with. */
export const economicCodes: readonly Row<"economicCode">[] = knownCodes.map(({ code, name, confirmed }) => ({
  id: sampleId(`code-${code}`),
  code,
  name,
  validFrom: null,
  validTo: null,
  confirmed: confirmed ? 1 : 0,
}));
