import { describe, expect, it } from "vitest";
import type { MatchesAccepted, MatchRow } from "#shared/api/matching.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { readFilter } from "../../../../renderer/features/matching/matchFilter.ts";
import { acceptedText, vendorText, whyText } from "../../../../renderer/features/matching/matchWords.ts";
import { noTicks, withChoice, withTicks } from "../../../../renderer/features/matching/ticked.ts";

const parts = [{ instalmentId: asId("may"), amountCents: cents(100) }];

describe("ticks", () => {
  it("take what was suggested, unless a choice was made by hand", () => {
    const chosen = withChoice(withTicks(noTicks, new Set(["a"])), "b", parts);
    expect([...chosen]).toEqual([
      ["a", null],
      ["b", parts],
    ]);
    expect([...withTicks(chosen, new Set(["b", "c"]))]).toEqual([
      ["b", parts],
      ["c", null],
    ]);
    expect(withChoice(chosen, "b", null).get("b")).toBeNull();
  });

  it("forget the choice with the tick", () => {
    const chosen = withChoice(noTicks, "b", parts);
    expect(withTicks(withTicks(chosen, new Set()), new Set(["b"])).get("b")).toBeNull();
  });
});

describe("what the address says", () => {
  const read = (address: string) => {
    const params = new URLSearchParams(address);
    return readFilter({ get: (name) => params.get(name) });
  };

  it.each([
    ["", { band: "all", search: "", page: 0 }],
    ["band=sure&q=月租&page=3", { band: "sure", search: "月租", page: 3 }],
    ["band=best&page=-2", { band: "all", search: "", page: 0 }],
    ["page=two", { band: "all", search: "", page: 0 }],
  ])("%s", (address, filter) => {
    expect(read(address)).toEqual(filter);
  });
});

describe("words", () => {
  const accepted = (changes: Partial<MatchesAccepted>): MatchesAccepted => ({
    step: 1,
    paymentIds: [],
    newCount: 0,
    linkedCount: 0,
    totalCents: cents(0),
    namesLearned: 0,
    ...changes,
  });
  const row: MatchRow = {
    invoiceId: "i",
    number: "1",
    issueDate: isoDate("2022-07-05"),
    sellerName: "甲",
    goods: "",
    remark: "",
    freeCents: cents(1),
    vendorName: "乙",
    isNewName: false,
    band: "sure",
    score: 100,
    instalmentLabels: [],
    amountCents: cents(1),
    reasons: [
      { text: "销方税号一致", points: 40 },
      { text: "写明2022年6月", points: 25 },
    ],
  };

  it("say what was made", () => {
    expect(acceptedText(accepted({}))).toBe("没有生成付款。");
    expect(acceptedText(accepted({ newCount: 4, totalCents: cents(6_826_200) }))).toBe(
      "已生成付款草稿 4 笔，合计 68,262.00 元。",
    );
    expect(
      acceptedText(accepted({ newCount: 1, linkedCount: 2, namesLearned: 1, totalCents: cents(100) })),
    ).toBe("已生成付款草稿 1 笔，给 2 笔付款补入发票，记住名称 1 个，合计 1.00 元。");
  });

  it("say why, what tells this one from others first", () => {
    expect(whyText(row)).toBe("写明2022年6月；销方税号一致");
    expect(whyText({ ...row, reasons: [] })).toBe("");
  });

  it("say whose it is", () => {
    expect(vendorText(row)).toBe("乙");
    expect(vendorText({ ...row, vendorName: null })).toBe("没有登记");
    expect(vendorText({ ...row, isNewName: true })).toContain("名称不同");
  });
});
