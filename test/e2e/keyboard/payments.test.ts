import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiOutput } from "#shared/api/contract.ts";
import { answerDialogs } from "../support/answerDialogs.ts";
import { choose, command, find, keysAt, press, tabTo } from "../support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "../support/sampleOffice.ts";

/** What is paid freely, in advance, for several months at once, and what was paid elsewhere: without a mouse. */
let desk: SampleOffice;

beforeAll(async () => {
  desk = await openSampleOffice();
});
afterAll(() => desk.end());

const scope = { fiscalYear: 2022, projectId: null };
const keys = (...pressed: readonly string[]) => press(desk.page, ...pressed);
const seen = (text: string | RegExp) => desk.page.getByText(text).first().waitFor();

type Listed = ApiOutput<"payments.list">[number];

async function paymentOf(fits: (payment: Listed) => boolean) {
  const found = (await desk.held("payments.list", scope)).find(fits);
  if (found === undefined) throw new Error("no such payment");
  return desk.held("payments.get", { id: found.id });
}

/** The next step of the open payment, in this name; what can be done after it. */
async function step(signer: string, name: string, next: string): Promise<void> {
  await keys("Control+Enter");
  await keysAt(desk.page, signer);
  if (name !== "") await desk.page.keyboard.type(name);
  await keys("Enter");
  await desk.page.getByRole("button", { name: next, exact: true }).waitFor();
  await desk.page.locator(".jf-step-form").waitFor({ state: "detached" });
}

const advanceOf = () => paymentOf(({ amountCents }) => amountCents === 50_000);

describe("an advance", () => {
  it("is not saved while something lacks, and the keys are put where", async () => {
    await command(desk.page, "新建付款", /新建付款/);
    await tabTo(desk.page, "直接填写");
    await keys("Enter");
    await keysAt(desk.page, "付款金额");
    await keys("Control+Enter");
    await seen("还不能保存：请填写付款金额。请填写收款方名称。");
    await keysAt(desk.page, "付款金额");
    await desk.page.keyboard.type("500");
    await keys("Control+Enter");
    await keysAt(desk.page, "收款方");
  });

  it("is asked for freely, and has the keys once it is saved", async () => {
    await desk.page.keyboard.type("上海示例文化");
    await desk.page.locator(".ant-select-item-option-active").waitFor();
    await keys("Enter");
    await desk.page.locator(".ant-select-item-option-active").waitFor({ state: "hidden" });
    await choose(desk.page, "合同", "GFL-2022-007 社区治理宣传品制作合同");
    await tabTo(desk.page, "账号、付款单位");
    await keys("Enter");
    await tabTo(desk.page, "预付款");
    await keys("Space", "Control+Enter");
    await desk.page.getByRole("complementary").getByText("提交审核").waitFor();
    await expect
      .poll(() => desk.page.evaluate(() => document.activeElement?.className))
      .toContain("jf-detail");
    const { payment } = await advanceOf();
    expect(payment).toMatchObject({ state: "draft", isAdvance: 1, budgetLineName: "宣传费用" });
  });

  it("goes its way step by step; a step without a name stays where it is", async () => {
    await step("经办人", "", "审核通过");
    await keys("Control+Enter");
    await keysAt(desk.page, "审核人");
    await keys("Enter");
    await seen("请填写审核人。");
    await keysAt(desk.page, "审核人");
    await keys("Escape");
    await keysAt(desk.page, "审核通过");
    await step("审核人", "陆审核", "批准");
    await tabTo(desk.page, "认可");
    await keys("Enter");
    await keysAt(desk.page, "理由");
    await desk.page.keyboard.type("已列入下季度调剂");
    await keys("Enter");
    await seen("已认可：已列入下季度调剂");
    await step("审批人", "顾审批", "登记付款");
    await step("经办人", "", "冲销预付款");
    expect((await advanceOf()).openAdvanceCents).toBe(50_000);
  });

  it("is offset by an invoice, and the offset taken back", async () => {
    await tabTo(desk.page, "冲销预付款");
    await keys("Enter");
    await keysAt(desk.page, "冲销用的发票");
    await keys("Escape");
    await keysAt(desk.page, "冲销预付款");
    await keys("Enter");
    await keysAt(desk.page, "冲销用的发票");
    await keys("ArrowDown");
    await desk.page.locator(".ant-select-item-option-active").waitFor();
    await keys("Enter");
    await desk.page.locator(".ant-select-dropdown").filter({ visible: true }).waitFor({ state: "hidden" });
    await tabTo(desk.page, "说明");
    await tabTo(desk.page, "冲销");
    await keys("Enter");
    await seen("已冲销预付款：");
    expect((await advanceOf()).openAdvanceCents).toBe(0);
    await tabTo(desk.page, "撤回冲销预付款");
    await keys("Enter");
    await keysAt(desk.page, "撤回原因");
    await desk.page.keyboard.type("选错了发票");
    await keys("Control+Enter");
    await seen("冲销预付款");
    await expect.poll(async () => (await advanceOf()).openAdvanceCents).toBe(50_000);
  });
});

describe("two months in one payment", () => {
  it("are two lines, each of its instalment, added up by the keys", async () => {
    await command(desk.page, "新建付款", /新建付款/);
    await tabTo(desk.page, "直接填写");
    await keys("Enter");
    await keysAt(desk.page, "付款金额");
    await desk.page.keyboard.type("8024");
    await find(desk.page, "收款方", "上海示例移动通信服务有限公司");
    await choose(desk.page, "合同", "GFL-2022-003 网格工作手机终端月租合同");
    for (const month of ["2022年6月", "2022年7月"]) {
      await tabTo(desk.page, "添加一行");
      await keys("Enter");
      await keysAt(desk.page, "付款期次");
      await desk.page.keyboard.insertText(month);
      await desk.page.locator(".ant-select-item-option-active").filter({ hasText: month }).waitFor();
      await keys("Enter");
    }
    await seen(/全部分摊/);
    await desk.page.locator(".ant-select-dropdown").filter({ visible: true }).waitFor({ state: "hidden" });
    await keys("Control+Enter");
    await desk.page.getByRole("complementary").getByText("提交审核").waitFor();
    const { allocations } = await paymentOf(({ amountCents }) => amountCents === 802_400);
    expect(allocations.map((row) => [row.instalmentLabel, row.amountCents])).toEqual([
      [expect.stringContaining("6月"), 401_200],
      [expect.stringContaining("7月"), 401_200],
    ]);
  });
});

describe("payments made elsewhere", () => {
  it("come in from a csv after a look, and go out again with a reason", async () => {
    const file = path.join(desk.folder, "付款.csv");
    writeFileSync(
      file,
      "\ufeff日期,收款方,金额,用途\r\n2022/5/10,某某办公用品店,120.50,文具\r\n2022/5/11,某某办公用品店,一百,文具\r\n",
    );
    await answerDialogs(desk.running.app, { open: file });
    await command(desk.page, "前往付款", /前往付款/);
    await tabTo(desk.page, "导入付款");
    await keys("Enter");
    await keysAt(desk.page, "导入 1 笔");
    await keys("Enter");
    await seen("已导入：新增 1 笔");
    const { payment } = await paymentOf(({ payeeName }) => payeeName === "某某办公用品店");
    expect(payment).toMatchObject({ amountCents: 12_050, state: "paid", paidOn: "2022-05-10" });
    await tabTo(desk.page, "撤销这一批");
    await keys("Enter");
    await keysAt(desk.page, "撤销原因");
    await desk.page.keyboard.type("导错了文件");
    await keys("Control+Enter");
    await seen("这一批已撤销");
    expect((await desk.held("payments.list", scope)).some(({ id }) => id === payment.id)).toBe(false);
  });
});
