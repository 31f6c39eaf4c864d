import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import type { Row } from "#shared/model/ledger.ts";
import { centreUnitId, officeUnitId } from "./office.ts";
import { notVoided, sampleId, yuan } from "./rows.ts";

export const projectId = sampleId("project-sqzl");

export const projects: readonly Row<"project">[] = [
  {
    id: projectId,
    code: "SQZL-2022",
    name: "社区综合治理",
    fiscalYear: 2022,
    category: "经常性项目",
    nature: "",
    departmentUnitId: officeUnitId,
    implementingUnitId: centreUnitId,
    startDate: isoDate("2022-01-01"),
    endDate: isoDate("2022-12-31"),
    functionCode: "2120199",
    // The office's own paper left it blank.
    overallGoal: "",
    annualGoal:
      "确保街道“一网统管”工作顺利开展，提升城市管理精细化、智能化水平。确保街道城市网格化综合管理队伍规范化建设，" +
      "严肃队伍仪容仪表，提升队伍综合形象，体现网格队伍统一性、规范性。围绕“高效处置一件事”，提升城市治理效能，" +
      "提高居民群众安全感、获得感、满意度。",
    template: "sh-2022",
    note: "示例数据：项目说明、依据和绩效指标取自单位 2022 年申报材料，预算明细、合同、发票和付款为虚构。",
    previousProjectId: null,
    ...notVoided,
  },
];

const bases: readonly (readonly [title: string, documentNo: string])[] = [
  [
    "上海市松江区人民政府办公室关于转发《关于街镇（经开区）城市运行管理中心建设的指导方案》的通知",
    "沪松府办〔2020〕89号",
  ],
  ["上海市松江区人民政府办公室关于转发《松江区“多格合一”工作实施方案》的通知", "沪松府办〔2021〕9号"],
  ["《松江区城市网格化综合管理队伍装备配置管理办法》", "沪松社治联指〔2018〕6号"],
  ["《关于松江区城市网格化综合管理队伍统一着装规定》", "沪松网格中心〔2019〕5号"],
  ["《关于广富林街道相关职能部门采购工作服有关规定的通知》", ""],
];

export const policyBases: readonly Row<"policyBasis">[] = bases.map(([title, documentNo], index) => ({
  id: sampleId(`basis-${index + 1}`),
  projectId,
  seq: index + 1,
  title,
  documentNo,
  content: "",
}));

const total = yuan("430,000.00");
const none = cents(0);

const funding = [
  ["total", "sum", total],
  ["total", "fiscal", total],
  ["total", "other", none],
  ["annual", "sum", total],
  ["annual", "currentAppropriation", total],
  ["annual", "carryOver", none],
  ["annual", "other", none],
] as const;

export const fundingSources: readonly Row<"fundingSource">[] = funding.map(([scope, kind, amountCents]) => ({
  id: sampleId(`funding-${scope}-${kind}`),
  projectId,
  scope,
  kind,
  amountCents,
}));
