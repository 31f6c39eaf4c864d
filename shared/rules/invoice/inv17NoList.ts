import { splitGoodsName } from "../../invoices/goodsName.ts";
import type { Invoice } from "../../model/invoice.ts";
import type { Facts } from "../facts.ts";
import { remembering } from "../remembering.ts";
import { defineRule, type Hit } from "../rule.ts";
import { wordsIn } from "../wordList.ts";
import { ofInvoice, yuan } from "../words.ts";

const wholeNames =
  "办公用品、日用品、日用杂品、劳保用品、劳动保护用品、文具、耗材、材料、物资、礼品、食品、百货";
const partsOfNames = "一批、详见清单、详见销货清单、见清单、见附件、见明细";

export const inv17NoList = defineRule({
  id: "INV-17",
  name: "大类发票无清单",
  area: "发票",
  severity: "warn",
  description: "付款所用发票的品名是办公用品等大类，或写“一批”“详见清单”，却没有上传销货清单。",
  basis: "国家税务总局关于修订《增值税专用发票使用规定》的通知：汇总开具的应附销货清单；各单位报销规定",
  reads: ["invoice", "invoiceGoods", "allocation", "filedPaper"],
  params: {
    names: { label: "大类品名（整个品名）", kind: "text", default: wholeNames, confirmed: false },
    parts: { label: "品名中含有的字样", kind: "text", default: partsOfNames, confirmed: false },
  },
  check: (facts, { names, parts }, { invoices }) => {
    const words = { names: new Set(wordsIn(names)), parts: wordsIn(parts) };
    // The same goods stand on hundreds of invoices.
    const isVague = remembering((goodsName: string) => isVagueBy(goodsName, words));
    const hits: Hit[] = [];
    for (const invoice of invoices) {
      const vague = facts.goodsOf.of(invoice.id).find((line) => isVague(line.goodsName));
      if (vague === undefined || !isUsed(facts, invoice) || hasList(facts, invoice)) continue;
      hits.push({
        subjects: [ofInvoice(invoice)],
        figures: { goodsName: vague.goodsName, grossCents: invoice.grossCents },
        message: `发票${invoice.number}（${yuan(invoice.grossCents)}）品名“${vague.goodsName}”笼统，请附销货清单。`,
        remedy: "请向销方取得销货清单（加盖发票专用章），作为“清单”附件上传到发票或付款单。",
      });
    }
    return hits;
  },
});

const isUsed = (facts: Facts, invoice: Invoice): boolean =>
  facts.usesOfInvoice.of(invoice).some(({ use }) => use.cents > 0);

const hasList = (facts: Facts, invoice: Invoice): boolean =>
  facts.filed.has(invoice.id, "goodsList") ||
  facts.usesOfInvoice.of(invoice).some(({ payment }) => facts.filed.has(payment.row.id, "goodsList"));

type Words = Readonly<{ names: ReadonlySet<string>; parts: readonly string[] }>;

function isVagueBy(goodsName: string, { names, parts }: Words): boolean {
  const { name } = splitGoodsName(goodsName);
  // "*办公用品*" alone, or "办公用品等".
  const plain = (name === "" ? splitGoodsName(goodsName).category : name).replace(/(等|类|费)$/, "");
  return names.has(plain) || parts.some((word) => name.includes(word));
}

const usual: Words = { names: new Set(wordsIn(wholeNames)), parts: wordsIn(partsOfNames) };

/** Whether goods are named so broadly that nothing can be said of them, by the words of the default. */
export const isVague = (goodsName: string): boolean => isVagueBy(goodsName, usual);
