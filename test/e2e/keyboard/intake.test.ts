import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs } from "../support/answerDialogs.ts";
import { dropFiles } from "../support/dropFile.ts";
import { choose, focusedName, keysAt, press, scan, tabTo } from "../support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "../support/sampleOffice.ts";

/** The import to its end without a mouse: looked at, mended, left out, given another meaning, one list after another. */
let office: SampleOffice;

beforeAll(async () => {
  office = await openSampleOffice();
});

afterAll(() => office.end());

const numberOf = (last: number): string => `2231200000000008${String(last).padStart(4, "0")}`;
const heading = ["数电发票号码", "开票日期", "销方名称", "金额", "税额", "价税合计"];
const rowOf = (last: number, gross = "106.00") => [
  numberOf(last),
  "2022-06-20",
  "上海示例物业管理有限公司",
  "100.00",
  "6.00",
  gross,
];

/** A list of its own in a file, named without its ending. */
function listFile(name: string, rows: readonly (readonly string[])[], titles: readonly string[] = heading) {
  const file = path.join(office.folder, `${name}.csv`);
  writeFileSync(file, [titles, ...rows].map((cells) => `${cells.join(",")}\n`).join(""));
  return file;
}

async function pick(file: string): Promise<void> {
  const { page, running } = office;
  await press(page, "Control+i");
  await keysAt(page, "选择文件");
  await answerDialogs(running.app, { open: file });
  await press(page, "Enter");
}

const imported = (count: number) =>
  office.page.getByRole("heading", { name: `已导入 ${count} 张发票` }).waitFor();
const held = async (number: string) =>
  (await office.held("invoices.list", { fiscalYear: null })).find((invoice) => invoice.number === number);

/** To an outcome by its tab and the arrows, and on into its list. */
async function toPart(word: string): Promise<void> {
  const { page } = office;
  const selected = page.getByRole("tablist", { name: "按结果查看" }).locator('[aria-selected="true"]');
  if (!(await focusedName(page)).startsWith((await selected.textContent()) ?? "?")) {
    const [before = ""] = /^\D+/.exec((await selected.textContent()) ?? "") ?? [];
    await tabTo(page, before);
  }
  for (let step = 0; step < 7 && !(await focusedName(page)).startsWith(word); step += 1)
    await press(page, "ArrowRight");
  await tabTo(page, word === "拒绝" ? "拒绝的行" : `导入预览 ${word}`);
}

describe("the export of the tax bureau", () => {
  const sample = () =>
    path.join(office.folder, readdirSync(office.folder).find((file) => file.endsWith(".xlsx")) ?? "");

  it("shows a conflict side by side, and its pages turn by the arrows", async () => {
    const { page } = office;
    await pick(sample());
    await keysAt(page, "导入 12 张");
    await toPart("冲突");
    await press(page, "ArrowDown", "Enter");
    const pane = page.getByRole("complementary");
    await pane.getByRole("row", { name: /价税合计 ?不同 9,875.00 8,975.00/ }).waitFor();
    // Enter once more goes into it, so that a long one can be scrolled; Escape closes it.
    await press(page, "Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("jf-detail");
    await press(page, "Escape");
    await pane.waitFor({ state: "detached" });
  });

  it("leads from what is said of a row to that row", async () => {
    const { page } = office;
    await tabTo(page, "冲突", "Shift+Tab");
    await toPart("提示");
    await press(page, "Control+f");
    await page.keyboard.type("风险等级");
    await page.getByText(/^1 \/ \d+ 条$/).waitFor();
    await press(page, "ArrowDown", "ArrowDown", "Enter");
    const pane = page.getByRole("complementary");
    await pane.locator('li[aria-current="true"]').getByText("风险等级").waitFor();
    const number = await pane.getByRole("heading").first().textContent();
    await expect.poll(async () => (await office.activeRow()).row).toContain(number);
    await press(page, "Escape");
    await pane.waitFor({ state: "detached" });
  });

  it("leaves out what is not wanted, and takes the rest", async () => {
    const { page } = office;
    await tabTo(page, "新增", "Shift+Tab");
    await tabTo(page, "导入预览 新增");
    await press(page, "Home", " ");
    const { row } = await office.activeRow();
    const [number = ""] = /\d{20}/.exec(row) ?? [];
    await page.getByRole("button", { name: "导入 11 张" }).waitFor();
    await tabTo(page, "导入 11 张", "Shift+Tab");
    await press(page, "Enter");
    await imported(11);
    await page.getByText("按您的选择没有导入").waitFor();
    expect(await held(number)).toBeUndefined();
  });
});

describe("a list of a few rows", () => {
  it("gives a column another meaning, by the step that is behind", async () => {
    const { page } = office;
    await pick(listFile("改一列", [[...rowOf(1), "王某"]], [...heading, "经手"]));
    await keysAt(page, "导入 1 张");
    await tabTo(page, "3列对应");
    await press(page, "Enter");
    await keysAt(page, "下一步：核对");
    await choose(page, "G 列是什么", "开票人");
    await tabTo(page, "下一步：核对", "Shift+Tab");
    await press(page, "Enter");
    await keysAt(page, "导入 1 张");
    await press(page, "Enter");
    await imported(1);
    const { invoice } = await office.held("invoices.get", { id: (await held(numberOf(1)))?.id ?? "" });
    expect(invoice.drawer).toBe("王某");
  });

  it("marks a cell that was mended, with before and after, here and in the batch", async () => {
    const { page } = office;
    await pick(listFile("改一格", [rowOf(2), rowOf(3, "1o6.00")]));
    await keysAt(page, "导入 1 张");
    await toPart("拒绝");
    await page.keyboard.type("106.00");
    await press(page, "Enter", "Control+Enter");
    await keysAt(page, "导入 2 张");
    await tabTo(page, "导入预览 新增");
    expect(await page.locator(".jf-table-row", { hasText: numberOf(3) }).textContent()).toContain(
      "已改：价税合计 1o6.00 → 106.00。",
    );
    await tabTo(page, "导入 2 张", "Shift+Tab");
    await press(page, "Enter");
    await imported(2);
    await tabTo(page, "查看批次");
    await press(page, "Enter");
    const mended = page.getByRole("list", { name: "改过的格子" }).first();
    await mended.getByText("价税合计 1o6.00 → 106.00").waitFor();
    await press(page, "F6");
    await tabTo(page, "逐行结果 新增");
    await press(page, "End", "Enter");
    await page.locator(".jf-batch-row").getByText(numberOf(3)).waitFor();
  });

  it("is undone from its batch, and imported again", async () => {
    const { page } = office;
    await press(page, "F6");
    await tabTo(page, "撤销这一批", "Shift+Tab");
    await press(page, "Enter");
    await keysAt(page, "撤销原因");
    await page.keyboard.type("先改好再导");
    await press(page, "Control+Enter");
    await office.closed();
    await expect.poll(async () => held(numberOf(3))).toBeUndefined();
    await press(page, "F6");
    await tabTo(page, "重新导入");
    await answerDialogs(office.running.app, { open: listFile("改一格", [rowOf(2), rowOf(3)]) });
    await press(page, "Enter");
    await keysAt(page, "选择文件");
    await press(page, "Enter");
    await keysAt(page, "导入 2 张");
    await press(page, "Enter");
    await imported(2);
    expect(await held(numberOf(3))).toMatchObject({ grossCents: 106_00 });
  });

  it("leads from what is said of a column to that column", async () => {
    const { page } = office;
    const odd = [11, 12, 13, 14, 15, 16].map((last) => rowOf(last, `1o6.${last}`));
    await pick(listFile("金额不对", odd));
    await keysAt(page, "F 列是什么");
    await tabTo(page, "下一步：核对", "Shift+Tab");
    await press(page, "Enter");
    await page.getByText("没有能导入的：6 行都被拒绝").waitFor();
    await keysAt(page, "拒绝");
    await toPart("提示");
    await press(page, "Control+f");
    await page.keyboard.type("内容不像金额");
    await page.getByText(/^1 \/ \d+ 条$/).waitFor();
    await press(page, "ArrowDown", "ArrowDown", "Enter");
    await keysAt(page, "F 列是什么");
    await tabTo(page, "放弃", "Shift+Tab");
    await press(page, "Enter");
    await page.getByRole("grid", { name: /^发票/ }).waitFor();
  });

  it("without a row says so, with the keys on what comes next", async () => {
    const { page } = office;
    await pick(listFile("空的", []));
    await page.getByText("这份清单里没有发票：表头下面没有数据。").waitFor();
    await keysAt(page, "换一份清单");
    await press(page, "Enter");
    await keysAt(page, "选择文件");
  });

  it("makes way for an invoice whose code is scanned", async () => {
    const { page } = office;
    await scan(page, `01,32,,${numberOf(2)},106.00,20220620,,1DD6,`);
    await page.getByRole("complementary").getByText("扫码核对：票面与账本一致。").waitFor();
    await page.getByRole("row", { selected: true }).getByText(numberOf(2)).waitFor();
  });
});

describe("several lists dropped together", () => {
  it("go in one after another, and none is forgotten", async () => {
    const { page } = office;
    await press(page, "Control+1");
    await page.getByRole("heading", { name: "工作台" }).waitFor();
    await dropFiles(
      page,
      listFile("四月", [rowOf(4)]),
      listFile("五月", [rowOf(5)]),
      listFile("六月", [rowOf(6)]),
    );
    await keysAt(page, "接着导入这 3 份");
    await press(page, "Enter");
    await page.getByText("后面还有 2 份：五月.csv、六月.csv").waitFor();
    await keysAt(page, "导入 1 张");
    await press(page, "Enter");
    await keysAt(page, "接着导入下一份“五月.csv”，后面还有 1 份");
    await press(page, "Enter");
    await page.getByText("后面还有 1 份：六月.csv").waitFor();
    await keysAt(page, "导入 1 张");
    await tabTo(page, "跳过这一份");
    await press(page, "Enter");
    await page.getByText("后面还有").waitFor({ state: "detached" });
    await keysAt(page, "导入 1 张");
    await press(page, "Enter");
    await imported(1);
    expect(await held(numberOf(4))).toBeDefined();
    expect(await held(numberOf(5))).toBeUndefined();
    expect(await held(numberOf(6))).toBeDefined();
  });
});

describe("a batch that payments use", () => {
  it("is not undone, and says what stands in the way and where", async () => {
    const { page } = office;
    const [first] = (await office.held("invoices.batches", {})).filter(({ fileName }) =>
      /2022-05/.test(fileName),
    );
    // Another page takes the keys, so that Tab leads to its first choice.
    await press(page, "Control+1");
    await page.getByRole("heading", { name: "工作台" }).waitFor();
    await press(page, "Control+5");
    await page.getByRole("grid", { name: /^发票/ }).waitFor();
    await tabTo(page, "发票");
    for (const view of ["原件", "红冲作废", "导入批次"]) {
      await press(page, "ArrowRight");
      await page.locator(".ant-segmented-item-selected", { hasText: view }).waitFor();
    }
    await page.getByRole("grid", { name: "导入批次" }).waitFor();
    await press(page, "Control+f");
    await page.keyboard.type(first?.fileName ?? "");
    await page.getByText(/^1 \/ \d+ 条$/).waitFor();
    await press(page, "ArrowDown", "ArrowDown", "Enter");
    await page.getByRole("heading", { name: first?.fileName ?? "" }).waitFor();
    await page.getByRole("grid", { name: "逐行结果 新增" }).waitFor();
    await press(page, "F6");
    await tabTo(page, "撤销这一批");
    await press(page, "Enter");
    await office
      .dialog()
      .getByText(/^现在不能撤销/)
      .waitFor();
    await office.dialog().getByRole("listitem").first().getByText("已用于付款").waitFor();
    await keysAt(page, "知道了");
    await press(page, "Shift+Tab");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("A");
    await press(page, "Enter");
    await office.closed();
    await page.getByRole("complementary").waitFor();
    expect((await office.held("invoices.batch", { id: first?.id ?? "" })).batch.voidedAt).toBeNull();
    expect(office.complaints).toEqual([]);
  });
});
