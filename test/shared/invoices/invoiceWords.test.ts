import { describe, expect, it } from "vitest";
import { readBlueNumber } from "#shared/invoices/blueNumber.ts";
import {
  isOwnMoney,
  readIsRed,
  readRisk,
  readStatus,
  readType,
  riskOfStatus,
} from "#shared/invoices/invoiceWords.ts";

describe("words of status and risk", () => {
  it.each([
    ["正常", "normal"],
    ["01", "normal"],
    ["已作废", "void"],
    ["作废", "void"],
    ["02", "void"],
    ["已红冲-全额", "redFull"],
    ["已红冲－全额", "redFull"],
    ["已全额红冲", "redFull"],
    ["红冲", "redFull"],
    ["03", "redFull"],
    ["已红冲-部分", "redPartial"],
    ["部分红冲", "redPartial"],
    ["04", "redPartial"],
    ["失控", "normal"],
    ["异常", "normal"],
    ["红字", "normal"],
    ["未红冲", "normal"],
    ["正常（已红冲）", "redFull"],
    ["已冲销", "redFull"],
    ["废票", "void"],
    ["已失效", "void"],
    ["已开具", "normal"],
    ["蓝字发票", "normal"],
    ["已报销", undefined],
    ["待红冲", undefined],
    ["可作废", undefined],
    ["已认证", undefined],
    ["", undefined],
  ])("%s is %s", (word, value) => {
    expect(readStatus(word)).toBe(value);
  });

  it.each([
    ["正常", "normal"],
    ["异常凭证", "abnormal"],
    ["疑点发票", "suspect"],
    ["02", "abnormal"],
    ["03", "suspect"],
    ["失控", "abnormal"],
  ])("risk %s is %s", (word, value) => {
    expect(readRisk(word)).toEqual({ value, known: true });
  });

  it("takes a risk it does not know for a doubtful one", () => {
    expect(readRisk("高")).toEqual({ value: "suspect", known: false });
  });

  it("hears a risk in the older states", () => {
    expect([riskOfStatus("失控"), riskOfStatus("异常"), riskOfStatus("正常")]).toEqual([
      "abnormal",
      "abnormal",
      undefined,
    ]);
  });

  it("reads the flag of positive invoices", () => {
    expect([readIsRed("是"), readIsRed("否"), readIsRed("Y"), readIsRed("")]).toEqual([
      false,
      true,
      false,
      undefined,
    ]);
  });
});

describe("readType", () => {
  it.each([
    ["数电发票（普通发票）", "数电票（普通发票）"],
    ["全电发票（普通发票）", "数电票（普通发票）"],
    ["电子发票（普通发票）", "数电票（普通发票）"],
    ["电子发票（增值税专用发票）", "数电票（增值税专用发票）"],
    ["82", "数电票（普通发票）"],
    ["数电纸质发票（普通发票）", "数电纸质发票（普通发票）"],
    ["电子发票（铁路电子客票）", "电子发票（铁路电子客票）"],
    ["增值税电子普通发票", "增值税电子普通发票"],
    ["04", "增值税普通发票"],
    ["财政票据", "财政票据"],
  ])("%s is %s", (word, name) => {
    expect(readType(word)).toBe(name);
    expect(readType(name)).toBe(name);
  });
});

describe("isOwnMoney", () => {
  it.each([
    ...[
      "",
      "人民币",
      "人民币元",
      "人民币（元）",
      "CNY",
      "cny",
      "RMB",
      "人民币 CNY",
      "CNY-人民币",
      "156",
      "142",
      "¥",
      "￥",
      "元",
      "圆",
    ],
  ])("%j is 人民币", (text) => expect(isOwnMoney(text)).toBe(true));

  it.each(["USD", "美元", "840", "港元", "日元", "HKD", "人民币/美元", "外币", "$", "1"])(
    "%j is not",
    (text) => expect(isOwnMoney(text)).toBe(false),
  );
});

describe("readBlueNumber", () => {
  it.each([
    [
      "被红冲蓝字数电票号码：22312000000000000017 红字发票信息确认单编号：31011722000001",
      "22312000000000000017",
    ],
    ["被红冲蓝字数电发票号码:22312000000000000017", "22312000000000000017"],
    ["被红冲蓝字发票代码：031002200111 号码：01234567", "03100220011101234567"],
    ["对应正数发票代码:3100221130号码:00012345", "3100221130-00012345"],
    ["对应正数发票代码:031002200111 号码:01234567 ", "03100220011101234567"],
    ["红字发票信息确认单编号：31011722000001000000", null],
    ["被红冲蓝字数电票号码：123", null],
    ["", null],
  ])("finds it in %s", (remark, value) => {
    expect(readBlueNumber(remark)).toBe(value);
  });
});
