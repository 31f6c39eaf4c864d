import { describe, expect, it } from "vitest";
import type { InstalmentView } from "#shared/api/contracts.ts";
import { instalmentStatuses } from "#shared/schedule/status.ts";
import { shownInstalments, shows } from "../../../../renderer/features/schedule/instalmentShows.ts";

const rows = instalmentStatuses.map((status) => ({ id: status, status }) as InstalmentView);

describe("the parts of the instalments", () => {
  it("cover every status exactly once", () => {
    const parts = shows
      .filter((show) => show !== "all")
      .flatMap((show) => shownInstalments(rows, show).map((row) => row.status));
    expect([...parts].sort()).toEqual([...instalmentStatuses].sort());
  });

  it("are all of them together", () => {
    expect(shownInstalments(rows, "all")).toBe(rows);
  });
});
