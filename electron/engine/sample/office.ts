import { isoDate } from "#shared/kernel/dates.ts";
import type { Row } from "#shared/model/ledger.ts";
import { settingKeys } from "../office/settings.ts";
import { sampleId } from "./rows.ts";

export const officeUnitId = sampleId("unit-office");
export const centreUnitId = sampleId("unit-centre");

const renamed = "更名日期 2021-09-01 为示例假定；统一社会信用代码为虚构的测试代码。";

export const ownUnits: readonly Row<"ownUnit">[] = [
  {
    id: officeUnitId,
    kind: "department",
    nature: "agency",
    creditCode: "11310117000000019T",
    note: "示例数据。统一社会信用代码为虚构的测试代码。",
  },
  {
    id: centreUnitId,
    kind: "unit",
    nature: "institution",
    creditCode: "12310117MB00000000",
    note: `示例数据。${renamed}`,
  },
];

/** What the centre is called since its renaming, and what papers of 2022 should no longer call it. */
export const centreName = "上海市松江区广富林街道城市运行管理中心";
export const centreFormerName = "上海市松江区广富林街道城市网格化综合管理中心";

export const ownUnitNames: readonly Row<"ownUnitName">[] = [
  {
    id: sampleId("unit-office-name"),
    ownUnitId: officeUnitId,
    name: "上海市松江区人民政府广富林街道办事处",
    validFrom: null,
    validTo: null,
  },
  {
    id: sampleId("unit-centre-name-former"),
    ownUnitId: centreUnitId,
    name: centreFormerName,
    validFrom: null,
    validTo: isoDate("2021-08-31"),
  },
  {
    id: sampleId("unit-centre-name"),
    ownUnitId: centreUnitId,
    name: centreName,
    validFrom: isoDate("2021-09-01"),
    validTo: null,
  },
];

export const fiscalYears: readonly Row<"fiscalYear">[] = [
  { id: sampleId("year-2022"), year: 2022, state: "open", paymentCutoff: null, stateReason: "" },
];

/** The day the sample's officer sits down to check: half of the year is paid, July's export has just been fetched. */
export const sampleToday = isoDate("2022-07-08");

/** Invented people: 经办, 审核, 审批. */
export const people = { handler: "沈经办", reviewer: "陆审核", approver: "顾审批" } as const;

export const settings: readonly Row<"setting">[] = [
  {
    id: sampleId("setting-officer-name"),
    key: settingKeys.officer,
    valueJson: JSON.stringify(people.handler),
  },
  {
    id: sampleId("setting-today"),
    key: settingKeys.sampleToday,
    valueJson: JSON.stringify(sampleToday),
  },
];
