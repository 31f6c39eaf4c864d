import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policiesIn } from "#shared/filings/policies.ts";
import { readFiling } from "#shared/filings/readFiling.ts";
import { documentOfText, type SourceDocument, textOfDocument } from "#shared/filings/source.ts";
import { sourceText } from "#test/engine/filings/bring/sourcePaper.ts";

const read = (...lines: readonly string[]) => readFiling(documentOfText(lines.join("\n")));
const table = (...rows: readonly string[]) =>
  read("绩效目标申报表", "（2022年度）", ...rows)[0]?.indicators ?? [];
const heading = "一级指标\t二级指标\t三级指标\t年度指标值";

/** Cells that are not blank, and those that the papers account for, sorted. */
function accounts(document: SourceDocument) {
  const filled = document.lines.flatMap(({ cells }, line) =>
    cells.flatMap((text, cell) => (text.trim() === "" ? [] : [`${line}:${cell}`])),
  );
  const told = readFiling(document).flatMap(({ uses, unused }) =>
    [...uses, ...unused].map(({ line, cell }) => `${line}:${cell}`),
  );
  return { filled: filled.toSorted(), told: told.toSorted() };
}

describe("the office's own papers", () => {
  const [narrative, fill, declared] = readFiling(documentOfText(sourceText()));

  it("are three, and every cell of them is used", () => {
    expect([narrative?.kind, fill?.kind, declared?.kind]).toEqual(["narrative", "targetsFill", "targets"]);
    expect([narrative, fill, declared].flatMap((paper) => paper?.unused ?? [])).toEqual([]);
    expect(narrative?.sections.map(({ heading }) => heading)).toEqual([
      "项目概述",
      "立项依据",
      "实施主体",
      "实施方案",
      "实施周期",
      "年度预算安排",
      "绩效目标",
    ]);
    expect(narrative?.fiscalYear).toBe(2022);
  });

  it("say their fields and money, blank where they are blank", () => {
    const fields = Object.fromEntries((declared?.fields ?? []).map(({ key, text }) => [key, text]));
    expect(fields).toMatchObject({ name: "社区综合服务", startDate: "", endDate: "", overallGoal: "" });
    expect(fill?.amounts.map(({ scope, kind, cents }) => [scope, kind, cents])).toEqual([
      ["total", "sum", 43_000_000],
      ["annual", "sum", 43_000_000],
      ["total", "fiscal", 43_000_000],
      ["annual", "currentAppropriation", 43_000_000],
      ["annual", "carryOver", 0],
      ["total", "other", 0],
      ["annual", "other", 0],
    ]);
  });

  it("have sixteen indicators each, whose levels are inferred where cells are merged or ragged", () => {
    for (const paper of [fill, declared]) {
      const levels = paper?.indicators?.map(({ level1, level2 }) => `${level1} ${level2}`) ?? [];
      expect(levels).toHaveLength(16);
      expect(levels.filter((each) => each === "产出指标 数量指标")).toHaveLength(5);
      expect(levels.filter((each) => each.startsWith("产出指标"))).toHaveLength(11);
      expect(levels.at(-1)).toBe("满意度指标 服务对象满意度指标");
    }
    expect(fill?.indicators?.[0]?.remarks).toEqual([
      { kind: "inferred", text: "一级指标是合并的单元格，“数量指标”属于“产出指标”" },
    ]);
  });

  it("strip tags and torn spaces and say so, and leave slips and signs alone", () => {
    const goal = fill?.fields.find(({ key }) => key === "annualGoal");
    expect(goal?.text.startsWith("确保街道")).toBe(true);
    expect(goal?.remarks).toEqual([{ kind: "cleaned", text: "去掉了网页标签 <p> </p>" }]);
    expect(fill?.indicators?.[1]).toMatchObject({ name: "“12345”热线现行联系率", valueText: "=100%" });
    expect(fill?.indicators?.[2]?.valueText).toBe(">=30套");
  });

  it("ask about the goal that stands outside of the table", () => {
    const goal = declared?.fields.find(({ key }) => key === "annualGoal");
    expect(goal?.remarks.map(({ kind }) => kind)).toEqual(["unsure"]);
  });
});

describe("nothing is dropped in silence", () => {
  const lines = sourceText().split("\n");
  const stray = fc.constantFrom(
    "填报人：王经办",
    "\t\t备注\t见附件",
    "绩效指标",
    "=100%",
    "a\tb\tc\td\te\tf",
  );
  const damage = fc.array(
    fc.record({
      at: fc.nat(lines.length - 1),
      how: fc.constantFrom("drop", "twice", "noTabs", "moreTabs", "cut", "insert"),
      stray,
    }),
    { maxLength: 30 },
  );

  it("whatever is torn, missing, repeated or put in between", () => {
    fc.assert(
      fc.property(damage, (changes) => {
        const torn = changes.reduce<readonly string[]>((now, { at, how, stray: text }) => {
          const line = now[at] ?? "";
          const put = {
            drop: [],
            twice: [line, line],
            noTabs: [line.replaceAll("\t", " ")],
            moreTabs: [`\t${line}\t`],
            cut: [line.slice(0, line.length / 2), line.slice(line.length / 2)],
            insert: [line, text],
          }[how];
          return now.toSpliced(at, 1, ...put);
        }, lines);
        const { filled, told } = accounts(documentOfText(torn.join("\n")));
        expect(told).toEqual(filled);
      }),
      { numRuns: 150 },
    );
  });

  it("and the lines of all papers are the whole document again", () => {
    const document = documentOfText(sourceText());
    const parts = readFiling(document).map(({ fromLine, toLine }) =>
      textOfDocument({ lines: document.lines.slice(fromLine, toLine + 1) }),
    );
    expect(parts.join("\n")).toBe(sourceText());
  });

  it("lists what belongs to no value, with the reason", () => {
    const [paper] = read("关于报送材料的通知", "绩效目标申报表", "项目名称\t甲", "填报人：王经办");
    expect(paper?.unused.map(({ text, reason }) => [text, reason])).toEqual([
      ["关于报送材料的通知", "在第一份材料之前"],
      ["填报人：王经办", "看不出是哪一项"],
    ]);
    expect(read("今天天气很好。")[0]?.unused).toHaveLength(1);
  });
});

describe("what cannot be read for sure", () => {
  it("is left out and said: dates and amounts", () => {
    const [paper] = read(
      "绩效目标申报表",
      "计划开始日期\t年初\t计划完成日期\t2022/12/31",
      "项目资金(万元)\t项目资金总额\t四十三\t年度资金申请总额\t43",
    );
    expect(paper?.fields.map(({ text, remarks }) => [text, remarks[0]?.kind])).toEqual([
      ["", "unsure"],
      ["2022-12-31", undefined],
    ]);
    expect(paper?.amounts.map(({ cents, remarks }) => [cents, remarks[0]?.kind])).toEqual([
      [null, "unsure"],
      [43_000_000, "inferred"],
    ]);
  });

  it("joins a name that a line break tore, and asks", () => {
    const [only, second] = table(heading, "产出指标\t时效指标\t联勤联动快速、高效处", "置及时率\t=100%");
    expect(second).toBeUndefined();
    expect(only).toMatchObject({ name: "联勤联动快速、高效处置及时率", valueText: "=100%" });
    expect(only?.remarks).toEqual([{ kind: "unsure", text: "名称分在两行，已接在一起" }]);
  });

  it("takes 成本指标 for a first or a second level by what stands beside it", () => {
    const rows = table(heading, "成本指标\t经济成本指标\t总成本\t≤43万元", "产出指标\t成本指标\t单价\t≤80元");
    expect(rows.map(({ level1, level2 }) => [level1, level2])).toEqual([
      ["成本指标", "经济成本指标"],
      ["产出指标", "成本指标"],
    ]);
  });

  it("knows a heading that the form does not have", () => {
    const [paper] = read("某某项目经费情况说明", "一、项目概述", "甲。", "二、其他事项", "乙。");
    expect(paper?.sections[1]?.remarks).toEqual([{ kind: "unsure", text: "表式里没有这个标题" }]);
  });
});

describe("policiesIn", () => {
  it("takes titles and numbers apart, and leaves marks inside of titles", () => {
    expect(
      policiesIn(
        "区政府关于转发《甲、乙方案》的通知（沪松府办〔2020〕89号）、《丙规定》（沪松〔2019〕5号）。",
      ),
    ).toEqual([
      { title: "区政府关于转发《甲、乙方案》的通知", documentNo: "沪松府办〔2020〕89号" },
      { title: "丙规定", documentNo: "沪松〔2019〕5号" },
    ]);
    expect(policiesIn("根据街道实际工作需要。")).toEqual([]);
  });
});
