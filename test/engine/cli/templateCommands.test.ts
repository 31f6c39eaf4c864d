import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { TemplateView } from "#shared/api/templates.ts";
import type { TemplateDifference } from "#shared/forms/templates/edit/differences.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { openWorkbook } from "#test/engine/excel/openWorkbook.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { cli, cliJson } from "#test/engine/support/cli.ts";

async function sampleLedger() {
  const folder = testFolder();
  const db = path.join(folder, "示例.jingfei");
  await cli("init", "--sample", "--db", db);
  const shown = async (key: string) =>
    (await cliJson<Template & { basedOn: string }>("templates", "show", key, "--db", db)).data;
  /** A copy of the template of 2026 under another key, changed. */
  const keep = async (changes: object) => {
    const file = path.join(folder, "表式.json");
    const template = await shown("sh-2026");
    writeFileSync(file, JSON.stringify({ ...template, id: "gfl-2026", name: "本街道表式", ...changes }));
    return cli("templates", "save", file, "--db", db);
  };
  return { folder, db, shown, keep };
}

describe("templates", () => {
  it("are shown, kept, compared, used by a project and voided with another one in their place", async () => {
    const { db, shown, keep } = await sampleLedger();
    const { budget } = await shown("sh-2026");
    expect(await keep({ budget: { ...budget, title: "支出测算表" } })).toMatchObject({ code: 0 });
    expect((await shown("gfl-2026")).budget.title).toBe("支出测算表");
    const { data } = await cliJson<readonly TemplateDifference[]>(
      "templates",
      "diff",
      "gfl-2026",
      "--db",
      db,
    );
    expect(data).toEqual([
      {
        part: "budget",
        place: "项目支出预算明细表：标题，表名",
        before: "项目支出预算明细表",
        after: "支出测算表",
      },
    ]);
    expect((await cli("templates", "diff", "gfl-2026", "--db", db)).stdout).toContain(
      "本街道表式（gfl-2026）与上海 2026 年表式（sh-2026）：1 处不同",
    );
    expect((await cli("templates", "diff", "sh-2022", "--db", db)).stdout).toContain("没有不同");

    await cli("templates", "use", "gfl-2026", "--project", "SQZL-2022", "--db", db);
    const file = path.join(path.dirname(db), "预算.xlsx");
    const printed = [
      "export",
      "budget",
      "--project",
      "SQZL-2022",
      "--format",
      "xlsx",
      "--out",
      file,
    ] as const;
    expect(await cli(...printed, "--db", db)).toMatchObject({ code: 0 });
    expect(openWorkbook(readFileSync(file)).sheets[0]?.name).toBe("支出测算表");

    const refused = await cli("templates", "void", "gfl-2026", "--reason", "不用了", "--db", db);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("还在使用") });
    const voided = ["templates", "void", "gfl-2026", "--reason", "不用了", "--instead", "sh-2022"] as const;
    expect(await cli(...voided, "--db", db)).toMatchObject({ code: 0 });
    const { data: left } = await cliJson<readonly TemplateView[]>("templates", "list", "--db", db);
    expect(left.map(({ template, usedBy }) => [template.id, usedBy.length])).toEqual([
      ["sh-2022", 1],
      ["sh-2026", 0],
    ]);
  });

  it("say where a file is wrong, and what there is instead of an unknown key", async () => {
    const { folder, db, shown, keep } = await sampleLedger();
    const { targets } = await shown("sh-2026");
    const wrong = await keep({ targets: { ...targets, title: "", columns: [6, 12] } });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("targets.title：不能为空");
    const narrow = await keep({ targets: { ...targets, columns: [6, 12] } });
    expect(narrow.stderr).toContain("表头第 1 行共占 8 列，全表有 2 列");
    const file = path.join(folder, "坏.json");
    writeFileSync(file, "{");
    expect((await cli("templates", "save", file, "--db", db)).stderr).toContain("不是 JSON");
    expect((await cli("templates", "show", "bj-2022", "--db", db)).stderr).toContain(
      "账本里的表式：sh-2022、sh-2026",
    );
    expect((await cli("templates", "void", "sh-2022", "--reason", "不用了", "--db", db)).stderr).toContain(
      "内置表式，不能作废",
    );
    expect((await cli("templates", "use", "sh-2026", "--project", "没有", "--db", db)).code).not.toBe(0);
  });
});
