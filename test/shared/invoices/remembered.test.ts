import { describe, expect, it } from "vitest";
import { rememberedReaders, remembering } from "#shared/invoices/remembered.ts";

describe("remembering", () => {
  it("reads a text once, and again only after too many others", () => {
    const read: string[] = [];
    const length = remembering((text) => {
      read.push(text);
      return text.length;
    }, 2);
    expect(["a", "bb", "a", "ccc", "a"].map(length)).toEqual([1, 2, 1, 3, 1]);
    expect(read).toEqual(["a", "bb", "ccc", "a"]);
  });
});

describe("rememberedReaders", () => {
  it("does not take a number for the text of the same digits", () => {
    const { date } = rememberedReaders(true);
    expect(date({ kind: "text", text: "43189" })).toHaveProperty("fault");
    expect(date({ kind: "number", text: "43189" })).toBe("2022-03-31");
    expect(date({ kind: "text", text: "43189" })).toHaveProperty("fault");
  });

  it("keeps a fault as well as a value", () => {
    const { decimal } = rememberedReaders(false);
    const wrong = { kind: "text", text: "若干" } as const;
    expect([decimal(wrong), decimal(wrong)]).toEqual([
      { fault: "“若干”不是数字" },
      { fault: "“若干”不是数字" },
    ]);
    expect(decimal({ kind: "error", text: "#REF!" })).toEqual({ fault: "是错误值 #REF!" });
    expect(decimal(undefined)).toBeUndefined();
  });
});
