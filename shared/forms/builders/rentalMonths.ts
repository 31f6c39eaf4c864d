import { type Cents, sumCents, zeroCents } from "../../kernel/cents.ts";
import type { Form, FormCell, FormRow, FormValue } from "../form.ts";
import { rangesOf } from "../grid.ts";
import type { RentalItem, RentalMonthsTemplate } from "../templates/ledgerSheets.ts";
import type { Template } from "../templates/template.ts";
import { amount, amountOrEmpty, seqValue } from "../values.ts";
import {
  a4,
  cell,
  emptyCell,
  fill,
  headingRow,
  keptToNext,
  signatureRow,
  tableRow,
  textCell,
  titleRows,
} from "./cells.ts";
import { aboveTable, type SheetScope, wideRow } from "./ledgerTable.ts";

/** One month of a device group; the amounts are null where nothing is let. */
export type RentedMonth = Readonly<{
  /** 数量×单价, one for each part of the month. */
  terms: readonly string[];
  dueCents: Cents | null;
  paidCents: Cents | null;
}>;

export type RentedGroup = Readonly<{
  name: string;
  contractNo: string;
  vendorName: string;
  /** January to December. */
  months: readonly RentedMonth[];
}>;

export type RentalMonthsSheet = Readonly<{ scope: SheetScope; groups: readonly RentedGroup[] }>;

type MoneyItem = Exclude<RentalItem, "terms">;

/** A column right of the leading ones: a month, a quarter after its three months, or the year. */
type Slot =
  | Readonly<{ kind: "month"; month: number; column: number }>
  | Readonly<{ kind: "quarter"; quarter: number; column: number; parts: readonly number[] }>
  | Readonly<{ kind: "year"; column: number; parts: readonly number[] }>;

function slotsOf({ lead }: RentalMonthsTemplate): readonly Slot[] {
  const first = lead.length;
  const quarters = [0, 1, 2, 3].map((quarter) => first + quarter * 4 + 3);
  return [
    ...quarters.flatMap((column, quarter): readonly Slot[] => [
      ...[3, 2, 1].map((back) => ({
        kind: "month" as const,
        month: quarter * 3 + 4 - back,
        column: column - back,
      })),
      { kind: "quarter", quarter: quarter + 1, column, parts: [column - 3, column - 2, column - 1] },
    ]),
    { kind: "year", column: first + 16, parts: quarters },
  ];
}

/** 月租费明细表: what each group of devices costs month by month, and what of it was paid. */
export function buildRentalMonths({ scope, groups }: RentalMonthsSheet, template: Template): Form {
  const table = template.rentalMonths;
  const slots = slotsOf(table);
  const width = table.lead.length + slots.length;
  const head = [
    ...titleRows(table.title, fill(table.yearLine, { year: scope.fiscalYear }), width),
    aboveTable(scope, width),
    headingRow([
      ...table.lead.map(({ heading }) => textCell(heading, "heading")),
      ...slots.map((slot) => textCell(slotHeading(slot, table), "heading")),
    ]),
  ];
  const rows: FormRow[] = [...head];
  const firstRow = rows.length;
  groups.forEach((group, index) => {
    rows.push(...groupRows(group, index, rows.length, table, slots));
  });
  if (groups.length === 0) rows.push(wideRow("（没有按月租赁的合同）", "centred", width));
  rows.push(...keptToNext(totalRows(groups, firstRow, rows.length, table, slots)));
  return {
    id: "rentalMonths",
    template: template.id,
    title: table.title,
    fonts: template.fonts,
    page: a4(table.orientation, { fromRow: 0, toRow: head.length - 1 }, table.title),
    columns: [
      ...table.lead.map((column) => ({ width: column.width })),
      ...slots.map(({ kind }) => ({ width: table[kind].width })),
    ],
    rows: [...rows, signatureRow(table.signatures, width)],
  };
}

function slotHeading(slot: Slot, table: RentalMonthsTemplate): string {
  const { heading } = table[slot.kind];
  return fill(
    heading,
    slot.kind === "month" ? { month: slot.month } : slot.kind === "quarter" ? { quarter: slot.quarter } : {},
  );
}

const centsIn = (group: RentedGroup, item: MoneyItem, slot: Slot): Cents | null => {
  switch (slot.kind) {
    case "month":
      return group.months[slot.month - 1]?.[`${item}Cents`] ?? null;
    case "quarter":
      return sumMonths(group.months.slice(slot.quarter * 3 - 3, slot.quarter * 3), item);
    case "year":
      return sumMonths(group.months, item);
  }
};

const sumMonths = (months: readonly RentedMonth[], item: MoneyItem): Cents =>
  sumCents(months.map((month) => month[`${item}Cents`] ?? zeroCents));

/** What a quarter or the year comes to: its months, or its quarters, of the same row added up. */
const across = (cents: Cents, row: number, parts: readonly number[]): FormValue => ({
  kind: "sum",
  cents,
  of:
    parts.length === 3
      ? [{ fromRow: row, toRow: row, fromColumn: parts[0] ?? 0, toColumn: parts[2] ?? 0 }]
      : parts.map((column) => ({ fromRow: row, toRow: row, fromColumn: column, toColumn: column })),
});

function groupRows(
  group: RentedGroup,
  index: number,
  firstRow: number,
  { lead, items }: RentalMonthsTemplate,
  slots: readonly Slot[],
): readonly FormRow[] {
  const leading = (
    key: (typeof lead)[number]["key"],
    label: string,
    isFirst: boolean,
  ): readonly FormCell[] => {
    if (key === "item") return [textCell(label, "centred")];
    if (!isFirst) return [];
    const spans = { rowSpan: items.length };
    switch (key) {
      case "seq":
        return [cell(seqValue(index + 1), "centred", spans)];
      case "name":
        return [textCell(group.name, "centred", spans)];
      case "contract":
        return [textCell([group.contractNo, group.vendorName].join("\n"), "centred", spans)];
    }
  };
  return items.map(({ key, label }, at) => ({
    ...tableRow([
      ...lead.flatMap((column) => leading(column.key, label, at === 0)),
      ...slots.map((slot) => slotCell(group, key, slot, firstRow + at)),
    ]),
    // The rows of one group stay on one page.
    ...(at < items.length - 1 ? { keepWithNext: true } : {}),
  }));
}

function slotCell(group: RentedGroup, item: RentalItem, slot: Slot, row: number): FormCell {
  if (item === "terms") {
    if (slot.kind !== "month") return emptyCell("centred");
    return textCell(group.months[slot.month - 1]?.terms.join("\n") ?? "", "centred");
  }
  const cents = centsIn(group, item, slot);
  if (slot.kind !== "month") return cell(across(cents ?? zeroCents, row, slot.parts), "amount");
  return cell(amountOrEmpty(cents), "amount");
}

/** What all groups come to, 应付 and 已付. */
function totalRows(
  groups: readonly RentedGroup[],
  firstRow: number,
  row: number,
  { lead, items }: RentalMonthsTemplate,
  slots: readonly Slot[],
): readonly FormRow[] {
  const money = items.flatMap(({ key, label }, at) => (key === "terms" ? [] : [{ key, label, at }]));
  const itemColumn = lead.findIndex(({ key }) => key === "item");
  const before = itemColumn < 0 ? lead.length : itemColumn;
  return money.map(({ key, label, at }, index) => {
    const rowsOf = groups.map((_, group) => firstRow + group * items.length + at);
    const total = (slot: Slot): Cents =>
      sumCents(groups.map((group) => centsIn(group, key, slot) ?? zeroCents));
    return tableRow([
      ...(index === 0 && before > 0
        ? [textCell("合计", "label", { colSpan: before, rowSpan: money.length })]
        : []),
      ...(itemColumn < 0 ? [] : [textCell(label, "totalLabel", { colSpan: lead.length - itemColumn })]),
      ...slots.map((slot) =>
        cell(
          slot.kind === "month"
            ? groups.length === 0
              ? amount(zeroCents)
              : { kind: "sum", cents: total(slot), of: rangesOf(slot.column, rowsOf) }
            : across(total(slot), row + index, slot.parts),
          "total",
        ),
      ),
    ]);
  });
}
