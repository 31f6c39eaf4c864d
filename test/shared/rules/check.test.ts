import { describe, expect, it } from "vitest";
import { findingsOf } from "./checking.ts";
import { rightRows } from "./sampleRows.ts";

describe("checkLedger", () => {
  it("finds nothing where everything is right", () => {
    expect(findingsOf(rightRows)).toEqual([]);
  });
});
