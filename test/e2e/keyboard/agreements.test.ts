import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sumCents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { choose, fillIn, find, focusedName, press, tabTo } from "../support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "../support/sampleOffice.ts";

/** What is agreed anew in the course of a contract, and what comes after it; by the keyboard alone in the real window. */
let office: SampleOffice;

beforeAll(async () => {
  office = await openSampleOffice();
});

afterAll(() => office.end());

const vendorOf = async (contractNo: string) =>
  office.held("vendors.get", { id: (await office.contractNamed(contractNo)).contract.vendorId });

type Key = "Tab" | "Shift+Tab";

/** Once one was made the keys are on it, and its button is one step back. */
async function supplement(
  kind: string,
  fields: Readonly<Record<string, string>>,
  way: Key = "Shift+Tab",
): Promise<void> {
  const { page, dialog } = office;
  await tabTo(page, "登记补充协议", way);
  await press(page, "Enter");
  await dialog().getByText("登记补充协议").waitFor();
  expect(await focusedName(page)).toBe("编号");
  await choose(page, "类型", kind);
  for (const [name, text] of Object.entries(fields)) await fillIn(page, name, text);
  await press(page, "Tab");
  await dialog().getByRole("button", { name: "保存" }).and(page.locator(":enabled")).waitFor();
  await press(page, "Control+Enter");
  await office.closed();
  await expect.poll(office.activeRow).toMatchObject({ list: "补充协议", row: expect.stringContaining(kind) });
}

describe("a supplement", () => {
  it("changes the price of the quarters to come", async () => {
    await office.openContract("GFL-2022-001");
    await supplement("价格变更", { 生效日期: "2022.10.1", "以后每期金额（元）": "66000" }, "Tab");
    const { supplements, instalments } = await office.contractNamed("GFL-2022-001");
    expect(supplements).toMatchObject([{ kind: "price", deltaCents: 600_000, effectiveOn: "2022-10-01" }]);
    expect(instalments.at(-1)).toMatchObject({ amountCents: 6_600_000 });
    expect(sumCents(instalments.map((row) => row.amountCents))).toBe(24_600_000);
  });

  it("suspends the contract, and takes it up again", async () => {
    await supplement("中止", { 生效日期: "2022.7.1" });
    expect((await office.contractNamed("GFL-2022-001")).contract.stateNow).toBe("suspended");
    await supplement("恢复", { 生效日期: "2022.7.8" });
    expect((await office.contractNamed("GFL-2022-001")).contract.stateNow).toBe("active");
  });

  it("gives it more time", async () => {
    await supplement("期限变更", { 新的结束日期: "2023.3.31" });
    const { contract } = await office.contractNamed("GFL-2022-001");
    expect(contract.endNow).toBe("2023-03-31");
  });

  it("is voided with a reason, having shown what the plan is without it", async () => {
    const { page, dialog } = office;
    await tabTo(page, "作废 补充协议 补-04");
    await press(page, "Enter");
    await dialog().getByText("2022-12-31").first().waitFor();
    await expect.poll(() => focusedName(page)).toBe("作废原因");
    await press(page, "Control+Enter");
    await dialog().getByText("请写明作废原因，至少两个字。").waitFor();
    await expect.poll(() => focusedName(page)).toBe("作废原因");
    await page.keyboard.type("没有盖章");
    await press(page, "Control+Enter");
    await office.closed();
    expect((await office.contractNamed("GFL-2022-001")).contract.endNow).toBe("2022-12-31");
  });

  it("ends a contract early", async () => {
    await office.openContract("GFL-2022-004");
    await supplement("终止", { 生效日期: "2022.9.30" }, "Tab");
    const { supplements, instalments } = await office.contractNamed("GFL-2022-004");
    expect(supplements).toMatchObject([{ kind: "terminate", deltaCents: -486_000 }]);
    expect(instalments.filter((row) => row.periodFrom > "2022-09-30")).toEqual([]);
  });
});

/** From the menu of the contract that is open: its arrows lead to `item`. */
async function fromMenu(item: string): Promise<void> {
  const { page } = office;
  await tabTo(page, "更多");
  await press(page, "Enter");
  await expect.poll(() => focusedName(page)).toMatch("调整付款计划");
  for (let before = await focusedName(page); !before.startsWith(item); before = await focusedName(page)) {
    await press(page, "ArrowDown");
    await expect.poll(() => focusedName(page)).not.toBe(before);
  }
  await press(page, "Enter");
  await office.dialog().waitFor();
}

async function newContract(fields: readonly (readonly [string, string])[], kind: string): Promise<void> {
  const { page, dialog } = office;
  await press(page, "Control+3");
  await tabTo(page, "新建合同");
  await press(page, "Enter");
  await dialog().getByText("新建合同").waitFor();
  expect(await focusedName(page)).toBe("合同编号");
  const [number, name] = fields;
  await page.keyboard.type(number?.[1] ?? "");
  await fillIn(page, "合同名称", name?.[1] ?? "");
  await find(page, "供应商", "上海示例服饰");
  await choose(page, "预算明细", "网格专职人员工作服");
  await choose(page, "支付方式", kind);
  for (const [label, text] of fields.slice(2)) await fillIn(page, label, text);
  await press(page, "Control+Enter");
  await office.closed();
  await expect.poll(office.activeRow).toMatchObject({
    list: "合同 2022",
    row: expect.stringContaining(number?.[1] ?? ""),
  });
  await press(page, "Enter");
}

describe("what comes after a contract", () => {
  it("is its renewal, with the terms it had", async () => {
    await office.openContract("GFL-2022-006");
    await fromMenu("续签");
    const { page } = office;
    expect(await focusedName(page)).toBe("合同编号");
    await press(page, "Control+a");
    await page.keyboard.type("GFL-2023-006");
    await press(page, "Enter");
    await office.closed();
    await page.getByText("GFL-2023-006").first().waitFor();
    const { contracts } = await vendorOf("GFL-2022-006");
    const renewed = contracts.find((row) => row.contractNo === "GFL-2023-006");
    expect(renewed).toMatchObject({ startDate: "2023-01-01", endDate: "2023-12-31" });
    const { parent } = await office.held("contracts.get", { id: asId(renewed?.id ?? "") });
    expect(parent?.contractNo).toBe("GFL-2022-006");
  });

  it("is what is called off from a framework, by its prices", async () => {
    await newContract(
      [
        ["合同编号", "KJ-2022-01"],
        ["合同名称", "服装框架协议"],
        ["上限（元）", "50000"],
        ["签订日期", "2022.7.1"],
      ],
      "框架合同",
    );
    const { page } = office;
    await fromMenu("按框架下单");
    await press(page, "Control+a");
    await page.keyboard.type("KJ-2022-01-1");
    await fillIn(page, "合同金额（元）", "8000");
    await press(page, "Control+Enter");
    await office.closed();
    const framework = await office.contractNamed("KJ-2022-01");
    expect(framework.children).toMatchObject([{ contractNo: "KJ-2022-01-1", amountCents: 800_000 }]);
    expect(framework.calledOffCents).toBe(800_000);
  });

  it("is paid by milestones, typed as in a sheet", async () => {
    await newContract(
      [
        ["合同编号", "JD-2022-01"],
        ["合同名称", "工作服设计制作"],
        ["合同金额（元）", "30000"],
        ["开始日期", "2022.7.1"],
        ["结束日期", "2022.11.30"],
      ],
      "按节点支付",
    );
    const { page, dialog } = office;
    await tabTo(page, "修改付款节点");
    await press(page, "Enter");
    await dialog().getByText("修改付款节点").waitFor();
    expect(await focusedName(page)).toBe("节点");
    await page.keyboard.type("定样");
    await press(page, "Tab");
    await page.keyboard.type("2022.8.31");
    await press(page, "Tab");
    await page.keyboard.type("10000");
    await fillIn(page, "节点", "交货");
    await press(page, "Tab");
    await page.keyboard.type("2022.11.15");
    await press(page, "Tab");
    await page.keyboard.type("20000");
    await press(page, "Tab");
    await dialog().getByRole("button", { name: "保存" }).and(page.locator(":enabled")).waitFor();
    await press(page, "Control+Enter");
    await office.closed();
    const { milestones, instalments } = await office.contractNamed("JD-2022-01");
    expect(milestones).toMatchObject([{ name: "定样" }, { name: "交货" }]);
    expect(instalments.map((row) => row.amountCents)).toEqual([1_000_000, 2_000_000]);
  });

  it("leaves nothing on the page to complain about", () => {
    expect(office.complaints).toEqual([]);
  });
});
