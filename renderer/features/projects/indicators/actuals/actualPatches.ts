import type { ApiInput } from "#shared/api/contract.ts";
import type { ActualsView } from "#shared/api/performance.ts";
import type { Place } from "../../../../components/sheet/places.ts";

export type ActualValue = Readonly<{ valueText: string; source: string }>;
export type ActualChange = ActualValue & Readonly<{ place: Place }>;
/** What is on its way to the ledger, by place. */
export type Sending = ReadonlyMap<string, ActualValue>;

export const keyOf = ({ row, column }: Place): string => `${row} ${column}`;

const none: ActualValue = { valueText: "", source: "" };

/** What a cell says: what is on its way comes before what is stored. */
export const actualAt = (rows: ActualsView["rows"], sending: Sending, place: Place): ActualValue =>
  sending.get(keyOf(place)) ?? rows[place.row]?.cells[place.column]?.actual ?? none;

/**
 * What has to be written so that the cells say this. A cell is held against what it says now, not against what is stored: one
 * that is emptied while its value is still on its way has to be written again.
 */
export const actualPatches = (
  rows: ActualsView["rows"],
  sending: Sending,
  changes: readonly ActualChange[],
): ApiInput<"performance.saveActuals">["actuals"] =>
  changes.flatMap(({ place, valueText, source }) => {
    const cell = rows[place.row]?.cells[place.column];
    const indicatorId = rows[place.row]?.indicator.id;
    const now = actualAt(rows, sending, place);
    if (cell === undefined || indicatorId === undefined) return [];
    if (now.valueText === valueText && now.source === source) return [];
    return [{ indicatorId, periodTo: cell.periodTo, valueText, source }];
  });
