import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { clock } from "#test/engine/store/testLedger.ts";
import { type EngineDesk, engineDesk } from "#test/engine/support/engineDesk.ts";

const create = ({ ask, grant }: EngineDesk, name: string) =>
  ask("ledger.create", {
    file: grant(name),
    sample: false,
    officeName: "示例街道",
    officer: "王经办",
    year: 2022,
  });
const openName = async ({ ask }: EngineDesk) => (await ask("ledger.status", {})).ledger?.name ?? null;

/** Whether a file is held by nobody: another could open it now. */
async function isFree(file: string): Promise<boolean> {
  try {
    await (await openLedger({ path: file, clock })).close();
    return true;
  } catch {
    return false;
  }
}

describe("a new ledger", () => {
  it("is on the desk at once, with its year and its office", async () => {
    const engine = engineDesk();
    const status = await create(engine, "街道.jingfei");
    expect(status).toMatchObject({
      ledger: { name: "街道", years: [2022], projects: [] },
      recent: [{ name: "街道", folder: engine.folder }],
      failure: null,
      today: "2022-07-08",
    });
    const { units } = await engine.ask("office.get", {});
    expect(units.map((unit) => unit.currentName)).toEqual(["示例街道"]);
  });

  it("with the sample has its export beside it and plays on its own day", async () => {
    const engine = engineDesk();
    const file = engine.grant("示例.jingfei");
    const status = await engine.ask("ledger.create", {
      file,
      sample: true,
      officeName: "",
      officer: "王经办",
      year: 2022,
    });
    expect(status).toMatchObject({ today: "2022-07-08", officer: "沈经办" });
    expect(existsSync(path.join(engine.folder, "示例_全量发票查询导出结果.xlsx"))).toBe(true);
  });

  it.each([true, false])(
    "never takes the place of a file, whatever the dialog asked (sample: %s)",
    async (sample) => {
      const engine = engineDesk();
      await create(engine, "旧.jingfei");
      const before = readFileSync(path.join(engine.folder, "旧.jingfei"));
      writeFileSync(path.join(engine.folder, "文档.jingfei"), "别的文件");
      const refused = await engine.refusal("ledger.create", {
        file: engine.grant("文档.jingfei"),
        sample,
        officeName: "",
        officer: "王经办",
        year: 2022,
      });
      expect(refused).toMatchObject({
        code: "conflict",
        message: expect.stringMatching(/^已有同名文件，没有新建：.*文档\.jingfei$/),
        hint: expect.stringContaining("从不覆盖已有的文件"),
      });
      expect(readFileSync(path.join(engine.folder, "文档.jingfei"), "utf8")).toBe("别的文件");
      expect(readFileSync(path.join(engine.folder, "旧.jingfei")).equals(before)).toBe(true);
      expect(await openName(engine)).toBe("旧");
    },
  );

  it("in a folder that is not there says so and leaves what is open", async () => {
    const engine = engineDesk();
    await create(engine, "旧.jingfei");
    const file = engine.grant(path.join("没有", "新.jingfei"));
    const refused = await engine.refusal("ledger.create", {
      file,
      sample: false,
      officeName: "",
      officer: "王经办",
      year: 2022,
    });
    expect(refused.message).toContain("文件夹不存在，没有新建账本");
    expect(await openName(engine)).toBe("旧");
  });
});

describe("opening a ledger", () => {
  it("closes the one that was open", async () => {
    const engine = engineDesk();
    await create(engine, "甲.jingfei");
    await create(engine, "乙.jingfei");
    const first = path.join(engine.folder, "甲.jingfei");
    expect(await isFree(first)).toBe(true);
    expect(await isFree(path.join(engine.folder, "乙.jingfei"))).toBe(false);
    await engine.ask("ledger.open", { file: engine.grant("甲.jingfei", "read") });
    expect(await openName(engine)).toBe("甲");
    expect(await isFree(path.join(engine.folder, "乙.jingfei"))).toBe(true);
    expect((await engine.ask("ledger.status", {})).recent.map((row) => row.name)).toEqual(["甲", "乙"]);
  });

  it("that is open already changes nothing, by whatever name", async () => {
    const engine = engineDesk();
    await create(engine, "甲.jingfei");
    symlinkSync(path.join(engine.folder, "甲.jingfei"), path.join(engine.folder, "快捷方式"));
    for (const name of ["甲.jingfei", "快捷方式"])
      expect((await engine.ask("ledger.open", { file: engine.grant(name) })).ledger?.name).toBe("甲");
  });

  it.each([
    ["is not there", "没有.jingfei", "not-found"],
    ["is a folder", "文件夹", "bad-ledger"],
    ["is empty", "空.jingfei", "bad-ledger"],
    ["is something else", "照片.jingfei", "bad-ledger"],
    ["is open elsewhere", "别处.jingfei", "ledger-busy"],
  ])("that %s keeps the present one open", async (_, name, code) => {
    const engine = engineDesk();
    const inFolder = (file: string) => path.join(engine.folder, file);
    mkdirSync(inFolder("文件夹"));
    writeFileSync(inFolder("空.jingfei"), "");
    writeFileSync(inFolder("照片.jingfei"), "JFIF".repeat(500));
    const other = engineDesk({ folder: engine.folder, userData: inFolder("文件夹") });
    await create(other, "别处.jingfei");
    await create(engine, "甲.jingfei");
    const refused = await engine.refusal("ledger.open", { file: engine.grant(name) });
    expect(refused).toMatchObject({
      code,
      message: expect.stringMatching(/[\u4e00-\u9fff]/),
      hint: expect.any(String),
    });
    expect(await openName(engine)).toBe("甲");
    expect(await engine.ask("projects.list", { fiscalYear: null })).toEqual([]);
    expect(engine.reported).toEqual([]);
  });

  it("twice at the same moment leaves one open and none behind", async () => {
    const engine = engineDesk();
    await create(engine, "甲.jingfei");
    await create(engine, "乙.jingfei");
    await engine.ask("ledger.close", {});
    const opened = await Promise.all(
      ["甲.jingfei", "乙.jingfei", "乙.jingfei", "甲.jingfei"].map((name) =>
        engine.send("ledger.open", { file: engine.grant(name) }),
      ),
    );
    expect(opened.map((result) => result.ok)).toEqual([true, true, true, true]);
    expect(await openName(engine)).toBe("甲");
    expect(await isFree(path.join(engine.folder, "乙.jingfei"))).toBe(true);
    await engine.ask("ledger.close", {});
    expect(await isFree(path.join(engine.folder, "甲.jingfei"))).toBe(true);
  });

  it("from the list of recent ones works by its id alone", async () => {
    const engine = engineDesk();
    await create(engine, "甲.jingfei");
    const { recent } = await create(engine, "乙.jingfei");
    const [, first] = recent;
    expect((await engine.ask("ledger.openRecent", { id: first?.id ?? "" })).ledger?.name).toBe("甲");
    const refused = await engine.refusal("ledger.openRecent", { id: "/etc/passwd" });
    expect(refused).toMatchObject({ code: "not-found", message: "最近打开的账本里没有这一项。" });
  });
});

describe("closing", () => {
  it("leaves the start page, and what needs a ledger says so", async () => {
    const engine = engineDesk();
    await create(engine, "甲.jingfei");
    expect(await engine.ask("ledger.close", {})).toMatchObject({
      ledger: null,
      officer: "",
      recent: [{ name: "甲" }],
    });
    expect(await engine.refusal("office.get", {})).toEqual({
      code: "ledger-closed",
      message: "还没有打开账本。",
      hint: "请先打开账本，或新建一个。",
    });
    await engine.ask("ledger.close", {});
  });
});

describe("the open ledger's own file", () => {
  it("is not written over by a copy or a list", async () => {
    const engine = engineDesk();
    await create(engine, "甲.jingfei");
    for (const name of ["甲.jingfei", path.join(engine.folder, ".", "甲.jingfei")]) {
      const refused = await engine.refusal("ledger.dump", { file: engine.grant(name) });
      expect(refused).toMatchObject({ code: "refused", message: expect.stringContaining("正在使用的账本") });
    }
    expect(await engine.ask("projects.list", { fiscalYear: null })).toEqual([]);
    const { fileName } = await engine.ask("ledger.dump", { file: engine.grant("甲.json") });
    expect(JSON.parse(readFileSync(path.join(engine.folder, fileName), "utf8")).format).toBe(
      "jingfei-ledger",
    );
  });

  it("is not written by a token that was granted for reading", async () => {
    const engine = engineDesk();
    await create(engine, "甲.jingfei");
    const refused = await engine.refusal("ledger.dump", { file: engine.grant("乙.json", "read") });
    expect(refused.message).toBe("程序没有得到写这个文件的许可。");
    expect(existsSync(path.join(engine.folder, "乙.json"))).toBe(false);
  });
});
