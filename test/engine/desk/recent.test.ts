import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRecent } from "#engine/recent.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { engineDesk } from "#test/engine/support/engineDesk.ts";

describe("the list of recent ledgers", () => {
  it("has the latest first, each once, and ten of them", async () => {
    const recent = createRecent(testFolder());
    for (let number = 1; number <= 12; number += 1) await recent.opened(`/账本/${number}.jingfei`);
    await recent.opened("/账本/5.jingfei");
    const names = (await recent.list()).map((row) => row.name);
    expect(names).toEqual(["5", "12", "11", "10", "9", "8", "7", "6", "4", "3"]);
    expect((await recent.list())[0]).toMatchObject({ name: "5", folder: "/账本" });
  });

  it("leads from an id to its path, and from no other", async () => {
    const recent = createRecent(testFolder());
    await recent.opened("/账本/甲.jingfei");
    const [row] = await recent.list();
    expect(await recent.pathOf(row?.id ?? "")).toBe("/账本/甲.jingfei");
    expect(await recent.pathOf("/账本/甲.jingfei")).toBeUndefined();
    expect(JSON.stringify(row)).not.toContain("甲.jingfei");
  });

  it("knows which one to open again, unless it was closed", async () => {
    const folder = testFolder();
    const recent = createRecent(folder);
    expect(await recent.last()).toBeUndefined();
    await recent.opened("/账本/甲.jingfei");
    expect(await createRecent(folder).last()).toBe("/账本/甲.jingfei");
    await recent.closed();
    expect(await createRecent(folder).last()).toBeUndefined();
    expect(await recent.list()).toHaveLength(1);
  });

  it.each([
    ["cut off", '{"paths":["/账本/甲.jing'],
    ["empty", ""],
    ["of another shape", '{"paths":"甲","open":1}'],
    ["no list at all", "null"],
    ["no text", "\u0000\u0001"],
  ])("that is %s is an empty one, and is written anew", async (_, text) => {
    const folder = testFolder();
    writeFileSync(path.join(folder, "recent.json"), text);
    const recent = createRecent(folder);
    expect(await recent.list()).toEqual([]);
    expect(await recent.last()).toBeUndefined();
    await recent.opened("/账本/甲.jingfei");
    expect(await recent.list()).toHaveLength(1);
  });

  it("is empty whatever is in its file, or what it can make of it", async () => {
    const folder = testFolder();
    const recent = createRecent(folder);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        writeFileSync(path.join(folder, "recent.json"), text);
        expect(Array.isArray(await recent.list())).toBe(true);
      }),
    );
  });
});

describe("where the list cannot be written", () => {
  it("ledgers open all the same, and the engine's log says why", async () => {
    const userData = path.join(testFolder(), "没有");
    const engine = engineDesk({ userData });
    const file = engine.grant("甲.jingfei");
    const status = await engine.ask("ledger.create", {
      file,
      sample: false,
      officeName: "",
      officer: "王经办",
      year: 2022,
    });
    expect(status).toMatchObject({ ledger: { name: "甲" }, recent: [] });
    expect(engine.reported.map(([where]) => where)).toEqual(["recent"]);
    expect(await engine.ask("ledger.close", {})).toMatchObject({ ledger: null });
    mkdirSync(userData);
    await engine.ask("ledger.open", { file });
    expect(JSON.parse(readFileSync(path.join(userData, "recent.json"), "utf8")).paths).toHaveLength(1);
    chmodSync(userData, 0o755);
  });
});
