import { isoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { notVoided, sampleId } from "./rows.ts";

export type SampleVendor =
  | "joint"
  | "recorders"
  | "phones"
  | "intercoms"
  | "uniforms"
  | "supplies"
  | "publicity"
  | "print"
  | "trade";

type Company = Readonly<{ name: string; creditCode: string; accountNo: string; smallOrMedium: 0 | 1 | null }>;

/** Companies that do not exist: every name says 示例, the codes only satisfy their check character. */
export const companies: Readonly<Record<SampleVendor, Company>> = {
  joint: company("上海示例联勤城市服务有限公司", "91310117MA1J000060", "31050170000000000101", 1),
  recorders: company("上海示例云巡设备租赁有限公司", "91310117000000027D", "31050170000000000202", 1),
  phones: company("上海示例移动通信服务有限公司", "91310117MA1J00014T", "31050170000000000303", 0),
  intercoms: company("上海示例集群通信设备有限公司", "91310115000000035B", "31050170000000000404", 1),
  uniforms: company("上海示例服饰有限公司", "91310117MA1J00022M", "31050170000000000505", 1),
  supplies: company("上海示例劳防用品有限公司", "91310117MA1J00030G", "31050170000000000606", 1),
  publicity: company("上海示例文化传播有限公司", "91310117MA1J00049D", "31050170000000000707", 1),
  print: company("上海示例图文制作有限公司", "91310117MA1J000578", "31050170000000000808", null),
  trade: company("上海示例商贸有限公司", "91310117MA1J000653", "31050170000000000909", null),
};

function company(name: string, creditCode: string, accountNo: string, smallOrMedium: 0 | 1 | null): Company {
  return { name, creditCode, accountNo, smallOrMedium };
}

/** The lessor of the recorders changed its name on 2022-04-01: its first invoices carry this one, and rightly. */
export const recordersFormerName = "上海示例安巡科技有限公司";

const entries = Object.entries(companies) as readonly (readonly [SampleVendor, Company])[];

export const vendorId = (vendor: SampleVendor): Id => sampleId(`vendor-${vendor}`);

export const vendors: readonly Row<"vendor">[] = entries.map(
  ([key, { name, creditCode, smallOrMedium }]) => ({
    id: vendorId(key),
    name,
    creditCode,
    isSmallOrMedium: smallOrMedium,
    note: "示例数据：虚构的供应商。",
    ...notVoided,
  }),
);

export const vendorNames: readonly Row<"vendorName">[] = [
  {
    id: sampleId("vendor-recorders-name-former"),
    vendorId: vendorId("recorders"),
    name: recordersFormerName,
    validFrom: null,
    validTo: isoDate("2022-03-31"),
    source: "manual",
  },
];

const presentAccounts: readonly Row<"vendorAccount">[] = entries.map(([key, { name, accountNo }]) => ({
  id: sampleId(`vendor-${key}-account`),
  vendorId: vendorId(key),
  accountName: name,
  bank: "示例银行松江支行",
  accountNo,
  validFrom: key === "joint" ? isoDate("2022-01-01") : null,
  validTo: null,
}));

export const vendorAccounts: readonly Row<"vendorAccount">[] = [
  ...presentAccounts,
  {
    // Ended when the company changed its bank at the turn of the year, long before it was first paid from this ledger.
    id: sampleId("vendor-joint-account-former"),
    vendorId: vendorId("joint"),
    accountName: companies.joint.name,
    bank: "示例银行中山支行",
    accountNo: "31050170000000000110",
    validFrom: null,
    validTo: isoDate("2021-12-31"),
  },
];
