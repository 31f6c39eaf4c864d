import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { acceptanceOf, supplementOf } from "../schedule/samples.ts";
import { findingsOf, messagesOf, theFinding } from "./checking.ts";
import { adding, allocationOf, changing, paymentOf, rightRows } from "./sampleRows.ts";

const payment = (changes: Partial<Row<"payment">>) => changing(rightRows, "payment", "payment-1", changes);

describe("PAY-04 跳期/漏付", () => {
  it("finds a period that was passed over", () => {
    const third = payment({ periodFrom: isoDate("2022-07-01"), periodTo: isoDate("2022-09-30") });
    const moved = changing(third, "allocation", "allocation-1", { instalmentId: asId("contract-1-3") });
    expect(messagesOf(moved, "PAY-04")).toEqual([
      "第1期（2022年第1季度）尚未支付，已申请第3期（2022年第3季度）。",
    ]);
  });

  it("does not miss a period that was not payable yet, or is asked for elsewhere", () => {
    const third = changing(
      payment({
        periodFrom: isoDate("2022-07-01"),
        periodTo: isoDate("2022-09-30"),
        paidOn: isoDate("2022-03-20"),
      }),
      "allocation",
      "allocation-1",
      { instalmentId: asId("contract-1-3") },
    );
    expect(messagesOf(third, "PAY-04")).toEqual([]);
    const asked = paymentOf({ id: asId("asked"), paymentNo: "FK-2022-000", state: "draft", paidOn: null });
    const late = changing(third, "payment", "payment-1", { paidOn: isoDate("2022-04-12") });
    expect(messagesOf(late, "PAY-04")).toHaveLength(1);
    expect(messagesOf(adding(late, "payment", asked), "PAY-04")).toEqual([]);
    // A draft that nobody took further for a month hides nothing any more; one in review is under way.
    const about = (requestedOn: string, state: Row<"payment">["state"] = "draft") =>
      messagesOf(adding(late, "payment", { ...asked, state, requestedOn: isoDate(requestedOn) }), "PAY-04");
    expect(about("2022-03-30", "pending")).toEqual([]);
    expect(about("2022-03-31")).toEqual([]);
    expect(about("2022-03-30")).toHaveLength(1);
  });

  it("takes what was paid and came back for not paid, and what came back in part for paid", () => {
    const back = (amount: number, state: "paid" | "approved") => {
      const refund = {
        ...{ id: asId("back"), paymentNo: "FK-2022-009", refundOfId: asId("payment-1"), state },
        ...{ amountCents: cents(-amount), paidOn: state === "paid" ? isoDate("2022-04-20") : null },
      };
      return adding(
        adding(rightRows, "payment", paymentOf(refund)),
        "allocation",
        allocationOf({ id: asId("back-part"), paymentId: asId("back"), amountCents: cents(-amount) }),
      );
    };
    const about = (rows: FactRows) =>
      messagesOf(rows, "PAY-04", "2022-07-31").filter((message) => message.includes("第1季度"));
    expect(about(back(6_000_000, "paid"))).toEqual([
      expect.stringMatching(/^第1期（2022年第1季度）60,000\.00元已过付款期限\d+天，尚未支付。$/),
    ]);
    expect(about(back(5_999_999, "paid"))).toEqual([]);
    expect(about(back(6_000_000, "approved"))).toEqual([]);
  });

  it("reminds of a period that nobody paid a month after its last day", () => {
    const about = (day: string) =>
      messagesOf(rightRows, "PAY-04", day).filter((message) => message.includes("2022年第2季度"));
    expect(about("2022-08-15")).toEqual([]);
    expect(about("2022-08-16")).toEqual(["第2期（2022年第2季度）60,000.00元已过付款期限31天，尚未支付。"]);
  });
});

describe("PAY-12 预付款超比例/未冲销", () => {
  const advance = changing(payment({ isAdvance: 1 }), "allocation", "allocation-1", { invoiceId: null });

  it("compares the advances with the sum", () => {
    const dearer = changing(advance, "payment", "payment-1", { amountCents: cents(7_200_000) });
    expect(messagesOf(dearer, "PAY-12")).toEqual([]);
    const tooDear = changing(advance, "payment", "payment-1", { amountCents: cents(9_600_000) });
    expect(messagesOf(tooDear, "PAY-12")).toEqual([
      "预付比例40.00%，超过30.00%（未冲销预付款96,000.00元，合同240,000.00元）。",
    ]);
    const second = paymentOf({
      id: asId("second"),
      paymentNo: "FK-2",
      isAdvance: 1,
      paidOn: isoDate("2022-04-13"),
    });
    // Neither accepted nor paid work offsets an advance here.
    const allocation = advance.allocation.filter((row) => row.paymentId !== "payment-1");
    const twice = { ...adding(advance, "payment", second), allocation, acceptance: [] };
    expect(theFinding(twice, "PAY-12")).toMatchObject({
      message: "预付比例50.00%，超过30.00%（未冲销预付款120,000.00元，合同240,000.00元）。",
      subjects: [{ id: "second" }, { id: "contract-1" }],
    });
  });

  it("reminds of one that no invoice offsets for 90 days", () => {
    expect(messagesOf(advance, "PAY-12", "2022-07-11")).toEqual([]);
    expect(messagesOf(advance, "PAY-12", "2022-07-12")).toEqual(["预付款60,000.00元已91天未冲销。"]);
    const offset = changing(advance, "allocation", "allocation-1", { invoiceId: asId("invoice-1") });
    expect(messagesOf(offset, "PAY-12", "2022-12-31")).toEqual([]);
  });
});

describe("PAY-13 逾期支付中小企业", () => {
  const small = changing(rightRows, "vendor", "vendor-1", { isSmallOrMedium: 1 });
  const accepted = adding(
    small,
    "acceptance",
    acceptanceOf({
      id: asId("second"),
      instalmentId: asId("contract-1-2"),
      acceptedOn: isoDate("2022-07-05"),
      periodFrom: isoDate("2022-04-01"),
      periodTo: isoDate("2022-06-30"),
    }),
  );
  const about = (rows: typeof rightRows, day: string, quarter: string) =>
    messagesOf(rows, "PAY-13", day).filter((message) => message.includes(quarter));

  it("counts from the last day of the contract's term for payment", () => {
    expect(about(accepted, "2022-07-16", "第2季度")).toEqual([]);
    expect(about(accepted, "2022-07-17", "第2季度")).toEqual([
      "上海清源保洁服务有限公司2022年第2季度应付余额60,000.00元已超过付款期限1天，可能产生逾期利息。",
    ]);
    expect(about(accepted, "2022-07-17", "第1季度")).toEqual([]);
    const large = changing(accepted, "vendor", "vendor-1", { isSmallOrMedium: 0 });
    expect(messagesOf(large, "PAY-13", "2022-12-31")).toEqual([]);
  });

  it("owes nothing for what was not accepted", () => {
    expect(about(small, "2022-07-17", "第2季度")).toEqual([]);
  });

  it("bears no term longer than the law allows after the acceptance", () => {
    const unpaid = {
      ...changing(small, "instalment", "contract-1-1", { dueDate: isoDate("2022-12-31") }),
      payment: [],
      allocation: [],
    };
    expect(about(unpaid, "2022-06-04", "第1季度")).toEqual([]);
    expect(about(unpaid, "2022-06-05", "第1季度")).toHaveLength(1);
  });
});

describe("PAY-14 约定账期过长", () => {
  it("applies to small and medium enterprises", () => {
    const terms = (days: number) => changing(rightRows, "contract", "contract-1", { payWithinDays: days });
    const small = (days: number) => changing(terms(days), "vendor", "vendor-1", { isSmallOrMedium: 1 });
    expect(messagesOf(small(61), "PAY-14")).toEqual(["合同约定账期61天，超过60天上限。"]);
    expect(messagesOf(small(60), "PAY-14")).toEqual([]);
    expect(messagesOf(terms(61), "PAY-14")).toEqual([]);
  });
});

describe("PAY-17 审批为同一人", () => {
  it("compares who handled with who reviewed and approved", () => {
    expect(messagesOf(payment({ reviewedBy: "张三" }), "PAY-17")).toEqual([
      "经办与审核为同一人（张三），不相容岗位未分离。",
    ]);
    expect(messagesOf(payment({ reviewedBy: "张三", approvedBy: " 张三 " }), "PAY-17")).toEqual([
      "经办与审核、审批为同一人（张三），不相容岗位未分离。",
    ]);
    expect(messagesOf(payment({ handledBy: "", reviewedBy: "" }), "PAY-17")).toEqual([]);
    expect(messagesOf(payment({ reviewedBy: "李四", approvedBy: "李四 " }), "PAY-17")).toEqual([
      "审核与审批为同一人（李四），不相容岗位未分离。",
    ]);
  });
});

describe("BUD-03 科目不符", () => {
  it("compares the payment's code with the line's", () => {
    expect(messagesOf(payment({ economicCode: "30299" }), "BUD-03")).toEqual([
      "支付科目30299与预算科目30227不一致。",
    ]);
    expect(messagesOf(payment({ economicCode: "" }), "BUD-03")).toEqual([]);
  });
});

describe("BUD-05 执行进度偏慢/过快", () => {
  const of = (day: string) => findingsOf(rightRows, day).filter((finding) => finding.ruleId === "BUD-05");

  it("compares with the months that are over", () => {
    expect(of("2022-05-30")).toEqual([]);
    expect(of("2022-05-31")).toEqual([
      expect.objectContaining({
        severity: "hint",
        message: "执行率25.00%，低于5月末序时进度41.67%。",
        figures: { ratioBp: 2_500, timeProgressBp: 4_167 },
      }),
    ]);
  });

  it("warns of money that goes too fast", () => {
    const fast = payment({
      amountCents: cents(20_000_000),
      paidOn: isoDate("2022-02-10"),
      requestedOn: isoDate("2022-02-01"),
    });
    expect(theFinding(fast, "BUD-05", "2022-02-28")).toMatchObject({
      severity: "warn",
      message: "执行率75.04%，高于2月末序时进度16.67%。",
    });
  });

  it("has nothing to say in January", () => {
    expect(of("2022-01-30")).toEqual([]);
  });
});

describe("YE-01 跨年度发票", () => {
  it("compares the invoice's year with the budget's", () => {
    const old = changing(rightRows, "invoice", "invoice-1", { issueDate: isoDate("2021-12-31") });
    expect(messagesOf(old, "YE-01")).toEqual(["2021年发票在2022年列支，请说明。"]);
  });
});

describe("YE-02 跨年度服务期", () => {
  it("wants the whole period within the budget year", () => {
    const over = payment({ periodFrom: isoDate("2021-12-01"), periodTo: isoDate("2022-02-28") });
    expect(messagesOf(over, "YE-02")).toEqual(["所属期2021年12月至2022年2月不在预算年度内。"]);
    expect(messagesOf(payment({ periodFrom: null, periodTo: null }), "YE-02")).toEqual([]);
  });
});

describe("YE-05 关账后付款", () => {
  it("knows the last day of the year's payments", () => {
    expect(messagesOf(payment({ paidOn: isoDate("2022-12-20") }), "YE-05", "2022-12-31")).toEqual([]);
    const late = payment({ paidOn: isoDate("2022-12-21") });
    expect(messagesOf(late, "YE-05", "2022-12-31")).toEqual(["已过本年度支付截止日2022年12月20日。"]);
    const open = {
      ...late,
      fiscalYear: rightRows.fiscalYear.map((row) => ({ ...row, paymentCutoff: null })),
    };
    expect(messagesOf(open, "YE-05", "2022-12-31")).toEqual([]);
  });

  it("tells of a draft that can no longer be paid", () => {
    const draft = payment({ state: "draft", paidOn: null });
    expect(messagesOf(draft, "YE-05", "2022-12-20")).toEqual([]);
    expect(theFinding(draft, "YE-05", "2022-12-21").remedy).toContain("本年度不能再支付");
  });
});

describe("a supplement", () => {
  it("of price or term with money in it counts for the sum, too", () => {
    const term = supplementOf({
      kind: "term",
      effectiveOn: isoDate("2022-04-01"),
      deltaCents: cents(1_000_000),
    });
    const crossed = adding(
      adding(rightRows, "supplement", term),
      "payment",
      paymentOf({ id: asId("rest"), paymentNo: "FK-9", amountCents: cents(19_000_000) }),
    );
    expect(messagesOf(crossed, "PAY-01")).toEqual([]);
  });
});
