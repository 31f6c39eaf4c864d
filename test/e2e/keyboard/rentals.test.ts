import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { choose, fillIn, find, focusedName, press, tabTo } from "../support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "../support/sampleOffice.ts";

/** Groups of devices, their dated quantities and prices, and devices one by one; by the keyboard alone in the real window. */
let office: SampleOffice;

beforeAll(async () => {
  office = await openSampleOffice();
  await press(office.page, "Control+4");
  await office.page.getByRole("grid", { name: "月租" }).waitFor();
});

afterAll(() => office.end());

const rows = async () => (await office.held("rentals.matrix", { fiscalYear: 2022, projectId: null })).rows;

async function rental(name: string) {
  const found = (await rows()).find((row) => row.rental.name === name);
  if (found === undefined) throw new Error(`no rental ${name}`);
  return found;
}

const dues = async (name: string) =>
  Object.fromEntries((await rental(name)).cells.map((cell) => [cell.month.slice(5), cell.dueCents]));

/** From the menu of a rental: its arrows lead to `item`. */
async function fromMenu(name: string, item: string): Promise<void> {
  const { page } = office;
  await tabTo(page, `${name}的操作`);
  await press(page, "Enter");
  await expect.poll(() => focusedName(page)).toBe("数量、单价…");
  for (let before = await focusedName(page); !before.startsWith(item); before = await focusedName(page)) {
    await press(page, "ArrowDown");
    await expect.poll(() => focusedName(page)).not.toBe(before);
  }
  await press(page, "Enter");
}

const savable = () =>
  office.dialog().getByRole("button", { name: "保存", exact: true }).and(office.page.locator(":enabled"));

/** Adds a line that holds from a day on, and saves once its effect is shown. */
async function change(
  from: string,
  quantity: string,
  price: string,
  more: () => Promise<void>,
): Promise<void> {
  const { page } = office;
  await tabTo(page, "从某日起变化");
  await press(page, "Enter");
  await expect.poll(() => focusedName(page)).toBe("启用日期");
  await press(page, "Control+a");
  await page.keyboard.type(from);
  await fillIn(page, "数量", quantity);
  await fillIn(page, "单价", price);
  await more();
  await press(page, "Tab");
  await savable().waitFor();
  await office
    .dialog()
    .getByText(/改动 \d+ 期/)
    .waitFor();
  await press(page, "Control+Enter");
  await office.closed();
}

describe("a group of devices", () => {
  it("is entered by the day, and its quantity and price come next", async () => {
    const { page, dialog } = office;
    await tabTo(page, "新增设备组");
    await press(page, "Enter");
    await dialog().getByText("新增设备组").waitFor();
    await expect.poll(() => focusedName(page)).toBe("设备");
    await page.keyboard.type("执法记录仪");
    await press(page, "Enter");
    await dialog().getByText("请填写").waitFor();
    await expect.poll(() => focusedName(page)).toBe("合同");
    await find(page, "合同", "GFL-2022-002");
    await choose(page, "计租方式", "按天（按当月实际天数折算）");
    await press(page, "Control+Enter");
    await dialog().getByText("执法记录仪：数量和单价").waitFor();
    await expect.poll(() => focusedName(page)).toBe("启用日期");
    await press(page, "Control+a");
    await page.keyboard.type("2022.8.1");
    await fillIn(page, "数量", "10");
    await fillIn(page, "单价", "31");
    await press(page, "Tab");
    await savable().waitFor();
    await press(page, "Control+Enter");
    await office.closed();
    // 31 days of August, 16 of 31 days would be half of it.
    expect(await dues("执法记录仪")).toMatchObject({ "07": 0, "08": 31_000, "09": 31_000 });
  });

  it("costs another price by the day, and less once some went back", async () => {
    await fromMenu("执法记录仪", "数量、单价");
    await office.dialog().waitFor();
    await change("2022.9.16", "10", "62", async () => {});
    expect(await dues("执法记录仪")).toMatchObject({ "08": 31_000, "09": 46_500, "10": 62_000 });
    await fromMenu("执法记录仪", "数量、单价");
    await office.dialog().waitFor();
    await change("2022.11.1", "4", "62", async () => {});
    expect(await dues("执法记录仪")).toMatchObject({ "10": 62_000, "11": 24_800 });
  });

  it("is free for a month", async () => {
    const { page } = office;
    await fromMenu("执法记录仪", "数量、单价");
    await office.dialog().waitFor();
    await change("2022.12.1", "4", "62", async () => {
      await tabTo(page, "免租");
      await press(page, "Space");
    });
    expect(await dues("执法记录仪")).toMatchObject({ "11": 24_800, "12": 0 });
  });
});

describe("devices one by one", () => {
  const devices = async () => {
    const { rental: found } = await rental("执法记录仪");
    return office.held("devices.list", { rentalId: found.id });
  };

  it("are registered, typed or pasted", async () => {
    const { page, dialog } = office;
    await fromMenu("执法记录仪", "设备台账");
    await page.getByRole("heading", { name: "设备台账：执法记录仪" }).waitFor();
    await tabTo(page, "登记设备");
    await press(page, "Enter");
    await dialog().getByText("登记设备：执法记录仪").waitFor();
    await expect.poll(() => focusedName(page)).toBe("从 Excel 复制后粘贴到这里");
    await page.keyboard.insertText("编号\t持有人\nZF-01\t王一\nZF-02\t李二\n");
    await dialog().getByText("登记 2 台").waitFor();
    await press(page, "Control+Enter");
    await office.closed();
    expect((await devices()).devices.map((row) => [row.deviceNo, row.holder])).toEqual([
      ["ZF-01", "王一"],
      ["ZF-02", "李二"],
    ]);
  });

  it("are handed over, and taken back", async () => {
    const { page, dialog } = office;
    const grid = page.getByRole("grid", { name: "设备台账 执法记录仪" });
    await grid.waitFor();
    await tabTo(page, "设备台账 执法记录仪");
    await press(page, "ArrowDown", "Space");
    await page.getByText("已选 1 台").waitFor();
    await tabTo(page, "移交…", "Shift+Tab");
    await press(page, "Enter");
    await expect.poll(() => focusedName(page)).toBe("新持有人");
    await press(page, "Enter");
    await dialog().getByText("请填写“新持有人”。").waitFor();
    await page.keyboard.type("赵三");
    await press(page, "Enter");
    await office.closed();
    const [first] = (await devices()).devices;
    expect(first).toMatchObject({ deviceNo: "ZF-01", holder: "赵三" });
    expect(first?.note.match(/移交/g)?.length).toBe(1);
    await tabTo(page, "设备台账 执法记录仪");
    await press(page, "Space");
    await page.getByText("已选 1 台").waitFor();
    await tabTo(page, "退还…", "Shift+Tab");
    await press(page, "Enter");
    await expect.poll(() => focusedName(page)).toBe("最后在用日");
    await press(page, "Enter");
    await office.closed();
    expect((await devices()).devices.find((row) => row.deviceNo === "ZF-01")?.outOn).toBe("2022-07-08");
  });

  it("are replaced by another one", async () => {
    const { page, dialog } = office;
    await tabTo(page, "登记设备");
    await press(page, "Enter");
    await dialog().getByText("登记设备：执法记录仪").waitFor();
    await page.keyboard.insertText("ZF-03\t\t赵三\n");
    await dialog().getByText("登记 1 台").waitFor();
    await press(page, "Control+Enter");
    await office.closed();
    await expect
      .poll(office.activeRow)
      .toMatchObject({ list: "设备台账 执法记录仪", row: expect.stringContaining("ZF-03") });
    // Enter opens the one that was just made.
    await press(page, "Enter");
    await dialog().getByText("设备 ZF-03").waitFor();
    await fillIn(page, "型号", "DSJ-X5");
    await press(page, "Enter");
    await office.closed();
    expect((await devices()).devices.find((row) => row.deviceNo === "ZF-03")).toMatchObject({
      model: "DSJ-X5",
      inOn: "2022-07-08",
    });
  });

  it("make the quantities, once that was seen: given up, nothing changes, and saved they are what is let", async () => {
    const { page, dialog } = office;
    const { id } = (await rental("执法记录仪")).rental;
    const asBefore = (await rental("执法记录仪")).segments;
    const ask = async () => {
      await press(page, "Enter");
      await dialog().getByText("由设备登记生成数量段：执法记录仪").waitFor();
      await expect.poll(() => focusedName(page)).toBe("保存");
    };
    await tabTo(page, "由设备登记生成数量段…");
    await ask();
    await press(page, "Escape");
    await office.closed();
    await expect.poll(() => focusedName(page)).toBe("由设备登记生成数量段…");
    expect((await rental("执法记录仪")).segments).toEqual(asBefore);
    const { after } = await office.held("devices.segments", { rentalId: id, unitPrice: null });
    await ask();
    await press(page, "Enter");
    await office.closed();
    const saved = await rental("执法记录仪");
    expect(saved.segments).toMatchObject(after);
    // One of three went back on the day it came; two at 31, from the middle of September at 62, in December free.
    expect(await dues("执法记录仪")).toMatchObject({ "08": 6_200, "09": 9_300, "10": 12_400, "12": 0 });
    expect((await office.held("devices.list", { rentalId: id })).differences).toEqual([]);
    await page.getByText("数量段与台账不一致").waitFor({ state: "detached" });
  });

  it("leave nothing on the page to complain about", () => {
    expect(office.complaints).toEqual([]);
  });
});
