import { cents, multiplyToCents } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { wordsIn } from "../wordList.ts";
import { ofLine, yuan } from "../words.ts";

export const bud07FixedAsset = defineRule({
  id: "BUD-07",
  name: "固定资产误列费用",
  area: "预算",
  severity: "hint",
  description:
    "货物类预算明细的单价达到固定资产标准，却列在商品和服务支出（302xx）。被装、专用材料和燃料不是固定资产，不查。",
  basis: "事业单位财务规则、行政单位财务规则：使用期限超过一年、单位价值达到规定标准的为固定资产",
  reads: ["budgetLine"],
  params: {
    limitCents: { label: "固定资产单价起点", kind: "cents", default: 100_000, confirmed: false },
    specialCents: { label: "专用设备单价起点", kind: "cents", default: 150_000, confirmed: false },
    exceptCodes: {
      label: "不查的科目",
      kind: "text",
      default: "30218、30224、30225",
      confirmed: false,
    },
  },
  check: (_facts, { limitCents, specialCents, exceptCodes }, { budgetLines }) => {
    const except = new Set(wordsIn(exceptCodes));
    return budgetLines.flatMap((line) => {
      const { name, procurementItem, procurementType, economicCode, unitPrice } = line;
      if (procurementType !== "goods" || !economicCode.startsWith("302") || except.has(economicCode))
        return [];
      const isSpecial = /专用/.test(name + procurementItem);
      const limit = cents(isSpecial ? specialCents : limitCents);
      const price = unitPrice === null ? undefined : multiplyToCents(unitPrice);
      if (price === undefined || price < limit) return [];
      return {
        subjects: [ofLine(line)],
        figures: { unitPriceCents: price, limitCents: limit, economicCode },
        message: `${name}单价${yuan(price)}达到${isSpecial ? "专用设备" : "固定资产"}标准${yuan(limit)}，列在${economicCode}，是否应列310xx？`,
        remedy: "使用期限超过一年的，请改列资本性支出（310xx）并办理资产登记；属于耗材或易耗品的，请说明。",
      };
    });
  },
});
