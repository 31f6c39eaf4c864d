import { cellText, isFault, readDate, readDecimal, readMoney } from "../../excel/cellValues.ts";
import type { PlainCell } from "../../excel/plainCell.ts";
import { checkCreditCode } from "../../kernel/creditCode.ts";
import { canonicalNumber, isPower } from "../invoiceNumber.ts";

/** What a value can be by itself, whatever stands above it. A value can be several of these. */
export const valueKinds = [
  "digital",
  "dashed",
  "code",
  "paper",
  "date",
  "money",
  "decimal",
  "rate",
  "taxId",
  "validCode",
  "company",
  "goods",
  "category",
  "status",
  "positive",
  "risk",
  "type",
  "source",
  "counting",
  "words",
] as const;
export type ValueKind = (typeof valueKinds)[number];

const organisation =
  /(公司|中心|商店|商行|商场|超市|经营部|服务部|分部|厂|店|坊|工作室|事务所|合作社|学校|医院|大学|学院|研究院|设计院|办事处|街道|委员会|局|站|社|馆|行|队|协会|基金会|集团)(\(.*\))?$/;
const commonRates = /^(0|0?\.(005|01|015|02|03|04|05|06|09|1|10|11|13|16|17)0*)$/;

/** Digits only, as a program or a person writes them. */
const digits = (text: string): string => text.normalize("NFKC").replace(/[\s'"`‘’]/g, "");

/** A day somebody wrote as one: not a number that could be the serial of one. */
function isDay(cell: PlainCell, text: string, date1904: boolean): boolean {
  if (cell.kind === "date") return true;
  if (cell.kind === "number" ? !/^20\d{6}$/.test(text) : /^\d{5}(\.\d+)?$/.test(text)) return false;
  const day = readDate(cell, date1904);
  return typeof day === "string" && day >= "2000-01-01" && day < "2100-01-01";
}

/** All that a value can be. `text` is what `cellText` gives for the cell. */
export function kindsOf(cell: PlainCell, text: string, date1904: boolean): readonly ValueKind[] {
  const plain = digits(text);
  const name = text.normalize("NFKC").replace(/\s/g, "");
  const upper = name.toUpperCase();
  const isId = /^[0-9A-Z]{15}$|^[0-9A-Z]{18}$|^[0-9A-Z]{20}$/.test(upper);
  const amount = readMoney(cell);
  const number = readDecimal(cell);
  // A whole number with zeros before it is a name for something, not a quantity.
  const counts = !/^0\d/.test(plain) && plain.length <= 16;
  const found: readonly (readonly [ValueKind, boolean])[] = [
    [
      "digital",
      /^\d{20}$/.test(plain) || isPower(plain) || (cell.kind === "number" && /^\d{16,}$/.test(plain)),
    ],
    [
      "dashed",
      /^(\d{10}|\d{12})[-—]\d{8}$/.test(plain) && canonicalNumber(plain.replace("—", "-")) !== undefined,
    ],
    ["code", /^\d{10}$|^[01]\d{11}$/.test(plain)],
    ["paper", /^\d{8}$/.test(plain)],
    ["date", isDay(cell, text, date1904)],
    ["money", typeof amount === "number" && counts && cell.kind !== "date"],
    ["decimal", number !== undefined && !isFault(number) && counts],
    ["rate", isRate(cell, name)],
    ["taxId", isId],
    ["validCode", isId && checkCreditCode(upper).kind === "valid"],
    ["company", name.length >= 4 && /^[\u4e00-\u9fff]/.test(name) && organisation.test(name)],
    ["goods", /^\*[^*]+\*/.test(name)],
    ["category", /^\d{19}$/.test(plain)],
    [
      "status",
      /^(正常|有效|已开具|开具成功|废票|已?失效|已?作废|未作废|未红冲|已?红冲(-?[全部][额分])?|已?(部分|全额)红冲|已?冲红|红字(发票)?|负数(发票)?|失控|异常)$/.test(
        name,
      ),
    ],
    ["positive", /^[是否]$/.test(name)],
    ["risk", /^(正常|异常凭证|疑点发票|疑点凭证)$/.test(name)],
    ["type", name.length <= 30 && /(发票|专票|普票|客票|卷票|行程单)/.test(name) && !/\d{4}/.test(name)],
    ["source", /^(电子发票服务平台|增值税发票管理系统|税务数字账户)/.test(name)],
    ["counting", /^\d{1,6}$/.test(plain)],
    ["words", /[A-Za-z\u4e00-\u9fff]/.test(name)],
  ];
  return found.filter(([, is]) => is).map(([kind]) => kind);
}

const isRate = (cell: PlainCell, name: string): boolean =>
  /^\d{1,2}(\.\d+)?%$/.test(name) ||
  /^(免税|不征税|零税率|\*+)$/.test(name) ||
  (commonRates.test(name) && cellText(cell) !== "0");
