import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { acceptanceState, effectiveDeduction } from "#shared/schedule/acceptanceState.ts";
import { acceptanceOf, instalmentOf } from "./samples.ts";

const instalment = instalmentOf();
const month = (id: string, from: string, to: string, acceptedOn: string) =>
  acceptanceOf({
    id: asId(id),
    periodFrom: isoDate(from),
    periodTo: isoDate(to),
    acceptedOn: isoDate(acceptedOn),
  });
const january = month("january", "2022-01-01", "2022-01-31", "2022-02-03");
const february = month("february", "2022-02-01", "2022-02-28", "2022-03-03");
const march = month("march", "2022-03-01", "2022-03-31", "2022-04-02");

describe("acceptanceState", () => {
  it("accepts by one paper for the period or by papers that cover it together", () => {
    expect(acceptanceState(instalment, [acceptanceOf()])).toEqual({ kind: "accepted", on: "2022-04-05" });
    expect(acceptanceState(instalment, [march, january, february])).toEqual({
      kind: "accepted",
      on: "2022-04-02",
    });
  });

  it("misses what no paper covers", () => {
    expect(acceptanceState(instalment, [])).toEqual({ kind: "missing" });
    expect(acceptanceState(instalment, [january, march])).toEqual({ kind: "missing" });
  });

  it("takes a paper of another instalment for nothing, its own for the whole", () => {
    const other = acceptanceOf({ instalmentId: asId("instalment-2") });
    expect(acceptanceState(instalment, [other])).toEqual({ kind: "missing" });
    const own = { ...january, instalmentId: instalment.id };
    expect(acceptanceState(instalment, [own])).toEqual({ kind: "accepted", on: "2022-02-03" });
  });

  it("lets the later paper decide about the days of both", () => {
    const failed = {
      ...february,
      id: asId("failed"),
      result: "fail",
      acceptedOn: isoDate("2022-03-01"),
    } as const;
    expect(acceptanceState(instalment, [january, failed, march])).toMatchObject({
      kind: "failed",
      by: failed,
    });
    expect(acceptanceState(instalment, [january, failed, february, march])).toMatchObject({
      kind: "accepted",
    });
    const failedLater = { ...failed, acceptedOn: isoDate("2022-03-09") };
    expect(acceptanceState(instalment, [january, february, failedLater, march]).kind).toBe("failed");
  });
});

describe("effectiveDeduction", () => {
  it("takes the larger of what instalment and acceptance say, once", () => {
    const paper = acceptanceOf({ deductionCents: cents(30_000) });
    expect(effectiveDeduction(instalment, [paper])).toBe(30_000);
    expect(effectiveDeduction({ ...instalment, deductionCents: cents(30_000) }, [paper])).toBe(30_000);
    expect(effectiveDeduction({ ...instalment, deductionCents: cents(50_000) }, [paper])).toBe(50_000);
  });

  it("does not take a deduction several times where rentals share a period", () => {
    const paper = acceptanceOf({ deductionCents: cents(30_000) });
    expect(effectiveDeduction({ ...instalment, rentalId: asId("rental-1") }, [paper])).toBe(0);
  });

  it("follows the latest paper of the instalment", () => {
    const first = acceptanceOf({ instalmentId: instalment.id, deductionCents: cents(90_000) });
    const second = {
      ...first,
      id: asId("a2"),
      acceptedOn: isoDate("2022-04-20"),
      deductionCents: cents(10_000),
    };
    expect(effectiveDeduction(instalment, [second, first])).toBe(10_000);
  });
});
