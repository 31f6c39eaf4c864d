import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { createSample } from "#engine/sample/createSample.ts";
import { sampleToday } from "#engine/sample/office.ts";

const clock = { today: () => sampleToday, now: () => "2022-07-08T01:00:00Z" };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jingfei-sample-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe("createSample", () => {
  it("makes a ledger that can be opened, and an export beside it", async () => {
    const path = join(folder, "sample.db");
    const { exportPath } = await createSample({ path, clock });
    expect(await readdir(folder)).toEqual(expect.arrayContaining(["sample.db", basename(exportPath)]));
    const ledger = await openLedger({ path, clock });
    const projects = await ledger.read.selectFrom("project").select(["code", "name"]).execute();
    await ledger.close();
    expect(projects).toEqual([{ code: "SQZL-2022", name: "社区综合治理" }]);
  });

  it("leaves an existing file alone", async () => {
    const path = join(folder, "sample.db");
    await createSample({ path, clock });
    const before = await readdir(folder);
    await expect(createSample({ path, clock })).rejects.toMatchObject({ code: "conflict" });
    expect(await readdir(folder)).toEqual(before);
  });

  it("leaves nothing behind when it fails half way", async () => {
    let calls = 0;
    const stopping = {
      today: () => sampleToday,
      now: () => {
        calls += 1;
        if (calls > 1) throw new Error("the clock stopped");
        return clock.now();
      },
    };
    const path = join(folder, "sample.db");
    await expect(createSample({ path, clock: stopping })).rejects.toThrow("the clock stopped");
    expect(await readdir(folder)).toEqual([]);
  });
});
