import { describe, expect, it } from "vitest";
import type { CloseItem } from "#shared/api/years.ts";
import { asId } from "#shared/kernel/id.ts";
import type { FiscalYear } from "#shared/model/office.ts";
import { closedYearOf, readOnlyWords } from "../../../../renderer/app/closedYear.ts";
import {
  acceptedOf,
  nextYear,
  withoutReason,
  yearProblem,
} from "../../../../renderer/features/settings/years/yearWords.ts";

const years = [{ year: 2022 }, { year: 2021 }];

const item = (check: CloseItem["check"], blocking: boolean): CloseItem => ({
  check,
  blocking,
  title: "",
  advice: "",
  amountCents: null,
  entries: [],
});

const yearOf = (year: number, state: FiscalYear["state"]): FiscalYear => ({
  id: asId(String(year)),
  year,
  state,
  paymentCutoff: null,
  stateReason: "年终关账",
});

describe("a new year", () => {
  it("follows the last one and is none that is there", () => {
    expect(nextYear(years)).toBe(2023);
    expect(yearProblem("2023", years)).toBeUndefined();
    expect(yearProblem("2022", years)).toBe("这个年度已经有了");
    expect(yearProblem("22", years)).toBe("年度应为四位数字，例如 2026");
  });
});

describe("closing a year", () => {
  const items = [item("openPayments", true), item("unpaid", false)];

  it("waits for a reason for each thing that stands in the way", () => {
    expect(withoutReason(items, {}).map(({ check }) => check)).toEqual(["openPayments"]);
    expect(withoutReason(items, { openPayments: " 好 " })).toHaveLength(1);
    expect(withoutReason(items, { openPayments: "已报主任" })).toEqual([]);
    expect(acceptedOf(items, { openPayments: " 已报主任 " })).toEqual([
      { check: "openPayments", reason: "已报主任", seen: items[0]?.entries.map(({ text }) => text) },
    ]);
  });

  it("makes only that year read-only, and says why and how to go on", () => {
    const all = [yearOf(2022, "open"), yearOf(2021, "closed")];
    expect(closedYearOf(all, 2022)).toBeNull();
    expect(closedYearOf(all, 2030)).toBeNull();
    const closed = closedYearOf(all, 2021);
    expect(closed).toEqual({ year: 2021, reason: "年终关账" });
    expect(closed && readOnlyWords(closed)).toBe(
      "2021 年度已关账，只能查看。确需改动的，请在“设置 › 年度”写明原因重新打开。",
    );
  });
});
