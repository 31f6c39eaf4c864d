import { describe, expect, it } from "vitest";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Decision, StoredFinding } from "#shared/model/check.ts";
import { withDecisions } from "#shared/rules/decisions.ts";
import { figuresHash } from "#shared/rules/figuresHash.ts";
import type { Finding } from "#shared/rules/finding.ts";

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
  figuresHash: figuresHash(found),
  ruleId: found.ruleId,
  severity: "warn",
  message: found.message,
  remedy: found.remedy,
  subjectsJson: "[]",
  figuresJson: "{}",
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

describe("figuresHash", () => {
  it("does not depend on the order of the figures, nor on days that go by", () => {
    const hash = figuresHash(found);
    expect(figuresHash({ figures: { earlyDays: 9, earliestDate: "2022-04-01" } })).toBe(hash);
    expect(figuresHash({ figures: { ...found.figures, asOfDate: "2022-04-30" } })).toBe(hash);
    expect(figuresHash({ figures: { ...found.figures, earliestDate: "2022-04-02" } })).not.toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{14}$/);
  });

  it("tells figures apart that differ in one 分", () => {
    const hashes = Array.from({ length: 2_000 }, (_, amount) =>
      figuresHash({ figures: { amountCents: amount } }),
    );
    expect(new Set(hashes).size).toBe(2_000);
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
