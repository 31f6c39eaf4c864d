import type { Synonyms } from "../excel/tableHeader.ts";

/** What a column of an invoice list can hold. */
export const invoiceFields = [
  "seq",
  "code",
  "paperNumber",
  "digitalNumber",
  "sellerTaxId",
  "sellerName",
  "buyerTaxId",
  "buyerName",
  "issueDate",
  "taxCategoryCode",
  "businessType",
  "goodsName",
  "spec",
  "unitName",
  "quantity",
  "unitPrice",
  "net",
  "taxRate",
  "tax",
  "gross",
  "currency",
  "source",
  "type",
  "status",
  "positive",
  "risk",
  "drawer",
  "remark",
] as const;
export type InvoiceField = (typeof invoiceFields)[number];

const taxIdTitles = (sides: readonly string[]): readonly string[] =>
  sides.flatMap((side) =>
    [
      "识别号",
      "税号",
      "纳税人识别号",
      "纳税人税号",
      "统一社会信用代码",
      "统一社会信用代码/纳税人识别号",
      "社会信用代码",
      "纳税识别号",
    ].map((title) => side + title),
  );

const nameTitles = (sides: readonly string[]): readonly string[] =>
  sides.flatMap((side) =>
    ["", "名称", "纳税人名称", "单位名称", "单位", "企业名称"].map((title) => side + title),
  );

const sellers = ["销方", "销售方", "销货方", "开票方"];
const buyers = ["购方", "购买方", "购货方", "受票方"];

/** The words that the tax bureau's exports, 勾选 lists and bookkeepers use. Real ones; add here what else turns up. */
export const headerSynonyms: Readonly<Record<InvoiceField, Synonyms>> = {
  seq: { exact: ["序号", "行号", "编号", "No", "NO"] },
  code: { exact: ["发票代码", "代码"], within: ["发票代码"] },
  paperNumber: { exact: ["发票号码", "号码", "发票号", "发票编号"], within: ["发票号码"] },
  digitalNumber: {
    exact: [
      "数电票号码",
      "数电发票号码",
      "数电号码",
      "全电发票号码",
      "全电票号码",
      "全电号码",
      "电子发票号码",
    ],
    within: ["数电票号码", "数电发票号码", "全电发票号码", "全电票号码"],
  },
  sellerTaxId: { exact: taxIdTitles(sellers), within: taxIdTitles(["销方", "销售方"]) },
  sellerName: {
    exact: [...nameTitles(sellers), "供应商", "供应商名称", "收款方", "收款单位"],
    within: ["销方名称", "销售方名称", "销售方纳税人名称", "销方纳税人名称"],
  },
  buyerTaxId: { exact: taxIdTitles(buyers), within: taxIdTitles(["购方", "购买方"]) },
  buyerName: {
    exact: [...nameTitles(buyers), "发票抬头", "抬头"],
    within: ["购方名称", "购买方名称", "购买方纳税人名称", "购方纳税人名称"],
  },
  issueDate: {
    exact: ["开票日期", "开票时间", "发票日期", "日期", "填开日期"],
    within: ["开票日期", "开票时间"],
  },
  taxCategoryCode: {
    exact: ["税收分类编码", "商品编码", "税收编码", "税收分类代码"],
    within: ["税收分类编码"],
  },
  businessType: { exact: ["特定业务类型", "特定业务"] },
  goodsName: {
    exact: [
      "货物或应税劳务名称",
      "货物、应税劳务及服务",
      "货物或应税劳务、服务名称",
      "货物(劳务)名称",
      "货物劳务名称",
      "项目名称",
      "商品名称",
      "货物名称",
      "品名",
      "开票内容",
      "发票内容",
    ],
    within: ["货物或应税劳务"],
  },
  spec: { exact: ["规格型号", "规格", "型号"] },
  unitName: { exact: ["单位", "计量单位"] },
  quantity: { exact: ["数量"] },
  unitPrice: { exact: ["单价", "单价(不含税)", "不含税单价"] },
  net: {
    exact: [
      "金额",
      "不含税金额",
      "合计金额",
      "金额合计",
      "金额(不含税)",
      "发票金额(不含税)",
      "不含税价",
      "金额不含税",
      "净额",
    ],
    within: ["不含税金额"],
  },
  taxRate: { exact: ["税率", "税率/征收率", "征收率", "税率(征收率)"] },
  tax: { exact: ["税额", "合计税额", "税额合计", "票面税额", "发票税额"] },
  gross: {
    exact: [
      "价税合计",
      "价税合计金额",
      "含税金额",
      "票面金额",
      "金额(含税)",
      "发票金额(含税)",
      "价税合计(小写)",
      "价税合计小写",
      "含税价",
      "金额含税",
      "开票金额",
    ],
    within: ["价税合计"],
  },
  currency: {
    exact: ["币种", "币别", "货币", "货币种类", "货币名称", "货币代码", "货币单位"],
    within: ["币种", "币别"],
  },
  source: { exact: ["发票来源", "来源"] },
  type: { exact: ["发票票种", "票种", "发票类型", "发票种类"] },
  status: { exact: ["发票状态", "状态"], within: ["发票状态"] },
  positive: { exact: ["是否正数发票", "正数发票", "是否正数"] },
  risk: { exact: ["发票风险等级", "风险等级"] },
  drawer: { exact: ["开票人", "开票员"] },
  remark: { exact: ["备注", "发票备注"] },
};

/** A title with one of these is about something else: another invoice, a deductible part, an address, another unit. */
export const excludedWords = [
  "红",
  "蓝",
  "原",
  "对应",
  "负数",
  "抵扣",
  "勾选",
  "认证",
  "转内销",
  "大写",
  "万",
  "地址",
  "电话",
  "银行",
  "账号",
  "开户",
] as const;
