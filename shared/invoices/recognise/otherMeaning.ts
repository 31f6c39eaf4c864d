import type { InvoiceField } from "../headerSynonyms.ts";

const days =
  /付款|支付|收款|到账|报销|入账|记账|做账|认证|勾选|抵扣|收到|收票|登记|录入|到期|截止|合同|签订|签约|协议|验收|审批|审核|申请|提交|导入|导出|打印|创建|更新|修改|服务|开始|结束|起|止|交付|交货|到货|入库|出库|归档|用途|确认|所属|红冲|作废|原/;
const amounts =
  /已付|未付|应付|实付|待付|付款|支付|扣|退|合同|预算|累计|余额|结余|剩余|质保|保证金|报销|借款|核减|核定|送审|审定|优惠|折扣|押金|预付|本次|运费|单价|[万千]元/;
const parties = /银行|开户|账户|付款|委托|承租|使用|部门|科室|经办|地址|项目|合同|监理|担保/;
const states = /合同|付款|报销|审批|支付|设备|运行|验收|供应商|经营/;

/** What titles say of columns whose values look like those of an invoice. */
const others: Readonly<Partial<Record<InvoiceField, RegExp>>> = {
  issueDate: days,
  net: amounts,
  tax: amounts,
  gross: amounts,
  sellerName: parties,
  sellerTaxId: parties,
  digitalNumber: /原|红|蓝|对应|订单|流水|凭证|确认单|信息表/,
  status: states,
};

/** Whether a title nobody has told us of speaks of another thing than this: the day or the amount of a payment. */
export const meansOther = (field: InvoiceField, title: string): boolean =>
  others[field]?.test(title) === true;

/** Amounts in 万元 or 千元, in a title or in the note above a list. */
const isInThousands = (text: string): boolean =>
  /[(（:：\s][^()（）\d]{0,6}[百千]?[万千亿]元[)）]?\s*$|^[百千]?[万千亿]元$|[(（][百千]?[万千亿][)）]$/.test(
    text.trim(),
  );

const otherMoney = "分|角|美元|美金|港元|港币|欧元|日元|英镑|外币|原币|USD|HKD|EUR|JPY|GBP";
const inOtherMoney = new RegExp(`[(:]\\s*(单位:?)?\\s*(${otherMoney})\\)?$`, "i");

/** Amounts that are not in 元, by a title or the note above a list. */
export const isOtherUnit = (text: string): boolean =>
  isInThousands(text) || inOtherMoney.test(text.normalize("NFKC").trim());

/**
 * Titles that an office uses for its own matters as well: the day of the entry, the state of a payment, who is paid. Beside
 * a title that names the invoice they stand back.
 */
const loose: ReadonlySet<string> = new Set([
  "日期",
  "状态",
  "类型",
  "来源",
  "供应商",
  "供应商名称",
  "收款方",
  "收款单位",
  "抬头",
  "发票编号",
  "编号",
  "号码",
  "代码",
  "项目名称",
  "金额",
  "合计金额",
  "金额合计",
  "开票金额",
  "票面金额",
]);

export const isLoose = (title: string): boolean => loose.has(title.normalize("NFKC").replace(/[\s*]/g, ""));
