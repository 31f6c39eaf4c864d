import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chinesePdf } from "../engine/pdf/rawPdf.ts";
import { answerDialogs } from "./support/answerDialogs.ts";
import { ask } from "./support/ask.ts";
import { dropFiles } from "./support/dropFile.ts";
import { press, tabTo } from "./support/keyboard.ts";
import { launchApp, type RunningApp } from "./support/launchApp.ts";

/** Papers of invoices in the real window: dropped or chosen, they find their invoice, wait for it, or are asked about. */
let running: RunningApp;
let page: Page;
let folder: string;
let numbers: readonly string[];
const inFolder = (name: string) => path.join(folder, name);
const absent = "22312000000099999999";

const pdfOf = (...tickets: readonly string[]): Buffer =>
  chinesePdf(
    tickets.map((number) => [
      { text: "发票号码：", x: 380, y: 350 },
      { text: number.slice(0, 9), x: 440, y: 350 },
      { text: number.slice(9), x: 485, y: 350 },
    ]),
  );
const put = (name: string, bytes: Uint8Array): string => {
  writeFileSync(inFolder(name), bytes);
  return inFolder(name);
};

const drop = (...files: readonly string[]) => dropFiles(page, ...files);

const picture = async (name: string) => {
  const into = process.env.JINGFEI_PICTURES;
  if (into !== undefined) await page.screenshot({ path: path.join(into, `${name}.png`) });
};

const dialog = () => page.getByRole("dialog").last();
const result = (name: string) => page.getByRole("listitem").filter({ hasText: name });

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-tickets-"));
  running = await launchApp({ userData: inFolder("program") });
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await answerDialogs(running.app, { save: inFolder("示例账本.jingfei") });
  await page
    .getByRole("button", { name: /打开示例/ })
    .first()
    .click();
  await page.getByText("430,000.00").first().waitFor();
  const answer = await ask(running, "invoices.missingPapers", { fiscalYear: null });
  if (!answer.ok) throw new Error(answer.error.message);
  numbers = (answer.data as { number: string }[])
    .map(({ number }) => number)
    .filter((number) => /^\d{20}$/.test(number));
});

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("papers dropped on any page", () => {
  it("are what some invoices lack, which are listed", async () => {
    await page.getByRole("navigation").getByText("发票", { exact: true }).click();
    await page.getByText("原件", { exact: true }).click();
    await page.getByText(numbers[0] ?? "").waitFor();
    await picture("papers-missing");
    await page.getByRole("navigation").getByText("工作台", { exact: true }).click();
  });

  it("are told apart by what is in them before anything is done", async () => {
    const [first = "", second = ""] = numbers;
    mkdirSync(inFolder("七月"));
    put("七月/在文件夹里.pdf", pdfOf(second));
    await drop(
      put("一张.pdf", pdfOf(first)),
      put("还没有的.pdf", pdfOf(absent)),
      put("两张.pdf", pdfOf(first, second)),
      put("拍的照片.png", Buffer.from("89504e470d0a1a0a00", "hex")),
      put("清单.csv", Buffer.from("发票号码,开票日期\n")),
      put("坏的.pdf", Buffer.from("%PDF-1.4\nx")),
    );
    await dialog().getByText("放进来的文件").waitFor();
    await dialog().getByText("发票清单").first().waitFor();
    await picture("papers-plan");
    expect(await ask(running, "papers.waiting", {})).toEqual({ ok: true, data: [] });
  });

  it("are kept with their invoice, or wait, or are asked about, each with a sentence", async () => {
    // The keys are on what comes next.
    await page.keyboard.press("Enter");
    await dialog().getByText("收发票原件的结果").first().waitFor();
    await result("一张.pdf").getByText("已对应").waitFor();
    await result("还没有的.pdf").getByText("等发票", { exact: true }).waitFor();
    await result("两张.pdf").getByText("里面有 2 张发票").waitFor();
    await result("拍的照片.png").getByText("是图片，读不出文字，没有收。").waitFor();
    await result("坏的.pdf").getByText("已损坏，或者不是 PDF。").waitFor();
    await result("清单.csv").getByText("发票清单，还没有导入。").waitFor();
    await picture("papers-results");
  });

  it("are given their invoice by hand with the keys alone", async () => {
    const [first = "", second = ""] = numbers;
    // The keys are on the first that asks, and go on to the next when it is settled.
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await expect.poll(focused).toBe("指定发票 两张.pdf");
    await press(page, "Enter");
    await dialog().getByText("“两张.pdf”是哪张发票的原件").waitFor();
    await picture("papers-place");
    await tabTo(page, "2 张发票都留一份");
    await press(page, "Enter");
    await result("两张.pdf").getByText("已对应").waitFor();
    await result("两张.pdf").getByText(second).first().waitFor();
    await expect.poll(focused).toBe("指定发票 拍的照片.png");
    await press(page, "Enter");
    await dialog().getByText("“拍的照片.png”是哪张发票的原件").waitFor();
    // The field gets the keys once the dialog before it is gone.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    await page.keyboard.type(first);
    const typed = () =>
      page.evaluate(() =>
        document.activeElement instanceof HTMLInputElement ? document.activeElement.value : "",
      );
    await expect.poll(typed).toBe(first);
    // It has one already: that is asked.
    await dialog()
      .getByText(/已有原件。确认后再存一份/)
      .waitFor();
    await dialog().getByRole("button", { name: "再存一份" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await result("拍的照片.png").getByText("已对应").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("接着导入清单");
  });

  it("lead on to the list that came with them", async () => {
    await press(page, "Enter");
    await page.getByRole("heading", { name: "导入发票" }).waitFor();
    await page.getByText("清单.csv").first().waitFor();
  });
});

describe("原件", () => {
  it("lists what waits and what lacks a paper", async () => {
    await page.getByRole("navigation").getByText("发票", { exact: true }).click();
    await page.getByText("原件", { exact: true }).click();
    await page.getByText(/缺原件的发票 \d+/).waitFor();
    expect(
      await page
        .getByRole("grid")
        .or(page.getByRole("table"))
        .getByText(numbers[0] ?? "")
        .count(),
    ).toBe(0);
    await page.getByText("等发票的原件 1").click();
    await page.getByText("还没有的.pdf").waitFor();
    await picture("papers-waiting");
  });

  it("takes a folder chosen in the dialog, and says what is there already", async () => {
    await answerDialogs(running.app, { open: inFolder("七月") });
    await page.getByRole("button", { name: "收一个文件夹" }).click();
    await dialog().getByText("放进来的文件").waitFor();
    await page.keyboard.press("Enter");
    await result("在文件夹里.pdf").getByText("已对应").waitFor();
    await page.getByRole("button", { name: "完成" }).click();
    await answerDialogs(running.app, { open: inFolder("还没有的.pdf") });
    await page.getByRole("button", { name: "收发票原件" }).click();
    await page.getByRole("button", { name: "开始收" }).click();
    await result("还没有的.pdf").getByText("已有").first().waitFor();
    await page.getByRole("button", { name: "完成" }).click();
  });

  it("gives a waiting paper to an invoice that has one already, once that was confirmed", async () => {
    const [first = ""] = numbers;
    await drop(put("读错号码的.pdf", pdfOf("22312000000099999998")));
    await dialog().getByText("放进来的文件").waitFor();
    await page.keyboard.press("Enter");
    await result("读错号码的.pdf").getByText("等发票", { exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await dialog().waitFor({ state: "detached" });
    await tabTo(page, "指定发票 读错号码的.pdf");
    await press(page, "Enter");
    await dialog().getByText("“读错号码的.pdf”是哪张发票的原件").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    await page.keyboard.type("22312000000088888888");
    await dialog().getByText("账本里没有这个号码的发票。").waitFor();
    await press(page, "Control+a");
    // As the code on the paper says it.
    await page.keyboard.type(`01,32,,${first},,20220601,,1DD6,`);
    await dialog()
      .getByText(/已有原件。确认后再存一份/)
      .waitFor();
    await picture("papers-second");
    await press(page, "Control+Enter");
    await page.getByText(`“读错号码的.pdf”已存为发票${first}的原件`).waitFor();
    await page.getByText("等发票的原件 1").waitFor();
  });

  it("discards a waiting paper with a reason", async () => {
    await page.getByRole("button", { name: "作废 还没有的.pdf" }).click();
    await page.getByLabel("作废原因").fill("不是本单位的发票");
    await dialog()
      .getByRole("button", { name: /作\s*废/ })
      .click();
    await page.getByText("没有等发票的原件").waitFor();
  });
});

describe("a list dropped alone", () => {
  it("goes to its import at once, from any page", async () => {
    await page.getByRole("navigation").getByText("合同", { exact: true }).click();
    await page.getByText("GFL-2022-007").first().waitFor();
    await drop(inFolder("示例_全量发票查询导出结果.xlsx"));
    await page.getByRole("heading", { name: "导入发票" }).waitFor();
    await page.getByText("示例_全量发票查询导出结果.xlsx").first().waitFor();
  });
});
