import { joinNumber } from "./invoiceNumber.ts";

/** The kinds of ticket that are entered by hand, told apart by how they are numbered. */
export const ticketKinds = ["digital", "digitalPaper", "electronic", "paper", "fiscal", "receipt"] as const;
export type TicketKind = (typeof ticketKinds)[number];

type Shape = Readonly<{
  name: string;
  /** Digits that 发票代码 may have; none where the kind has no code. */
  codeDigits: readonly number[];
  numberDigits: number | null;
  /** How its number is made up, for who types it. */
  told: string;
  /** 发票票种 of this kind, the usual one first. */
  types: readonly string[];
  /** It may state tax: where it may not, net is gross. */
  hasTax: boolean;
}>;

/** Numbering after domain facts: 数电 20; 12 + 8 electronic; 10 + 8 paper, 12 + 8 rolls; 财政 8 + 10. */
export const ticketShapes: Readonly<Record<TicketKind, Shape>> = {
  digital: {
    name: "数电票",
    codeDigits: [],
    numberDigits: 20,
    told: "20 位号码",
    types: [
      "数电票（普通发票）",
      "数电票（增值税专用发票）",
      "电子发票（铁路电子客票）",
      "电子发票（航空运输电子客票行程单）",
    ],
    hasTax: true,
  },
  digitalPaper: {
    name: "数电纸质发票",
    codeDigits: [12],
    numberDigits: 8,
    told: "12 位代码和 8 位号码",
    types: ["数电纸质发票（普通发票）", "数电纸质发票（增值税专用发票）"],
    hasTax: true,
  },
  electronic: {
    name: "增值税电子发票",
    codeDigits: [12],
    numberDigits: 8,
    told: "12 位代码和 8 位号码",
    types: ["增值税电子普通发票", "增值税电子专用发票", "道路通行费电子普通发票"],
    hasTax: true,
  },
  paper: {
    name: "纸质发票",
    codeDigits: [10, 12],
    numberDigits: 8,
    told: "10 位或 12 位代码和 8 位号码",
    types: ["增值税普通发票", "增值税专用发票", "增值税普通发票（卷票）", "机动车销售统一发票", "定额发票"],
    hasTax: true,
  },
  fiscal: {
    name: "财政电子票据",
    codeDigits: [8],
    numberDigits: 10,
    told: "8 位代码和 10 位号码",
    types: [
      "财政电子票据（非税收入）",
      "财政电子票据（资金往来结算）",
      "财政电子票据（医疗收费）",
      "财政电子票据（公益事业捐赠）",
      "财政电子票据（社会团体会费）",
    ],
    hasTax: false,
  },
  receipt: {
    name: "收据等其他凭证",
    codeDigits: [],
    numberDigits: null,
    told: "凭证上的编号，没有代码",
    types: ["收据（行政事业单位资金往来）", "收据"],
    hasTax: false,
  },
};

export type TypedNumber =
  | Readonly<{ number: string }>
  | Readonly<{ field: "code" | "number"; fault: string }>;

const plain = (text: string): string => text.normalize("NFKC").replace(/[\s\u200b\ufeff]/g, "");

/** The identity that code and number of a kind come to, or what is wrong with which of them. */
export function typedNumber(kind: TicketKind, codeText: string, numberText: string): TypedNumber {
  const { name, codeDigits, numberDigits } = ticketShapes[kind];
  const [code, number] = [plain(codeText), plain(numberText)];
  if (number === "") return { field: "number", fault: "请填写号码。" };
  if (numberDigits === null) {
    return /^[\p{L}\p{N}〔〕()\-_.#/]{2,40}$/u.test(number)
      ? { number }
      : { field: "number", fault: "编号应为 2 至 40 个字，不含空格和标点。" };
  }
  if (codeDigits.length > 0 && !isDigits(code, codeDigits)) {
    const wanted = codeDigits.map((digits) => `${digits} 位`).join("或 ");
    return { field: "code", fault: `${name}的代码应为 ${wanted}数字，现为 ${code.length} 位。` };
  }
  if (!isDigits(number, [numberDigits])) {
    return {
      field: "number",
      fault: `${name}的号码应为 ${numberDigits} 位数字，现为 ${number.length} 位。`,
    };
  }
  if (kind === "fiscal") return { number: `${code}-${number}` };
  const joined = codeDigits.length === 0 ? number : joinNumber(code, number);
  return joined === undefined
    ? { field: "code", fault: "代码和号码的位数不对，请对照原件。" }
    : { number: joined };
}

const isDigits = (text: string, lengths: readonly number[]): boolean =>
  /^\d+$/.test(text) && lengths.includes(text.length);

/** Papers that are no tax invoices and have numbers of their own. */
const otherPapers = ["财政", "非税", "往来", "收据", "行政事业", "医疗", "捐赠", "会费"];

export const isOtherPaper = (type: string): boolean => otherPapers.some((word) => type.includes(word));

/** Number and code of a ticket of the ledger apart again, with the kind that its number and its type tell. */
export function ticketParts(
  number: string,
  type: string,
): Readonly<{ kind: TicketKind; code: string; number: string }> {
  const [code = "", rest] = number.split("-");
  if (/^\d{8}-\d{10}$/.test(number)) return { kind: "fiscal", code, number: rest ?? "" };
  if (/^\d{10}-\d{8}$/.test(number)) return { kind: "paper", code, number: rest ?? "" };
  if (!/^\d{20}$/.test(number)) return { kind: "receipt", code: "", number };
  const apart = { code: number.slice(0, 12), number: number.slice(12) };
  if (type.includes("数电纸质")) return { kind: "digitalPaper", ...apart };
  if (ticketShapes.paper.types.includes(type)) return { kind: "paper", ...apart };
  if (ticketShapes.electronic.types.includes(type) || /^[01]/.test(number))
    return { kind: "electronic", ...apart };
  return { kind: "digital", code: "", number };
}
