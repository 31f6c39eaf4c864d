import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { keepFindings } from "#engine/keptFindings.ts";
import { listVendors } from "#engine/vendors/views.ts";
import { checkLedger } from "#shared/rules/check.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";

/** So short that every rule of the small sample is a turn of its own. */
const everyRule = 0;

const sampleFacts = async () => (await (await sampleDesk()).context()).facts();

describe("findings that are kept", () => {
  const asking = () => new AbortController();

  it("are those of a check in one go, the same for whoever asks again", async () => {
    const facts = await sampleFacts();
    const check = keepFindings(everyRule);
    const [first, second] = await Promise.all([
      check(asking().signal)(facts),
      check(asking().signal)(facts, {}),
    ]);
    expect(first).toEqual(checkLedger(facts));
    expect(first.length).toBeGreaterThan(10);
    expect(second).toBe(first);
    expect(await check(asking().signal)(facts)).toBe(first);
    const ofYear = { fiscalYear: 2022 };
    expect(await check(asking().signal)(facts, ofYear)).toEqual(checkLedger(facts, ofYear));
  });

  it("let a request that comes meanwhile be answered first", async () => {
    const desk = await (await sampleDesk()).context();
    const facts = await desk.facts();
    const answered: string[] = [];
    const checking = keepFindings(everyRule)(asking().signal)(facts).then(() => answered.push("check"));
    // As a message from the window comes: in a turn of its own.
    await nextTurn();
    await listVendors(desk).then(() => answered.push("vendors"));
    await checking;
    expect(answered).toEqual(["vendors", "check"]);
  });

  it("are dropped when nobody waits for them any more, and found when asked for again", async () => {
    const facts = await sampleFacts();
    const check = keepFindings(everyRule);
    const [one, other] = [asking(), asking()];
    const dropped = Promise.all([check(one.signal)(facts), check(other.signal)(facts)]);
    one.abort();
    other.abort();
    await expect(dropped).rejects.toMatchObject({ name: "AbortError" });
    expect(await check(asking().signal)(facts)).toEqual(checkLedger(facts));
  });

  it("go on while one of several still waits", async () => {
    const facts = await sampleFacts();
    const check = keepFindings(everyRule);
    const [one, other] = [asking(), asking()];
    const both = [check(one.signal)(facts), check(other.signal)(facts)];
    one.abort();
    expect(await both[1]).toEqual(checkLedger(facts));
  });
});
