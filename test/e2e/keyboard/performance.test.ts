import { afterAll, beforeAll, expect, it } from "vitest";
import { choose, keysAt, press, slowed, tabTo } from "../support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "../support/sampleOffice.ts";

/** What came of the indicators: a quarter typed in, a number of the ledger taken, monitoring and self-evaluation, by keyboard. */
let office: SampleOffice;
let projectId: string;

beforeAll(async () => {
  office = await openSampleOffice();
  const [project] = await office.held("projects.list", { fiscalYear: 2022 });
  projectId = project?.id ?? "";
});

afterAll(() => office.end());

const actual = async (name: string, period: string) => {
  const { rows } = await office.held("performance.actuals", { projectId, periods: [period] });
  return rows.find(({ indicator }) => indicator.name.startsWith(name))?.cells[0]?.actual ?? null;
};

it("moves an indicator within its level and to the next one, and the keys stay with it", async () => {
  const { page } = office;
  const levelOf = async (name: string) => {
    const { indicators } = await office.held("projects.get", { id: projectId });
    const found = indicators.find((row) => row.name === name);
    const level = indicators
      .filter(({ level2 }) => level2 === found?.level2)
      .toSorted((a, b) => a.seq - b.seq);
    return [found?.level2, level.findIndex((row) => row.name === name)];
  };
  await press(page, "Control+2");
  await page.getByRole("grid", { name: /^项目/ }).waitFor();
  await press(page, "ArrowDown", "Enter");
  await page.locator('[role="tab"]', { hasText: "绩效指标" }).press("Enter");
  await page.getByRole("table", { name: "绩效指标" }).waitFor();
  await tabTo(page, "第 1 项三级指标");
  await press(page, "Alt+ArrowDown");
  await expect.poll(() => levelOf("工作服覆盖率")).toEqual(["数量指标", 1]);
  await keysAt(page, "第 2 项三级指标");
  await press(page, "Alt+Shift+ArrowDown");
  await expect.poll(() => levelOf("工作服覆盖率")).toEqual(["质量指标", 0]);
  await press(page, "Alt+Shift+ArrowUp");
  await expect.poll(() => levelOf("工作服覆盖率")).toEqual(["数量指标", 4]);
  await expect
    .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value))
    .toBe("工作服覆盖率");
});

it("types the values of a quarter like a worksheet, and takes what the ledger knows by the space bar", async () => {
  const { page } = office;
  await tabTo(page, "指标和目标", "Shift+Tab");
  await press(page, "ArrowRight");
  await page.getByRole("grid", { name: "指标完成情况" }).waitFor();
  await tabTo(page, "指标完成情况");
  // The quarter that was over last has the keys.
  await page.keyboard.type("95%");
  await press(page, "Enter");
  await page.keyboard.type("30套");
  await press(page, "Enter");
  await expect
    .poll(() => actual("“12345”热线", "2022-06-30"))
    .toMatchObject({ valueText: "95%", source: "" });
  await expect.poll(() => actual("工作服制作数量", "2022-06-30")).toMatchObject({ valueText: "30套" });
  await press(page, "Space");
  await expect
    .poll(() => actual("巡查记录仪", "2022-06-30"))
    .toMatchObject({ valueText: "26台", source: "月租“巡查记录仪”2022-06-30 在用 26 台" });
  await press(page, "Delete");
  await expect.poll(() => actual("巡查记录仪", "2022-06-30")).toBeNull();
});

it("monitors up to a month, and asks for a reason where the target is in doubt", async () => {
  const { page } = office;
  await press(page, "Control+8");
  await page.getByRole("link", { name: "绩效运行监控表" }).waitFor();
  await tabTo(page, "绩效运行监控表");
  await press(page, "Enter");
  await page.getByRole("table", { name: "绩效运行监控" }).waitFor();
  await choose(page, "监控期间", "1—6 月");
  await keysAt(page, "监控期间");
  await page.getByText("1—6 月执行数（台账）").waitFor();
  await tabTo(page, "全年预计执行数");
  await page.keyboard.type("420000");
  await tabTo(page, "巡查记录仪使用数量执行情况");
  await press(page, "F4");
  await expect.poll(() => actual("巡查记录仪", "2022-06-30")).toMatchObject({ valueText: "26台" });
  await choose(page, "巡查记录仪使用数量可能性", "有可能");
  await tabTo(page, "巡查记录仪使用数量原因说明");
  await page.keyboard.type("下半年拟退回两台");
  await press(page, "Tab");
  await expect
    .poll(() => actual("巡查记录仪", "2022-06-30"))
    .toMatchObject({
      outlook: "有可能",
      reason: "下半年拟退回两台",
      source: expect.stringContaining("在用 26 台"),
    });
  const view = await office.held("performance.monitoring", { projectId, month: 6 });
  expect(view.row?.expectedCents).toBe(42_000_000);
});

it("evaluates itself with points worked out, and prints what was filled in", async () => {
  const { page } = office;
  await press(page, "Control+1");
  await press(page, "Control+8");
  await page.getByRole("link", { name: "财政项目支出绩效自评表" }).waitFor();
  await tabTo(page, "财政项目支出绩效自评表");
  await press(page, "Enter");
  await page.getByRole("table", { name: "绩效自评" }).waitFor();
  await tabTo(page, "全年执行数（B）");
  await page.keyboard.type("387000");
  await press(page, "Tab");
  await page.getByText("90.00%").first().waitFor();
  await choose(page, "网格平台案件结案质量达成情况", "达成年度指标");
  await expect
    .poll(() => actual("网格平台案件结案质量", "2022-12-31"))
    .toMatchObject({ outlook: "达成年度指标" });
  await tabTo(page, "设备利用率实际完成值");
  await page.keyboard.type("90%");
  await tabTo(page, "设备利用率偏差原因");
  await page.keyboard.type("两台送修");
  await press(page, "Tab");
  await expect
    .poll(() => actual("设备利用率", "2022-12-31"))
    .toMatchObject({ valueText: "90%", reason: "两台送修" });
  const view = await office.held("performance.evaluation", { projectId });
  expect(view).toMatchObject({ executionBp: 9_000, execution: { points: "9" } });
  await tabTo(page, "填写");
  await press(page, "ArrowRight");
  await page.getByRole("article", { name: "财政项目支出绩效自评表" }).waitFor();
  await page.getByText("两台送修").waitFor();
  await tabTo(page, "导出 Excel");
  await press(page, "Enter");
  await page
    .getByText(/已导出/)
    .first()
    .waitFor();
});

it("keeps a value just typed when points are given or the order is changed before it is drawn", async () => {
  const { page } = office;
  const stored = async () => (await office.held("projects.get", { id: projectId })).indicators;
  await press(page, "Control+2");
  await page.getByRole("grid", { name: /^项目/ }).waitFor();
  await press(page, "ArrowDown", "Enter");
  await page.locator('[role="tab"]', { hasText: "绩效指标" }).press("Enter");
  await page.getByRole("table", { name: "绩效指标" }).waitFor();
  const name = await page.getByRole("textbox", { name: "第 1 项三级指标" }).inputValue();
  const first = async () => (await stored()).find((row) => row.name === name);
  await tabTo(page, "第 1 项年度指标值");
  await slowed(page, 20, async () => {
    await press(page, "Control+a");
    await page.keyboard.insertText("≥97%");
    await page.getByRole("button", { name: "按指引分配分值" }).click();
    await expect.poll(first).toMatchObject({ valueText: "≥97%", weight: expect.any(String) });
    await tabTo(page, "第 1 项年度指标值");
    await press(page, "Control+a");
    await page.keyboard.insertText("≥98%");
    await press(page, "Alt+ArrowDown", "Alt+ArrowDown");
    await expect.poll(first).toMatchObject({ valueText: "≥98%" });
    const own = await first();
    const level = (await stored()).filter(({ level2 }) => level2 === own?.level2);
    expect(level.toSorted((a, b) => a.seq - b.seq).map((row) => row.name)[2]).toBe(name);
    expect(new Set((await stored()).map(({ seq }) => seq)).size).toBe((await stored()).length);
  });
});
