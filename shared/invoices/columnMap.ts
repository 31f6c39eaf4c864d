import { normaliseHeader } from "../excel/headerText.ts";
import { UserError } from "../kernel/errors.ts";
import { fieldTitle } from "./fieldTitles.ts";
import { headerSynonyms, type InvoiceField, invoiceFields } from "./headerSynonyms.ts";
import { fieldOfTitle } from "./matchHeader.ts";
import type { Said } from "./said.ts";

/** What a person says the columns of a list are. */
export type ColumnMap = readonly Readonly<{
  /** The title of a column as it stands in the list, or its letter. */
  column: string;
  /** `null`: nothing of what an invoice has. */
  field: InvoiceField | null;
}>[];

const nothing: ReadonlySet<string> = new Set(["", "-", "忽略", "无"]);

const badMap = (message: string, hint: string): UserError =>
  new UserError({ code: "bad-request", message, hint });

const example =
  "写法：列=内容，多项用逗号分开；列写表头文字或列号，例如 D=价税合计,票号=数电发票号码,备用=忽略。";

/**
 * Reads "D=价税合计,票号=数电发票号码". What a column is may be said by any title it is known by, or by its name in the
 * program. Throws `bad-request` with what is wrong.
 */
export function parseColumnMap(text: string): ColumnMap {
  const parts = text.split(/[,，;；]/).filter((part) => part.trim() !== "");
  if (parts.length === 0) throw badMap("没有写明哪一列是什么。", example);
  const map = parts.map((part) => {
    const [column = "", word, ...more] = part.split(/[=＝]/).map((piece) => piece.trim());
    if (column === "" || word === undefined || more.length > 0)
      throw badMap(`“${part.trim()}”看不懂。`, example);
    return { column, field: fieldCalled(word) };
  });
  const doubled = map.find(
    ({ field }, index) => field !== null && map.findIndex((other) => other.field === field) !== index,
  );
  if (doubled !== undefined) throw badMap(`两列都写成了“${titleOf(doubled.field)}”。`, "请只留下其中一列。");
  return map;
}

function fieldCalled(word: string): InvoiceField | null {
  if (nothing.has(word)) return null;
  const own = invoiceFields.find((field) => field === word || fieldTitle(field) === word);
  const match = fieldOfTitle(word);
  if (own !== undefined) return own;
  if (match?.exact === true) return match.field;
  throw badMap(`“${word}”不是发票的内容。`, `可以写：${invoiceFields.map(titleOf).join("、")}、忽略。`);
}

const titleOf = (field: InvoiceField | null): string =>
  field === null ? "忽略" : (headerSynonyms[field].exact[0] ?? field);

/** What a person says of a list in words: the one sheet to be read, the row of its header, what its columns are. */
export type ListWords = Readonly<{
  source?: string | undefined;
  sheet?: string | undefined;
  headerRow?: number | undefined;
  columns?: ColumnMap | undefined;
}>;

type SeenSheet = Readonly<{
  name: string;
  columns: readonly Readonly<{ index: number; title: string; letter: string }>[];
}>;

/**
 * Brings such words to the sheets and columns of the list they are said of. Throws `bad-request` when it has no such
 * sheet or column: then another list is meant. `what` names the list.
 */
export function saidFrom(words: ListWords, what: string, sheets: readonly SeenSheet[]): Said {
  const { source = "", sheet, headerRow = null, columns = [] } = words;
  if (sheet !== undefined && !sheets.some(({ name }) => name === sheet))
    throw badMap(
      `${what}里没有工作表“${sheet}”。`,
      `它有这些工作表：${sheets.map(({ name }) => name).join("、")}。`,
    );
  const meant = sheets.filter(({ name }) => sheet === undefined || name === sheet);
  const unknown = columns.find(({ column }) => !meant.some((one) => indexOf(one, column) !== undefined));
  if (unknown !== undefined) throw badMap(`${what}里没有“${unknown.column}”这一列。`, columnsTold(meant));
  return {
    source: source.trim() === "" ? null : source.trim(),
    sheets: sheets.map((one) => ({
      name: one.name,
      use: sheet === undefined ? null : one.name === sheet,
      headerRow: meant.includes(one) ? headerRow : null,
      headerRows: null,
      columns: meant.includes(one)
        ? columns.flatMap(({ column, field }) => {
            const index = indexOf(one, column);
            return index === undefined ? [] : [{ index, field }];
          })
        : [],
    })),
  };
}

/** By title first: a list may have a column called C. */
const indexOf = ({ columns }: SeenSheet, wanted: string): number | undefined =>
  (
    columns.find(({ title }) => normaliseHeader(title) === normaliseHeader(wanted)) ??
    columns.find(({ letter }) => letter === wanted.toUpperCase())
  )?.index;

function columnsTold(sheets: readonly SeenSheet[]): string {
  const titles = new Set(sheets.flatMap(({ columns }) => columns.map(({ title }) => title)));
  return titles.size === 0
    ? "没有找到表头，请核对文件，或用 --header-row 指定表头在第几行。"
    : `它有这些列：${[...titles].slice(0, 60).join("、")}。`;
}
