import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asId } from "#shared/kernel/id.ts";
import { choose, fillIn, focusedName, keysAt, press, slowed, tabTo } from "../support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "../support/sampleOffice.ts";

/** 供应商, 其他需求 and 人员名册; by the keyboard alone in the real window. */
let office: SampleOffice;

beforeAll(async () => {
  office = await openSampleOffice();
});

afterAll(() => office.end());

/** The dialog that the button opens; the keys are in the field of that name. */
async function open(button: string, first: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const { page, dialog } = office;
  await tabTo(page, button, key);
  await press(page, "Enter");
  await dialog().waitFor();
  await expect.poll(() => focusedName(page)).toBe(first);
}

async function goTo(letters: string, list: string): Promise<void> {
  const { page } = office;
  await press(page, "Control+k");
  await page.keyboard.type(letters);
  await press(page, "Enter");
  await page.getByRole("grid", { name: list }).waitFor();
}

describe("a vendor", () => {
  const vendor = async () => {
    const row = (await office.held("vendors.list", {})).find(
      (each) => each.creditCode === "91310117MA1J00022M",
    );
    if (row === undefined) throw new Error("no such vendor");
    return office.held("vendors.get", { id: row.id });
  };

  it("gets another account, and the one it had is ended", async () => {
    const { page, dialog } = office;
    await goTo("供应商", "供应商");
    await press(page, "ArrowDown", "Enter");
    await page.getByRole("heading", { name: "上海示例服饰有限公司" }).waitFor();
    await press(page, "Enter");
    await open("登记账户", "账号");
    await press(page, "Enter");
    await dialog().getByText("不能为空").waitFor();
    await expect.poll(() => focusedName(page)).toBe("账号");
    await page.keyboard.type("3105017000000000777");
    await fillIn(page, "开户行", "示例银行方松支行");
    await press(page, "Enter");
    await office.closed();
    await expect
      .poll(office.activeRow)
      .toMatchObject({ list: "收款账户", row: expect.stringContaining("3105017000000000777") });
    await open("停用 31050170000000000505", "最后使用日期");
    await page.keyboard.type("2022.6.30");
    await press(page, "Enter");
    await office.closed();
    const { accounts } = await vendor();
    expect(accounts).toMatchObject([
      { accountNo: "3105017000000000777", bank: "示例银行方松支行", validFrom: "2022-07-08", validTo: null },
      { accountNo: "31050170000000000505", validTo: "2022-06-30" },
    ]);
  });

  it("is called otherwise from a day on, and its old name is kept", async () => {
    const { page } = office;
    await open("更名", "新名称");
    await page.keyboard.type("上海示例服饰集团有限公司");
    await fillIn(page, "启用新名称的日期", "2022.7.1");
    await press(page, "Enter");
    await office.closed();
    expect(await vendor()).toMatchObject({
      name: "上海示例服饰集团有限公司",
      names: [{ name: "上海示例服饰有限公司", validTo: "2022-06-30" }],
    });
  });

  it("has other names, which are taken away again", async () => {
    const { page } = office;
    await open("登记名称", "名称");
    await page.keyboard.type("示例服饰");
    await press(page, "Enter");
    await office.closed();
    await expect
      .poll(office.activeRow)
      .toMatchObject({ list: "其他名称", row: expect.stringContaining("示例服饰") });
    await tabTo(page, "删除 示例服饰");
    await press(page, "Enter");
    await office.dialog().getByText("删除后，发票上的“示例服饰").waitFor();
    await press(page, "Escape");
    await office.closed();
    expect((await vendor()).names.length).toBe(2);
    await tabTo(page, "删除 示例服饰");
    await press(page, "Enter");
    await office.dialog().getByText("删除后，发票上的“示例服饰").waitFor();
    await expect.poll(() => focusedName(page)).toBe("删除");
    await press(page, "Enter");
    await page.getByText("名称已删除，可按 Ctrl+Z 撤销").waitFor();
    expect((await vendor()).names.length).toBe(1);
  });
});

describe("staff and what they are due", () => {
  const uniforms = async () => {
    const needs = await office.held("needs.list", { fiscalYear: 2022, projectId: null });
    const found = needs.find((row) => row.kind === "uniform");
    if (found === undefined) throw new Error("no uniforms");
    return office.held("needs.get", { id: found.id });
  };
  const person = async (name: string) =>
    (await office.held("staff.list", {})).find((row) => row.name === name);

  it("are asked for what lacks even where the form is sent off while it is still opening", async () => {
    const { page, dialog } = office;
    await goTo("qtxq", "其他需求 2022");
    await tabTo(page, "需求");
    await press(page, "ArrowRight");
    await page.getByRole("grid", { name: "人员名册" }).waitFor();
    await tabTo(page, "登记人员");
    await slowed(page, 10, async () => {
      await press(page, "Enter", "Control+Enter");
      await dialog().getByText("不能为空").waitFor();
      await keysAt(page, "姓名");
    });
    await press(page, "Escape");
    await office.closed();
  });

  it("are entered, and found where they were entered", async () => {
    const { page, dialog } = office;
    await open("登记人员", "工号");
    await press(page, "Control+Enter");
    await dialog().getByText("不能为空").waitFor();
    await expect.poll(() => focusedName(page)).toBe("姓名");
    await page.keyboard.type("郑新");
    await fillIn(page, "尺码", "175");
    await fillIn(page, "入职日期", "2022.7.1");
    await press(page, "Enter");
    await office.closed();
    await expect
      .poll(office.activeRow)
      .toMatchObject({ list: "人员名册", row: expect.stringContaining("郑新") });
    expect(await person("郑新")).toMatchObject({ size: "175", joinedOn: "2022-07-01" });
    await press(page, "Enter");
    await dialog().getByText("人员 郑新").waitFor();
    await fillIn(page, "岗位", "网格员");
    await press(page, "Enter");
    await office.closed();
    expect(await person("郑新")).toMatchObject({ post: "网格员" });
  });

  it("get what they are due, one of them first", async () => {
    const { page } = office;
    const before = await uniforms();
    await tabTo(page, "人员名册", "Shift+Tab");
    await press(page, "ArrowLeft");
    await page.getByRole("grid", { name: "其他需求 2022" }).waitFor();
    await tabTo(page, "其他需求 2022");
    await press(page, "ArrowDown", "Enter");
    await page.getByRole("button", { name: `发给 ${before.need.dueCount} 人` }).waitFor();
    await press(page, "Enter");
    await tabTo(page, "网格专职人员工作服 应发名单 2022");
    await press(page, "ArrowDown", "Space");
    await open("发给选中的 1 人…", "发放日期", "Shift+Tab");
    await fillIn(page, "说明", "先发");
    await press(page, "Enter");
    await office.closed();
    const after = await uniforms();
    expect(after.need.dueCount).toBe((before.need.dueCount ?? 0) - 1);
    expect(after.issues.filter((row) => row.note === "先发").length).toBe(1);
  });

  it("have a history, pasted and mended", async () => {
    const { page, dialog } = office;
    const before = await uniforms();
    await tabTo(page, "Tab 1 of 4", "Shift+Tab");
    await press(page, "ArrowRight", "ArrowRight", "Enter");
    await page.getByRole("grid", { name: "网格专职人员工作服 发放记录" }).waitFor();
    await open("粘贴以前的发放…", "从 Excel 复制后粘贴到这里");
    await page.keyboard.insertText("姓名\t发放日期\t数量\n郑新\t2020-05-01\t1\n");
    await dialog().getByText("登记 1 条").waitFor();
    await press(page, "Control+Enter");
    await office.closed();
    await expect
      .poll(office.activeRow)
      .toMatchObject({ list: "网格专职人员工作服 发放记录", row: expect.stringContaining("郑新") });
    await press(page, "Enter");
    await dialog().getByText("发放记录 郑新").waitFor();
    await fillIn(page, "说明", "补登");
    await press(page, "Enter");
    await office.closed();
    const { issues } = await uniforms();
    expect(issues.length).toBe(before.issues.length + 1);
    expect(issues.find((row) => row.note === "补登")).toMatchObject({
      issuedOn: "2020-05-01",
      staffName: "郑新",
    });
  });

  it("leave nothing on the page to complain about", () => {
    expect(office.complaints).toEqual([]);
  });
});

describe("a need that goes to nobody in particular", () => {
  it("is entered and handed out by its quantity", async () => {
    const { page, dialog } = office;
    await press(page, "F6");
    await open("新增需求", "类别");
    await choose(page, "类别", "物资用品");
    await fillIn(page, "名称", "雨衣");
    await fillIn(page, "单价（元）", "35");
    await fillIn(page, "本年计划数量", "40");
    await press(page, "Enter");
    await office.closed();
    await expect
      .poll(office.activeRow)
      .toMatchObject({ list: "其他需求 2022", row: expect.stringContaining("雨衣") });
    await press(page, "Enter");
    await open("登记发放", "数量");
    await press(page, "Enter");
    await dialog().getByText("请填写“数量").waitFor();
    await page.keyboard.type("12");
    await press(page, "Control+Enter");
    await office.closed();
    const needs = await office.held("needs.list", { fiscalYear: 2022, projectId: null });
    expect(needs.find((row) => row.name === "雨衣")).toMatchObject({
      issuedQuantity: "12",
      leftQuantity: "28",
    });
  });

  /** From its menu: the last of the words in it. */
  const voidOpenNeed = async () => {
    const { page } = office;
    await tabTo(page, "更多");
    await press(page, "Enter");
    await expect.poll(() => focusedName(page)).toBe("修改……");
    await press(page, "ArrowUp");
    await expect.poll(() => focusedName(page)).toBe("作废……");
    await press(page, "Enter");
    await expect.poll(() => focusedName(page)).toBe("作废原因");
  };

  it("is not voided while somebody has some of it, and then with a reason", async () => {
    const { page, dialog } = office;
    const raincoats = async () =>
      (await office.held("needs.list", { fiscalYear: 2022, projectId: null })).find(
        (row) => row.name === "雨衣",
      );
    const { id } = (await raincoats()) ?? { id: asId("none") };
    await voidOpenNeed();
    await page.keyboard.type("不买了");
    await press(page, "Control+Enter");
    await page.getByText("“雨衣”已有 1 条发放记录，不能作废。").first().waitFor();
    // What was written stays; given up, it is asked about.
    await press(page, "Escape");
    await dialog().getByText("还没有保存").waitFor();
    await tabTo(page, "放弃");
    await press(page, "Enter");
    await office.closed();
    expect(await raincoats()).toMatchObject({ issuedQuantity: "12" });

    await tabTo(page, "雨衣 发放记录");
    await press(page, "ArrowDown", "Space");
    await open("作废 1 条…", "作废原因", "Shift+Tab");
    await page.keyboard.type("登记错了");
    await press(page, "Control+Enter");
    await office.closed();
    expect(await raincoats()).toMatchObject({ issuedQuantity: "0", leftQuantity: "40" });

    await press(page, "F6", "F6");
    await voidOpenNeed();
    await press(page, "Control+Enter");
    await dialog().getByText("请写明作废原因，至少两个字。").waitFor();
    await page.keyboard.type("不买了");
    await press(page, "Control+Enter");
    await office.closed();
    expect(await raincoats()).toBeUndefined();
    const [latest] = await office.held("ledger.history", { entity: "need", entityId: id, limit: 1 });
    expect(latest?.action).toBe("作废其他需求");
    await page.locator(".jf-detail").waitFor({ state: "detached" });
    await expect.poll(async () => (await office.activeRow()).list).toBe("其他需求 2022");
  });
});
