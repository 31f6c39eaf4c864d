import type { Row } from "#shared/model/ledger.ts";
import { projectId } from "./project.ts";
import { sampleId } from "./rows.ts";

/** The seven headings as the office wrote them in 2022, with the template's own words still standing in the last three. */
const sections: readonly (readonly [heading: string, ...paragraphs: string[]])[] = [
  [
    "项目概述",
    "联勤联动工作经费、城运巡查记录仪月租费、网格工作手机费、网格专职人员工作服采购费、对讲机月租费、" +
      "购买网格巡查处置用品等组成。",
  ],
  [
    "立项依据",
    "上海市松江区人民政府办公室关于转发《关于街镇（经开区）城市运行管理中心建设的指导方案》的通知" +
      "（沪松府办〔2020〕89号）、上海市松江区人民政府办公室关于转发《松江区“多格合一”工作实施方案》的通知" +
      "（沪松府办〔2021〕9号）、《松江区城市网格化综合管理队伍装备配置管理办法》（沪松社治联指〔2018〕6号）、" +
      "《关于松江区城市网格化综合管理队伍统一着装规定》（沪松网格中心〔2019〕5号）、" +
      "《关于广富林街道相关职能部门采购工作服有关规定的通知》。",
  ],
  ["实施主体", "社区综合治理项目经费具体由上海市松江区广富林街道城市运行管理中心负责实施。"],
  [
    "实施方案",
    "1、按年度计划有步骤的实施日常工作，按需求有计划地开展大联动整治工作。贯彻街道“三重一大”制度，" +
      "严格把好票据审核关，按照合同约定支付费用。大联动综合整治费用依据合同价格按季度支付，" +
      "网格管理专职人员装备费用根据实际需要按规定配置支付，网格长网格巡查工作手机终端月租费根据合约按月支付，" +
      "宣传费用按实际工作需要使用支付。",
    "2、网格中心工作人员、网格监督员、专职网格长工作服装按照文件规定的更换年限，" +
      "按照《广富林街道采购管理办法》统一定制采购。",
  ],
  ["实施周期", "说明项目实施的周期，具体见表格。"],
  ["年度预算安排", "说明项目年度财政资金预算安排金额、使用内容等，具体见表格。"],
  ["绩效目标", "包括总目标、年度目标、分解目标等，具体见表格。"],
];

export const narrativeSections: readonly Row<"narrativeSection">[] = sections.map(
  ([heading, ...paragraphs], index) => ({
    id: sampleId(`narrative-${index + 1}`),
    projectId,
    seq: index + 1,
    heading,
    body: paragraphs.join("\n"),
  }),
);
