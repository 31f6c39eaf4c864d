import { describe, expect, it } from "vitest";
import {
  hasNothing,
  isFinished,
  nothingText,
} from "../../../../renderer/features/invoices/import/check/nothingToTake.ts";

const none = { rows: 0, new: 0, unchanged: 0, changed: 0, conflict: 0, rejected: 0 };
const of = (counts: Partial<typeof none>, rejected = 0, isBlocked = false) => ({
  counts: { ...none, ...counts },
  rejected: Array.from({ length: rejected }),
  isBlocked,
});

describe("a list of which nothing can be imported", () => {
  it.each([
    [of({}), /没有数据/],
    [of({ unchanged: 12 }), /^没有要导入的：12 张账本里已有，内容一致/],
    [of({ conflict: 2 }), /^没有能导入的：2 张与账本冲突/],
    [of({ unchanged: 1, conflict: 2 }), /1 张账本里已有，内容一致；2 张与账本冲突/],
    [of({}, 3), /^没有能导入的：3 行都被拒绝.*重新核对/],
    [of({ unchanged: 1 }, 3), /1 张账本里已有，内容一致；3 行被拒绝/],
  ])("says why, and what to do", (preview, text) => {
    expect(nothingText(preview)).toMatch(text);
    expect(hasNothing(preview)).toBe(true);
  });

  it("is given up for another one, but for rows that can be mended", () => {
    expect(isFinished(of({ unchanged: 12 }))).toBe(true);
    expect(isFinished(of({}, 3))).toBe(false);
    expect(isFinished(of({ new: 1 }))).toBe(false);
  });

  it("is not said where something can be, or where the file contradicts itself", () => {
    expect(nothingText(of({ new: 1, unchanged: 2 }))).toBe("");
    expect(nothingText(of({ changed: 1 }))).toBe("");
    expect(nothingText(of({}, 0, true))).toBe("");
  });
});
