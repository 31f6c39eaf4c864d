import { describe, expect, it } from "vitest";
import { getContract } from "#engine/contracts/getContract.ts";
import { saveBond, voidBond } from "#engine/contracts/saveBond.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { bondDraft } from "#test/engine/support/agreementDrafts.ts";
import { idOf, smallOffice } from "#test/engine/support/smallOffice.ts";

async function held() {
  const { sign, context } = await smallOffice();
  const { contract } = await sign({ bondCents: cents(1_200_000) });
  const move = async (changes: Parameters<typeof bondDraft>[1] = {}) =>
    saveBond(await context(), bondDraft(contract.id, changes));
  return { move, context, now: async () => getContract(await context(), contract.id) };
}

describe("履约保证金", () => {
  it("is what came in less what went out and what was kept", async () => {
    const { move, now } = await held();
    await move();
    await move({ kind: "release", movedOn: isoDate("2022-06-30"), amountCents: cents(700_000) });
    await move({ kind: "forfeit", movedOn: isoDate("2022-06-30"), amountCents: cents(100_000) });
    expect((await now()).bond).toEqual({
      receivedCents: 1_200_000,
      releasedCents: 700_000,
      forfeitedCents: 100_000,
      balanceCents: 400_000,
    });
  });

  it("is never less than nothing, on any day", async () => {
    const { move, now, context } = await held();
    const release = { kind: "release", movedOn: isoDate("2022-01-04"), amountCents: cents(1) } as const;
    expect(await failureOf(() => move(release))).toMatchObject({
      code: "refused",
      message: "2022-01-04 退还0.01元，超过当时持有的履约保证金0.01元。",
    });
    await move();
    expect((await failureOf(() => move(release))).code).toBe("refused");
    await move({ ...release, movedOn: isoDate("2022-01-05"), amountCents: cents(1_200_000) });
    const id = idOf((await now()).bonds.find((row) => row.kind === "receive"));
    const voiding = async () => voidBond(await context(), { id, reason: "录入有误" });
    expect((await failureOf(voiding)).code).toBe("refused");
    expect((await now()).bond.balanceCents).toBe(0);
  });

  it("is refused for nothing and for a day to come", async () => {
    const { move } = await held();
    expect((await failureOf(() => move({ amountCents: cents(0) }))).message).toBe("金额为0。");
    const tomorrow = { movedOn: isoDate("2022-07-09") };
    expect((await failureOf(() => move(tomorrow))).message).toContain("晚于今天");
  });
});
