import { describe, expect, it } from "vitest";
import { economicClasses, economicCodes } from "#shared/budget/economicCodes.ts";

describe("economicCodes", () => {
  it("has each five-digit code once, in order, in a class that has a name", () => {
    const codes = economicCodes.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const code of codes) {
      expect(code).toMatch(/^\d{5}$/);
      expect(economicClasses[code.slice(0, 3)]).toBeDefined();
    }
  });

  it("marks codes whose number nobody has confirmed", () => {
    const find = (wanted: string) => economicCodes.find(({ code }) => code === wanted);
    expect(find("30214")).toEqual({ code: "30214", name: "租赁费", confirmed: true });
    expect(find("31012")).toEqual({ code: "31012", name: "拆迁补偿", confirmed: false });
    expect(find("30210")).toBeUndefined();
  });
});
