import { type Cents, parseYuan } from "../kernel/cents.ts";
import { type IsoDate, parseDate } from "../kernel/dates.ts";
import { joinNumber } from "./invoiceNumber.ts";
import { typedNumber } from "./ticketKinds.ts";

/** What the paper of an invoice says of itself, as far as it can be read for sure. */
export type InvoicePaper = Readonly<{
  /** The canonical numbers that it calls its own; several when it holds several invoices. */
  numbers: readonly string[];
  /** Numbers that may be its own: without their label, or in the name of the file. To be confirmed by somebody. */
  guesses: readonly string[];
  /** 价税合计 and 开票日期, of a single invoice. */
  grossCents: Cents | undefined;
  issueDate: IsoDate | undefined;
}>;

export const unreadPaper: InvoicePaper = {
  numbers: [],
  guesses: [],
  grossCents: undefined,
  issueDate: undefined,
};

/** Labels are set wide, "发 票 号 码", and their value may stand on the next line. */
const label = (word: string): string => `${[...word].join("\\s*")}\\s*:?\\s*`;
const notMore = "(?!\\d)";
const whole = new RegExp(`${label("发票号码")}(\\d{20})${notMore}`, "g");
/** In groups, as some programs print it. */
const grouped = new RegExp(`${label("发票号码")}((?:\\d{2,10} ){1,9}\\d{2,10})${notMore}`, "g");
const code = new RegExp(`${label("发票代码")}(\\d{12}|\\d{10})${notMore}`, "g");
const paperNumber = new RegExp(`${label("发票号码")}(\\d{8})${notMore}`, "g");
const fiscalCode = new RegExp(`${label("票据代码")}(\\d{8})${notMore}`, "g");
const fiscalNumber = new RegExp(`${label("票据号码")}(\\d{10})${notMore}`, "g");
/** What a red invoice says of the blue one. */
const ofAnother = /(?:(?:被红冲|对应)(?:蓝字|正数)|红字(?:发票信息|增值税))[^\n]*/g;
/** Twenty digits that are something else: 校验码, accounts. */
const ofSomethingElse = /(?:校\s*验\s*码|账\s*号|帐\s*号|编\s*号|密\s*码\s*区)[^\n]*/g;

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, value = ""]) => value);
const once = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

/**
 * Reads the text of a paper, page by page: lines as they stand. A number counts only beside its label; what merely looks
 * like one is a guess.
 */
export function readInvoicePaper(pages: readonly string[]): InvoicePaper {
  const texts = pages.map((page) => page.normalize("NFKC").replace(ofAnother, ""));
  const numbers = once(texts.flatMap(numbersOf));
  const text = texts.join("\n");
  const guesses =
    numbers.length > 0 ? [] : once(all(text.replace(ofSomethingElse, ""), /(?<!\d)(\d{20})(?!\d)/g));
  if (numbers.length > 1) return { ...unreadPaper, numbers };
  return { numbers, guesses, grossCents: grossOf(text), issueDate: dateOf(text) };
}

function numbersOf(text: string): readonly string[] {
  const digital = [
    ...all(text, whole),
    ...all(text, grouped).map((found) => found.replaceAll(" ", "")),
  ].filter((found) => found.length === 20);
  if (digital.length > 0) return digital;
  const older = inPairs(all(text, code), all(text, paperNumber), joinNumber);
  if (older.length > 0) return older;
  return inPairs(all(text, fiscalCode), all(text, fiscalNumber), (ticketCode, number) => {
    const typed = typedNumber("fiscal", ticketCode, number);
    return "number" in typed ? typed.number : undefined;
  });
}

/** Of one page. Several of each cannot be told apart by the text when they are not as many. */
function inPairs(
  codes: readonly string[],
  numbers: readonly string[],
  join: (code: string, number: string) => string | undefined,
): readonly string[] {
  const [first] = codes;
  if (first === undefined) return [];
  if (once(codes).length === 1) return numbers.flatMap((number) => join(first, number) ?? []);
  if (codes.length !== numbers.length) return [];
  return numbers.flatMap((number, at) => join(codes[at] ?? "", number) ?? []);
}

function grossOf(text: string): Cents | undefined {
  const found = once(all(text, /\(\s*小\s*写\s*\)\s*[¥Y]?\s*(-?\s?[\d,]+\.\d{2})(?!\d)/g));
  return found.length === 1 ? parseYuan((found[0] ?? "").replace(/\s/g, "")) : undefined;
}

const day = /(\d{4})\s*(?:年|-|\/)\s*(\d{1,2})\s*(?:月|-|\/)\s*(\d{1,2})(?!\d)/;

function dateOf(text: string): IsoDate | undefined {
  const labelled = new RegExp(`${label("开票日期")}${day.source}`).exec(text);
  const found = labelled ?? onlyDay(text);
  if (found === undefined) return undefined;
  const [, year = "", month = "", date = ""] = found;
  return parseDate(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}

function onlyDay(text: string): RegExpExecArray | undefined {
  const days = [...text.matchAll(/(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g)];
  return days.length === 1 ? days[0] : undefined;
}

/**
 * A number in the name of a file, as platforms name their papers: `dzfp_24312000000012345678_…`, `031002200111_12345678.pdf`.
 * Anybody can name a file anything: it is a guess.
 */
export function numberInName(fileName: string): string | undefined {
  const digital = /(?<!\d)(\d{20})(?!\d)/.exec(fileName)?.[1];
  if (digital !== undefined) return digital;
  const parts = /(?<!\d)(\d{12}|\d{10})[-_ ]?(\d{8})(?!\d)/.exec(fileName);
  return parts === null ? undefined : joinNumber(parts[1] ?? "", parts[2] ?? "");
}
