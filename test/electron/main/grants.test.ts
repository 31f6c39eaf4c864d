import { describe, expect, it } from "vitest";
import type { Grant } from "#shared/api/engineControl.ts";
import { fileToken } from "#shared/api/fields.ts";
import { createGrantBook } from "../../../electron/main/grants.ts";

describe("grant book", () => {
  it("tells the engine before the page learns the token", async () => {
    const order: string[] = [];
    const book = createGrantBook(async ({ path }) => {
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`engine ${path}`);
    });
    const picked = await book.grant("/home/office/发票.xlsx", "read");
    order.push(`page ${picked.name}`);
    expect(order).toEqual(["engine /home/office/发票.xlsx", "page 发票.xlsx"]);
  });

  it("gives every choice a token of its own, which leads back to the path", async () => {
    const told: Grant[] = [];
    const book = createGrantBook(async (grant) => void told.push(grant));
    const first = await book.grant("/a.xlsx", "read");
    const second = await book.grant("/a.xlsx", "write");
    expect(first.file).not.toBe(second.file);
    expect(book.pathOf(second.file)).toBe("/a.xlsx");
    expect(book.pathOf(fileToken.parse("made-up"))).toBeUndefined();
    expect(book.all()).toEqual(told);
  });
});
