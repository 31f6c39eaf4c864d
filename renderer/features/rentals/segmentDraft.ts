import type { ApiInput } from "#shared/api/contract.ts";
import { addDays, type IsoDate, parseDate } from "#shared/kernel/dates.ts";
import { compareDecimals, type Decimal, decimal } from "#shared/kernel/decimal.ts";
import type { RentalSegment } from "#shared/model/contract.ts";
import { readDecimal } from "../../components/inputs/readDecimal.ts";
import { pasteRows } from "../../components/pasteRows.ts";

/** A segment while it is being written: what is not filled in yet is null. */
export type SegmentDraft = Readonly<{
  /** Only for the screen: rows keep their fields while others come and go. */
  key: string;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
  quantity: Decimal | null;
  unitPrice: Decimal | null;
  free: boolean;
  note: string;
}>;

export type SegmentsInput = ApiInput<"rentals.saveSegments">["segments"];

export const toDrafts = (segments: readonly RentalSegment[]): readonly SegmentDraft[] =>
  segments
    .map(({ id, validFrom, validTo, quantity, unitPrice, free, note }) => ({
      key: id,
      validFrom,
      validTo,
      quantity,
      unitPrice,
      free: free === 1,
      note,
    }))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

const zero = decimal("0");

/** What is wrong with the segments, one sentence each; they can be sent when there is none. */
export function segmentProblems(drafts: readonly SegmentDraft[]): readonly string[] {
  if (drafts.length === 0) return ["请至少填写一段数量和单价。"];
  const problems = drafts.flatMap((draft, index) =>
    ownProblems(draft).map((text) => `第${index + 1}段${text}`),
  );
  const starts = drafts.flatMap((draft) => draft.validFrom ?? []);
  const twice = starts.find((date, index) => starts.indexOf(date) !== index);
  return twice === undefined ? problems : [...problems, `有两段都从 ${twice} 开始，请合并或改日期。`];
}

function ownProblems(draft: SegmentDraft): readonly string[] {
  if (draft.validFrom === null) return ["没有填写启用日期。"];
  if (draft.validTo !== null && draft.validTo < draft.validFrom) return ["的停用日期早于启用日期。"];
  const missing = [
    draft.quantity === null ? "数量" : null,
    // A free segment may still name the price that holds afterwards.
    draft.unitPrice === null && !draft.free ? "单价" : null,
  ].filter((word) => word !== null);
  if (missing.length > 0) return [`没有填写${missing.join("和")}。`];
  return compareDecimals(draft.quantity ?? zero, zero) === 0 && draft.validTo === null
    ? ["数量为 0：停租请改前一段的停用日期。"]
    : [];
}

/** As the engine takes them. Only for drafts without problems. */
export const toInput = (drafts: readonly SegmentDraft[]): SegmentsInput =>
  drafts.flatMap(({ validFrom, validTo, quantity, unitPrice, free, note }) =>
    validFrom === null
      ? []
      : [
          {
            validFrom,
            validTo,
            quantity: quantity ?? zero,
            unitPrice: unitPrice ?? zero,
            free: free ? (1 as const) : (0 as const),
            note: note.trim(),
          },
        ],
  );

/** A change from a day on: the segment open until then ends the day before, and the new one goes on with its figures. */
export function addChange(
  drafts: readonly SegmentDraft[],
  key: string,
  from: IsoDate | null,
): readonly SegmentDraft[] {
  const last = drafts.at(-1);
  const next: SegmentDraft = {
    key,
    validFrom: from,
    validTo: null,
    quantity: last?.quantity ?? null,
    unitPrice: last?.unitPrice ?? null,
    free: false,
    note: "",
  };
  if (last === undefined) return [next];
  const ends = last.validTo === null && from !== null && last.validFrom !== null && from > last.validFrom;
  return [...drafts.slice(0, -1), ends ? { ...last, validTo: addDays(from, -1) } : last, next];
}

const isFree = (text: string): boolean => /^(免租?|是|1|√|true)$/i.test(text.trim());

/** Rows copied from a worksheet: 启用日期, 停用日期, 数量, 单价, 免租, 说明. Lines without a date, such as a heading, are skipped. */
export function parsePasted(text: string, keyOf: (index: number) => string): readonly SegmentDraft[] {
  return (pasteRows(text) ?? []).flatMap((cells, index) => {
    const [from = "", to = "", quantity = "", unitPrice = "", free = "", note = ""] = cells;
    const validFrom = parseDate(from);
    if (validFrom === undefined) return [];
    return [
      {
        key: keyOf(index),
        validFrom,
        validTo: parseDate(to) ?? null,
        quantity: readDecimal(quantity) ?? null,
        unitPrice: readDecimal(unitPrice) ?? null,
        free: isFree(free),
        note: note.trim(),
      },
    ];
  });
}
