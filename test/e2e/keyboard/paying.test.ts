import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiOutput } from "#shared/api/contract.ts";
import { answerDialogs } from "../support/answerDialogs.ts";
import { command, find, keysAt, press, tabTo } from "../support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "../support/sampleOffice.ts";

/** Payments that start from an instalment or an invoice, several invoices in one, a 质保金 that is due: without a mouse. */
let desk: SampleOffice;

beforeAll(async () => {
  desk = await openSampleOffice();
});
afterAll(() => desk.end());

const scope = { fiscalYear: 2022, projectId: null };
const keys = (...pressed: readonly string[]) => press(desk.page, ...pressed);

type Listed = ApiOutput<"payments.list">[number];
const payments = () => desk.held("payments.list", scope);

/** What `work` has saved. */
async function saved(work: () => Promise<void>) {
  const before = new Set((await payments()).map(({ id }) => id));
  await work();
  await desk.page.getByRole("complementary").getByText("提交审核").waitFor();
  const made: Listed | undefined = (await payments()).find(({ id }) => !before.has(id));
  if (made === undefined) throw new Error("nothing was saved");
  return desk.held("payments.get", { id: made.id });
}

/** Looks for the text in the list that payments start from, and takes the first. */
async function startFrom(list: string, text: string): Promise<void> {
  await desk.page.getByRole("grid", { name: list }).waitFor();
  await keys("Control+f", "Control+a");
  await desk.page.keyboard.insertText(text);
  await desk.page.getByText(/^\d+ \/ \d+ 条$/).waitFor();
  await keys("ArrowDown", "ArrowDown", "Enter");
  await desk.page.getByRole("heading", { name: "新建付款" }).waitFor();
  await keysAt(desk.page, "付款金额");
}

/** Invoices of which something may still be paid. */
const withRest = async () =>
  (await desk.held("invoices.list", { fiscalYear: 2022 })).filter(
    ({ voidedAt, isRed, payableCents, usedCents }) =>
      voidedAt === null && isRed === 0 && payableCents > usedCents,
  );

describe("a payment", () => {
  it("starts from an instalment, which fills it in", async () => {
    const made = await saved(async () => {
      await command(desk.page, "新建付款", /新建付款/);
      await startFrom("未付的期次", "GFL-2022-003");
      await keys("Control+Enter");
    });
    expect(made.payment).toMatchObject({ state: "draft", contractNo: "GFL-2022-003" });
    expect(made.allocations.map(({ amountCents }) => amountCents)).toEqual([made.payment.amountCents]);
    expect(made.allocations[0]?.instalmentLabel).not.toBeNull();
  });

  it("starts from an invoice", async () => {
    const [open] = await withRest();
    if (open === undefined) throw new Error("every invoice is paid");
    const made = await saved(async () => {
      await command(desk.page, "新建付款", /新建付款/);
      await tabTo(desk.page, "按付款期次");
      await keys("ArrowRight");
      await startFrom("可付的发票", open.number);
      await keys("Control+Enter");
    });
    expect(made.payment).toMatchObject({ state: "draft", payeeName: open.sellerName });
    expect(made.allocations.map(({ invoiceNumber }) => invoiceNumber)).toContain(open.number);
  });

  it("is made for several invoices at once, each a line that brings its amount", async () => {
    const [first, second] = await withRest();
    if (first === undefined || second === undefined) throw new Error("too few invoices");
    const sum = first.payableCents - first.usedCents + second.payableCents - second.usedCents;
    const made = await saved(async () => {
      await command(desk.page, "新建付款", /新建付款/);
      await tabTo(desk.page, "直接填写");
      await keys("Enter");
      await keysAt(desk.page, "付款金额");
      await desk.page.keyboard.type(String(sum / 100));
      await find(desk.page, "收款方", first.sellerName);
      for (const { number } of [first, second]) {
        await tabTo(desk.page, "添加一行");
        await keys("Enter");
        await keysAt(desk.page, "付款期次");
        await find(desk.page, "发票", number);
      }
      await desk.page
        .getByText(/全部分摊/)
        .first()
        .waitFor();
      await keys("Control+Enter");
    });
    expect(made.allocations.map((row) => [row.invoiceNumber, row.amountCents])).toEqual([
      [first.number, first.payableCents - first.usedCents],
      [second.number, second.payableCents - second.usedCents],
    ]);
  });
});

describe("payments made elsewhere", () => {
  it("have a form to be written into", async () => {
    const file = path.join(desk.folder, "付款登记表.xlsx");
    await answerDialogs(desk.running.app, { save: file });
    await command(desk.page, "前往付款", /前往付款/);
    // The form stands beside what was imported before.
    await tabTo(desk.page, "导入付款");
    await keys("Shift+Tab", "ArrowRight");
    await tabTo(desk.page, "下载模板");
    await keys("Enter");
    await expect.poll(() => existsSync(file), { timeout: 15_000 }).toBe(true);
  });
});

describe("a payment whose invoice was taken back", () => {
  const april = "22312000000071204415";
  const partsOf = async () => {
    const row = (await payments()).find(({ paymentNo }) => paymentNo === "FK-2022-0015");
    if (row === undefined) throw new Error("no such payment");
    const { allocations, takenBack, steps } = await desk.held("payments.get", { id: row.id });
    return {
      invoices: allocations.map(({ invoiceNumber, amountCents }) => [invoiceNumber, amountCents]),
      uncovered: takenBack.map(({ uncoveredCents }) => uncoveredCents),
      last: steps.at(-1),
    };
  };

  it("shows it once the export of the tax bureau has come in", async () => {
    const [name = ""] = readdirSync(desk.folder).filter((file) => file.endsWith("导出结果.xlsx"));
    await answerDialogs(desk.running.app, { open: path.join(desk.folder, name) });
    await keys("Control+i");
    await desk.page.getByRole("button", { name: /选择文件$/ }).waitFor();
    await tabTo(desk.page, "选择文件");
    await keys("Enter");
    await desk.page.getByRole("button", { name: /^导入 12 张/ }).waitFor();
    await tabTo(desk.page, "导入 12 张");
    await keys("Enter");
    await desk.page.getByRole("heading", { name: "已导入 12 张发票" }).waitFor();
    await command(desk.page, "FK-2022-0015", /付款：FK-2022-0015/);
    await desk.page
      .getByText(/发票 22312000000071204415 付款后.*请追回款项或换票/)
      .first()
      .waitFor();
    expect(await partsOf()).toMatchObject({ invoices: [[april, 401_200]], uncovered: [401_200] });
  });

  it("rests on another one by 换票, with the reason", async () => {
    await keys("F6");
    await tabTo(desk.page, "换票");
    await keys("Enter");
    await keysAt(desk.page, "新发票");
    await keys("Escape");
    await keysAt(desk.page, "换票");
    await keys("Enter");
    await keysAt(desk.page, "新发票");
    await keys("ArrowDown");
    const option = desk.page.locator(".ant-select-item-option-active").filter({ visible: true });
    await option.waitFor();
    const [number = ""] = /\d{20}/.exec((await option.textContent()) ?? "") ?? [];
    await keys("Enter");
    await option.waitFor({ state: "hidden" });
    await tabTo(desk.page, "说明");
    await desk.page.keyboard.type("4月的票已红冲");
    await keys("Enter");
    await desk.page.getByText(`已换票：发票${april}换为${number}`).first().waitFor();
    const { invoices, uncovered, last } = await partsOf();
    expect({ invoices, uncovered }).toEqual({ invoices: [[number, 401_200]], uncovered: [] });
    expect(number).not.toBe(april);
    expect(last).toMatchObject({ action: "exchange", by: "沈经办" });
    expect(last?.opinion).toContain("4月的票已红冲");
  });

  it("rests on the first again once that is taken back, and both steps stay", async () => {
    await tabTo(desk.page, "撤回换票");
    await keys("Enter");
    await keysAt(desk.page, "撤回原因");
    await keys("Control+Enter");
    await desk.dialog().getByText("请写明撤回原因，至少两个字。").waitFor();
    await desk.page.keyboard.type("换错了一张");
    await keys("Control+Enter");
    await desk.closed();
    await expect.poll(async () => (await partsOf()).invoices).toEqual([[april, 401_200]]);
    const { uncovered, last } = await partsOf();
    expect(uncovered).toEqual([401_200]);
    expect(last).toMatchObject({ action: "moveBack" });
    await tabTo(desk.page, "换票");
  });
});

describe("a 质保金", () => {
  it("is paid out once it is due, from where it is listed", async () => {
    await desk.openContract("GFL-2022-001");
    await tabTo(desk.page, "修改");
    await keys("Enter");
    await keysAt(desk.page, "合同编号");
    await tabTo(desk.page, "质保金比例");
    await desk.page.keyboard.type("5");
    await tabTo(desk.page, "质保金、保证金应退日");
    await desk.page.keyboard.type("2022.6.30");
    await keys("Control+Enter");
    await keysAt(desk.page, "保存并调整付款计划");
    await keys("Enter");
    await desk.closed();
    const { instalments } = await desk.contractNamed("GFL-2022-001");
    const kept = instalments.find(({ kind }) => kind === "retention");
    if (kept === undefined) throw new Error("nothing is kept back");
    const made = await saved(async () => {
      await command(desk.page, "新建付款", /新建付款/);
      await startFrom("未付的期次", kept.label);
      await keys("Control+Enter");
    });
    expect(made.allocations).toMatchObject([{ instalmentId: kept.id, amountCents: kept.remainingCents }]);
  });

  it("leaves nothing on the page to complain about", () => {
    expect(desk.complaints).toEqual([]);
  });
});
