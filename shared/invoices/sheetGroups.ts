import { addCents, type Cents } from "../kernel/cents.ts";
import type { Amounts, LineDraft, RowDraft, StatedFields } from "./invoiceDraft.ts";
import { plainRate } from "./taxRate.ts";

/** The rows of one sheet that bear the same number. */
export type Group = {
  readonly number: string;
  rowNos: number[];
  lines: LineDraft[];
  stated: StatedFields;
  amounts: Amounts;
  netStated: boolean;
  /** A row that contradicts the ones before it; `sheet` where it stands on another one. */
  clash: Readonly<{ rowNo: number; what: string; sheet?: string }> | undefined;
  /** A row of this invoice that was refused, or may be part of it. */
  brokenBy: number | undefined;
  /** Made when doubles are looked for. */
  lineKeys: Set<string> | undefined;
};

/** Two rows of one invoice must agree on these. */
const keyLabels = {
  sellerName: "销方名称",
  sellerTaxId: "销方识别号",
  buyerName: "购买方名称",
  buyerTaxId: "购方识别号",
  issueDate: "开票日期",
  status: "发票状态",
  isRed: "是否正数发票",
  riskLevel: "发票风险等级",
} as const satisfies Partial<Record<keyof StatedFields, string>>;

const keyFields = Object.keys(keyLabels) as readonly (keyof typeof keyLabels)[];

export const startGroup = (row: RowDraft): Group => ({
  number: row.number,
  rowNos: [row.rowNo],
  lines: row.line === undefined ? [] : [row.line],
  stated: row.stated,
  amounts: row.amounts,
  netStated: row.netStated,
  clash: undefined,
  brokenBy: undefined,
  lineKeys: undefined,
});

/** Whether the group has this very line already. */
export function hasLine(group: Group, { line }: RowDraft): boolean {
  if (line === undefined) return false;
  group.lineKeys ??= new Set(group.lines.map(lineKey));
  return group.lineKeys.has(lineKey(line));
}

const lineFields = [
  "taxCategoryCode",
  "goodsName",
  "spec",
  "unitName",
  "quantity",
  "unitPrice",
  "netCents",
  "taxRate",
  "taxCents",
  "grossCents",
] as const satisfies readonly (keyof LineDraft)[];

export const lineKey = (line: LineDraft): string =>
  lineFields.map((field) => (field === "taxRate" ? plainRate(line.taxRate) : line[field]) ?? "").join("\n");

const sameLine = (one: LineDraft, other: LineDraft): boolean =>
  lineFields.every(
    (field) =>
      one[field] === other[field] ||
      // Lists write a rate in several ways: 6%, 0.06, and *** where there is no tax.
      (field === "taxRate" && plainRate(one.taxRate) === plainRate(other.taxRate)),
  );

/** Whether two invoices have the same lines, in whatever order. */
export function sameLines(some: readonly LineDraft[], others: readonly LineDraft[]): boolean {
  if (some.length !== others.length) return false;
  const isAlike = some.every((line, index) => {
    const other = others[index];
    return other !== undefined && sameLine(line, other);
  });
  return isAlike || sortedKeys(some) === sortedKeys(others);
}

const sortedKeys = (lines: readonly LineDraft[]): string => lines.map(lineKey).sort().join("\f");

/** Nearly every invoice has a line or two; a list that is pushed to makes room for seventeen. */
export function appended<Item>(list: Item[], item: Item): Item[] {
  if (list.length < 16) return list.concat([item]);
  list.push(item);
  return list;
}

/** Adds a further line of an invoice. */
export function addLine(group: Group, row: RowDraft): void {
  noteClash(group, row);
  group.rowNos = appended(group.rowNos, row.rowNo);
  if (row.line !== undefined) {
    group.lines = appended(group.lines, row.line);
    group.lineKeys?.add(lineKey(row.line));
  }
  group.amounts = addAmounts(group.amounts, row.amounts);
  group.netStated &&= row.netStated;
  group.stated = mergeStated(group.stated, row.stated);
}

/** Adds a second row of an invoice where each should have one: the same once more counts once, another one clashes. */
export function addDouble(group: Group, row: RowDraft): void {
  noteClash(group, row);
  const amount = (["gross", "net", "tax"] as const).find((key) => group.amounts[key] !== row.amounts[key]);
  if (amount !== undefined) group.clash ??= { rowNo: row.rowNo, what: "金额" };
  group.rowNos = appended(group.rowNos, row.rowNo);
  group.stated = mergeStated(group.stated, row.stated);
}

/** Whether a row has the gross amount of one before it and is another line. */
export const isAgain = (group: Group, { line }: RowDraft): boolean =>
  line !== undefined &&
  line.grossCents !== 0 &&
  group.lines.some(({ grossCents }) => grossCents === line.grossCents) &&
  !group.lines.some((one) => sameLine(one, line));

/** Adds a row of which nobody can tell whether it is another line or the same invoice once more. */
export function addUnclear(group: Group, row: RowDraft): void {
  addLine(group, row);
  group.clash ??= { rowNo: row.rowNo, what: "内容（金额相同，看不出是两条明细还是重复登记）" };
}

function noteClash(group: Group, row: RowDraft): void {
  const field = clashOf(group.stated, row.stated);
  if (field !== undefined) group.clash ??= { rowNo: row.rowNo, what: field };
}

/** The label of a field that two rows of one invoice state differently. */
export function clashOf(one: StatedFields, other: StatedFields): string | undefined {
  if (one === other) return undefined;
  const field = keyFields.find(
    (key) => one[key] !== other[key] && one[key] !== undefined && other[key] !== undefined,
  );
  return field && keyLabels[field];
}

export const addAmounts = (one: Amounts, other: Amounts): Amounts => ({
  net: addCents(one.net, other.net),
  tax: addCents(one.tax, other.tax),
  gross: addCents(one.gross, other.gross),
});

export const differs = (one: Cents, other: Cents): boolean => Math.abs(one - other) > 1;

/** Of two texts the longer, so that the order of rows does not matter. */
function fuller(one: string | undefined, other: string | undefined): string | undefined {
  if (one === other || other === undefined) return one;
  if (one === undefined || other.length > one.length) return other;
  return one.length > other.length || one > other ? one : other;
}

/** What two rows say together; `one` itself when the other adds nothing, since that is nearly always so. */
export function mergeStated(one: StatedFields, other: StatedFields): StatedFields {
  const merged: StatedFields = {
    issueDate: one.issueDate,
    sellerName: one.sellerName ?? other.sellerName,
    sellerTaxId: one.sellerTaxId ?? other.sellerTaxId,
    buyerName: one.buyerName ?? other.buyerName,
    buyerTaxId: one.buyerTaxId ?? other.buyerTaxId,
    status: one.status ?? other.status,
    isRed: one.isRed ?? other.isRed,
    riskLevel: one.riskLevel ?? other.riskLevel,
    type: fuller(one.type, other.type),
    source: fuller(one.source, other.source),
    drawer: fuller(one.drawer, other.drawer),
    remark: fuller(one.remark, other.remark),
  };
  return statedFields.every((field) => merged[field] === one[field]) ? one : merged;
}

const statedFields = [...keyFields, "type", "source", "drawer", "remark"] as const;
