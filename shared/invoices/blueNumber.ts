import { joinNumber } from "./invoiceNumber.ts";

/** The ways a red invoice's remark names the invoice it takes back, older and newer. */
const digital = /(?:被红冲|对应)蓝字(?:数电|全电)?(?:发票|票)?号码:?\s*(\d{20})/;
const codeAndNumber =
  /(?:被红冲蓝字|对应蓝字|对应正数|被红冲正数)(?:数电|全电)?(?:发票|票)?代码:?\s*(\d{10}|\d{12})[\s,;、]*(?:发票)?号码:?\s*(\d{8})(?!\d)/;

/** Number of the invoice that a red one takes back, from its remark; `null` when the remark does not name it. */
export function readBlueNumber(remark: string): string | null {
  const plain = remark.normalize("NFKC").replace(/[ \t\r\n]+/g, " ");
  const whole = digital.exec(plain)?.[1];
  if (whole !== undefined) return whole;
  const parts = codeAndNumber.exec(plain);
  return parts === null ? null : (joinNumber(parts[1] ?? "", parts[2] ?? "") ?? null);
}
