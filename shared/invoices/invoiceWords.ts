import type { Invoice } from "../model/invoice.ts";

/** What a word of an export means; `known` is false for words nobody has told us of. */
type Meaning<Value> = Readonly<{ value: Value; known: boolean }>;
type Status = Invoice["status"];
type Risk = Invoice["riskLevel"];

const plain = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

/**
 * 发票状态 by its word or code; `undefined` for words nobody has told us of, since it decides what may be paid on. 失控 and
 * 异常 are older words for a risk, not for a state: see `readRisk`.
 */
export function readStatus(text: string): Status | undefined {
  const word = plain(text);
  switch (word) {
    case "01":
    case "1":
      return "normal";
    case "02":
    case "2":
      return "void";
    case "03":
    case "3":
      return "redFull";
    case "04":
    case "4":
      return "redPartial";
  }
  const takenBack = /[^未](红冲|冲红|作废)/.test(word);
  if (/^(正常|未作废|未红冲|有效|失控|异常|已开具|开具成功)/.test(word) && !takenBack) return "normal";
  // 待红冲, 可作废, 不能红冲: not yet, and nobody knows.
  if (/[未待可不](能|确认)?(红冲|冲红|作废)/.test(word)) return undefined;
  if (/部分/.test(word) && /红/.test(word)) return "redPartial";
  // The red invoice itself, and the blue one, which are in force.
  if (/^(红字|负数|蓝字|正数)(发票)?$/.test(word)) return "normal";
  if (/红冲|冲红|红字|^已?冲(销|正|抵)$/.test(word)) return "redFull";
  return /作废|^(废票|废|无效|已?失效)$/.test(word) ? "void" : undefined;
}

/** What may be written for a state, for who has to put a word right. */
export const statusWordsTold = "正常、已作废、已红冲-全额或已红冲-部分";

/** Whether a 币种 says 人民币: by its name, its code (156, and the customs' 142), its sign, or several of them. */
export const isOwnMoney = (text: string): boolean =>
  /^(人民币|圆|元|CNY|RMB|¥|156|142)*$/i.test(plain(text).replace(/[-_/·:()]/g, ""));

/** 发票风险等级 by its word or code, and the older states 失控 and 异常. */
export function readRisk(text: string): Meaning<Risk> {
  const word = plain(text);
  if (/^(正常|无风险|0?1)$/.test(word)) return { value: "normal", known: true };
  if (/异常|失控|^0?2$/.test(word)) return { value: "abnormal", known: true };
  if (/疑点|^0?3$/.test(word)) return { value: "suspect", known: true };
  return { value: "suspect", known: false };
}

/** The risk that an older state word tells of, if it does. */
export const riskOfStatus = (text: string): Risk | undefined =>
  /失控|异常/.test(text) ? "abnormal" : undefined;

const typeCodes: Readonly<Record<string, string>> = {
  "01": "增值税专用发票",
  "03": "机动车销售统一发票",
  "04": "增值税普通发票",
  "08": "增值税电子专用发票",
  "10": "增值税电子普通发票",
  "11": "增值税普通发票（卷票）",
  "14": "道路通行费电子普通发票",
  "15": "二手车销售统一发票",
  "51": "电子发票（铁路电子客票）",
  "61": "电子发票（航空运输电子客票行程单）",
  "81": "数电票（增值税专用发票）",
  "82": "数电票（普通发票）",
  "83": "数电票（机动车销售统一发票）",
  "84": "数电票（二手车销售统一发票）",
  "85": "数电纸质发票（增值税专用发票）",
  "86": "数电纸质发票（普通发票）",
  "87": "数电纸质发票（机动车销售统一发票）",
  "88": "数电纸质发票（二手车销售统一发票）",
};

/** As bookkeepers write them; 专票 and 普票 alone do not say which form. */
const shortTypes: Readonly<Record<string, string>> = {
  电子专票: "08",
  增值税电子专票: "08",
  "增值税专用发票(电子)": "08",
  电子普票: "10",
  增值税电子普票: "10",
  电子普通发票: "10",
  "增值税普通发票(电子)": "10",
  卷票: "11",
  "增值税普通发票(卷式)": "11",
  数电专票: "81",
  数电普票: "82",
};

/** The kind of an invoice in the tax bureau's present words, whatever year's words the list uses. */
export function readType(text: string): string {
  const word = plain(text);
  const coded = typeCodes[word];
  if (coded !== undefined) return coded;
  const short = shortTypes[word];
  if (short !== undefined) return typeCodes[short] ?? word;
  const paper = /纸质/.test(word);
  if (!/^(数电|全电|电子发票\()|全面数字化/.test(word)) return text.trim();
  if (/铁路/.test(word)) return typeCodes["51"] ?? word;
  if (/航空/.test(word)) return typeCodes["61"] ?? word;
  const form = paper ? "数电纸质发票" : "数电票";
  if (/二手车/.test(word)) return `${form}（二手车销售统一发票）`;
  if (/机动车/.test(word)) return `${form}（机动车销售统一发票）`;
  if (/专用|专票/.test(word)) return `${form}（增值税专用发票）`;
  if (/普通|普票/.test(word)) return `${form}（普通发票）`;
  return text.trim();
}

/** Whether the words for the kind or the state of an invoice call it a red one; what was taken back is none. */
export const saysRed = (type: string, status: string): boolean =>
  /红字|负数/.test(plain(type)) || /^(红字|负数)(发票)?$/.test(plain(status));

/** 是否正数发票: whether the invoice is a red one; `undefined` when it is not said. */
export function readIsRed(text: string): boolean | undefined {
  switch (plain(text).toUpperCase()) {
    case "是":
    case "Y":
    case "正数":
    case "TRUE":
      return false;
    case "否":
    case "N":
    case "负数":
    case "FALSE":
      return true;
    default:
      return undefined;
  }
}
