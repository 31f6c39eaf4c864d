import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "#shared/kernel/canonicalJson.ts";

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
};

describe("canonicalJson", () => {
  it("orders keys at every depth and keeps the order of lists", () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }, 2], a: "甲" })).toBe('{"a":"甲","b":[{"c":null,"d":1},2]}');
  });

  it("does not depend on the order in which an object was made, and loses nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
