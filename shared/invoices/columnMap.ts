import { normaliseHeader } from "../excel/headerText.ts";
import { columnLetters } from "../excel/plainCell.ts";
import type { FixedColumns } from "../excel/tableHeader.ts";
import { UserError } from "../kernel/errors.ts";
import { headerSynonyms, type InvoiceField, invoiceFields } from "./headerSynonyms.ts";
import { fieldOfTitle, type Header } from "./matchHeader.ts";

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
  const own = invoiceFields.find((field) => field === word);
  const match = fieldOfTitle(word);
  if (own !== undefined) return own;
  if (match?.exact === true) return match.field;
  throw badMap(`“${word}”不是发票的内容。`, `可以写：${invoiceFields.map(titleOf).join("、")}、忽略。`);
}

const titleOf = (field: InvoiceField | null): string =>
  field === null ? "忽略" : (headerSynonyms[field].exact[0] ?? field);

type Column = Readonly<{ index: number; title: string }>;

const isColumn = (wanted: string, { index, title }: Column): boolean =>
  normaliseHeader(title) === normaliseHeader(wanted) || columnLetters(index) === wanted.toUpperCase();

export const fixedColumns =
  (map: ColumnMap): FixedColumns<InvoiceField> =>
  (column) =>
    map.find(({ column: wanted }) => isColumn(wanted, column))?.field;

/** Those of the map that name no column of any of these headers. */
export const unknownColumns = (map: ColumnMap, headers: readonly Header[]): readonly string[] =>
  map
    .filter(({ column }) => !headers.some(({ columns }) => columns.some((at) => isColumn(column, at))))
    .map(({ column }) => column);
