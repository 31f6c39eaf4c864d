import { describe, expect, it } from "vitest";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import {
  accountText,
  codeProblem,
  flagOf,
  isInUse,
  sizeOf,
  spanText,
} from "../../../../renderer/features/vendors/vendorWords.ts";

const account = (accountNo: string, validFrom: string | null, validTo: string | null) => ({
  id: asId(accountNo),
  vendorId: asId("v"),
  accountName: "甲公司",
  bank: "",
  accountNo,
  validFrom: validFrom === null ? null : isoDate(validFrom),
  validTo: validTo === null ? null : isoDate(validTo),
});
const today = isoDate("2022-07-08");

describe("a credit code, while it is typed", () => {
  it.each([
    ["", undefined],
    ["91310117MA1J000060", undefined],
    [" 91310117 ma1j000060 ", undefined],
    ["310117000000027", undefined],
    ["91310117MA1J000061", "校验位不正确（末位应为 0），请逐位核对。个人身份证号可以不理会。"],
    ["9131011", "统一社会信用代码有 18 位，现为 7 位。"],
    ["91310117MA1J00006〇", "代码只含数字和大写字母，请核对。"],
  ])("%j: %s", (typed, problem) => {
    expect(codeProblem(typed)).toBe(problem);
  });
});

describe("accounts", () => {
  it.each([
    [null, null, true, "一直"],
    ["2022-07-08", null, true, "2022-07-08 起"],
    ["2022-07-09", null, false, "2022-07-09 起"],
    [null, "2022-07-08", true, "至 2022-07-08"],
    ["2022-01-01", "2022-07-07", false, "2022-01-01 起，至 2022-07-07"],
  ])("from %s to %s: in use %s, %s", (from, to, inUse, text) => {
    expect(isInUse(account("1", from, to), today)).toBe(inUse);
    expect(spanText(account("1", from, to))).toBe(text);
  });

  it("in use are what a list shows", () => {
    const accounts = [
      account("222", null, null),
      account("111", null, "2021-12-31"),
      account("333", null, null),
    ];
    expect(accountText({ accounts }, today)).toBe("222、333");
  });
});

describe("the size of a company", () => {
  it("goes to the ledger and back", () => {
    for (const size of ["unknown", "small", "large"] as const)
      expect(sizeOf({ isSmallOrMedium: flagOf(size) })).toBe(size);
  });
});
