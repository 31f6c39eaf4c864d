import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sourceText } from "#test/engine/filings/bring/sourcePaper.ts";
import { answerDialogs } from "./support/answerDialogs.ts";
import { command, keysAt, press, tabTo } from "./support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "./support/sampleOffice.ts";

/** From the office's own papers, pasted with all their mistakes, to a 申报包 that has none: by keyboard, in the real window. */
let office: SampleOffice;

beforeAll(async () => {
  office = await openSampleOffice();
  mkdirSync(path.join(office.folder, "报送"));
});

afterAll(() => office.end());

const picture = async (name: string): Promise<void> => {
  const folder = process.env["JINGFEI_PICTURES"];
  if (folder !== undefined) await office.page.screenshot({ path: path.join(folder, `walk-${name}.png`) });
};

const results = () => office.page.getByRole("region", { name: "体检结果" });
const finding = (said: string | RegExp) =>
  results()
    .locator(".jf-finding")
    .filter({ has: office.page.locator(".jf-finding-message", { hasText: said }) });

const fill = "带入的财政项目支出绩效目标填报表（2022年度）";
const declared = "带入的财政项目支出绩效目标申报表（2022年度）";

/** What the sentence of each says, and the texts that contradict each other below it. */
const defects: readonly (readonly [number: number, said: string | RegExp, texts?: readonly string[]])[] = [
  [1, `“项目名称”在${declared}为“社区综合服务”`, ["社区综合服务", "社区综合治理"]],
  [
    2,
    `${fill}写的是“财政项目支出绩效目标填报表”`,
    ["财政项目支出绩效目标填报表", "财政项目支出绩效目标申报表"],
  ],
  [
    3,
    `“实施单位”在${declared}为`,
    ["上海市松江区广富林街道城市网格化综合管理中心", "上海市松江区广富林街道城市运行管理中心"],
  ],
  [4, `${declared}的“计划开始日期”未填写`],
  [4, `${declared}的“计划完成日期”未填写`],
  [5, /^“项目总目标”未填写/],
  [5, `${fill}的“项目总目标”未填写`],
  [5, `${declared}的“项目总目标”未填写`],
  [6, "“工作服验收通过率”改名为“服装验收通过率”"],
  [7, "“现行联系率”疑为“先行联系率”（第2项指标的名称）"],
  [
    8,
    "“落实基层网格化队伍建设，奖惩机制”像是被截断",
    ["落实基层网格化队伍建设，奖惩机制", "落实基层网格化队伍建设，奖惩机制到位"],
  ],
  [9, "“>=30套”建议写为“≥30套”"],
  [9, `${fill}的金额写法不一`, ["430000.00", "430000"]],
  [10, `${fill}的“年度总目标”残留“<p>”“</p>”`],
  [11, "“宣传费用”在说明中出现"],
  [11, "“项目概述”列出“网格巡查处置用品”，“实施方案”没有写"],
  [12, "实施周期”残留“说明项目实施的周期"],
  [13, "“受助对象重复投诉率”中的“受助对象”像是别类项目的用语"],
  [14, "“公共设施受损案件数：下降”无基期值"],
  [15, `${declared}没有“成本指标”`],
  [16, "“巡查记录仪使用数量”>=26台"],
  [17, "“年度预算安排”未写明2022年安排金额"],
];

const lines = [
  "大联动综合整治\t30227\t按季\t1\t项\t60000\t4",
  "城运巡查记录仪月租\t30214\t按月\t26\t台\t85\t12",
  "网格工作手机终端月租\t30207\t按月\t68\t部\t59\t12",
  "对讲机月租\t30214\t按月\t36\t部\t45\t12",
  "网格专职人员工作服采购\t30224\t一次性\t32\t套\t1180\t1",
  "网格巡查处置用品\t30218\t据实\t\t\t\t\t40136",
  "宣传费用\t30202\t据实\t\t\t\t\t18000",
];

const sections: readonly (readonly [label: string, text: string])[] = [
  [
    "一、项目概述",
    "联勤联动工作经费、城运巡查记录仪月租费、网格工作手机费、网格专职人员工作服采购费、对讲机月租费、购买网格巡查处置用品、宣传费用等组成。",
  ],
  ["五、实施周期", "2022年1月1日-2022年12月31日。"],
  ["六、年度预算安排", "2022年预算安排43.00万元，用于联勤联动、设备月租、工作服、巡查用品和宣传。"],
  ["七、绩效目标", "详见单位的项目绩效目标表。"],
];

async function openProject(tab: string): Promise<void> {
  const { page } = office;
  await command(page, "DR-2022", /DR-2022/);
  await page.getByText("DR-2022，2022 年度").waitFor();
  await page.locator('[role="tab"]', { hasText: tab }).press("Enter");
}

async function openCheckup(): Promise<void> {
  const { page } = office;
  await press(page, "Control+8");
  await tabTo(page, "申报体检");
  await press(page, "Enter");
  await results().waitFor();
}

/** Types over what a field says. */
async function typeOver(label: string, text: string): Promise<void> {
  const { page } = office;
  await page.getByRole("textbox", { name: label }).focus();
  await press(page, "Control+a");
  await page.keyboard.insertText(text);
  await press(page, "Tab");
}

describe("the office's own papers", () => {
  it("are pasted and become a project", async () => {
    const { page } = office;
    await press(page, "Control+8");
    await tabTo(page, "带入材料");
    await press(page, "Enter");
    await keysAt(page, "把申报表");
    await page.keyboard.insertText(sourceText());
    await press(page, "Control+Enter");
    await page.getByText("粘贴的内容，读出 3 份材料").waitFor();
    await picture("read");
    await page.getByRole("radiogroup", { name: "带入到" }).getByRole("radio", { name: "新建项目" }).focus();
    await press(page, "Space");
    await tabTo(page, "项目编码");
    await page.keyboard.type("DR-2022");
    await press(page, "Enter");
    await keysAt(page, "做申报体检");
    await press(page, "Enter");
    await results().waitFor();
  });

  const rows = defects.map(([number, said, texts]) => ({ number, said, texts }));
  it.each(rows)("show mistake $number: $said", async ({ said, texts }) => {
    const found = finding(said);
    await found.first().waitFor();
    expect(await found.count()).toBe(1);
    if (texts === undefined) return;
    expect(await found.locator(".jf-finding-texts dd").allTextContents()).toEqual(texts);
    expect(await found.locator(".jf-finding-texts dt").count()).toBe(texts.length);
  });

  it("are mended at one click where one click is enough", async () => {
    const { page } = office;
    await picture("checkup");
    await results()
      .getByRole("button", { name: /^全部一键改正/ })
      .focus();
    await press(page, "Enter");
    await finding("第2项指标的名称").waitFor({ state: "detached" });
    expect(await results().getByRole("button", { name: "一键改正", exact: true }).count()).toBe(0);
  });
});

describe("what no click can mend", () => {
  it("is entered: the lines of the budget", async () => {
    const { page, running } = office;
    await openProject("预算明细");
    await page.getByRole("table", { name: "预算明细" }).waitFor();
    await tabTo(page, "增加一行");
    await press(page, "Enter");
    await keysAt(page, "第 1 行名称");
    await running.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), lines.join("\n"));
    await press(page, "Control+v");
    await page.getByText(`已粘贴 ${lines.length} 行`).waitFor();
    // A list of choices in the grid is opened by an arrow; in other cells it leads to the next line.
    await tabTo(page, "第 1 行支付方式");
    await press(page, "ArrowDown");
    await page.locator(".ant-select-item-option-active").filter({ visible: true }).waitFor();
    await press(page, "Escape");
    await keysAt(page, "第 1 行支付方式");
  });

  it("is written: goal and indicators", async () => {
    const { page } = office;
    await openProject("绩效指标");
    await page.getByRole("table", { name: "绩效指标" }).waitFor();
    await typeOver("项目总目标", "建成高效处置一件事的网格队伍。");
    await expect.poll(goal).toBe("建成高效处置一件事的网格队伍。");
    await typeOver("第 13 项三级指标", "居民重复投诉率");
    for (const row of [7, 12, 13, 14, 15, 16]) await typeOver(`第 ${row} 项基期值`, "2021年实际数");
  });

  it("is written: the statement", async () => {
    const { page } = office;
    await openProject("经费情况说明");
    for (const [label, text] of sections) await typeOver(label, text);
    await page.getByRole("textbox", { name: "四、实施方案" }).focus();
    await press(page, "Control+End");
    await page.keyboard.insertText("\n3、网格巡查处置用品据实采购支付。");
    await press(page, "Tab");
    await expect
      .poll(async () => {
        const { groups } = await checkup();
        return groups.filter(({ broughtId }) => broughtId === null).flatMap(({ findings }) => findings);
      })
      .toEqual([]);
  });

  it("is on the papers that were brought in: each is looked at whole, and voided with the reason", async () => {
    const { page } = office;
    for (const paper of [fill, declared, "带入的社区综合治理项目经费情况说明（2022年度）"]) {
      await openCheckup();
      const see = page.getByRole("button", { name: `看这份材料：${paper}` });
      if ((await see.count()) === 0) continue;
      await see.focus();
      await press(page, "Enter");
      await page.getByRole("region", { name: "与项目对照" }).waitFor();
      await picture(`brought-${paper.includes("申报") ? "declared" : "other"}`);
      await tabTo(page, "作废");
      await press(page, "Enter");
      await office.dialog().getByRole("textbox").waitFor();
      await page.keyboard.insertText("已按账本改正重报");
      await press(page, "Control+Enter");
      await page.getByText("已作废，不再参与核对：已按账本改正重报").waitFor();
    }
    await openCheckup();
    await results().getByText("各份材料都没有发现问题，可以报送").waitFor();
    await picture("clean");
  });
});

async function projectId() {
  const projects = await office.held("projects.list", { fiscalYear: 2022 });
  return projects.find(({ code }) => code === "DR-2022")?.id ?? "";
}

const checkup = async () => office.held("filings.checkup", { id: await projectId() });
const goal = async () => (await office.held("projects.get", { id: await projectId() })).project.overallGoal;

const packages = () => readdirSync(path.join(office.folder, "报送")).toSorted();
const filesOf = (name: string) => {
  const folder = path.join(office.folder, "报送", name);
  return readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file))] as const);
};

describe("the papers", () => {
  it("go out in one package, which another program finds whole", async () => {
    const { page, running, folder } = office;
    await answerDialogs(running.app, { open: path.join(folder, "报送") });
    await tabTo(page, "报");
    await press(page, "Enter");
    await keysAt(page, "报送名称");
    await page.getByRole("checkbox", { name: /预算明细表/, checked: true }).waitFor();
    expect(await page.getByRole("checkbox", { name: /自评表/ }).isChecked()).toBe(false);
    await picture("submit");
    await press(page, "Control+Enter");
    await page.getByRole("dialog").waitFor({ state: "detached", timeout: 30_000 });
    const [name = "", zip] = packages();
    expect(zip).toBe(`${name}.zip`);
    const summed = execFileSync("sha256sum", ["-c", "校验值.txt"], { cwd: path.join(folder, "报送", name) });
    const files = filesOf(name).map(([file]) => file);
    expect(String(summed).trim().split("\n")).toHaveLength(files.length - 1);
    expect(files.filter((file) => file.endsWith(".pdf"))).toHaveLength(6);
    expect(files.some((file) => file.includes("自评表"))).toBe(false);
  });

  it("are versions that open and go out again byte for byte after the ledger has moved on", async () => {
    const { page, running } = office;
    await openProject("经费情况说明");
    await typeOver("七、绩效目标", "详见单位的项目绩效目标表，按季度公开。");
    await press(page, "Control+8");
    await tabTo(page, "版");
    await press(page, "Enter");
    await page.getByText("之后有改动").first().waitFor();
    await page.getByRole("button", { name: /^与现在比较 项目经费情况说明/ }).focus();
    await press(page, "Enter");
    await page.locator("ins").filter({ hasText: "按季度公开" }).waitFor();
    await picture("versions");
    const [name = ""] = packages();
    const opened = await running.app.evaluateHandle(({ shell }) => {
      const seen: string[] = [];
      shell.openPath = async (file) => {
        seen.push(file);
        return "";
      };
      return seen;
    });
    await page.getByRole("button", { name: /^Word 项目经费情况说明 第1版/ }).focus();
    await press(page, "Enter");
    await expect.poll(() => opened.jsonValue()).toHaveLength(1);
    const [copy = ""] = await opened.jsonValue();
    const handedIn = filesOf(name).find(([file]) => file.endsWith("情况说明.docx"))?.[1];
    expect(readFileSync(copy).equals(handedIn ?? Buffer.alloc(0))).toBe(true);
    await page.getByRole("button", { name: "再次导出" }).focus();
    await press(page, "Enter");
    await page.getByText(/已重新写出/).waitFor();
    const again = packages().find((each) => each.endsWith("（2）")) ?? "";
    expect(filesOf(again)).toEqual(filesOf(name));
  });

  it("can be frozen one by one, and one that says the same makes no new version", async () => {
    const { page } = office;
    await press(page, "Control+8");
    for (const said of [
      "《项目经费情况说明》已定稿为第 2 版",
      "《项目经费情况说明》与第 2 版一样，没有新增版本",
    ]) {
      await page
        .getByRole("button", { name: /^定\s?稿$/ })
        .first()
        .focus();
      await press(page, "Enter");
      await keysAt(page, "说明");
      await page.keyboard.insertText("报办公会审议");
      await press(page, "Enter");
      await page.getByText(said).first().waitFor();
    }
    expect(office.complaints).toEqual([]);
  });
});

describe("what was brought in", () => {
  it("stays in the list with the reason it was voided for", async () => {
    const { page } = office;
    await tabTo(page, "带入过的");
    await press(page, "Enter");
    const list = page.getByRole("grid", { name: "带入过的材料" });
    await list.getByText("已作废：已按账本改正重报").first().waitFor();
    await picture("brought-list");
    await list.focus();
    await press(page, "ArrowDown", "Enter");
    await page.getByRole("region", { name: "原文" }).waitFor();
    await keysAt(page, "返回列表");
  });
});
