import { describe, expect, it } from "vitest";
import { linesOf, type PlacedText } from "#shared/text/placedText.ts";

const at = (text: string, x: number, y: number, width = text.length * 10, height = 10): PlacedText => ({
  ...{ text, x, y, width, height },
});

describe("the lines of a page", () => {
  it("go by where pieces stand, not by the order in which they were written", () => {
    const pieces = [at("2022", 60, 100), at("第二行", 0, 120), at("开票", 0, 101), at("日期：", 20, 100)];
    expect(linesOf(pieces)).toEqual(["开票日期： 2022", "第二行"]);
  });

  it("put a number together that was written in pieces", () => {
    expect(linesOf([at("0012345678", 100, 5), at("2231200000", 0, 5)])).toEqual(["22312000000012345678"]);
  });

  it("keep apart what stands apart", () => {
    expect(linesOf([at("2231", 0, 5), at("2000", 44, 5)])).toEqual(["2231 2000"]);
  });

  it("take a small sign beside a large title into its line", () => {
    expect(linesOf([at("发票", 0, 20, 40, 20), at("No", 60, 25, 10, 6)])).toEqual(["发票", "No"]);
    expect(linesOf([at("发票", 0, 20, 40, 20), at("No", 60, 22, 10, 6)])).toEqual(["发票 No"]);
  });

  it("leave out what is empty, and may be none", () => {
    expect(linesOf([at("  ", 0, 0)])).toEqual([]);
  });
});
