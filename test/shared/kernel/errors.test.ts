import { describe, expect, it } from "vitest";
import { UserError } from "#shared/kernel/errors.ts";

describe("UserError", () => {
  it("carries what is wrong, what to do, and figures for programs", () => {
    const error = new UserError({
      code: "bad-file",
      message: "第 3 行没有金额。",
      hint: "请补上金额。",
      details: { row: 3 },
    });
    expect(error).toBeInstanceOf(Error);
    expect({ ...error, message: error.message, name: error.name }).toEqual({
      name: "UserError",
      code: "bad-file",
      message: "第 3 行没有金额。",
      hint: "请补上金额。",
      details: { row: 3 },
    });
  });

  it("needs no hint", () => {
    const error = new UserError({ code: "cancelled", message: "已取消。" });
    expect([error.hint, error.details]).toEqual([undefined, undefined]);
  });
});
