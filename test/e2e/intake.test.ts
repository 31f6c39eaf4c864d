import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs } from "./support/answerDialogs.ts";
import { dropFile } from "./support/dropFile.ts";
import { toGb18030 } from "./support/gb18030.ts";
import { choose, fillIn, focusedName, press, tabTo } from "./support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "./support/sampleOffice.ts";

/** Lists as they come, through the import page of the real window into the ledger. */
let office: SampleOffice;

beforeAll(async () => {
  office = await openSampleOffice();
});

afterAll(() => office.end());

const numberOf = (last: number): string => `2231200000000009${String(last).padStart(4, "0")}`;
const results = () => office.page.getByRole("tablist", { name: "按结果查看" });
const step = (name: RegExp) => office.page.locator('[aria-current="step"]').filter({ hasText: name });
const part = (word: string) => results().getByRole("tab", { name: new RegExp(`^${word}`) });
const countOf = async (word: string) => (await part(word).textContent())?.replace(word, "");
const imported = (count: number) =>
  office.page.getByRole("heading", { name: `已导入 ${count} 张发票` }).waitFor();
const held = async (number: string) =>
  (await office.held("invoices.list", { fiscalYear: null })).find((invoice) => invoice.number === number);

/** The import page, with the keys on the button that chooses a file. */
async function begin(): Promise<void> {
  await press(office.page, "Control+i");
  await expect.poll(() => focusedName(office.page)).toContain("选择文件");
}

async function pick(file: string): Promise<void> {
  await begin();
  await answerDialogs(office.running.app, { open: file });
  await press(office.page, "Enter");
}

async function paste(rows: readonly (readonly string[])[]): Promise<void> {
  await begin();
  const text = rows.map((cells) => cells.join("\t")).join("\n");
  await office.running.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await press(office.page, "Control+v");
}

const heading = ["数电发票号码", "开票日期", "销方名称", "金额", "税额", "价税合计"];
const rowOf = (last: number, net: number, tax: number, gross = String(net + tax)) => [
  numberOf(last),
  "2022-06-20",
  "上海示例物业管理有限公司",
  String(net),
  String(tax),
  gross,
];

describe("the export of the tax bureau", () => {
  it("is dropped, and goes straight to the check", async () => {
    const { page, folder } = office;
    const [name = ""] = readdirSync(folder).filter((file) => file.endsWith(".xlsx"));
    await press(page, "Control+5");
    await dropFile(page, path.join(folder, name));
    await results().waitFor();
    await step(/核对/).waitFor();
    expect(await countOf("新增")).toBe("11");
    expect(await page.getByRole("button", { name: /列对应.*已识别 46 列.*查看/ }).count()).toBe(1);
    expect(await focusedName(page)).toBe("导入 12 张");
  });

  it("shows an invoice that contradicts the ledger side by side", async () => {
    const { page } = office;
    await part("冲突").click();
    await page.locator(".jf-table-row").first().click();
    const compared = page.locator("aside table").first();
    await compared.getByRole("row", { name: /价税合计 ?不同/ }).waitFor();
    const differing = compared.locator('tr[data-differs="true"]');
    expect(await differing.allTextContents()).toEqual([
      "金额不同8,738.947,942.48",
      "税额不同1,136.061,032.52",
      "价税合计不同9,875.008,975.00",
    ]);
    expect(
      await differing
        .first()
        .locator("td")
        .first()
        .evaluate((cell) => getComputedStyle(cell).fontWeight),
    ).toBe("600");
    await page.getByRole("heading", { name: "发票明细" }).waitFor();
  });

  it("asks before it is given up, and is imported", async () => {
    const { page } = office;
    await press(page, "Control+1");
    await page.getByText("这份清单还没有导入").waitFor();
    await page.getByRole("button", { name: "留在此页" }).click();
    await page.getByRole("button", { name: "导入 12 张" }).click();
    await imported(12);
    expect(await focusedName(page)).toBe("去匹配付款期次");
  });
});

describe("a bookkeeper's csv with titles of his own, by the keyboard alone", () => {
  const list = (month: number) =>
    toGb18030(
      `记账公司开票明细 2022年${month}月,,,,,\n流水,票据编号,写票日,到手日,卖家,数额,余额\n${[1, 2, 3]
        .map(
          (no) =>
            `${no},${numberOf(month * 100 + no)},2022-0${month}-0${no},2022-0${month}-1${no},上海示例物业管理有限公司,${no}06.00,${no * 7}.50`,
        )
        .join("\n")}\n`,
    );

  it("has its columns said once, and remembered", async () => {
    const { page, folder } = office;
    const file = path.join(folder, "记账公司5月.csv");
    writeFileSync(file, list(5));
    await pick(file);
    await step(/列对应/).waitFor();
    const lead = page.getByRole("status").filter({ hasText: "还缺" });
    await lead.filter({ hasText: "价税合计" }).waitFor();
    await expect.poll(() => focusedName(page)).toBe("C 列是什么");
    await press(page, "Shift+Tab");
    await choose(page, "C 列是什么", "开票日期");
    await choose(page, "F 列是什么", "价税合计");
    await lead.waitFor({ state: "detached" });
    await fillIn(page, "名称", "");
    await press(page, "Control+a");
    await page.keyboard.type("示例记账公司");
    await tabTo(page, "下一步：核对", "Shift+Tab");
    await press(page, "Enter");
    await results().waitFor();
    expect(await countOf("新增")).toBe("3");
    await expect.poll(() => focusedName(page)).toBe("导入 3 张");
    await press(page, "Enter");
    await imported(3);
    expect(await held(numberOf(502))).toMatchObject({ grossCents: 206_00, issueDate: "2022-05-02" });
  });

  it("goes straight through the next time", async () => {
    const { page, folder } = office;
    const file = path.join(folder, "记账公司6月.csv");
    writeFileSync(file, list(6));
    await pick(file);
    await step(/核对/).waitFor();
    await expect.poll(() => focusedName(page)).toBe("导入 3 张");
    await press(page, "Enter");
    await imported(3);
    expect(await held(numberOf(603))).toMatchObject({ grossCents: 306_00, issueDate: "2022-06-03" });
    const [source] = await office.held("invoices.sources", {});
    expect(source?.name).toBe("示例记账公司");
  });

  it("is forgotten when one says so", async () => {
    const { page } = office;
    await begin();
    await page.getByText("示例记账公司").first().waitFor();
    await tabTo(page, "忘掉 示例记账公司");
    await press(page, "Enter");
    await expect.poll(async () => (await office.held("invoices.sources", {})).length).toBe(0);
  });
});

describe("rows copied from a worksheet", () => {
  it("are pasted onto the page; a refused one is mended where it stands, then imported", async () => {
    const { page } = office;
    await paste([heading, rowOf(9001, 100, 6), rowOf(9002, 200, 12, "2x2.00"), rowOf(9003, 300, 18, "3l8")]);
    await results().waitFor();
    expect([await countOf("新增"), await countOf("拒绝")]).toEqual(["1", "2"]);
    await part("拒绝").click();
    await page.getByRole("grid", { name: "拒绝的行" }).focus();
    // Typing writes over the cell at fault; Enter goes to what is wrong in the next row, Escape leaves it as it was.
    await page.keyboard.type("212.00");
    await press(page, "Enter", "F2", "Control+a");
    await page.keyboard.type("9");
    await press(page, "Escape");
    expect(await page.locator(".jf-mended").allTextContents()).toEqual(["212.00"]);
    expect(await page.getByRole("button", { name: /^导入 / }).isDisabled()).toBe(true);
    await press(page, "Control+Enter");
    await expect.poll(() => countOf("拒绝")).toBe("1");
    await expect.poll(() => focusedName(page)).toBe("拒绝的行");
    await page.keyboard.type("318");
    await press(page, "Enter", "Control+Enter");
    await expect.poll(() => countOf("新增")).toBe("3");
    await expect.poll(() => focusedName(page)).toBe("导入 3 张");
    await press(page, "Enter");
    await imported(3);
    expect(await held(numberOf(9002))).toMatchObject({ grossCents: 212_00 });
    expect(await held(numberOf(9003))).toMatchObject({ grossCents: 318_00 });
  });

  it("are taken back with their batch, and nothing else is", async () => {
    const { page } = office;
    await tabTo(page, "撤销这次导入");
    await press(page, "Enter");
    await expect.poll(() => focusedName(page)).toBe("撤销原因");
    await page.keyboard.type("贴错了");
    await press(page, "Control+Enter");
    await page.getByText("把发票清单拖到这里").waitFor();
    expect(await held(numberOf(9002))).toBeUndefined();
    expect(await held(numberOf(603))).toMatchObject({ voidedAt: null });
    expect(office.complaints).toEqual([]);
  });
});
