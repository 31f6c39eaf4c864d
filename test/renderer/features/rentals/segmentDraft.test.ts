import { describe, expect, it } from "vitest";
import { rentalRoutes } from "#shared/api/rentals.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import {
  addChange,
  parsePasted,
  type SegmentDraft,
  segmentProblems,
  toDrafts,
  toInput,
} from "../../../../renderer/features/rentals/segmentDraft.ts";

const draft = (changes: Partial<SegmentDraft> = {}): SegmentDraft => ({
  key: "a",
  validFrom: isoDate("2022-01-01"),
  validTo: null,
  quantity: decimal("26"),
  unitPrice: decimal("85"),
  free: false,
  note: "",
  ...changes,
});

describe("the segments of a rental", () => {
  it("come in the order of time", () => {
    const stored = ["2022-06-01", "2022-01-01"].map((from) => ({
      id: asId(from),
      rentalId: asId("r"),
      validFrom: isoDate(from),
      validTo: null,
      quantity: decimal("1"),
      unitPrice: decimal("1"),
      free: 1 as const,
      note: "",
    }));
    expect(toDrafts(stored).map(({ validFrom, free }) => [validFrom, free])).toEqual([
      ["2022-01-01", true],
      ["2022-06-01", true],
    ]);
  });

  it("can be sent when nothing is wrong", () => {
    const drafts = [draft(), draft({ key: "b", validFrom: isoDate("2022-08-01"), note: " 新增 " })];
    expect(segmentProblems(drafts)).toEqual([]);
    const { input } = rentalRoutes["rentals.saveSegments"];
    expect(input.safeParse({ rentalId: "r", segments: toInput(drafts) }).success).toBe(true);
    expect(toInput(drafts)[1]?.note).toBe("新增");
  });

  it("say what is missing or wrong, each by its number", () => {
    expect(segmentProblems([])).toEqual(["请至少填写一段数量和单价。"]);
    expect(segmentProblems([draft({ validFrom: null })])).toEqual(["第1段没有填写启用日期。"]);
    expect(segmentProblems([draft({ quantity: null, unitPrice: null })])).toEqual([
      "第1段没有填写数量和单价。",
    ]);
    expect(segmentProblems([draft(), draft({ validTo: isoDate("2021-12-31") })])[0]).toBe(
      "第2段的停用日期早于启用日期。",
    );
    expect(segmentProblems([draft({ quantity: decimal("0") })])).toHaveLength(1);
    expect(segmentProblems([draft(), draft({ key: "b" })])).toEqual([
      "有两段都从 2022-01-01 开始，请合并或改日期。",
    ]);
  });

  it("need no price while they are free", () => {
    expect(segmentProblems([draft({ free: true, unitPrice: null })])).toEqual([]);
    expect(toInput([draft({ free: true, unitPrice: null })])[0]).toMatchObject({ free: 1, unitPrice: "0" });
  });
});

describe("a change from a day on", () => {
  it("ends the open segment the day before and goes on with its figures", () => {
    const [before, after] = addChange([draft()], "new", isoDate("2022-08-01"));
    expect(before?.validTo).toBe("2022-07-31");
    expect(after).toMatchObject({ key: "new", validFrom: "2022-08-01", validTo: null, quantity: "26" });
  });

  it("leaves a segment alone that ends anyway or begins later", () => {
    const ended = draft({ validTo: isoDate("2022-03-31") });
    expect(addChange([ended], "new", isoDate("2022-08-01"))[0]).toBe(ended);
    const later = draft({ validFrom: isoDate("2022-09-01") });
    expect(addChange([later], "new", isoDate("2022-08-01"))[0]).toBe(later);
  });

  it("may be the first", () => {
    expect(addChange([], "new", null)).toEqual([
      draft({ key: "new", validFrom: null, quantity: null, unitPrice: null }),
    ]);
  });
});

describe("rows pasted from a worksheet", () => {
  const paste = (text: string) => parsePasted(text, (index) => `row ${index}`);

  it("become segments, in the dates and numbers that offices write", () => {
    const text =
      "启用日期\t停用日期\t数量\t单价\t免租\t说明\n2022.1.1\t2022年6月30日\t26\t85.00\t\t\n20220701\t\t1,027\t￥85\t免\t试用";
    expect(paste(text)).toEqual([
      draft({ key: "row 1", validTo: isoDate("2022-06-30") }),
      draft({
        key: "row 2",
        validFrom: isoDate("2022-07-01"),
        quantity: decimal("1027"),
        free: true,
        note: "试用",
      }),
    ]);
  });

  it("are none when there is no date in them", () => {
    expect(paste("数量\t单价\n26\t85")).toEqual([]);
    expect(paste("26")).toEqual([]);
  });
});
