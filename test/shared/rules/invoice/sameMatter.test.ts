import { describe, expect, it } from "vitest";
import { splitGoodsName } from "#shared/invoices/goodsName.ts";
import { matterOf, mayBelong } from "#shared/rules/invoice/sameMatter.ts";

const belongs = (goods: string, ...contract: readonly string[]): boolean =>
  mayBelong(splitGoodsName(goods), matterOf(contract));

describe("splitGoodsName", () => {
  it("takes the tax category off", () => {
    expect(splitGoodsName("*印刷品*宣传折页")).toEqual({ category: "印刷品", name: "宣传折页" });
    expect(splitGoodsName("宣传折页")).toEqual({ category: "", name: "宣传折页" });
    expect(splitGoodsName("*印刷品*")).toEqual({ category: "印刷品", name: "" });
  });
});

describe("goods and the matter of a contract", () => {
  it.each([
    ["*现代服务*联勤联动综合整治服务费", "联勤联动综合整治服务"],
    ["*经营租赁*巡查记录仪租赁费", "巡查记录仪租赁"],
    ["*电信服务*手机终端月租费", "网格工作手机终端月租"],
    ["*服装*网格工作服（春秋、夏、冬）", "工作服定制"],
    ["*劳动防护用品*反光背心", "巡查处置用品"],
    ["*五金工具*小广告清除铲", "巡查处置用品"],
    ["*印刷品*文明养犬宣传册", "宣传品制作"],
    ["*印刷品*折页", "社区治理宣传活动"],
    ["*鉴证咨询服务*律师费", "常年法律顾问"],
    ["*安全保护服务*保安费", "秩序维护外包"],
    ["*信息技术服务*系统维护", "城运平台运维"],
    ["*餐饮服务*盒饭", "老年助餐"],
    ["*生活服务*服务费", "小区管理"],
    ["*建筑服务*工程款", "公共厕所修缮"],
    ["*物业管理服务*物业费", "办公楼保洁"],
    ["*运输服务*车辆租用", "班车"],
    ["", "办公楼保洁"],
  ])("%s may belong to %s", (goods, contract) => {
    expect(belongs(goods, contract)).toBe(true);
  });

  it.each([
    ["*餐饮服务*餐费", "联勤联动综合整治服务"],
    ["*住宿服务*住宿费", "对讲机租赁"],
    ["*印刷品*台历", "对讲机租赁"],
    ["*酒*白酒", "办公楼保洁"],
    ["*餐饮服务*餐费", "办公用品采购"],
    ["*运输服务*客运费", "法律顾问"],
    ["*保险服务*意外险", "社区绿化养护"],
  ])("%s cannot belong to %s", (goods, contract) => {
    expect(belongs(goods, contract)).toBe(false);
  });

  it("is not asked where the contract says nothing", () => {
    expect(belongs("*餐饮服务*餐费", "服务合同")).toBe(true);
  });
});
