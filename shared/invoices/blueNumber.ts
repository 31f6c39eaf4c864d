import { joinNumber } from "./invoiceNumber.ts";

/**
 * The ways a red invoice's remark names the invoice it takes back: 被红冲蓝字数电(发)票号码, 被红冲蓝字发票代码 … 号码,
 * 对应正数发票代码 … 号码 and what older programs and people make of them.
 */
const named =
  "(?:被红冲(?:的)?(?:蓝字|正数)?|(?:所)?红冲(?:的)?(?:蓝字|正数)|对应(?:的)?(?:蓝字|正数)|原(?:蓝字|正数)|蓝字)";
const paper = "(?:数电纸质|数电|全电|增值税)?(?:电子)?(?:普通|专用)?(?:发票|票)?";
const colon = "[:： ]*";
const digital = new RegExp(`${named}${paper}号码${colon}(\\d{20})(?!\\d)`);
const codeAndNumber = new RegExp(
  `${named}${paper}代码${colon}(\\d{10}|\\d{12})[\\s,，;；、/]*(?:${named}?${paper})?号码${colon}(\\d{8})(?!\\d)`,
);
const runTogether = new RegExp(
  `${named}${paper}(?:代码)?号码${colon}(\\d{10}|\\d{12})[-\\s/](\\d{8})(?!\\d)`,
);

const plainText = (remark: string): string => remark.normalize("NFKC").replace(/[ \t\r\n]+/g, " ");

/** Number of the invoice that a red one takes back, from its remark; `null` when the remark does not name it. */
export function readBlueNumber(remark: string): string | null {
  const plain = plainText(remark);
  const whole = digital.exec(plain)?.[1];
  if (whole !== undefined) return whole;
  const parts = codeAndNumber.exec(plain) ?? runTogether.exec(plain);
  return parts === null ? null : (joinNumber(parts[1] ?? "", parts[2] ?? "") ?? null);
}

const notice =
  /(?:红字(?:发票)?信息(?:确认单|表)|红字确认单|信息表|确认单)(?:编号|号码|号)[:： ]*([0-9A-Z]{10,32})/i;

/**
 * Number of the 红字信息表 or 红字发票信息确认单 that a remark refers to. Red invoices of one such paper take back one and the
 * same invoice, so what one of them names is a hint for the others.
 */
export const readRedNotice = (remark: string): string | null =>
  notice.exec(plainText(remark))?.[1]?.toUpperCase() ?? null;
