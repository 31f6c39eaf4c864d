import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createLedger } from "#engine/ledger/createLedger.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { tableNames } from "#shared/model/ledger.ts";
import { clock, failureOf, testFolder } from "../store/testLedger.ts";

describe("createLedger", () => {
  it("makes an empty ledger that can be opened again", async () => {
    const path = join(testFolder(), "经费 账本（2022）.jingfei");
    const made = await createLedger({ path, clock });
    await made.close();
    const ledger = await openLedger({ path, clock });
    for (const table of tableNames) {
      expect(await ledger.read.selectFrom(table).select("id").execute()).toEqual([]);
    }
    await ledger.close();
  });

  it("never replaces a file", async () => {
    const path = join(testFolder(), "已有.jingfei");
    writeFileSync(path, "别人的文件");
    const failure = await failureOf(() => createLedger({ path, clock }));
    expect(failure).toMatchObject({
      code: "conflict",
      message: `已有同名文件，没有新建：${path}`,
      hint: "账本从不覆盖已有的文件。请换一个文件名；要使用已有的账本，请用“打开账本”。",
    });
    expect(readFileSync(path, "utf8")).toBe("别人的文件");
  });

  it("says so when the folder is not there", async () => {
    const folder = testFolder();
    const path = join(folder, "没有", "账本.jingfei");
    expect(await failureOf(() => createLedger({ path, clock }))).toMatchObject({
      code: "not-found",
      message: `文件夹不存在，没有新建账本：${join(folder, "没有")}`,
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(path)).toBe(false);
  });
});
