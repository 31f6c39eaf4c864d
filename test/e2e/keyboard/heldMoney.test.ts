import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs } from "../support/answerDialogs.ts";
import { choose, fillIn, find, focusedName, press, tabTo } from "../support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "../support/sampleOffice.ts";

/** 保证金, 验收, 约定单价, 会议纪要 and 附件 of a contract; by the keyboard alone in the real window. */
let office: SampleOffice;

beforeAll(async () => {
  office = await openSampleOffice();
});

afterAll(() => office.end());

const number = "GFL-2022-001";
const contract = () => office.contractNamed(number);

/** The dialog that the button opens; the keys are in the field of that name. */
async function open(button: string, first: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const { page, dialog } = office;
  await tabTo(page, button, key);
  await press(page, "Enter");
  await dialog().waitFor();
  await expect.poll(() => focusedName(page)).toBe(first);
}

describe("what is kept back and held", () => {
  it("is agreed in the contract", async () => {
    const { page } = office;
    await office.openContract(number);
    await open("修改", "合同编号");
    await fillIn(page, "质保金比例", "5");
    await fillIn(page, "质保金、保证金应退日", "2023.6.30");
    await fillIn(page, "履约保证金（元）", "12000");
    await press(page, "Control+Enter");
    await expect.poll(() => focusedName(page)).toBe("保存并调整付款计划");
    await press(page, "Enter");
    await office.closed();
    const detail = await contract();
    expect(detail.contract).toMatchObject({ retentionBp: 500, bondCents: 1_200_000 });
    expect(detail.instalments.find((row) => row.kind === "retention")).toMatchObject({
      amountCents: 1_200_000,
      earliestDate: "2023-06-30",
    });
  });

  it("comes in, and a field that is wrong has the keys and says why", async () => {
    const { page, dialog } = office;
    await open("登记保证金收退", "金额（元）");
    expect(await page.evaluate(() => document.querySelector<HTMLInputElement>(":focus")?.value)).toBe(
      "12,000.00",
    );
    await page.keyboard.press("Delete");
    await press(page, "Enter");
    await dialog().getByText("请填写", { exact: true }).waitFor();
    await expect.poll(() => focusedName(page)).toBe("金额（元）");
    await page.keyboard.type("12000");
    await press(page, "Tab");
    await page.keyboard.type("2022.2.31");
    await press(page, "Enter");
    await dialog().getByText("“日期”看不懂：没有“2022.2.31”这一天").waitFor();
    await expect.poll(() => focusedName(page)).toBe("日期");
    await press(page, "Control+a");
    await page.keyboard.type("2022.1.10");
    await press(page, "Enter");
    await office.closed();
    await expect
      .poll(office.activeRow)
      .toMatchObject({ list: "预付款和保证金", row: expect.stringContaining("收取") });
    expect((await contract()).bond).toMatchObject({ receivedCents: 1_200_000, balanceCents: 1_200_000 });
  });

  it("is asked about before half of it is thrown away", async () => {
    const { page, dialog } = office;
    await open("登记保证金收退", "金额（元）", "Shift+Tab");
    await page.keyboard.type("3000");
    // The first gives up what is typed in the field, the second the form.
    await press(page, "Escape", "Escape");
    await dialog().getByText("还没有保存").waitFor();
    await expect.poll(() => focusedName(page)).toBe("继续填写");
    await press(page, "Enter");
    await expect.poll(() => focusedName(page)).toBe("金额（元）");
    await press(page, "Control+a");
    await page.keyboard.type("3000");
    await fillIn(page, "备注", "考核不合格");
    await choose(page, "收退", "不予退还");
    await press(page, "Control+Enter");
    await office.closed();
    expect((await contract()).bond).toMatchObject({ forfeitedCents: 300_000, balanceCents: 900_000 });
  });

  it("goes back, and a wrong entry is voided with a reason", async () => {
    const { page } = office;
    await open("登记保证金收退", "金额（元）", "Shift+Tab");
    await press(page, "Enter");
    await office.closed();
    expect((await contract()).bond).toMatchObject({ releasedCents: 900_000, balanceCents: 0 });
    await open("作废 不予退还保证金 3,000.00 元", "作废原因");
    await page.keyboard.type("登记错了");
    await press(page, "Control+Enter");
    await office.closed();
    expect((await contract()).bond).toMatchObject({ forfeitedCents: 0, balanceCents: 300_000 });
  });
});

describe("an acceptance", () => {
  it("takes a deduction off its instalment", async () => {
    const { page } = office;
    const due = (await contract()).instalments.find((row) => row.acceptance === null);
    await press(page, "F6", "F6");
    await open("登记验收", "期次");
    await find(page, "期次", due?.label ?? "");
    await fillIn(page, "验收（考核）单号", "考核〔2022〕3号");
    await choose(page, "结果", "整改后合格");
    await fillIn(page, "得分", "92.5");
    await fillIn(page, "扣款（元）", "800");
    await press(page, "Enter");
    await office.closed();
    await expect
      .poll(office.activeRow)
      .toMatchObject({ list: "验收（考核）", row: expect.stringContaining("考核〔2022〕3号") });
    const after = (await contract()).instalments.find((row) => row.id === due?.id);
    expect(after).toMatchObject({ payableCents: (due?.payableCents ?? 0) - 80_000 });
    expect(after?.acceptance).toMatchObject({ documentNo: "考核〔2022〕3号", score: "92.5" });
  });
});

describe("the minutes of a meeting", () => {
  it("are entered, and their paper is added without leaving the form", async () => {
    const { page, dialog, folder, running } = office;
    await open("登记审批", "标题");
    await press(page, "Enter");
    await dialog().getByText("不能为空").waitFor();
    await expect.poll(() => focusedName(page)).toBe("标题");
    await page.keyboard.type("关于大联动服务的会议纪要");
    await fillIn(page, "文号", "〔2022〕12号");
    await press(page, "Enter");
    await expect.poll(() => focusedName(page)).toBe("添加文件");
    const file = path.join(folder, "会议纪要12号.pdf");
    writeFileSync(file, "%PDF-1.4\nminutes\n%%EOF\n");
    await answerDialogs(running.app, { open: file });
    await press(page, "Enter");
    await dialog().getByRole("row").filter({ hasText: "会议纪要12号.pdf" }).waitFor();
    await press(page, "Escape");
    await office.closed();
    await expect
      .poll(office.activeRow)
      .toMatchObject({ list: "审批和会议纪要", row: expect.stringContaining("〔2022〕12号") });
    const { id } = (await contract()).contract;
    const approvals = await office.held("approvals.list", { owner: { contractId: id } });
    const saved = approvals.find((row) => row.documentNo === "〔2022〕12号");
    expect(saved).toMatchObject({ kind: "minutes", title: "关于大联动服务的会议纪要" });
    const papers = await office.held("attachments.list", { owner: { approvalId: saved?.id ?? id } });
    expect(papers.map((row) => row.fileName)).toEqual(["会议纪要12号.pdf"]);
  });
});

describe("a paper", () => {
  it("is added, gets another kind, is opened and voided", async () => {
    const { page, folder, running } = office;
    const { id } = (await contract()).contract;
    const paper = async () =>
      (await office.held("attachments.list", { owner: { contractId: id } })).find(
        (row) => row.fileName === "会签单补.pdf",
      );
    await running.app.evaluate(({ shell }) => {
      shell.openPath = async (opened) => {
        Object.assign(globalThis, { openedPath: opened });
        return "";
      };
    });
    const file = path.join(folder, "会签单补.pdf");
    writeFileSync(file, "%PDF-1.4\nsigned\n%%EOF\n");
    await answerDialogs(running.app, { open: file });
    await tabTo(page, "添加文件");
    await press(page, "Enter");
    await expect
      .poll(office.activeRow)
      .toMatchObject({ list: "附件", row: expect.stringContaining("会签单补") });
    await press(page, "Enter");
    const opened = () => running.app.evaluate(() => String(Reflect.get(globalThis, "openedPath")));
    await expect.poll(opened).toContain("会签单补.pdf");
    await choose(page, "“会签单补.pdf”的类别", "会签单");
    await expect.poll(async () => (await paper())?.kind).toBe("countersign");
    await open("作废 会签单补.pdf", "作废原因", "Tab");
    await page.keyboard.type("重复了");
    await press(page, "Control+Enter");
    await office.closed();
    expect(await paper()).toBeUndefined();
  });
});

describe("what was changed", () => {
  it("is read beside the contract, and a step is taken back there", async () => {
    const { page, dialog } = office;
    await press(page, "F6", "F6");
    await tabTo(page, "变更记录");
    await press(page, "Enter");
    await dialog().getByText(`变更记录：${number}`).waitFor();
    await tabTo(page, "撤销");
    await press(page, "Enter");
    await page.getByRole("dialog", { name: /^撤销/ }).waitFor();
    await expect.poll(() => focusedName(page)).toBe("撤销");
    // Escape closes what is on top, and nothing below it.
    await press(page, "Escape");
    await page.getByRole("dialog", { name: /^撤销/ }).waitFor({ state: "detached" });
    await dialog().getByText(`变更记录：${number}`).waitFor();
    await expect.poll(() => focusedName(page)).toBe("撤销…");
    await press(page, "Enter");
    await page.getByRole("dialog", { name: /^撤销/ }).waitFor();
    await expect.poll(() => focusedName(page)).toBe("撤销");
    await press(page, "Enter");
    await page.getByRole("dialog", { name: /^撤销/ }).waitFor({ state: "detached" });
    await press(page, "Escape");
    await office.closed();
    // The paper that was voided last is there again, and has the keys.
    await expect
      .poll(office.activeRow)
      .toMatchObject({ list: "附件", row: expect.stringContaining("会签单补") });
    const { id } = (await contract()).contract;
    const papers = await office.held("attachments.list", { owner: { contractId: id } });
    expect(papers.map((row) => row.fileName)).toContain("会签单补.pdf");
  });

  it("leaves nothing on the page to complain about", () => {
    expect(office.complaints).toEqual([]);
  });
});
