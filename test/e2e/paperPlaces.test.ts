import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/kernel/id.ts";
import { answerDialogs } from "./support/answerDialogs.ts";
import { focusedName, keysAt, press, tabTo } from "./support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "./support/sampleOffice.ts";

/** Papers changed from their preview, and written with characters that no font has, by keyboard in the real window. */
let office: SampleOffice;
let projectId: Id;

beforeAll(async () => {
  office = await openSampleOffice();
  const [project] = await office.held("projects.list", { fiscalYear: 2022 });
  if (project === undefined) throw new Error("the sample has no project");
  projectId = project.id;
});

afterAll(() => office.end());
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await shot(`failed-${task.name.slice(0, 20)}`);
});

const pane = () => office.page.getByRole("complementary", { name: "修改" });
const paper = () => office.page.getByRole("article");
const shot = (name: string) =>
  process.env.JINGFEI_SHOTS === undefined
    ? undefined
    : office.page.screenshot({ path: path.join(process.env.JINGFEI_SHOTS, `${name}.png`) });

async function openPaper(title: string): Promise<void> {
  const { page } = office;
  await page
    .getByRole("navigation", { name: "材料" })
    .getByRole("link", { name: title, exact: true })
    .focus();
  await press(page, "Enter");
  await page.getByRole("article", { name: title }).waitFor();
}

/** From the place that has the keys on to the one that reads so. */
async function moveTo(start: string, key: "ArrowRight" | "ArrowDown" = "ArrowRight"): Promise<void> {
  const { page } = office;
  const passed: string[] = [];
  while (passed.length < 200) {
    const name = await focusedName(page);
    if (name.startsWith(start)) return;
    passed.push(name.slice(0, 12));
    await press(page, key);
  }
  throw new Error(`no arrow leads to ${start}: ${passed.join(" › ")}`);
}

describe("情况说明", () => {
  it("leads from a place of the paper to its text, by arrows and Enter", async () => {
    const { page } = office;
    await press(page, "Control+8");
    await paper().waitFor();
    await tabTo(page, "社区综合治理项目经费情况说明");
    await moveTo("六、年度预算安排");
    await press(page, "Enter");
    await keysAt(page, "六、年度预算安排");
    await pane().getByText("填报要求：说明项目年度财政资金预算安排金额、使用内容等。").waitFor();
    await shot("narrative-pane");
  });

  it("shows what the ledger would write beside what stands there, and puts it in when it is told to", async () => {
    const { page } = office;
    await tabTo(page, "按账本拟写", "Shift+Tab");
    await press(page, "Enter");
    const dialog = office.dialog();
    await keysAt(page, "六、年度预算安排改为");
    expect(await dialog.getByRole("region", { name: "现在的文字" }).textContent()).toContain("具体见表格");
    await shot("narrative-offer");
    await press(page, "Control+End");
    await page.keyboard.insertText("以上为测算数。");
    await tabTo(page, "替换原文", "Shift+Tab");
    await press(page, "ArrowRight");
    // What was edited stays, whichever way it is written in.
    const offered = dialog.getByRole("textbox", { name: "六、年度预算安排接在后面" });
    expect(await offered.inputValue()).toMatch(/^社区综合治理.*以上为测算数。$/);
    await shot("narrative-append");
    await press(page, "ArrowLeft");
    await tabTo(page, "六、年度预算安排改为");
    await press(page, "Control+End", ..."以上为测算数。".split("").map(() => "Backspace"), "Control+Enter");
    await office.closed();
    await paper().getByText("社区综合治理项目经费2022年预算安排43.00万元，全部为当年财政拨款。").waitFor();
    const { narrative } = await office.held("projects.get", { id: projectId });
    expect(narrative.find(({ heading }) => heading === "年度预算安排")?.body).toMatch(
      /^社区综合治理项目经费2022年预算安排43\.00万元.*分别用于.*万元。$/,
    );
    const { findings } = await office.held("checks.run", { fiscalYear: 2022, projectId, asOf: null });
    expect(findings.filter(({ ruleId }) => ruleId === "PERF-05" || ruleId === "PERF-13")).toEqual([]);
  });

  it("gives the keys back to the place", async () => {
    const { page } = office;
    await keysAt(page, "六、年度预算安排");
    await press(page, "Escape");
    await keysAt(page, "六、年度预算安排");
    expect(await pane().count()).toBe(0);
  });
});

/** The place of the paper that has the keys; nothing where another thing has them. */
const placeWithKeys = (): Promise<string> =>
  office.page.evaluate(() => document.activeElement?.getAttribute("data-place") ?? "");

describe("绩效目标申报表", () => {
  it("follows what is typed beside it", async () => {
    const { page } = office;
    await openPaper("财政项目支出绩效目标申报表");
    await tabTo(page, "社区综合治理");
    await moveTo("项目总目标（空）");
    await press(page, "Enter");
    await keysAt(page, "项目总目标");
    await page.keyboard.insertText("健全一网统管机制。");
    await paper().getByText("健全一网统管机制。").waitFor();
    await shot("targets-pane");
    await press(page, "Escape");
    await keysAt(page, "健全一网统管机制。");
    await moveTo("≥30套");
    await press(page, "Enter");
    await keysAt(page, "年度指标值");
    expect(await pane().getByText("读作：不少于 30 套，印成 ≥30套").count()).toBe(1);
    await press(page, "Control+a");
    await page.keyboard.insertText("≥32套");
    await paper().getByText("≥32套").waitFor();
    await press(page, "Escape");
    await keysAt(page, "≥32套");
  });

  it("opens by a click too, also on what is blank", async () => {
    const { page } = office;
    await paper().getByText("430,000.00").nth(3).click();
    await keysAt(page, "当年财政拨款");
    await press(page, "Escape");
  });

  it("says so when the record is gone meanwhile, and gives the keys back", async () => {
    const { page } = office;
    const { indicators } = await office.held("projects.get", { id: projectId });
    const last = { id: indicators.at(-1)?.id ?? ("" as Id), reason: "并入别的指标" };
    await paper().locator(`[data-place="indicator ${last.id} name"]`).press("Enter");
    await keysAt(page, "三级指标");
    await office.held("projects.voidIndicator", last);
    await press(page, "F5");
    await pane().getByText("这一处已经作废或撤销，没有可改的内容。").waitFor();
    await keysAt(page, "关闭");
    await shot("pane-of-nothing");
    await press(page, "Escape");
    await expect.poll(placeWithKeys).not.toBe("");
  });

  it("keeps the keys when the place that has them is gone", async () => {
    const { page } = office;
    const { indicators } = await office.held("projects.get", { id: projectId });
    const last = { id: indicators.at(-1)?.id ?? ("" as Id), reason: "并入别的指标" };
    const place = `indicator ${last.id} name`;
    await paper().locator(`[data-place="${place}"]`).focus();
    await office.held("projects.voidIndicator", last);
    await press(page, "F5");
    await paper().locator(`[data-place="${place}"]`).waitFor({ state: "detached" });
    await expect.poll(placeWithKeys).not.toBe("");
  });
});

describe("项目支出预算明细表", () => {
  it("leads to the line and its field", async () => {
    const { page } = office;
    await openPaper("项目支出预算明细表");
    await tabTo(page, "大联动综合整治");
    await moveTo("示例数据");
    await press(page, "Enter");
    await keysAt(page, "备注");
    await press(page, "Control+a");
    await page.keyboard.insertText("按合同");
    await paper().getByText("按合同", { exact: true }).first().waitFor();
    await shot("budget-pane");
    await press(page, "Escape");
  });

  it("leads from an amount that is worked out to the first figure of it", async () => {
    const { page } = office;
    const { budgetLines } = await office.held("projects.get", { id: projectId });
    const line = budgetLines.find(
      ({ quantity, unitPrice, amountCents }) => quantity !== null && unitPrice !== null && amountCents > 0,
    );
    await paper().locator(`[data-place="budgetLine ${line?.id} amountCents"]`).press("Enter");
    await keysAt(page, "数量");
    await press(page, "Escape");
  });
});

describe("财政项目支出绩效自评表", () => {
  it("leads to the row in which it is filled in", async () => {
    const { page } = office;
    await openPaper2("财政项目支出绩效自评表");
    await tabTo(page, "社区综合治理");
    await moveTo("完成值（空）");
    await press(page, "Enter");
    await keysAt(page, "工作服覆盖率实际完成值");
    await shot("evaluation-entry");
  });

  it("leads there once: who comes back to fill in goes on where the keys are", async () => {
    const { page } = office;
    const shown = page.getByRole("radiogroup", { name: "填写或预览" });
    await shown.getByRole("radio", { name: "预览" }).focus();
    await press(page, "Space");
    await page.getByRole("article", { name: "财政项目支出绩效自评表" }).waitFor();
    await press(page, "ArrowLeft");
    await page.getByRole("table", { name: "绩效自评" }).waitFor();
    await press(page, "Tab");
    await keysAt(page, "定稿");
  });
});

/** A paper that is filled in first shows its sheet. */
async function openPaper2(title: string): Promise<void> {
  const { page } = office;
  await page
    .getByRole("navigation", { name: "材料" })
    .getByRole("link", { name: title, exact: true })
    .focus();
  await press(page, "Enter");
  await page.getByRole("radiogroup", { name: "填写或预览" }).getByRole("radio", { name: "预览" }).focus();
  await press(page, "Space");
  await page.getByRole("article", { name: title }).waitFor();
}

describe("characters that no font has", () => {
  it("are listed with their places before a PDF is written, and lead back to be changed", async () => {
    const { page, folder, running } = office;
    await openPaper("财政项目支出绩效目标申报表");
    await tabTo(page, "社区综合治理");
    await moveTo("健全一网统管机制。");
    await press(page, "Enter");
    await keysAt(page, "项目总目标");
    await press(page, "End");
    await page.keyboard.insertText("由𠮷祥社区承办☑。");
    await paper().getByText("由𠮷祥社区承办☑。").waitFor();
    const file = path.join(folder, "申报表.pdf");
    await answerDialogs(running.app, { save: file });
    await page.getByRole("button", { name: "导出 PDF" }).focus();
    await press(page, "Enter");
    await office.dialog().getByText("有 2 个字 PDF 打不出来").waitFor();
    const rows = office.dialog().getByRole("table", { name: "打不出来的字" }).getByRole("row");
    expect(await rows.allTextContents()).toEqual([
      "字编码在哪里",
      expect.stringMatching(/^𠮷U\+20BB7[A-H]\d+　健全一网统管机制。由𠮷祥社/),
      expect.stringMatching(/^☑U\+2611[A-H]\d+　健全一网统管机制。/),
    ]);
    await shot("missing-characters");
    await press(page, "Escape");
    await office.closed();
    expect(existsSync(file)).toBe(false);
  });

  it("are printed as 〓 when the officer says so, and the note names the fonts that stand in", async () => {
    const { page, folder } = office;
    await page.getByRole("button", { name: "导出 PDF" }).focus();
    await press(page, "Enter");
    await office.dialog().getByText("有 2 个字 PDF 打不出来").waitFor();
    await keysAt(page, "用 〓 代替");
    await press(page, "Enter");
    await office.closed();
    await page.getByText("宋体用思源宋体代替", { exact: false }).waitFor();
    expect(existsSync(path.join(folder, "申报表.pdf"))).toBe(true);
    await shot("exported-note");
    expect(office.complaints).toEqual([]);
  });

  it("are asked about as well where a paper is kept for good", async () => {
    const { page } = office;
    const start = page.getByRole("button", { name: "定稿", exact: true });
    await start.focus();
    await press(page, "Enter");
    await keysAt(page, "说明");
    await press(page, "Control+Enter");
    await keysAt(page, "用 〓 代替");
    await shot("freeze-missing");
    await press(page, "Enter");
    await page.getByText("《财政项目支出绩效目标申报表》已定稿为第 1 版").waitFor();
    await office.closed();
  });
});

describe("another project", () => {
  const other = "另一个项目";
  let otherId: Id;

  /** The keys are at the top of the window then. */
  const toProject = async (name: string) => {
    const { page } = office;
    await press(page, "Control+j", "ArrowDown");
    const option = page.locator(".ant-select-item-option-active").filter({ visible: true });
    await option.waitFor();
    while (!(await option.textContent())?.startsWith(name)) await press(page, "ArrowDown");
    await press(page, "Enter");
    await option.waitFor({ state: "hidden" });
  };

  it("closes the fields of the first one", async () => {
    const { page } = office;
    const { project } = await office.held("projects.get", { id: projectId });
    const { code, name, template, category, nature, functionCode, overallGoal, annualGoal, note } = project;
    const texts = { code: `${code}-2`, category, nature, functionCode, overallGoal, annualGoal, note };
    const rest = { departmentUnitId: null, implementingUnitId: null, startDate: null, endDate: null };
    const input = { id: null, name: other, fiscalYear: 2022, template, ...texts, ...rest };
    otherId = (await office.held("projects.save", input)).project.id;
    await press(page, "F5");
    for (const each of [other, name]) {
      await toProject(each);
      await openPaper("财政项目支出绩效目标申报表");
      await paper().getByText(each, { exact: true }).first().waitFor();
    }
    await paper().getByText("430,000.00").nth(3).click();
    await keysAt(page, "当年财政拨款");
    await toProject(other);
    await paper().getByText(other, { exact: true }).first().waitFor();
    expect(await pane().count()).toBe(0);
  });

  it("cannot take back into itself what was typed for the first one", async () => {
    const { page } = office;
    const { project } = await office.held("projects.get", { id: projectId });
    const sheet = "财政项目支出绩效自评表";
    await page.getByRole("link", { name: sheet, exact: true }).press("Enter");
    await page.getByRole("table", { name: "绩效自评" }).waitFor();
    await toProject(project.name);
    const executed = page.getByRole("group").filter({ hasText: "全年执行数（B）" });
    await executed.getByRole("textbox").fill("400000");
    await page.keyboard.press("Tab");
    await executed.getByText("已保存").waitFor();
    await executed.getByRole("button", { name: "撤销" }).waitFor();
    await toProject(other);
    await expect.poll(() => executed.getByRole("textbox").inputValue()).toBe("");
    expect(await executed.getByRole("button", { name: "撤销" }).count()).toBe(0);
    expect((await office.held("performance.evaluation", { projectId: otherId })).row).toBeUndefined();
  });
});
