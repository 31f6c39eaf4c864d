import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiInput, ApiOutput, RouteName } from "#shared/api/contract.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { answerDialogs } from "./support/answerDialogs.ts";
import { ask } from "./support/ask.ts";
import { choose, fillIn, keysAt, press, slowed, tabTo } from "./support/keyboard.ts";
import { launchApp, type RunningApp } from "./support/launchApp.ts";

/** What an office has signed, changed, counted and handed out, entered by the keyboard alone in the real window. */
let running: RunningApp;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-contracts-"));
  running = await launchApp({ userData: path.join(folder, "program") });
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await answerDialogs(running.app, { save: path.join(folder, "示例账本.jingfei") });
  await page
    .getByRole("button", { name: /打开示例/ })
    .first()
    .press("Enter");
  await page.getByText("430,000.00").first().waitFor();
});

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const scope: ApiInput<"contracts.list"> = { fiscalYear: 2022, projectId: null };
const dialog = () => page.getByRole("dialog");

/** What the ledger holds now. */
async function held<Name extends RouteName>(route: Name, input: ApiInput<Name>): Promise<ApiOutput<Name>> {
  const answer = await ask(running, route, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.data as ApiOutput<Name>;
}

async function contractNamed(contractNo: string): Promise<ApiOutput<"contracts.get">> {
  const row = (await held("contracts.list", scope)).find((each) => each.contractNo === contractNo);
  if (row === undefined) throw new Error(`no contract ${contractNo}`);
  return held("contracts.get", { id: row.id });
}

describe("a contract paid as needed", () => {
  it("is entered with a vendor that is new", async () => {
    await press(page, "Control+3");
    await page.getByRole("grid", { name: "合同 2022" }).waitFor();
    await tabTo(page, "新建合同");
    await press(page, "Enter");
    await dialog().getByText("新建合同").waitFor();
    await page.keyboard.type("GFL-2022-088");
    await fillIn(page, "合同名称", "绿化应急养护合同");
    await fillIn(page, "供应商", "上海示例园林有限公司");
    await press(page, "Enter");
    await page.getByRole("dialog", { name: "新增供应商" }).waitFor();
    await press(page, "Enter");
    await page.getByRole("dialog", { name: "新增供应商" }).waitFor({ state: "detached" });
    await choose(page, "预算明细", "网格巡查处置用品");
    await choose(page, "支付方式", "据实支付");
    await fillIn(page, "上限（元）", "20000");
    await fillIn(page, "签订日期", "2022.7.1");
    await press(page, "Enter");
    await dialog().waitFor({ state: "detached" });
    const { contract } = await contractNamed("GFL-2022-088");
    expect(contract).toMatchObject({
      kind: "asNeeded",
      vendorName: "上海示例园林有限公司",
      amountCents: 2_000_000,
      signedOn: "2022-07-01",
      state: "active",
    });
  });

  it("gets a unit price", async () => {
    await press(page, "F6");
    await tabTo(page, "登记单价");
    await press(page, "Enter");
    await dialog().getByText("登记约定单价").waitFor();
    await page.keyboard.type("草坪修剪");
    await fillIn(page, "单位", "平方米");
    await fillIn(page, "单价（元）", "2.5");
    await press(page, "Enter");
    await dialog().waitFor({ state: "detached" });
    expect((await contractNamed("GFL-2022-088")).prices).toMatchObject([
      { name: "草坪修剪", unitName: "平方米", unitPrice: "2.5" },
    ]);
  });

  it("owes what is measured", async () => {
    await tabTo(page, "登记计量");
    await press(page, "Enter");
    await dialog().getByText("登记据实计量").waitFor();
    await page.keyboard.type("1000");
    await tabTo(page, "增加约定之外的一项");
    await press(page, "Enter");
    await tabTo(page, "品名", "Shift+Tab");
    await page.keyboard.type("补种");
    await fillIn(page, "补种数量", "2");
    await press(page, "Enter");
    // Half a line is not left out: the keys are where its price is missing.
    await dialog().getByText("约定之外的一项没有写完").waitFor();
    await keysAt(page, "单价");
    await page.keyboard.type("80");
    await press(page, "Enter");
    await dialog().waitFor({ state: "detached" });
    const { instalments, measured } = await contractNamed("GFL-2022-088");
    expect(instalments).toMatchObject([{ label: "2022年7月计量", amountCents: 266_000 }]);
    expect(measured).toMatchObject([
      { quantity: "1000", unitPrice: "2.5", amountCents: 250_000 },
      { name: "补种", quantity: "2", unitPrice: "80", amountCents: 16_000 },
    ]);
  });
});

describe("a supplement", () => {
  it("shows what it changes in the plan before it is saved", async () => {
    const before = await contractNamed("GFL-2022-001");
    await slowed(page, 10, async () => {
      await press(page, "Control+f");
      await page.keyboard.type("GFL-2022-001");
      await press(page, "ArrowDown", "ArrowDown", "Enter", "Enter");
      await page.getByRole("heading", { name: before.contract.name }).waitFor();
    });
    await tabTo(page, "登记补充协议");
    await press(page, "Enter");
    await fillIn(page, "增减金额（元）", "12000");
    await press(page, "Tab");
    await dialog().getByText("252,000.00").waitFor();
    expect(await dialog().textContent()).toMatch(/改动 \d 期.*合计增加 12,000.00 元/);
    await press(page, "Enter");
    await dialog().waitFor({ state: "detached" });
    const after = await contractNamed("GFL-2022-001");
    expect(after.supplements).toMatchObject([{ kind: "amount", deltaCents: 1_200_000 }]);
    expect(sumCents(after.instalments.map((row) => row.amountCents))).toBe(25_200_000);
    const paid = (rows: typeof after.instalments) => rows.filter((row) => row.paidCents > 0);
    expect(paid(after.instalments).map((row) => row.amountCents)).toEqual(
      paid(before.instalments).map((row) => row.amountCents),
    );
  });
});

describe("the months of a rental", () => {
  it("are typed like a sheet, and saved once their effect was seen", async () => {
    await press(page, "Control+4");
    await page.getByRole("grid", { name: "月租" }).waitFor();
    await press(page, "ArrowDown", "End", "ArrowLeft");
    await page.keyboard.type("30");
    await press(page, "Enter", "Control+s");
    await dialog().getByText("30×85").waitFor();
    await press(page, "Enter");
    await dialog().waitFor({ state: "detached" });
    const [row] = (await held("rentals.matrix", scope)).rows;
    expect(row?.cells.find((cell) => cell.month === "2022-11")).toMatchObject({ dueCents: 255_000 });
    expect(row?.cells.find((cell) => cell.month === "2022-12")).toMatchObject({ dueCents: 221_000 });
  });
});

describe("uniforms", () => {
  it("are handed out to all who are due", async () => {
    const uniform = async () => {
      const row = (await held("needs.list", scope)).find((need) => need.kind === "uniform");
      if (row === undefined) throw new Error("no uniforms");
      return held("needs.get", { id: row.id });
    };
    const before = await uniform();
    expect(before.need.dueCount).toBe(32);
    await press(page, "Control+k");
    await page.keyboard.type("qtxq");
    await press(page, "Enter");
    await page.getByRole("grid", { name: "其他需求 2022" }).waitFor();
    await press(page, "ArrowDown", "Enter");
    await page.getByRole("button", { name: "发给 32 人" }).waitFor();
    await press(page, "Enter");
    await tabTo(page, "发给 32 人");
    await press(page, "Enter");
    await fillIn(page, "说明", "夏装");
    await press(page, "Enter");
    await dialog().waitFor({ state: "detached" });
    const after = await uniform();
    expect(after.need.dueCount).toBe(0);
    expect(after.issues.length).toBe(before.issues.length + 32);
    expect(after.issues.filter((issue) => issue.note === "夏装").length).toBe(32);
  });
});
