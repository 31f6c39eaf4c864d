import { describe, expect, it } from "vitest";
import { urlFilters } from "../../../../renderer/components/table/urlFilters.ts";

describe("filters in a link", () => {
  it("are for all columns, or for one", () => {
    expect(urlFilters(new URLSearchParams("q=租赁&f.paidOn=2022-03&f.available=%3E0&payment=1"))).toEqual({
      everywhere: "租赁",
      filters: { paidOn: { text: "2022-03", picked: [] }, available: { text: ">0", picked: [] } },
    });
  });

  it("are none without them", () => {
    expect(urlFilters(new URLSearchParams("payment=1"))).toEqual({ everywhere: "", filters: {} });
  });
});
