import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiOutput } from "#shared/api/contract.ts";
import { command, keysAt, press, tabTo } from "../support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "../support/sampleOffice.ts";

/** What the rules found, settled one by one and many at once, and the rules themselves: without a mouse. */
let desk: SampleOffice;

beforeAll(async () => {
  desk = await openSampleOffice();
  await command(desk.page, "前往核对", /前往核对/);
});
afterAll(() => desk.end());

const keys = (...pressed: readonly string[]) => press(desk.page, ...pressed);
const year = { fiscalYear: 2022, projectId: null, asOf: null };
const found = async () => (await desk.held("checks.run", year)).findings;
type Finding = ApiOutput<"checks.run">["findings"][number];
const count = async (fits: (finding: Finding) => boolean) => (await found()).filter(fits).length;
const of = (ruleId: string, state: Finding["state"]) => (finding: Finding) =>
  finding.ruleId === ruleId && finding.state === state;

/** Shows what fits the text alone, and goes to the first of it. */
async function firstOf(typed: string): Promise<void> {
  await tabTo(desk.page, "筛选问题");
  await keys("Control+a");
  await desk.page.keyboard.insertText(typed);
  const groups = desk.page.locator(".jf-group-head");
  await groups.filter({ hasText: typed }).waitFor();
  // It stood there before, too: the keys must not go into the list as it was.
  await expect.poll(() => groups.count()).toBe(1);
  await tabTo(desk.page, "全部规则");
  await keys("Tab", "ArrowDown");
}

describe("a finding", () => {
  it("is mended by one button, and the next has the keys", async () => {
    await firstOf("PERF-10");
    await keysAt(desk.page, "警告指标值“>=30套”");
    await keys("Enter");
    await keysAt(desk.page, "一键改正");
    await keys("Enter");
    await keysAt(desk.page, "警告指标值“>=26台”");
    expect(await count(of("PERF-10", "open"))).toBe(2);
  });

  it("is accepted with a reason only; without one the keys stay at it", async () => {
    await firstOf("CON-01");
    await keysAt(desk.page, "阻断单笔10,400.00元");
    await keys("Enter", "Enter");
    await keysAt(desk.page, "理由");
    await keys("Enter");
    await desk.page.getByText("请写明理由，至少两个字。").waitFor();
    await keysAt(desk.page, "理由");
    await keys("Escape");
    await keysAt(desk.page, "认可");
    await keys("Enter");
    await keysAt(desk.page, "理由");
    await desk.page.keyboard.type("应急制作，已补签合同");
    await keys("Enter");
    await desk.page.getByText("没有符合条件的问题。").waitFor();
    expect(await count(of("CON-01", "accepted"))).toBe(1);
  });

  it("is opened again with a reason", async () => {
    await tabTo(desk.page, "已认可");
    await keys("Enter");
    await firstOf("CON-01");
    await keysAt(desk.page, "阻断单笔10,400.00元");
    await keys("Enter");
    await keysAt(desk.page, "重新打开");
    await keys("Enter");
    await keysAt(desk.page, "理由");
    await desk.page.keyboard.type("合同没有补签成");
    await keys("Enter");
    await expect.poll(() => count(of("CON-01", "open"))).toBe(1);
    await tabTo(desk.page, "待处理");
    await keys("Enter");
  });

  it("of one rule are accepted together, for one reason", async () => {
    await firstOf("PERF-10");
    await tabTo(desk.page, "成批认可");
    await keys("Enter");
    await keysAt(desk.page, "理由");
    await keys("Control+Enter");
    await desk.dialog().getByText("请写明理由，至少两个字。").waitFor();
    await keysAt(desk.page, "理由");
    await desk.page.keyboard.type("市级模板原文");
    await keys("Control+Enter");
    await desk.closed();
    await expect.poll(() => count(of("PERF-10", "accepted"))).toBe(2);
  });

  it("that the ledger refuses whatever is written asks for no reason", async () => {
    await firstOf("INV-02");
    await desk.page.getByText("账本不接受超额，写明理由也不能批准。").waitFor();
    await keysAt(desk.page, "阻断发票");
    await keys("Enter");
    await keysAt(desk.page, "0310");
  });
});

describe("a rule", () => {
  const rule = async (id: string) => (await desk.held("checks.rules", {})).find((each) => each.id === id);

  it("gets another limit, which counts once Enter is pressed", async () => {
    await command(desk.page, "前往设置", /前往设置/);
    await tabTo(desk.page, "Tab 1");
    await keys("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Enter");
    await desk.page.getByRole("grid", { name: "核对规则" }).waitFor();
    await tabTo(desk.page, "筛选核对规则");
    await desk.page.keyboard.insertText("PAY-12");
    await desk.page.getByText("1 / 83 条").waitFor();
    await keys("ArrowDown", "ArrowDown", "Enter");
    await desk.page.getByRole("heading", { name: "预付款超比例/未冲销" }).waitFor();
    await keys("F6");
    await tabTo(desk.page, "预付后应冲销的天数");
    await keys("Control+a");
    await desk.page.keyboard.type("60");
    await keys("Enter");
    await expect.poll(async () => (await rule("PAY-12"))?.params.map(({ value }) => value)).toContain(60);
  });

  it("is made graver, switched off, and given back its own level", async () => {
    await tabTo(desk.page, "警告");
    await keys("ArrowLeft");
    await desk.page.getByText("按 Enter 保存").waitFor();
    expect((await rule("PAY-12"))?.severity).toBe("warn");
    await keys("Enter");
    await expect.poll(async () => (await rule("PAY-12"))?.severity).toBe("block");
    // Escape goes back to what was saved, once the window knows of it.
    await desk.page.getByText("按 Enter 保存").waitFor({ state: "detached" });
    await keys("ArrowRight", "Escape");
    await desk.page.getByText("按 Enter 保存").waitFor({ state: "detached" });
    await keysAt(desk.page, "阻断");
    await keys("ArrowRight", "ArrowRight", "ArrowRight", "Tab");
    await expect.poll(async () => (await rule("PAY-12"))?.severity).toBe("off");
    await tabTo(desk.page, "恢复默认");
    await keys("Enter");
    await expect.poll(async () => (await rule("PAY-12"))?.severity).toBe("warn");
    expect((await rule("PAY-12"))?.params.every(({ value, defaultValue }) => value === defaultValue)).toBe(
      true,
    );
  });
});
