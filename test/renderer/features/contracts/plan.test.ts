import { describe, expect, it } from "vitest";
import type { PlanRow } from "#shared/api/contracts.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import {
  differenceRows,
  hasChanges,
  netChange,
} from "../../../../renderer/features/contracts/plan/planDifference.ts";
import {
  planMayDiffer,
  presentShape,
  shapeOf,
  sharedCents,
} from "../../../../renderer/features/contracts/plan/planShape.ts";
import { contractView, quarters } from "./views.ts";

const planRow = (month: string, amount: number): PlanRow => ({
  kind: "regular",
  label: month,
  periodFrom: isoDate(`${month}-01`),
  periodTo: isoDate(`${month}-28`),
  amountCents: cents(amount),
  earliestDate: null,
  dueDate: null,
});

const difference = {
  keep: 2,
  add: [planRow("2022-05", 500)],
  change: [{ before: planRow("2022-03", 100), after: planRow("2022-03", 300) }],
  remove: [planRow("2022-04", 400)],
  locked: [{ before: planRow("2022-01", 900), after: null, why: ["payment" as const] }],
};

const nothing = { keep: 4, add: [], change: [], remove: [], locked: [] };

describe("the difference of two plans", () => {
  it("is listed in the order of time, whatever happens to the rows", () => {
    expect(differenceRows(difference).map(({ kind }) => kind)).toEqual(["locked", "change", "remove", "add"]);
  });

  it("says of what is locked why", () => {
    expect(differenceRows(difference).map(({ why }) => why)).toEqual([["payment"], [], [], []]);
  });

  it("gives every line a key of its own", () => {
    const keys = differenceRows(difference).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("adds up what would be more or less, without what is locked", () => {
    expect(netChange(difference)).toBe(500 + 300 - 100 - 400);
  });

  it("is none while only locked rows differ", () => {
    expect(hasChanges(difference)).toBe(true);
    expect(hasChanges({ ...nothing, locked: difference.locked })).toBe(false);
  });
});

const detail = { contract: contractView(), instalments: quarters };

describe("the shape of a plan", () => {
  it("begins with what the periods have now", () => {
    const shape = presentShape(detail);
    expect(shape.amountsCents).toEqual([60_000, 60_000, 60_000, 60_000]);
    expect(shape.sharesBp).toEqual([2500, 2500, 2500, 2500]);
  });

  it("gives the last period what rounding leaves of the shares", () => {
    const contract = contractView({ amountCents: cents(100) });
    const amounts = [33, 33, 33, 1];
    const instalments = quarters.map((row, index) => ({ ...row, amountCents: cents(amounts[index] ?? 0) }));
    expect(presentShape({ contract, instalments }).sharesBp).toEqual([3300, 3300, 3300, 100]);
  });

  it("leaves blank what the plan does not have yet", () => {
    const shape = presentShape({ ...detail, instalments: quarters.slice(0, 2) });
    expect(shape.amountsCents).toEqual([60_000, 60_000, null, null]);
    expect(shape.sharesBp).toEqual([null, null, null, null]);
  });

  it("spreads what advance and retention leave", () => {
    const contract = contractView({ advanceCents: cents(40_000), retentionBp: 500 });
    expect(sharedCents({ contract })).toBe(240_000 - 40_000 - 12_000);
    expect(sharedCents({ contract: contractView({ amountCents: null }) })).toBeNull();
  });

  it("is sent only when the shares are whole and the amounts add up", () => {
    const shape = presentShape(detail);
    const shared = cents(240_000);
    expect(shapeOf({ ...shape, kind: "shares" }, shared)).toMatchObject({ ok: true });
    expect(shapeOf({ ...shape, kind: "shares", sharesBp: [5000, 4000] }, shared)).toEqual({
      ok: false,
      problem: "各期比例合计 90.00%，应为 100.00%。",
    });
    expect(shapeOf({ ...shape, kind: "amounts", amountsCents: [cents(250_000)] }, shared)).toEqual({
      ok: false,
      problem: "各期合计 2,500.00 元，多出 100.00 元。",
    });
    expect(shapeOf({ ...shape, kind: "amounts", amountsCents: [null] }, shared)).toMatchObject({ ok: false });
    expect(shapeOf(shape, shared)).toEqual({ ok: true, shape: { kind: "present" } });
  });
});

describe("a changed contract", () => {
  it("calls for another plan when its terms changed", () => {
    const before = contractView();
    expect(planMayDiffer(before, contractView({ endDate: isoDate("2023-03-31") }))).toBe(true);
    expect(planMayDiffer(before, contractView({ amountCents: cents(1) }))).toBe(true);
    expect(planMayDiffer(before, contractView({ name: "另一个名称", note: "备注" }))).toBe(false);
  });
});
