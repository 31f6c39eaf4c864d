import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLedger } from "#engine/ledger/createLedger.ts";
import { sampleDocument } from "#engine/sample/document.ts";
import { sampleToday } from "#engine/sample/office.ts";
import { writeSample, writeSampleExport } from "#engine/sample/writeSample.ts";
import type { Ledger } from "#engine/store/types.ts";
import { tableNames } from "#shared/model/ledger.ts";

const clock = { today: () => sampleToday, now: () => "2022-07-08T01:00:00Z" };
const byId = (rows: readonly { id: string }[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

let folder: string;
let ledger: Ledger;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jingfei-sample-"));
  ledger = await createLedger({ path: join(folder, "示例.jfz"), clock });
});

afterEach(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

describe("writeSample", () => {
  it("fills a ledger that holds to every invariant of the database", async () => {
    await writeSample(ledger, "沈经办");
    const { tables } = sampleDocument();
    for (const table of tableNames.filter((name) => name !== "changeLog")) {
      const rows = await ledger.read.selectFrom(table).selectAll().execute();
      expect([table, byId(rows)]).toEqual([table, byId(tables[table])]);
    }
  });

  it("says in the change log who did it", async () => {
    await writeSample(ledger, "沈经办");
    const log = await ledger.read.selectFrom("changeLog").select(["actor", "action", "entity"]).execute();
    expect(new Set(log.map(({ actor, action }) => `${actor} ${action}`))).toEqual(
      new Set(["沈经办 装入示例"]),
    );
    expect(log.map(({ entity }) => entity)).toContain("payment");
  });

  it("writes nothing a second time", async () => {
    await writeSample(ledger, "沈经办");
    const count = async () => (await ledger.read.selectFrom("changeLog").select("id").execute()).length;
    const before = await count();
    await expect(writeSample(ledger, "沈经办")).rejects.toThrow();
    expect(await count()).toBe(before);
  });
});

describe("writeSampleExport", () => {
  it("writes a workbook beside the ledger", async () => {
    const path = await writeSampleExport(ledger.path);
    expect(basename(path)).toBe("示例_全量发票查询导出结果.xlsx");
    expect((await readFile(path)).subarray(0, 2).toString()).toBe("PK");
  });

  it("leaves a file of that name alone", async () => {
    const taken = join(folder, "示例_全量发票查询导出结果.xlsx");
    await writeFile(taken, "mine");
    expect(basename(await writeSampleExport(ledger.path))).toBe("示例_全量发票查询导出结果 (2).xlsx");
    expect(await readFile(taken, "utf8")).toBe("mine");
  });
});
