import { describe, expect, it } from "vitest";
import { safeFileName } from "#shared/kernel/safeFileName.ts";

describe("safeFileName", () => {
  it.each([
    ["项目支出预算明细表 2022", "项目支出预算明细表 2022"],
    ["../../etc/passwd", "etc passwd"],
    ["C:\\Windows\\a", "C  Windows a"],
    ['a<b>c:"d|e?f*g', "a b c  d e f g"],
    [".hidden. ", "hidden"],
    ["换\n行", "换 行"],
    ["...", "未命名"],
  ])("%j becomes %j", (name, safe) => expect(safeFileName(name)).toBe(safe));
});
