import { copyFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sourcePath } from "#test/engine/filings/bring/sourcePaper.ts";
import { dropFile } from "./support/dropFile.ts";
import { command, focusedName, keysAt, press, tabTo } from "./support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "./support/sampleOffice.ts";

/** Last year's papers brought in as they are, and what the check finds in them mended, in the real window. */
let office: SampleOffice;

beforeAll(async () => {
  office = await openSampleOffice();
});

afterAll(() => office.end());

const source = () => office.page.getByRole("region", { name: "原文" });
const offers = () => office.page.getByRole("region", { name: "读出的内容" });
const checkup = () => office.page.getByRole("region", { name: "体检结果" });

describe("bringing papers in", () => {
  it("reads the office's own file whole when it is dropped", async () => {
    const { page, folder } = office;
    await press(page, "Control+8");
    await tabTo(page, "带入材料");
    await press(page, "Enter");
    const file = path.join(folder, "上年材料.txt");
    copyFileSync(decodeURIComponent(sourcePath), file);
    await keysAt(page, "把申报表");
    await dropFile(page, file);
    await page.getByText("上年材料.txt，读出 3 份材料").waitFor();
    expect(await offers().getByText("原文全部用上").count()).toBe(1);
    expect(await source().locator(".jf-source-unsure").count()).toBeGreaterThan(0);
  });

  it("leads from what was read to where it stood, and back", async () => {
    const { page } = office;
    const names = offers().getByRole("radiogroup", { name: "项目名称" });
    await names.getByRole("radio").last().focus();
    await source().locator("mark.jf-source-active", { hasText: "社区综合服务" }).waitFor();
    await source().getByText("2022-12-31", { exact: true }).click();
    await page.locator(".jf-read-active", { hasText: "计划完成日期" }).waitFor();
  });

  it("makes a project of it by keyboard", async () => {
    const { page } = office;
    await page.getByRole("radiogroup", { name: "带入到" }).getByRole("radio", { name: "新建项目" }).focus();
    await press(page, "Space");
    await tabTo(page, "项目编码");
    await page.keyboard.type("DR-2022");
    await press(page, "Enter");
    await keysAt(page, "做申报体检");
    await page.getByText("“项目名称”取自《社区综合治理项目经费情况说明》。").waitFor();
  });
});

describe("the check before papers are handed in", () => {
  it("shows what contradicts, by paper", async () => {
    await press(office.page, "Enter");
    const declared = checkup()
      .locator(".jf-section")
      .filter({ hasText: "带入的财政项目支出绩效目标申报表（2022年度）" });
    await declared
      .getByText("“项目名称”在带入的财政项目支出绩效目标申报表（2022年度）为“社区综合服务”")
      .waitFor();
    expect(await checkup().getByRole("heading", { name: "情况说明" }).count()).toBe(1);
  });

  it("mends by keyboard what can be mended at a click", async () => {
    const { page } = office;
    const slip = checkup().getByText("“现行联系率”疑为“先行联系率”（第2项指标的名称）。");
    await slip.waitFor();
    const mend = checkup()
      .locator(".jf-finding")
      .filter({ hasText: "第2项指标的名称" })
      .getByRole("button", { name: "一键改正" });
    await mend.focus();
    expect(await focusedName(page)).toBe("一键改正");
    await press(page, "Enter");
    await slip.waitFor({ state: "detached" });
    const projects = await office.held("projects.list", { fiscalYear: 2022 });
    const id = projects.find(({ code }) => code === "DR-2022")?.id;
    if (id === undefined) throw new Error("no project was made");
    const { indicators } = await office.held("projects.get", { id });
    expect(indicators.map(({ name }) => name)).toContain("“12345”热线先行联系率");
  });

  it("is found from anywhere, and nothing was complained about", async () => {
    await command(office.page, "sb", /前往申报/);
    await office.page.getByRole("button", { name: "申报体检" }).waitFor();
    expect(office.complaints).toEqual([]);
  });
});
