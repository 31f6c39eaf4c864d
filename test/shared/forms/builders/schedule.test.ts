import { describe, expect, it } from "vitest";
import { type CheckLine, checkStyle, checkText } from "#shared/forms/builders/checkLine.ts";
import { buildSchedule } from "#shared/forms/builders/schedule.ts";
import { evaluateSums } from "#shared/forms/sums.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { schedule } from "#test/shared/forms/samplePaper.ts";
import { cellTexts, textGrid } from "#test/shared/forms/textGrid.ts";

const template = templateOf("sh-2022");

describe("buildSchedule", () => {
  const form = buildSchedule(schedule, template);
  const grid = textGrid(form);

  it("lists the instalments of each contract with what was paid and what was found", () => {
    expect(grid.slice(2, 10)).toEqual([
      "A3:J3 项目名称：社区综合治理（SQZL-2022）　　实施单位：上海市松江区广富林街道城市运行管理中心　　截至：2022年6月30日 | K3 单位：元",
      "A4 期次 | B4 所属期 | C4 最早⏎付款日 | D4 应付日 | E4 应付金额 | F4 扣款 | G4 已收票 | H4 已付 | I4 未付 | J4 状态 | K4 核对结果",
      "A5:K5 合同 GFL-2022-003　　大联动综合整治服务合同　　乙方：上海松广城市综合管理服务有限公司　　合同金额：240,000.00",
      "A6 第1季度 | B6 2022年第1季度 | C6 2022-03-31 | D6 2022-04-30 | E6 60,000.00 | F6 1,200.00 | G6 60,000.00 | H6 58,800.00 | I6 0.00 | J6 已结清 | K6 无问题",
      "A7 第2季度 | B7 2022年第2季度 | C7 2022-06-30 | D7 2022-07-30 | E7 60,000.00 | F7 0.00 | G7 60,000.00 | H7 60,000.00 | I7 0.00 | J7 已结清 | K7 【阻断】缺少2022年第2季度验收（考核）单。（PAY-05）⏎【警告】第2期最早付款日为2022-06-30，提前12天。（PAY-03）",
      "A8 第3季度 | B8 2022年第3季度 | C8 2022-09-30 | D8 2022-10-30 | E8 60,000.00 | F8 0.00 | G8 0.00 | H8 0.00 | I8 60,000.00 | J8 未到期 | K8",
      "A9 第4季度 | B9 2022年第4季度 | C9 2022-12-31 | D9 2023-01-30 | E9 60,000.00 | F9 0.00 | G9 0.00 | H9 0.00 | I9 60,000.00 | J9 未到期 | K9",
      "A10:D10 小计 | E10 240,000.00 | F10 1,200.00 | G10 120,000.00 | H10 118,800.00 | I10 120,000.00 | J10 | K10",
    ]);
  });

  it("leaves blank what was never planned, and adds up what was paid on it", () => {
    const aside = grid.findIndex((row) => row.includes("未对应期次"));
    expect(grid[aside]).toMatch(/C\d+ \| D\d+ \| E\d+ \| F\d+ \| G\d+ 0\.00 \| H\d+ 300\.00 \| I\d+ \|/);
    expect(grid[aside + 1]).toContain("H20 6,930.00");
  });

  it("totals the subtotals of the contracts", () => {
    const sums = evaluateSums(form);
    for (const { writtenCents, computedCents } of sums) expect(writtenCents).toBe(computedCents);
    const total = grid.find((row) => row.includes(" 合计 "));
    expect(total).toMatch(
      /E\d+ 253,260\.00 \| F\d+ 1,200\.00 \| G\d+ 126,630\.00 \| H\d+ 125,730\.00 \| I\d+ 126,630\.00/,
    );
  });

  it("puts what was found about the contract under its name, and the rest at the end", () => {
    expect(grid).toContain("A12:K12 【阻断】付款计划合计与合同金额相差1,326.00元。（CON-05）");
    const rest = grid.findIndex((row) => row.endsWith("其他核对结果"));
    expect(grid.slice(rest + 1, rest + 3).map((row) => row.replace(/^\S+ /, ""))).toEqual([
      "【阻断】发票22312000000012345678状态为“已红冲-全额”，不得作为付款依据。（INV-03）",
      "【提示】单笔1,200.00元未关联合同。（CON-01）",
    ]);
  });

  it("stands without contracts and without findings", () => {
    const bare = buildSchedule({ ...schedule, groups: [], otherFindings: [] }, template);
    expect(evaluateSums(bare)).toEqual([]);
    expect(cellTexts(bare)).toContain("（没有合同）");
    expect(cellTexts(bare)).not.toContain("其他核对结果");
  });
});

describe("checkText and checkStyle", () => {
  const finding = (severity: CheckLine["severity"], accepted: string | null): CheckLine => ({
    ruleId: "PAY-02",
    severity,
    message: "超出。",
    accepted,
  });

  it("shows the gravest first and those that were accepted last", () => {
    expect(
      checkText([
        finding("hint", null),
        finding("block", "已说明"),
        finding("warn", null),
        finding("block", null),
      ]),
    ).toBe(
      "【阻断】超出。（PAY-02）\n【警告】超出。（PAY-02）\n【提示】超出。（PAY-02）\n【已处理】超出。（PAY-02）处理意见：已说明",
    );
  });

  it("takes its colour from what is still open", () => {
    expect(checkStyle([])).toBe("text");
    expect(checkStyle([finding("hint", null)])).toBe("text");
    expect(checkStyle([finding("warn", null), finding("block", "已说明")])).toBe("warned");
    expect(checkStyle([finding("warn", null), finding("block", null)])).toBe("blocked");
  });
});
