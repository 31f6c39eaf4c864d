import { economicCodes } from "../../budget/economicCodes.ts";
import { defineRule } from "../rule.ts";
import { wordsIn } from "../wordList.ts";
import { ofPayment, yuan } from "../words.ts";

const listed =
  "办公费、印刷费、咨询费、手续费、水费、电费、邮电费、物业管理费、差旅费、维修、租赁费、会议费、培训费、接待费、专用材料费、运行维护费、其他交通费";

const knownNames = new Map(economicCodes.map(({ code, name }) => [code, name]));

export const pay16Cash = defineRule({
  id: "PAY-16",
  name: "公务卡/现金结算",
  area: "付款",
  severity: "hint",
  description: "以现金支付公务卡强制结算目录中的支出（按经济分类科目名称和用途判断）。",
  basis: "公务卡强制结算目录、现金管理暂行条例；目录由各地财政部门规定",
  reads: ["payment", "economicCode"],
  params: {
    categories: { label: "不得用现金的支出（用顿号分开）", kind: "text", default: listed, confirmed: false },
  },
  check: (facts, { categories }, { payments }) => {
    const words = wordsIn(categories);
    const names = new Map([
      ...knownNames,
      ...facts.rows.economicCode.map(({ code, name }) => [code, name] as const),
    ]);
    return payments
      .filter(({ row }) => row.method === "cash" && row.amountCents > 0)
      .flatMap((payment) => {
        const { row } = payment;
        const code = row.economicCode || (payment.lineUse?.of.economicCode ?? "");
        const name = names.get(code) ?? "";
        const category = words.find((word) => name.includes(word) || row.purpose.includes(word));
        if (category === undefined) return [];
        return {
          subjects: [ofPayment(payment)],
          figures: { category, amountCents: row.amountCents },
          message: `现金支付${category}${yuan(row.amountCents)}，该类支出应使用公务卡或转账结算。`,
          remedy: "请改用公务卡或转账；确因特殊情况使用现金的，写明理由并经批准。",
        };
      });
  },
});
