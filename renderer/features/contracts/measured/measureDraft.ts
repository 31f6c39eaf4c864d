import type { ApiParsed } from "#shared/api/contract.ts";
import type { ContractDetail, InstalmentView } from "#shared/api/contracts.ts";
import {
  addCents,
  type Cents,
  maxCents,
  multiplyToCents,
  subtractCents,
  sumCents,
  zeroCents,
} from "#shared/kernel/cents.ts";
import { firstDay, formatMonthText, type IsoDate, lastDay, minDate, monthOf } from "#shared/kernel/dates.ts";
import type { Decimal } from "#shared/kernel/decimal.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ContractPrice, MeasuredItem } from "#shared/model/contract.ts";
import type { Problems } from "../../../components/fields/problems.ts";

export type ItemDraft = Readonly<{
  key: string;
  contractPriceId: Id | null;
  name: string;
  unitName: string;
  quantity: Decimal | null;
  unitPrice: Decimal | null;
}>;

/** 据实计量 while it is being written: one line for each price, of which most stay empty. */
export type MeasureDraft = Readonly<{
  id: Id | null;
  label: string;
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
  items: readonly ItemDraft[];
}>;

/** Prices that hold on all days of the period. */
export const pricesIn = (
  prices: readonly ContractPrice[],
  { periodFrom, periodTo }: Pick<MeasureDraft, "periodFrom" | "periodTo">,
): readonly ContractPrice[] =>
  prices.filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || (periodFrom !== null && validFrom <= periodFrom)) &&
      (validTo === null || (periodTo !== null && periodTo <= validTo)),
  );

export const lineOf = ({ id, name, unitName, unitPrice }: ContractPrice): ItemDraft => ({
  key: id,
  contractPriceId: id,
  name,
  unitName,
  unitPrice,
  quantity: null,
});

/** The month so far, with a line for every price that holds in it, and a name that no other one has. */
export function newMeasure(
  prices: readonly ContractPrice[],
  today: IsoDate,
  end: IsoDate,
  taken: readonly string[],
): MeasureDraft {
  const day = minDate(today, end);
  const month = monthOf(day);
  const period = { periodFrom: firstDay(month), periodTo: minDate(lastDay(month), end) };
  return {
    id: null,
    label: freeLabel(`${formatMonthText(month)}计量`, taken),
    ...period,
    items: pricesIn(prices, period).map(lineOf),
  };
}

function freeLabel(label: string, taken: readonly string[]): string {
  const count = taken.filter((each) => each === label || each.startsWith(`${label}（`)).length;
  return count === 0 ? label : `${label}（${count + 1}）`;
}

export function draftOfMeasure(row: InstalmentView, measured: readonly MeasuredItem[]): MeasureDraft {
  const { id, label, periodFrom, periodTo } = row;
  const items = measured.filter((item) => item.instalmentId === id);
  return { id, label, periodFrom, periodTo, items: items.map((item) => ({ ...item, key: item.id })) };
}

/** Lines of prices that do not hold in another period go, those that do come; quantities stay. */
export function inPeriod(
  draft: MeasureDraft,
  prices: readonly ContractPrice[],
  period: Partial<Pick<MeasureDraft, "periodFrom" | "periodTo">>,
): MeasureDraft {
  const next = { ...draft, ...period };
  const valid = pricesIn(prices, next);
  const kept = draft.items.filter(
    (item) => item.contractPriceId === null || valid.some((price) => price.id === item.contractPriceId),
  );
  const added = valid.filter((price) => !kept.some((item) => item.contractPriceId === price.id)).map(lineOf);
  return { ...next, items: [...kept, ...added] };
}

export const amountOf = ({ quantity, unitPrice }: ItemDraft): Cents | null =>
  quantity === null || unitPrice === null ? null : multiplyToCents(quantity, unitPrice);

export const totalOf = (items: readonly ItemDraft[]): Cents =>
  sumCents(items.map((item) => amountOf(item) ?? zeroCents));

export type ItemPart = "name" | "unitPrice" | "quantity";

export type MeasureProblems = Readonly<{
  /** By the name of the field. */
  fields: Problems;
  /** What is missing in the lines, by their keys. */
  items: ReadonlyMap<string, readonly ItemPart[]>;
  /** One sentence on the lines; empty when they can be sent. */
  text: string;
}>;

const neededFields = ["label", "periodFrom", "periodTo"] as const;

/** What keeps a measurement from being sent. A line by an agreed price may stay without a quantity, a free one not half filled in. */
export function problemsOfMeasure(draft: MeasureDraft): MeasureProblems {
  const isEmpty = (name: (typeof neededFields)[number]) => (draft[name] ?? "").trim() === "";
  const fields = new Map(neededFields.filter(isEmpty).map((name) => [name, "请填写"]));
  const halfFilled = draft.items.flatMap((item) => {
    const missing = missingIn(item);
    return isBlank(item) || missing.length === 0 ? [] : [[item.key, missing] as const];
  });
  if (halfFilled.length > 0)
    return {
      fields,
      items: new Map(halfFilled),
      text: "约定之外的一项没有写完：请写明品名、单价和数量；不要这一项的，请把它全部清空。",
    };
  if (!draft.items.every(isBlank)) return { fields, items: new Map(), text: "" };
  const [first] = draft.items;
  const items = new Map(first === undefined ? [] : [[first.key, missingIn(first)]]);
  return { fields, items, text: "请至少填写一项的数量。" };
}

/** Nothing was filled in: the agreed price alone is none. */
const isBlank = ({ contractPriceId, name, unitName, quantity, unitPrice }: ItemDraft): boolean =>
  quantity === null &&
  (contractPriceId !== null || (unitPrice === null && `${name}${unitName}`.trim() === ""));

const missingIn = ({ name, quantity, unitPrice }: ItemDraft): readonly ItemPart[] => [
  ...(name.trim() === "" ? (["name"] as const) : []),
  ...(unitPrice === null ? (["unitPrice"] as const) : []),
  ...(quantity === null ? (["quantity"] as const) : []),
];

/** What is sent: lines with a quantity. Null while something needed is missing. */
export function measureInput(
  contractId: Id,
  draft: MeasureDraft,
): ApiParsed<"contracts.saveMeasurement"> | null {
  const { id, label, periodFrom, periodTo } = draft;
  const { fields, text } = problemsOfMeasure(draft);
  if (fields.size > 0 || text !== "" || periodFrom === null || periodTo === null) return null;
  const items = draft.items.flatMap(({ contractPriceId, name, unitName, quantity, unitPrice }) =>
    quantity === null || unitPrice === null
      ? []
      : [{ contractPriceId, name: name.trim(), unitName, quantity, unitPrice }],
  );
  return { id, contractId, label: label.trim(), periodFrom, periodTo, items };
}

/** What the cap still allows beside this measurement; null without one. */
export function leftOfCap(
  { contract, instalments }: Pick<ContractDetail, "contract" | "instalments">,
  id: Id | null,
): Cents | null {
  if (contract.totalCents === null) return null;
  const measured = sumCents(instalments.filter((row) => row.id !== id).map((row) => row.amountCents));
  // What was paid without being measured counts too.
  const settled = sumCents(instalments.map((row) => row.paidCents));
  const outside = maxCents(zeroCents, subtractCents(contract.paidCents, settled));
  return subtractCents(contract.totalCents, addCents(measured, outside));
}
