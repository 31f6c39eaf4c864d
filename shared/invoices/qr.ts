import { type Cents, parseYuan } from "../kernel/cents.ts";
import { type IsoDate, parseDate } from "../kernel/dates.ts";
import { canonicalNumber, joinNumber } from "./invoiceNumber.ts";
import { readType } from "./invoiceWords.ts";

/** What the QR code of an invoice says. What is not sure is left out, or said to be so. */
export type QrTicket = Readonly<{
  /** The canonical number. */
  number: string;
  type: string | undefined;
  /** 数电票 state 价税合计, older tickets the amount without tax; `unknown` for kinds nobody has told us of. */
  amount: Readonly<{ cents: Cents; of: "gross" | "net" | "unknown" }> | undefined;
  issueDate: IsoDate | undefined;
  /** The day is taken from a link's time stamp: that of the issue as far as is known, but the link does not say so. */
  isFromLink: boolean;
  /** 校验码 of older tickets, which the tax bureau's query asks for. */
  checkCode: string;
}>;

export type QrRead = QrTicket | Readonly<{ fault: string }>;

/** 税务 codes of the kinds whose amount is known to be with, or without, tax. */
const grossTypes: Readonly<Record<string, string>> = { "31": "81", "32": "82", "51": "51" };
const netTypes: ReadonlySet<string> = new Set(["01", "04", "08", "10"]);

/** The platform's address in the code of some 数电票, and what it leads on to. */
const link = /^https?:\/\/[a-z0-9.-]+\.chinatax\.gov\.cn(?::\d+)?\/\S*?(?:\/?v\/|[?&]cs=)2_(\d{20})_(\d{8})/i;

/**
 * Reads the text of an invoice's QR code as a scanner types it: "01,32,,20 digits,价税合计,YYYYMMDD,,CRC", or for older
 * tickets "01,10,代码,号码,金额,YYYYMMDD,校验码,CRC", or the address of the tax bureau's platform. Letters and commas may
 * be full-width, when the scanner typed through a Chinese input method.
 */
export function readQr(text: string): QrRead {
  const plain = text
    .normalize("NFKC")
    .replaceAll("。", ".")
    .replace(/[\s\u200b\ufeff]/g, "");
  const bare = bareNumber(plain);
  if (bare !== undefined) return bare;
  const linked = link.exec(plain);
  if (linked !== null) return readLink(linked[1] ?? "", linked[2] ?? "");
  if (plain === "") return { fault: "没有内容" };
  if (/^https?:/i.test(plain)) return { fault: "是一个网址，里面没有认得的发票号码" };
  const [version = "", type = "", ...rest] = plain.split(",");
  if (!/^\d{1,2}$/.test(version) || rest.length < 3) return { fault: "不是发票二维码的内容" };
  return readParts(type, rest);
}

/** The number alone, as a bar code says it or as somebody typed it. */
function bareNumber(plain: string): QrTicket | undefined {
  const number = /^\d{8}-\d{10}$/.test(plain) ? plain : /^[\d-]+$/.test(plain) && canonicalNumber(plain);
  if (!number) return undefined;
  return {
    number,
    type: undefined,
    amount: undefined,
    issueDate: undefined,
    isFromLink: false,
    checkCode: "",
  };
}

function readLink(number: string, stamp: string): QrTicket {
  return {
    number,
    type: undefined,
    amount: undefined,
    issueDate: parseDate(stamp),
    isFromLink: true,
    checkCode: "",
  };
}

function readParts(type: string, [first = "", second = "", ...rest]: readonly string[]): QrRead {
  // Some programs put the 20 digits where the code of an older ticket stands, and leave the next place out or empty.
  const digital = [first, second].find((part) => /^\d{20}$/.test(part));
  if (/^\d{8}$/.test(first) && /^\d{10}$/.test(second)) return fiscalTicket(first, second);
  const behind = digital === first && second !== "" ? [second, ...rest] : rest;
  const number = digital ?? joinNumber(first, second);
  if (number === undefined) {
    return { fault: `里的发票代码、号码“${`${first} ${second}`.trim()}”格式不对，可能没有扫完整` };
  }
  const [amountText = "", dateText = "", checkCode = ""] = behind;
  const amount = parseYuan(amountText);
  const issueDate = /^\d{8}$/.test(dateText) ? parseDate(dateText) : undefined;
  if (amountText !== "" && amount === undefined)
    return { fault: `里的金额“${amountText}”看不懂，可能没有扫完整` };
  if (dateText !== "" && issueDate === undefined)
    return { fault: `里的日期“${dateText}”看不懂，可能没有扫完整` };
  return {
    number,
    type: typeOf(type, digital !== undefined),
    amount: amount === undefined ? undefined : { cents: amount, of: amountKind(type, digital !== undefined) },
    issueDate,
    isFromLink: false,
    checkCode: /^\d{6,20}$/.test(checkCode) ? checkCode : "",
  };
}

/** 财政电子票据 have 8 and 10 digits. What else their code says is not known for sure, so it is left to the paper. */
const fiscalTicket = (code: string, number: string): QrTicket => ({
  number: `${code}-${number}`,
  type: undefined,
  amount: undefined,
  issueDate: undefined,
  isFromLink: false,
  checkCode: "",
});

function amountKind(type: string, isDigital: boolean): "gross" | "net" | "unknown" {
  if (isDigital) return Object.hasOwn(grossTypes, type) ? "gross" : "unknown";
  return netTypes.has(type) ? "net" : "unknown";
}

function typeOf(type: string, isDigital: boolean): string | undefined {
  if (isDigital) return Object.hasOwn(grossTypes, type) ? readType(grossTypes[type] ?? "") : undefined;
  return netTypes.has(type) ? readType(type) : undefined;
}
