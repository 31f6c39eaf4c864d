import { afterAll, beforeAll, expect, it } from "vitest";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { choose, command, keysAt, press, tabTo } from "../support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "../support/sampleOffice.ts";

/** An office copies a template, changes it with the paper beside it, lets a project print by it and voids it, by keyboard. */
let office: SampleOffice;

beforeAll(async () => {
  office = await openSampleOffice();
});

afterAll(() => office.end());

const own = async () => (await office.held("templates.list", {})).find((view) => view.own !== null);
const paper = () => office.page.getByRole("article");
const said = (text: string | RegExp) => office.page.getByText(text).first().waitFor();

it("copies the template of 2026", async () => {
  const { page } = office;
  await command(page, "前往设置", /前往设置/);
  await page.locator('[role="tab"]', { hasText: "表式" }).press("Enter");
  await page.getByText("内置表式不能改：复制一份再改").waitFor();
  await tabTo(page, "复制一份");
  await press(page, "Enter");
  await said(/本单位 2026 年表式”已保存/);
  expect((await own())?.own?.basedOn).toBe("sh-2026");
});

it("renames, moves, widens and leaves out columns, and the paper follows", async () => {
  const { page } = office;
  await choose(page, "哪张材料", "项目支出预算明细表");
  await paper().getByRole("cell", { name: "测算依据" }).waitFor();
  await tabTo(page, "支出内容：栏名");
  await press(page, "Control+a");
  await page.keyboard.insertText("用途");
  await paper().getByRole("cell", { name: "用途", exact: true }).waitFor();
  // The keys stay with the column while it moves.
  await press(page, "Alt+ArrowDown");
  await keysAt(page, "支出内容：栏名");
  await tabTo(page, "测算依据：宽度");
  await press(page, "Control+a");
  await page.keyboard.type("999");
  await press(page, "Tab");
  await said("不能大于 150");
  await expect.poll(() => page.getByRole("button", { name: "保存" }).isDisabled()).toBe(true);
  await tabTo(page, "测算依据：宽度", "Shift+Tab");
  await press(page, "Control+a");
  await page.keyboard.type("40");
  await tabTo(page, "备注：去掉");
  await press(page, "Enter");
  await keysAt(page, "采购类型：栏名");
  await expect.poll(() => paper().getByRole("cell", { name: "备注", exact: true }).count()).toBe(0);
  await choose(page, "栏目：增加", "备注");
  await paper().getByRole("cell", { name: "备注", exact: true }).waitFor();
  await press(page, "Control+Enter");
  await expect
    .poll(async () => (await own())?.template.budget.columns.map(({ key }) => key))
    .toEqual([
      "seq",
      "economicCode",
      "name",
      "economicName",
      "payMode",
      "quantity",
      "unitName",
      "unitPrice",
      "periods",
      "amount",
      "basis",
      "procurementType",
      "note",
    ]);
  // What was saved is no change any more, also where a column came back.
  await expect.poll(() => page.getByRole("button", { name: "保存" }).isDisabled()).toBe(true);
  const { template } = (await own()) ?? {};
  expect(template?.budget.columns.find(({ key }) => key === "basis")?.width).toBe(40);
  await tabTo(page, "与内置的不同");
  await press(page, "Enter");
  await office.dialog().getByText("项目支出预算明细表：栏目“测算依据”的宽度").waitFor();
  await press(page, "Escape");
  await office.closed();
});

it("changes the levels of indicators and the headings of 情况说明", async () => {
  const { page } = office;
  await choose(page, "哪张材料", "绩效目标申报表、填报表");
  await tabTo(page, "指标分级");
  await press(page, "Control+End");
  await page.keyboard.insertText("\n特色指标：街镇特色*、其他特色");
  // What is typed is asked about before it is left, wherever the keys are.
  await press(page, "Control+5");
  await office.dialog().getByText("离开后，对表式的改动会丢失。").waitFor();
  await press(page, "Enter");
  await office.closed();
  await keysAt(page, "指标分级");
  await press(page, "Control+Enter");
  await expect
    .poll(async () => (await own())?.template.targets.indicators.levels.at(-1))
    .toEqual({ level1: "特色指标", level2: ["街镇特色", "其他特色"], needed: ["街镇特色"] });
  const { spans } = templateOf("sh-2026").targets.funding;
  await tabTo(page, "各列宽度");
  await press(page, "Control+a");
  await page.keyboard.type("6 12.5 16 15 13.5 13 7 11 9");
  await press(page, "Control+Enter");
  await expect.poll(async () => (await own())?.template.targets.columns.at(-1)).toBe(9);
  expect((await own())?.template.targets.funding.spans).toEqual(spans.with(-1, (spans[3] ?? 0) + 1));
  await tabTo(page, "哪张材料", "Shift+Tab");
  await press(page, "Shift+Tab");
  await choose(page, "哪张材料", "项目经费情况说明");
  await tabTo(page, "第 1 段");
  await press(page, "Control+a");
  await page.keyboard.insertText("基本情况");
  await said("内置：项目概述");
  await page.getByText("一、基本情况").waitFor();
  await tabTo(page, "第 1 段：下移");
  await press(page, "Enter");
  await page.getByText("二、基本情况").waitFor();
  await tabTo(page, "第 2 段：上移");
  await press(page, "Enter");
  await page.getByText("一、基本情况").waitFor();
});

it("lets the project print by it, and goes back to the program's own when it is voided", async () => {
  const { page } = office;
  await press(page, "Control+Enter");
  await expect.poll(async () => (await own())?.template.narrative.headings[0]?.heading).toBe("基本情况");
  await tabTo(page, "使用的项目");
  await press(page, "Enter");
  await office.dialog().getByText("2026 年度起新建、结转的项目默认用它").waitFor();
  await tabTo(page, "2022 年度");
  await press(page, "Space", "Control+Enter");
  await office.closed();
  await expect.poll(async () => (await own())?.usedBy.map(({ fiscalYear }) => fiscalYear)).toEqual([2022]);
  await tabTo(page, "作废");
  await press(page, "Enter");
  await office.dialog().getByText("使用它的项目改用").waitFor();
  await page.keyboard.insertText("区里另发了样张");
  await press(page, "Control+Enter");
  await office.closed();
  await expect.poll(own).toBeUndefined();
  const [listed] = await office.held("projects.list", { fiscalYear: 2022 });
  const { project } = await office.held("projects.get", { id: listed?.id ?? "" });
  expect(project.template).toBe("sh-2026");
  expect(office.complaints).toEqual([]);
});
