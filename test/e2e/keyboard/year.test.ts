import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs } from "../support/answerDialogs.ts";
import { command, keysAt, press, tabTo } from "../support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "../support/sampleOffice.ts";

/** The money of a year planned, moved and closed, and what the office sets for it: without a mouse. */
let desk: SampleOffice;

beforeAll(async () => {
  desk = await openSampleOffice();
});
afterAll(() => desk.end());

const keys = (...pressed: readonly string[]) => press(desk.page, ...pressed);
const type = (text: string) => desk.page.keyboard.type(text);
const scope = { fiscalYear: 2022, projectId: null };
const tab = async (steps: number) => {
  await tabTo(desk.page, "Tab 1");
  await keys(...Array.from({ length: steps }, () => "ArrowRight"), "Enter");
};

describe("what is due", () => {
  it("is shown kind by kind by the arrows, its sum is what is to be paid, and goes to a workbook", async () => {
    await command(desk.page, "前往待办", /前往待办/);
    const { items } = await desk.held("due.list", { ...scope, asOf: null });
    expect(items.find(({ kind }) => kind === "expiring")?.amountCents).toBeNull();
    await desk.page.getByRole("grid", { name: "待办清单" }).getByText("108,672.00").waitFor();
    // Not the project of the same word at the top.
    await tabTo(desk.page, "全部 ");
    await keys("ArrowRight", "ArrowRight");
    await desk.page.getByRole("grid", { name: "待办清单 已逾期" }).waitFor();
    const file = path.join(desk.folder, "待办.xlsx");
    await answerDialogs(desk.running.app, { save: file });
    await tabTo(desk.page, "导出");
    await keys("Enter");
    await expect.poll(() => existsSync(file), { timeout: 15_000 }).toBe(true);
  });
});

describe("a 调剂", () => {
  it("is refused where something lacks, asks before it is thrown away, and is saved by Enter", async () => {
    await command(desk.page, "前往预算", /前往预算/);
    await tab(2);
    await tabTo(desk.page, "新的调剂");
    await keys("Enter");
    await keysAt(desk.page, "大联动综合整治增减");
    await keys("Control+Enter");
    await keysAt(desk.page, "大联动综合整治增减");
    await desk.dialog().getByText("请填写调减和调增的金额").first().waitFor();
    await type("-1000");
    await keys("Enter");
    await keysAt(desk.page, "巡查记录仪月租增减");
    await type("1000");
    await keys("Control+Enter");
    await keysAt(desk.page, "原因");
    await type("应急物资增加");
    await keys("Escape");
    await desk.page.getByText("还没有保存").waitFor();
    await keys("Enter");
    await keysAt(desk.page, "原因");
    await keys("Enter");
    await desk.closed();
    const [made] = await desk.held("budget.adjustments", scope);
    expect(made).toMatchObject({ movedCents: 100_000, reason: "应急物资增加", voidedAt: null });
  });

  it("is taken back with a reason", async () => {
    await desk.page.getByText("应急物资增加").first().waitFor();
    await keys("ArrowDown", "Enter");
    await desk.page.getByRole("complementary").waitFor();
    await keys("F6");
    await tabTo(desk.page, "作废");
    await keys("Enter");
    await keysAt(desk.page, "作废原因");
    await type("会议没有通过");
    await keys("Control+Enter");
    await desk.closed();
    const [made] = await desk.held("budget.adjustments", scope);
    expect(made).toMatchObject({ voidReason: "会议没有通过" });
  });
});

describe("a plan by quarters", () => {
  it("is saved as soon as it adds up", async () => {
    await tabTo(desk.page, "Tab 3");
    await keys("ArrowLeft", "Enter");
    await desk.page.getByRole("table", { name: "用款计划" }).waitFor();
    await tabTo(desk.page, "宣传费用 1 季度");
    for (const amount of ["3000", "5000", "5000", "5000"]) {
      await type(amount);
      await keys("Tab");
    }
    const line = async () => {
      const { projects } = await desk.held("budget.execution", { ...scope, asOf: null });
      return projects[0]?.lines.find((each) => each.line.name === "宣传费用");
    };
    await expect.poll(async () => (await line())?.spread).toBe("written");
    expect((await line())?.quarters.map((quarter) => quarter.allocatedCents)).toEqual([
      300_000, 500_000, 500_000, 500_000,
    ]);
  });
});

describe("the year", () => {
  it("is closed once there is a reason for each thing that stands in the way", async () => {
    await command(desk.page, "前往设置", /前往设置/);
    await tab(2);
    await tabTo(desk.page, "关账");
    await keys("Enter");
    await keysAt(desk.page, "年度还没有结束");
    await type("提前结束示例");
    await keys("Enter");
    await keysAt(desk.page, "在办付款");
    await type("已报主任同意");
    await keys("Control+Enter");
    await keysAt(desk.page, "未处理的阻断问题");
    await type("已报主任同意");
    await keys("Control+Enter");
    await desk.closed();
    const [year] = await desk.held("years.list", {});
    expect(year).toMatchObject({ year: 2022, state: "closed" });
    expect(year?.stateReason).toMatch(/^年终关账；年度还没有结束：提前结束示例；在办付款10项：/);
  });

  it("leads from a paper to fields that can only be read, and back", async () => {
    await keys("Control+8");
    await desk.page.getByRole("article").getByRole("button").first().press("Enter");
    await keysAt(desk.page, "关闭");
    const pane = desk.page.getByRole("complementary", { name: "修改" });
    await pane.getByText("2022 年度已关账，只能查看").waitFor();
    expect(await pane.getByRole("textbox").isDisabled()).toBe(true);
    await keys("Escape");
    await pane.waitFor({ state: "detached" });
    await command(desk.page, "前往设置", /前往设置/);
    await tab(2);
    await tabTo(desk.page, "重新打开");
  });

  it("is opened again with a reason", async () => {
    await keysAt(desk.page, "重新打开");
    await keys("Enter");
    await keysAt(desk.page, "原因");
    await type("补记一笔退款");
    await keys("Control+Enter");
    await desk.closed();
    const [year] = await desk.held("years.list", {});
    expect(year).toMatchObject({ state: "open", stateReason: "补记一笔退款" });
  });
});

describe("what the office sets", () => {
  it("gets a day of the holiday table, a name of a unit, and a year", async () => {
    await tabTo(desk.page, "新增年度");
    await keys("Enter");
    await keysAt(desk.page, "年度");
    await keys("Enter");
    await desk.closed();
    expect((await desk.held("years.list", {})).map(({ year }) => year)).toContain(2023);
    await tabTo(desk.page, "Tab 3");
    await keys("ArrowRight", "Enter");
    await desk.page.getByText("2023 年还没有节假日表").waitFor();
    await tabTo(desk.page, "日期");
    await type("2023.7.15");
    await tabTo(desk.page, "节日");
    await type("防汛值守");
    await keys("Enter");
    await expect
      .poll(async () => (await desk.held("holidays.list", {})).map(({ onDate }) => onDate))
      .toContain("2023-07-15");
    await tabTo(desk.page, "Tab 4");
    await keys("ArrowLeft", "ArrowLeft", "Enter");
    await tabTo(desk.page, "增加名称");
    await keys("Enter");
    await keysAt(desk.page, "第 3 个名称");
    await type("上海市松江区示例街道城运中心");
    await keys("Tab");
    await expect
      .poll(async () => JSON.stringify((await desk.held("office.get", {})).units))
      .toContain("上海市松江区示例街道城运中心");
  });
});
