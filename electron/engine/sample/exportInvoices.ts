import { type Cents, cents } from "#shared/kernel/cents.ts";
import { discount, goods, jointService, printing, rent } from "./goods.ts";
import { deductions, instalmentOf } from "./instalments.ts";
import {
  centreAsBuyer,
  type InvoiceDraft,
  invoiceSources,
  invoiceTypes,
  priceLine,
  redOf,
} from "./invoiceDraft.ts";
import { draftOf, phonesApril, phonesMay, suppliesMarch } from "./invoices.ts";
import { yuan } from "./rows.ts";
import type { TaxExportInvoice, TaxExportLine } from "./taxExport.ts";
import { digital, electronic, paper } from "./tickets.ts";
import { companies } from "./vendors.ts";

const gloves = goods("*劳动防护用品*耐磨手套", "双", 150, yuan("1,200.00"));

/** New invoices for what is still open: the second quarter, the June rents, supplies, publicity. */
const fresh: readonly InvoiceDraft[] = [
  {
    key: "joint-2",
    ticket: digital("000096650238"),
    vendor: "joint",
    issuedAt: "2022-07-06 10:15:30",
    lines: [jointService("2022年第二季度", secondQuarterPayable())],
    remark: "合同编号 GFL-2022-001",
  },
  {
    key: "recorders-6",
    ticket: electronic("02211538"),
    vendor: "recorders",
    issuedAt: "2022-07-05 09:47:21",
    lines: [rent("recorders", "2022年6月")],
    remark: "2022年6月巡查记录仪月租",
  },
  {
    key: "phones-6",
    ticket: digital("000095518846"),
    vendor: "phones",
    issuedAt: "2022-07-05 09:02:04",
    lines: [rent("phones", "2022年6月")],
  },
  {
    key: "intercoms-5-6",
    ticket: electronic("07721655"),
    vendor: "intercoms",
    issuedAt: "2022-07-04 11:20:16",
    lines: [rent("intercoms", "2022年5月至6月", 2)],
    remark: "2022年5月至6月对讲机月租",
  },
  {
    // In place of the one for April that was taken back.
    key: "intercoms-4-again",
    ticket: electronic("07721656"),
    vendor: "intercoms",
    issuedAt: "2022-07-04 11:24:40",
    lines: [rent("intercoms", "2022年4月")],
    remark: "2022年4月对讲机月租",
  },
  {
    key: "supplies-4",
    ticket: electronic("03346402"),
    vendor: "supplies",
    issuedAt: "2022-07-01 15:33:08",
    lines: [
      gloves,
      discount(gloves, yuan("-100.00")),
      goods("*劳动防护用品*防暑降温毛巾", "条", 60, yuan("900.00")),
    ],
  },
  {
    key: "supplies-5",
    ticket: paper("09918206"),
    vendor: "supplies",
    issuedAt: "2022-06-28 14:10:00",
    lines: [goods("*五金工具*手持喊话器", "只", 4, yuan("860.00"))],
  },
  {
    key: "publicity-4",
    ticket: electronic("00456502"),
    vendor: "publicity",
    issuedAt: "2022-07-04 16:40:57",
    lines: [printing("*印刷品*垃圾分类宣传单", "份", 4200, yuan("1,260.00"))],
  },
];

function secondQuarterPayable(): Cents {
  return cents(instalmentOf("joint", 2).amountCents - deductions.secondQuarter);
}

/** A seller the tax bureau has doubts about, and a bill meant for a neighbouring sub-district. */
const doubtful: readonly InvoiceDraft[] = [
  {
    key: "trade-3",
    ticket: electronic("01182477"),
    vendor: "trade",
    issuedAt: "2022-06-30 17:52:19",
    lines: [goods("*日用杂品*防蚊用品", "箱", 20, yuan("1,480.00"))],
    risk: "suspect",
  },
  {
    key: "other-unit",
    ticket: electronic("03346398"),
    vendor: "supplies",
    buyer: { name: "上海市松江区示例街道城市运行管理中心", taxId: "12310117000000027J" },
    issuedAt: "2022-07-01 14:58:02",
    lines: [goods("*劳动防护用品*反光背心", "件", 16, yuan("640.00"))],
  },
];

/** April's phone rent, paid in May, is taken back: its new status comes with the red invoice. */
const takenBack: readonly InvoiceDraft[] = [
  { ...phonesApril, status: "redFull" },
  redOf(phonesApril, {
    key: "phones-4-red",
    ticket: digital("000097713320"),
    issuedAt: "2022-07-06 16:08:45",
  }),
];

const unchanged: readonly InvoiceDraft[] = [phonesMay, draftOf("recorders-5")];

/** The number of an invoice that the ledger knows with 9,875.00. */
const conflicting: InvoiceDraft = {
  ...suppliesMarch,
  lines: [
    goods("*劳动防护用品*一次性防护手套", "盒", 150, yuan("4,125.00")),
    goods("*日用杂品*防汛沙袋", "只", 500, yuan("4,850.00")),
  ],
};

/** Its parts do not add up: net and tax make 565.00. */
const faulty: InvoiceDraft = {
  key: "faulty",
  ticket: electronic("03346377"),
  vendor: "supplies",
  issuedAt: "2022-06-27 10:05:13",
  lines: [goods("*五金工具*手电筒", "只", 10, yuan("565.00"))],
};

const statusTexts = {
  normal: "正常",
  void: "已作废",
  redFull: "已红冲-全额",
  redPartial: "已红冲-部分",
} as const;
const riskTexts = { normal: "正常", abnormal: "异常凭证", suspect: "疑点发票" } as const;

function exportLines({ lines }: InvoiceDraft): readonly TaxExportLine[] {
  return lines.map((line) => {
    const { quantity, unitPrice, netCents, taxCents, grossCents } = priceLine(line);
    return {
      taxCategoryCode: line.taxCategoryCode,
      goodsName: line.goods,
      spec: line.spec ?? "",
      unitName: line.unit ?? "",
      quantity: quantity ?? "",
      unitPrice: unitPrice ?? "",
      netCents,
      taxRate: line.rate,
      taxCents,
      grossCents,
    };
  });
}

function exported(draft: InvoiceDraft): TaxExportInvoice {
  const { ticket } = draft;
  const buyer = draft.buyer ?? centreAsBuyer;
  return {
    ...(ticket.kind === "digital"
      ? { digitalNumber: ticket.number }
      : { code: ticket.code, paperNumber: ticket.no }),
    sellerTaxId: companies[draft.vendor].creditCode,
    sellerName: draft.sellerName ?? companies[draft.vendor].name,
    buyerTaxId: buyer.taxId,
    buyerName: buyer.name,
    issuedAt: draft.issuedAt,
    lines: exportLines(draft),
    source: invoiceSources[ticket.kind],
    type: invoiceTypes[ticket.kind],
    status: statusTexts[draft.status ?? "normal"],
    risk: riskTexts[draft.risk ?? "normal"],
    drawer: "开票员",
    remark: draft.remark ?? "",
  };
}

/** One 元 more in the last column of both sheets than net and tax make. */
function withWrongSum(invoice: TaxExportInvoice): TaxExportInvoice {
  return {
    ...invoice,
    lines: invoice.lines.map((line) => ({ ...line, grossCents: cents(line.netCents + line.taxCents + 100) })),
  };
}

/** What the officer's export of July 2022 holds: what to do with each of its invoices is in the README. */
export const sampleExportInvoices = (): readonly TaxExportInvoice[] => [
  ...[...fresh, ...doubtful, ...takenBack, ...unchanged, conflicting].map(exported),
  withWrongSum(exported(faulty)),
];
