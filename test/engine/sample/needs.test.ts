import { describe, expect, it } from "vitest";
import { getNeed, listNeeds } from "#engine/needs/getNeed.ts";
import { rentalMatrix } from "#engine/rentals/rentalMatrix.ts";
import { sampleDocument } from "#engine/sample/document.ts";
import { sampleToday } from "#engine/sample/office.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { isDue } from "#shared/needs/personDue.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const year = { fiscalYear: 2022, projectId: null } as const;

describe("the sample's needs", () => {
  it("are 32 uniforms, for 26 people after two years and 6 who never had one: the whole budget line", async () => {
    const { context } = await sampleDesk(testClock());
    const { need, people, line, sizes } = await getNeed(await context(), asId("sample-need-uniforms"));
    const states = people.map(({ state }) => state);
    expect(
      ["replace", "never", "left"].map((state) => states.filter((each) => each === state).length),
    ).toEqual([26, 6, 1]);
    expect(need).toMatchObject({ dueCount: 32, plannedQuantity: "32", plannedCents: 3_776_000 });
    expect(line).toMatchObject({ allocatedCents: 3_776_000, plannedCents: 3_776_000 });
    expect(sizes.reduce((sum, { people: count }) => sum + count, 0)).toBe(32);
    expect(people.filter(isDue)).toHaveLength(32);
  });

  it("stay within their budget lines, and handed out no more than was planned", async () => {
    const { context } = await sampleDesk(testClock());
    const needs = await listNeeds(await context(), year);
    const planned = (line: string) =>
      sumCents(needs.flatMap((row) => (row.budgetLineName === line ? (row.plannedCents ?? []) : [])));
    expect([planned("网格巡查处置用品"), planned("宣传费用")]).toEqual([3_662_000, 830_000]);
    expect(needs.filter(({ leftQuantity }) => leftQuantity?.startsWith("-"))).toEqual([]);
  });

  it("were handed out before the sample's day", () => {
    const { needIssue } = sampleDocument().tables;
    expect(needIssue.filter((row) => row.issuedOn > sampleToday)).toEqual([]);
  });
});

describe("the sample's devices", () => {
  it("are as many as are let, in every month", async () => {
    const { context } = await sampleDesk(testClock());
    const { rows } = await rentalMatrix(await context(), year);
    expect(rows.map((row) => [row.rental.name, row.devicesInService, row.differences.length])).toEqual([
      ["巡查记录仪", 26, 0],
      ["网格工作手机", 68, 0],
      ["对讲机", 36, 0],
    ]);
  });
});
