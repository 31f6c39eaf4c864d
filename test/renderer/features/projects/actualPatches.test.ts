import { expect, it } from "vitest";
import type { ActualsView } from "#shared/api/performance.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { paper } from "#test/shared/forms/samplePaper.ts";
import {
  actualAt,
  actualPatches,
} from "../../../../renderer/features/projects/indicators/actuals/actualPatches.ts";

const periodTo = isoDate("2022-06-30");
const rows: ActualsView["rows"] = paper.indicators
  .slice(0, 2)
  .map((indicator) => ({ indicator, cells: [{ periodTo, actual: null, offers: [] }] }));
const place = { row: 1, column: 0 };
const taken = { valueText: "26台", source: "月租在用 26 台" };
const blank = { valueText: "", source: "" };

it("writes a cell again that is emptied while its value is still on its way", () => {
  const sending = new Map([["1 0", taken]]);
  expect(actualAt(rows, sending, place)).toEqual(taken);
  expect(actualPatches(rows, sending, [{ place, ...blank }])).toEqual([
    { indicatorId: rows[1]?.indicator.id, periodTo, ...blank },
  ]);
});

it("writes nothing for what a cell says already, or where there is no cell", () => {
  expect(actualPatches(rows, new Map(), [{ place, ...blank }])).toEqual([]);
  expect(actualPatches(rows, new Map([["1 0", taken]]), [{ place, ...taken }])).toEqual([]);
  expect(actualPatches(rows, new Map(), [{ place: { row: 9, column: 0 }, ...taken }])).toEqual([]);
});
