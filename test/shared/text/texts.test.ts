import { describe, expect, it } from "vitest";
import { amountsIn } from "#shared/text/amounts.ts";
import { annualAmounts } from "#shared/text/annualAmounts.ts";
import { listedItems, paidItems } from "#shared/text/components.ts";
import { isAlike } from "#shared/text/likeness.ts";
import { isShortFor, projectNamesIn, responsibleIn, withoutQuotations } from "#shared/text/namesIn.ts";
import { plainHeading } from "#shared/text/paper.ts";
import { residuesIn, withoutWrapping } from "#shared/text/residue.ts";
import { borrowedWords, slipsIn, withoutSlips } from "#shared/text/slips.ts";

describe("amounts in a text", () => {
  it.each([
    ["本年度拆违经费预算金额为349.80万元，分别用于…", [349_800_000]],
    ["3,498,000.00元", [349_800_000]],
    ["总投资2.5亿元，其中2022年22614.51万元", [25_000_000_000, 22_614_510_000]],
    ["26台×85元/台·月×12个月", []],
    ["每套1180元", []],
    ["2022年1月", []],
  ])("of %s", (text, cents) => {
    expect(amountsIn(text).map((found) => found.cents)).toEqual(cents);
  });

  it("are those of the year where nothing says otherwise", () => {
    const stated = (text: string) => annualAmounts(text, 2026).amounts.map(({ text: words }) => words);
    expect(stated("总投资7713万元，2026年安排2261万元。")).toEqual(["2261万元"]);
    expect(stated("2025年安排建设资金5000万元。")).toEqual([]);
    expect(stated("2025年安排5000万元。本年安排300万元。")).toEqual(["300万元"]);
    expect(annualAmounts("所需资金已在2025年度安排。", 2026).arranged).toBe(true);
  });
});

describe("what money is for", () => {
  it("is read out of a list, and nothing out of a description", () => {
    expect(listedItems("联勤联动工作经费、城运巡查记录仪月租费、购买网格巡查处置用品等组成。")).toEqual([
      "联勤联动工作经费",
      "城运巡查记录仪月租费",
      "网格巡查处置用品",
    ]);
    expect(listedItems("主要包括：设备租赁费、宣传费和培训费。")).toEqual(["设备租赁费", "宣传费", "培训费"]);
    expect(listedItems("为加强城市管理、提升效能，设立本项目。")).toEqual([]);
  });

  it("is read out of how it is paid", () => {
    expect(
      paidItems(
        "1、按照合同约定支付费用。大联动费用依据合同价格按季度支付，宣传费用按实际工作需要使用支付。",
      ),
    ).toEqual(["大联动费用", "宣传费用"]);
  });

  it.each([
    ["联勤联动工作经费", "大联动综合整治", true],
    ["网格工作手机费", "网格工作手机月租", true],
    ["服装采购费", "网格专职人员工作服", true],
    ["对讲机月租费", "巡查记录仪月租", false],
    ["宣传费用", "大联动综合整治", false],
    ["费用", "经费", false],
  ])("%s and %s are one thing: %s", (left, right, same) => {
    expect([isAlike(left, right), isAlike(right, left)]).toEqual([same, same]);
  });
});

describe("names in a text", () => {
  it("are those of project and unit", () => {
    const text = "2022年度社区综合治理项目经费具体由广富林街道城市运行管理中心负责实施。";
    expect(projectNamesIn(text)).toEqual(["社区综合治理"]);
    expect(responsibleIn(text)).toEqual(["广富林街道城市运行管理中心"]);
    expect(responsibleIn("由甲街道城运中心和乙街道办事处共同组织实施")).toEqual([
      "甲街道城运中心",
      "乙街道办事处",
    ]);
    expect(projectNamesIn("本项目经费专款专用，上述项目经费不得挪用。")).toEqual([]);
  });

  it("may be shortened, and quoted as they were", () => {
    expect(isShortFor("街道城运中心", "广富林街道城市运行管理中心")).toBe(true);
    expect(isShortFor("城市网格化综合管理中心", "广富林街道城市运行管理中心")).toBe(false);
    expect(withoutQuotations("《网格中心办法》（原网格中心）由中心执行")).toBe("由中心执行");
    expect(["六、年度预算安排", "（六）年度预算安排", "年度预算安排"].map(plainHeading)).toEqual(
      Array.from({ length: 3 }, () => "年度预算安排"),
    );
  });
});

describe("what should have been taken out", () => {
  it.each([
    ["XX项目由××街道实施", ["XX", "××"]],
    ["自X年起", ["X年"]],
    ["〔20XX〕号", []],
    ["<p>甲</p>", ["<p>", "</p>"]],
    ["说明项目的总体情况、立项目的等。", ["说明项目的总体情况、立项目的等"]],
    ["详见单位的项目绩效目标表", []],
    ["二〇二二年", []],
    ["（略）", ["（略）"]],
  ])("of %s", (text, found) => {
    expect(residuesIn(text).map((residue) => residue.text)).toEqual(found);
  });

  it("goes where it is sure", () => {
    expect(withoutWrapping('"<p>1.完成</p><p>2.提升</p>"')).toBe("1.完成\n2.提升");
    expect(withoutWrapping("“一网统管”")).toBe("“一网统管”");
  });
});

describe("slips", () => {
  it("are found and put right, each word once", () => {
    expect(slipsIn("现行联系率、拔款、现行联系率")).toEqual([
      { wrong: "现行联系率", right: "先行联系率" },
      { wrong: "拔款", right: "拨款" },
    ]);
    expect(withoutSlips("截止2022年底，现行联系率")).toBe("截至2022年底，先行联系率");
    expect(slipsIn("先行联系率、截止日期、账户")).toEqual([]);
  });

  it("of copied projects hang on what the project is about", () => {
    expect(borrowedWords("受助对象重复投诉率", "社区综合治理")).toEqual(["受助对象"]);
    expect(borrowedWords("受助对象重复投诉率", "困难群众帮扶")).toEqual([]);
  });
});
