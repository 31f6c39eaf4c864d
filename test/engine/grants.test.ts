import { describe, expect, it } from "vitest";
import { createGrants } from "#engine/grants.ts";
import { fileToken } from "#shared/api/fields.ts";

const token = fileToken.parse("t1");

describe("grants", () => {
  it("lead from the token to the path", () => {
    const grants = createGrants();
    grants.add({ token, path: "/data/a.xlsx", access: "read" });
    expect(grants.pathOf(token, "read")).toBe("/data/a.xlsx");
  });

  it("for writing include reading, not the other way round", () => {
    const grants = createGrants();
    grants.add({ token, path: "/data/a.xlsx", access: "write" });
    expect(grants.pathOf(token, "read")).toBe("/data/a.xlsx");
    grants.add({ token, path: "/data/a.xlsx", access: "read" });
    expect(() => grants.pathOf(token, "write")).toThrow(expect.objectContaining({ code: "refused" }));
  });

  it("are refused for a token nobody gave", () => {
    expect(() => createGrants().pathOf(token, "read")).toThrow(expect.objectContaining({ code: "refused" }));
  });
});
