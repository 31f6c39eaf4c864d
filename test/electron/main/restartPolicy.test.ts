import { describe, expect, it } from "vitest";
import { createRestartPolicy } from "../../../electron/main/restartPolicy.ts";

describe("restart policy", () => {
  it("starts again at once, then after longer and longer pauses, then no more", () => {
    const policy = createRestartPolicy();
    expect([0, 1, 2, 3, 4].map((second) => policy.pauseBeforeRestart(second * 1000))).toEqual([
      0,
      500,
      1000,
      2000,
      undefined,
    ]);
  });

  it("forgets deaths of more than a minute ago", () => {
    const policy = createRestartPolicy();
    for (const minute of [0, 1, 2, 3, 4, 5, 6]) expect(policy.pauseBeforeRestart(minute * 61_000)).toBe(0);
  });
});
