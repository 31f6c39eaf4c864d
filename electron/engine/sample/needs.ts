import { type IsoDate, isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import type { Row } from "#shared/model/ledger.ts";
import { budgetLineId } from "./budget.ts";
import { paymentId } from "./paymentDraft.ts";
import { projectId } from "./project.ts";
import { notVoided, sampleId } from "./rows.ts";
import { staffId } from "./staff.ts";

const needId = (key: string) => sampleId(`need-${key}`);

/** The uniforms of the budget line: 32 sets are due, as budget and contract have it. */
const uniform: Row<"need"> = {
  id: needId("uniforms"),
  projectId,
  budgetLineId: budgetLineId("uniforms"),
  kind: "uniform",
  name: "网格专职人员工作服",
  unitName: "套",
  unitPrice: decimal("1180"),
  quantity: null,
  perPerson: decimal("1"),
  replaceYears: 2,
  note: "示例数据：更换年限和发放记录为示意。",
  ...notVoided,
};

type Handed = readonly [on: string, quantity: string, payment: string, note: string];

type Bought = Readonly<{
  key: string;
  line: "supplies" | "publicity";
  name: string;
  unitName: string;
  unitPrice: string;
  quantity: string;
  handed: readonly Handed[];
}>;

const bought: readonly Bought[] = [
  {
    key: "vests",
    line: "supplies",
    name: "反光背心",
    unitName: "件",
    unitPrice: "43",
    quantity: "120",
    handed: [["2022-01-20", "66", "supplies-1", "每人 2 件，备用 2 件"]],
  },
  {
    key: "tongs",
    line: "supplies",
    name: "垃圾夹",
    unitName: "把",
    unitPrice: "26",
    quantity: "200",
    handed: [
      ["2022-01-20", "120", "supplies-1", "各居民区网格"],
      ["2022-04-06", "60", "supplies-1", "各居民区网格"],
    ],
  },
  {
    key: "gloves",
    line: "supplies",
    name: "一次性防护手套",
    unitName: "盒",
    unitPrice: "27.5",
    quantity: "300",
    handed: [["2022-03-21", "150", "supplies-2", ""]],
  },
  {
    key: "sandbags",
    line: "supplies",
    name: "防汛沙袋",
    unitName: "只",
    unitPrice: "11.5",
    quantity: "500",
    handed: [["2022-06-06", "420", "supplies-2", "汛期前发至各网格点位"]],
  },
  {
    key: "barriers",
    line: "supplies",
    name: "警示围挡",
    unitName: "片",
    unitPrice: "145",
    quantity: "60",
    handed: [["2022-05-25", "40", "supplies-3a", ""]],
  },
  {
    key: "scrapers",
    line: "supplies",
    name: "小广告清除铲",
    unitName: "把",
    unitPrice: "35.6",
    quantity: "100",
    handed: [["2022-06-23", "64", "supplies-3b", "每人 2 把"]],
  },
  {
    key: "leaflets",
    line: "publicity",
    name: "社区治理宣传折页",
    unitName: "份",
    unitPrice: "1.15",
    quantity: "4000",
    handed: [["2022-03-30", "1800", "publicity-1", "社区宣传日"]],
  },
  {
    key: "posters",
    line: "publicity",
    name: "“一网统管”海报",
    unitName: "张",
    unitPrice: "3.7",
    quantity: "1000",
    handed: [["2022-06-20", "400", "publicity-2", ""]],
  },
];

export const needs: readonly Row<"need">[] = [
  uniform,
  ...bought.map(({ key, line, name, unitName, unitPrice, quantity }) => ({
    id: needId(key),
    projectId,
    budgetLineId: budgetLineId(line),
    kind: line,
    name,
    unitName,
    unitPrice: decimal(unitPrice),
    quantity: decimal(quantity),
    perPerson: null,
    replaceYears: null,
    note: "示例数据：数量和单价为示意。",
    ...notVoided,
  })),
];

/** 26 people got theirs in 2020, one of them late; who came later never had any. */
const uniformIssues = Array.from({ length: 26 }, (_, index): Row<"needIssue"> => {
  const issuedOn: IsoDate = isoDate(index === 7 ? "2020-08-03" : "2020-06-18");
  return {
    id: sampleId(`issue-uniforms-${index + 1}`),
    needId: uniform.id,
    staffId: staffId(index + 1),
    issuedOn,
    quantity: decimal("1"),
    paymentId: null,
    note: "",
    ...notVoided,
  };
});

export const needIssues: readonly Row<"needIssue">[] = [
  ...uniformIssues,
  ...bought.flatMap(({ key, handed }) =>
    handed.map(
      ([on, quantity, payment, note], index): Row<"needIssue"> => ({
        id: sampleId(`issue-${key}-${index + 1}`),
        needId: needId(key),
        staffId: null,
        issuedOn: isoDate(on),
        quantity: decimal(quantity),
        paymentId: paymentId(payment),
        note,
        ...notVoided,
      }),
    ),
  ),
];
