import { describe, expect, it } from "vitest";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Decision, StoredFinding } from "#shared/model/check.ts";
import { withDecisions } from "#shared/rules/decisions.ts";
import type { Finding } from "#shared/rules/finding.ts";
import { readFigures, steadyFigures } from "#shared/rules/steadyFigures.ts";

const found: Finding = {
  key: "PAY-03|payment:1",
  ruleId: "PAY-03",
  severity: "warn",
  message: "提前3天。",
  remedy: "说明原因。",
  subjects: [{ kind: "payment", id: "1", label: "FK-1" }],
  figures: { earliestDate: "2022-04-01", earlyDays: 3 },
};

const stored: StoredFinding = {
  id: asId("finding-1"),
  findingKey: found.key,
  ruleId: found.ruleId,
  severity: "warn",
  message: found.message,
  remedy: found.remedy,
  subjectsJson: "[]",
  figuresJson: JSON.stringify(found.figures),
  seenAt: "2022-04-02T01:00:00Z",
};

const decided = (action: Decision["action"], decidedAt: string): Decision => ({
  id: asId(`decision-${decidedAt}`),
  findingId: stored.id,
  action,
  reason: "供应商要求预付",
  decidedBy: "王五",
  decidedAt,
});
const accepted = decided("accept", "2022-04-03T01:00:00Z");

describe("steadyFigures", () => {
  it("does not depend on the order of the figures, nor on days that go by", () => {
    const steady = steadyFigures(found.figures);
    expect(steadyFigures({ earlyDays: 9, earliestDate: "2022-04-01" })).toBe(steady);
    expect(steadyFigures({ ...found.figures, asOfDate: "2022-04-30" })).toBe(steady);
    expect(steadyFigures({ ...found.figures, earliestDate: "2022-04-02" })).not.toBe(steady);
  });

  it.each(["", "no json", "[1]", '{"amountCents":{}}'])("reads nothing from %j", (json) => {
    expect(readFigures(json)).toBeUndefined();
  });
});

describe("withDecisions", () => {
  it("leaves open what nobody decided on", () => {
    expect(withDecisions([found], [], [])).toEqual([
      { ...found, state: "open", decision: null, reopened: false },
    ]);
  });

  it("keeps an acceptance while the figures stay", () => {
    expect(withDecisions([found], [stored], [accepted])).toEqual([
      { ...found, state: "accepted", decision: accepted, reopened: false },
    ]);
    const moved = { ...found, figures: { ...found.figures, earliestDate: "2022-04-05" } };
    expect(withDecisions([moved], [stored], [accepted])).toEqual([
      { ...moved, state: "open", decision: accepted, reopened: true },
    ]);
  });

  it("takes nothing to be the same as figures it cannot read", () => {
    const broken = { ...stored, figuresJson: "{" };
    expect(withDecisions([found], [broken], [accepted])[0]).toMatchObject({ state: "open", reopened: true });
  });

  it("lets the latest decision count, whatever the order", () => {
    const reopened = decided("reopen", "2022-04-05T01:00:00Z");
    for (const decisions of [
      [accepted, reopened],
      [reopened, accepted],
    ])
      expect(withDecisions([found], [stored], decisions)[0]).toMatchObject({ state: "open", decision: null });
    const again = decided("accept", "2022-04-06T01:00:00Z");
    expect(withDecisions([found], [stored], [again, reopened, accepted])[0]).toMatchObject({
      state: "accepted",
    });
  });

  it("does not know decisions of later days", () => {
    const on = (day: string) => withDecisions([found], [stored], [accepted], isoDate(day))[0]?.state;
    expect(on("2022-04-02")).toBe("open");
    expect(on("2022-04-03")).toBe("accepted");
  });
});
