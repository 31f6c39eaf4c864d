import { formatYuan } from "../kernel/cents.ts";
import { parseJson } from "../kernel/parseJson.ts";
import type { Invoice } from "../model/invoice.ts";
import { plainCode } from "../rules/partyNames.ts";
import { plainName } from "../text/plainName.ts";
import type { PreviewEntry } from "./preview.ts";

type FieldChange = PreviewEntry["changes"][number];

type Told = Pick<
  Invoice,
  | "sellerName"
  | "sellerTaxId"
  | "buyerName"
  | "buyerTaxId"
  | "issueDate"
  | "grossCents"
  | "netCents"
  | "taxCents"
>;

const same = (text: string): string => text;

/** The fields in which a file can contradict the ledger, and how the two are compared. */
const fields: readonly Readonly<{
  field: keyof Told;
  label: string;
  shown: (invoice: Told) => string;
  plain: (text: string) => string;
}>[] = [
  { field: "sellerName", label: "销方名称", shown: (row) => row.sellerName, plain: plainName },
  { field: "sellerTaxId", label: "销方识别号", shown: (row) => row.sellerTaxId, plain: plainCode },
  { field: "buyerName", label: "购买方名称", shown: (row) => row.buyerName, plain: plainName },
  { field: "buyerTaxId", label: "购方识别号", shown: (row) => row.buyerTaxId, plain: plainCode },
  { field: "issueDate", label: "开票日期", shown: (row) => row.issueDate, plain: same },
  { field: "grossCents", label: "价税合计", shown: (row) => formatYuan(row.grossCents), plain: same },
  { field: "netCents", label: "金额", shown: (row) => formatYuan(row.netCents), plain: same },
  { field: "taxCents", label: "税额", shown: (row) => formatYuan(row.taxCents), plain: same },
];

/** The cells of a file that contradicted the ledger, by the names of their columns, as they are kept with the batch. */
export const conflictCells = (changes: readonly FieldChange[]): string =>
  JSON.stringify(Object.fromEntries(changes.map(({ label, after }) => [label, after])));

/**
 * In what the invoice, as it is now, still differs from the cells of a conflict: nothing once it was corrected to what the
 * file says. `undefined` when nobody kept the cells.
 */
export function conflictsLeft(invoice: Told, cellsJson: string | null): readonly FieldChange[] | undefined {
  const cells = cellsJson === null ? undefined : readCells(cellsJson);
  if (cells === undefined) return undefined;
  return fields.flatMap(({ field, label, shown, plain }) => {
    const after = cells[label];
    const before = shown(invoice);
    return typeof after !== "string" || plain(before) === plain(after)
      ? []
      : [{ field, label, before, after }];
  });
}

function readCells(json: string): Readonly<Record<string, unknown>> | undefined {
  const value = parseJson(json);
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}
