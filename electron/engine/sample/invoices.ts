import type { Row } from "#shared/model/ledger.ts";
import { goods, jointService, printing, rent } from "./goods.ts";
import { centreAsBuyer, type InvoiceDraft, invoiceLineRows, invoiceRow, redOf } from "./invoiceDraft.ts";
import { centreFormerName } from "./office.ts";
import { yuan } from "./rows.ts";
import { digital, electronic, paper } from "./tickets.ts";
import { recordersFormerName } from "./vendors.ts";

const joint: readonly InvoiceDraft[] = [
  {
    key: "joint-1",
    ticket: electronic("04112201"),
    vendor: "joint",
    issuedAt: "2022-04-06 10:12:33",
    lines: [jointService("2022年第一季度", yuan("60,000.00"))],
    remark: "合同编号 GFL-2022-001",
  },
];

const recorders: readonly InvoiceDraft[] = [
  {
    key: "recorders-1",
    ticket: electronic("02210318"),
    vendor: "recorders",
    sellerName: recordersFormerName,
    issuedAt: "2022-02-10 09:40:12",
    lines: [rent("recorders", "2022年1月")],
    remark: "2022年1月巡查记录仪月租",
  },
  {
    key: "recorders-2",
    ticket: electronic("02210571"),
    vendor: "recorders",
    sellerName: recordersFormerName,
    // Planted: the unit had another name by then.
    buyer: { ...centreAsBuyer, name: centreFormerName },
    issuedAt: "2022-03-08 14:05:40",
    lines: [rent("recorders", "2022年2月")],
    remark: "2022年2月巡查记录仪月租",
  },
  {
    key: "recorders-3",
    ticket: electronic("02210802"),
    vendor: "recorders",
    issuedAt: "2022-04-08 09:22:05",
    lines: [rent("recorders", "2022年3月")],
    remark: "2022年3月巡查记录仪月租",
  },
  {
    key: "recorders-4",
    ticket: electronic("02211046"),
    vendor: "recorders",
    issuedAt: "2022-05-09 10:31:18",
    lines: [rent("recorders", "2022年4月")],
    remark: "2022年4月巡查记录仪月租",
  },
  {
    key: "recorders-5",
    ticket: electronic("02211293"),
    vendor: "recorders",
    issuedAt: "2022-06-09 15:48:50",
    // Planted: one device more than the contract lets.
    lines: [rent("recorders", "2022年5月", 1, 27)],
    remark: "2022年5月巡查记录仪月租",
  },
];

/** The carrier took up the new kind of invoice in the spring. */
export const phonesApril: InvoiceDraft = {
  key: "phones-4",
  ticket: digital("000071204415"),
  vendor: "phones",
  issuedAt: "2022-05-06 09:02:11",
  lines: [rent("phones", "2022年4月")],
};

export const phonesMay: InvoiceDraft = {
  key: "phones-5",
  ticket: digital("000082335107"),
  vendor: "phones",
  issuedAt: "2022-06-06 09:01:46",
  lines: [rent("phones", "2022年5月")],
};

const phones: readonly InvoiceDraft[] = [
  {
    key: "phones-1",
    ticket: electronic("05518820"),
    vendor: "phones",
    issuedAt: "2022-02-09 09:03:27",
    lines: [rent("phones", "2022年1月")],
  },
  {
    key: "phones-2",
    ticket: electronic("05533149"),
    vendor: "phones",
    issuedAt: "2022-03-01 09:05:10",
    lines: [rent("phones", "2022年2月")],
  },
  {
    key: "phones-3",
    ticket: digital("000060917732"),
    vendor: "phones",
    issuedAt: "2022-04-06 09:02:58",
    lines: [rent("phones", "2022年3月")],
  },
  phonesApril,
  phonesMay,
  {
    // Planted: March once more, under another number.
    key: "phones-3-again",
    ticket: digital("000082335942"),
    vendor: "phones",
    issuedAt: "2022-06-10 16:20:33",
    lines: [rent("phones", "2022年3月")],
  },
];

/** Taken back in full three days later; the payment that asks for it was not told. */
const intercomsApril: InvoiceDraft = {
  key: "intercoms-4",
  ticket: electronic("07720951"),
  vendor: "intercoms",
  issuedAt: "2022-05-09 11:15:02",
  lines: [rent("intercoms", "2022年4月")],
  status: "redFull",
};

const intercoms: readonly InvoiceDraft[] = [
  {
    key: "intercoms-1",
    ticket: paper("08831207"),
    vendor: "intercoms",
    issuedAt: "2022-02-10 13:30:00",
    lines: [rent("intercoms", "2022年1月")],
    remark: "2022年1月对讲机月租",
  },
  {
    key: "intercoms-2",
    ticket: paper("08831365"),
    vendor: "intercoms",
    issuedAt: "2022-03-09 13:42:00",
    lines: [rent("intercoms", "2022年2月")],
    remark: "2022年2月对讲机月租",
  },
  {
    key: "intercoms-3",
    ticket: paper("08831402"),
    vendor: "intercoms",
    issuedAt: "2022-03-23 10:20:00",
    lines: [rent("intercoms", "2022年3月")],
    remark: "2022年3月对讲机月租",
  },
  intercomsApril,
  redOf(intercomsApril, {
    key: "intercoms-4-red",
    ticket: electronic("07721014"),
    issuedAt: "2022-05-12 09:36:44",
  }),
];

const uniforms: readonly InvoiceDraft[] = [
  {
    key: "uniforms-1",
    ticket: paper("06620418"),
    vendor: "uniforms",
    issuedAt: "2022-06-08 10:00:00",
    lines: [{ ...goods("*服装*网格工作服（春秋、夏、冬）", "套", 32, yuan("37,760.00")), spec: "含标识" }],
  },
];

export const suppliesMarch: InvoiceDraft = {
  key: "supplies-2",
  ticket: electronic("03345120"),
  vendor: "supplies",
  issuedAt: "2022-03-10 15:11:09",
  lines: [
    goods("*劳动防护用品*一次性防护手套", "盒", 150, yuan("4,125.00")),
    goods("*日用杂品*防汛沙袋", "只", 500, yuan("5,750.00")),
  ],
};

const supplies: readonly InvoiceDraft[] = [
  {
    key: "supplies-1",
    ticket: paper("09917733"),
    vendor: "supplies",
    issuedAt: "2022-01-11 14:25:00",
    lines: [
      goods("*劳动防护用品*反光背心", "件", 80, yuan("3,440.00")),
      goods("*五金工具*垃圾夹", "把", 200, yuan("5,200.00")),
    ],
  },
  suppliesMarch,
  {
    key: "supplies-3",
    ticket: electronic("03345987"),
    vendor: "supplies",
    issuedAt: "2022-05-10 10:48:25",
    lines: [
      goods("*日用杂品*警示围挡", "片", 60, yuan("8,700.00")),
      goods("*五金工具*小广告清除铲", "把", 100, yuan("3,560.00")),
    ],
  },
  {
    // Planted: another seller than the one under contract.
    key: "trade-1",
    ticket: electronic("01182264"),
    vendor: "trade",
    issuedAt: "2022-06-07 11:09:51",
    lines: [goods("*日用杂品*巡查用雨衣", "件", 56, yuan("5,320.00"))],
  },
  {
    key: "trade-2",
    ticket: electronic("01182310"),
    vendor: "trade",
    issuedAt: "2022-06-10 09:55:08",
    lines: [goods("*日用杂品*防汛挡水板", "块", 48, yuan("9,600.00"))],
  },
];

const publicity: readonly InvoiceDraft[] = [
  {
    key: "publicity-1",
    ticket: electronic("00456071"),
    vendor: "publicity",
    issuedAt: "2022-03-11 16:02:37",
    lines: [printing("*印刷品*社区治理宣传折页", "份", 2000, yuan("2,300.00"), "3%")],
  },
  {
    key: "publicity-2",
    ticket: electronic("00456318"),
    vendor: "publicity",
    issuedAt: "2022-06-09 14:14:20",
    lines: [printing("*印刷品*“一网统管”海报", "张", 400, yuan("1,480.00"))],
  },
  {
    key: "publicity-3",
    ticket: electronic("00456327"),
    vendor: "publicity",
    issuedAt: "2022-06-10 10:26:54",
    lines: [printing("*印刷品*文明养犬宣传册", "册", 1020, yuan("3,060.00"))],
  },
  {
    key: "print-1",
    ticket: electronic("06673390"),
    vendor: "print",
    issuedAt: "2022-06-09 17:31:15",
    lines: [printing("*印刷品*网格公示牌制作", "块", 52, yuan("10,400.00"))],
  },
];

export const invoiceDrafts: readonly InvoiceDraft[] = [
  ...joint,
  ...recorders,
  ...phones,
  ...intercoms,
  ...uniforms,
  ...supplies,
  ...publicity,
];

export const draftOf = (key: string): InvoiceDraft => {
  const found = invoiceDrafts.find((draft) => draft.key === key);
  if (found === undefined) throw new Error(`no invoice ${key} in the sample`);
  return found;
};

export const invoices: readonly Row<"invoice">[] = invoiceDrafts.map(invoiceRow);

export const invoiceLines: readonly Row<"invoiceLine">[] = invoiceDrafts.flatMap(invoiceLineRows);
