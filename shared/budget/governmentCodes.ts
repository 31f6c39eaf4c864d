import type { OwnUnit } from "../model/office.ts";

/** A 政府预算支出经济分类科目: class (3 digits) and item (2 digits). */
export type GovernmentCode = Readonly<{
  code: string;
  name: string;
  /** Seen in the official list of pairs; otherwise as offices usually have it. */
  confirmed: boolean;
}>;

type Pairs = readonly Readonly<{ code: string; name: string; of: readonly string[] }>[];

/** Of the official list of pairs this much was seen; the others are as usual. */
const confirmedCodes: ReadonlySet<string> = new Set(["50201", "50202", "50203", "50204"]);

/** Which codes of departments (部门经济分类) belong to each code of the government budget, for an 机关 (财预〔2017〕98号). */
const ofAgencies: Pairs = [
  {
    code: "50201",
    name: "办公经费",
    of: [
      ...["30201", "30202", "30204", "30205", "30206", "30207", "30208", "30209", "30211", "30214"],
      ...["30228", "30229", "30239", "30240"],
    ],
  },
  { code: "50202", name: "会议费", of: ["30215"] },
  { code: "50203", name: "培训费", of: ["30216"] },
  { code: "50204", name: "专用材料购置费", of: ["30218", "30224", "30225"] },
  { code: "50205", name: "委托业务费", of: ["30203", "30226", "30227"] },
  { code: "50206", name: "公务接待费", of: ["30217"] },
  { code: "50207", name: "因公出国（境）费用", of: ["30212"] },
  { code: "50208", name: "公务用车运行维护费", of: ["30231"] },
  { code: "50209", name: "维修（护）费", of: ["30213"] },
  { code: "50299", name: "其他商品和服务支出", of: ["30299"] },
  { code: "50301", name: "房屋建筑物购建", of: ["31001"] },
  { code: "50302", name: "基础设施建设", of: ["31005"] },
  { code: "50303", name: "公务用车购置", of: ["31013"] },
  { code: "50305", name: "土地征迁补偿和安置支出", of: ["31009", "31010", "31011", "31012"] },
  { code: "50306", name: "设备购置", of: ["31002", "31003", "31007"] },
  { code: "50307", name: "大型修缮", of: ["31006"] },
  { code: "50399", name: "其他资本性支出", of: ["31008", "31019", "31021", "31022", "31099"] },
];

/** An 事业单位 is supported by class. */
const ofInstitutions: Readonly<Record<string, Omit<GovernmentCode, "confirmed">>> = {
  "301": { code: "50501", name: "工资福利支出" },
  "302": { code: "50502", name: "商品和服务支出" },
  "310": { code: "50601", name: "资本性支出（一）" },
};

/** The government's code for a department's code; `undefined` where no pairing is known. */
export const governmentCodeOf = (
  economicCode: string,
  nature: OwnUnit["nature"],
): GovernmentCode | undefined => {
  const pair =
    nature === "institution"
      ? ofInstitutions[economicCode.slice(0, 3)]
      : ofAgencies.find(({ of }) => of.includes(economicCode));
  return pair && { code: pair.code, name: pair.name, confirmed: confirmedCodes.has(pair.code) };
};
