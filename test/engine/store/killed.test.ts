import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createLedger } from "#engine/ledger/createLedger.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { verifyChain } from "#engine/store/chain.ts";
import { startChild } from "./child.ts";
import { clock, testFolder } from "./testLedger.ts";

const kills = 6;

it("keeps all that was acknowledged, whole, whenever the process is killed", {
  timeout: 90_000,
}, async () => {
  const path = join(testFolder(), "账本.jingfei");
  await (await createLedger({ path, clock })).close();
  let next = 0;
  let acknowledged = 0;
  for (let round = 0; round < kills; round += 1) {
    const child = startChild("writeForEver", [path, String(next)]);
    await child.firstLine();
    await sleep(Math.random() * 150);
    await child.kill();
    const said = child.lines().map(Number);
    acknowledged += said.length;

    const ledger = await openLedger({ path, clock });
    const vendors = await ledger.read.selectFrom("vendor").select("id").execute();
    const invoices = await ledger.read
      .selectFrom("invoice")
      .select(["vendorId", (it) => it.fn.countAll().as("count")])
      .groupBy("vendorId")
      .execute();
    const ids = vendors.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(said.map((number) => `vendor-${number}`)));
    // Nothing is half there: a vendor comes with its seven invoices and its two entries, or not at all.
    expect(invoices.map(({ vendorId, count }) => [vendorId, Number(count)]).sort()).toEqual(
      ids.map((id) => [id, 7]).sort(),
    );
    expect(await verifyChain(ledger)).toEqual({ kind: "whole", entries: ids.length * 2 });
    // At most the one transaction under way was committed without being acknowledged.
    expect(ids.length).toBeLessThanOrEqual(acknowledged + round + 1);
    next = ids.length;
    await ledger.close();
  }
  expect(acknowledged).toBeGreaterThan(kills);
});
