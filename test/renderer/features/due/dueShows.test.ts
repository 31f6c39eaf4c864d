import { describe, expect, it } from "vitest";
import { type DueItem, dueKinds } from "#shared/api/due.ts";
import { dueShows, kindsOf, shownDue, showOf } from "../../../../renderer/features/due/dueShows.ts";

const items = dueKinds.map((kind) => ({ key: kind, kind }) as DueItem);

describe("the parts of the 待办", () => {
  it("cover every kind exactly once, and all of them together", () => {
    const parts = dueShows.filter((show) => show !== "all").flatMap((show) => shownDue(items, show));
    expect(parts.map((item) => item.kind).toSorted()).toEqual([...dueKinds].toSorted());
    expect(shownDue(items, "all")).toEqual(items);
  });

  it("are found again by the kinds in a link", () => {
    for (const show of dueShows) expect(showOf(kindsOf[show].join(","))).toBe(show);
    expect(showOf(null)).toBe("all");
    expect(showOf("nothing")).toBe("all");
  });
});
