import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { contractOf, instalmentOf, supplementOf } from "../schedule/samples.ts";
import { messagesOf, theFinding } from "./checking.ts";
import { adding, allocationOf, changing, paymentOf, removing, rightRows } from "./sampleRows.ts";

const contract = (changes: Partial<Row<"contract">>) =>
  changing(rightRows, "contract", "contract-1", changes);

describe("CON-02 合同倒签", () => {
  it("compares with the first day and with the award", () => {
    expect(messagesOf(contract({ signedOn: isoDate("2022-01-06") }), "CON-02")).toEqual([
      "合同签订日晚于履约开始日5天（倒签）。",
    ]);
    expect(messagesOf(contract({ signedOn: isoDate("2022-01-01") }), "CON-02")).toEqual([]);
    expect(messagesOf(contract({ awardedOn: isoDate("2021-11-19") }), "CON-02")).toEqual([
      "合同签订日2021年12月20日晚于中标（成交）日31天，超过30天。",
    ]);
    expect(messagesOf(contract({ awardedOn: isoDate("2021-11-20") }), "CON-02")).toEqual([]);
    expect(messagesOf(contract({ signedOn: null }), "CON-02")).toEqual([]);
  });
});

describe("CON-04 补充协议超比例", () => {
  const supplemented = (...deltas: readonly number[]) =>
    adding(
      rightRows,
      "supplement",
      ...deltas.map((delta, index) =>
        supplementOf({
          id: asId(`s-${index}`),
          effectiveOn: isoDate("2022-04-20"),
          signedOn: isoDate("2022-04-20"),
          deltaCents: cents(delta),
        }),
      ),
    );

  it("adds all supplements up, to the 分", () => {
    expect(messagesOf(supplemented(2_400_000), "CON-04")).toEqual([]);
    expect(messagesOf(supplemented(2_400_001), "CON-04")).toHaveLength(1);
    expect(messagesOf(supplemented(2_000_000, 1_000_000), "CON-04")).toEqual([
      "补充金额累计12.50%，超过原合同10.00%。",
    ]);
    expect(messagesOf(supplemented(3_000_000, -1_000_000), "CON-04")).toEqual([]);
    expect(messagesOf(supplemented(3_000_000), "CON-04", "2022-04-19")).toEqual([]);
  });
});

describe("CON-06 计划期间重叠/缺口", () => {
  it("finds the seam between two instalments", () => {
    const overlap = changing(rightRows, "instalment", "contract-1-2", { periodFrom: isoDate("2022-03-31") });
    expect(messagesOf(overlap, "CON-06")).toEqual(["第1期（2022年第1季度）与第2期（2022年第2季度）重叠。"]);
    const gap = changing(rightRows, "instalment", "contract-1-2", { periodFrom: isoDate("2022-04-02") });
    expect(messagesOf(gap, "CON-06")).toEqual(["第1期（2022年第1季度）与第2期（2022年第2季度）中断。"]);
    expect(messagesOf(removing(rightRows, "instalment", "contract-1-3"), "CON-06")).toHaveLength(1);
  });

  it("takes each rental by itself, and milestones not at all", () => {
    const twice = rightRows.instalment
      .filter((row) => row.contractId === "contract-2")
      .map((row) => ({ ...row, id: asId(`other-${row.seq}`), rentalId: asId("rental-2") }));
    expect(messagesOf(adding(rightRows, "instalment", ...twice), "CON-06")).toEqual([]);
    const milestones = changing(contract({ kind: "milestone" }), "instalment", "contract-1-2", {
      periodFrom: isoDate("2022-05-01"),
    });
    expect(messagesOf(milestones, "CON-06")).toEqual([]);
  });
});

describe("CON-07 履约保证金超比例", () => {
  it("strikes above a tenth of the sum", () => {
    expect(messagesOf(contract({ bondCents: cents(2_400_000) }), "CON-07")).toEqual([]);
    expect(messagesOf(contract({ bondCents: cents(3_000_000) }), "CON-07")).toEqual([
      "履约保证金比例12.50%超过10.00%。",
    ]);
    expect(messagesOf(contract({ bondCents: cents(3_000_000), amountCents: null }), "CON-07")).toEqual([]);
  });
});

describe("CON-09 合同即将到期", () => {
  const of = (day: string) =>
    messagesOf(rightRows, "CON-09", day).find((message) => message.includes("HT-2022-01"));

  it("begins sixty days before the end and stops with it", () => {
    expect(of("2022-10-31")).toBeUndefined();
    expect(of("2022-11-01")).toBe("合同HT-2022-01将于2022年12月31日到期，未付180,000.00元，尚无续签合同。");
    expect(of("2022-12-31")).toBeDefined();
    expect(of("2023-01-01")).toBeUndefined();
  });

  it("is silent about a contract that is paid up and continued", () => {
    const next = adding(
      rightRows,
      "contract",
      contractOf({
        id: asId("contract-9"),
        contractNo: "HT-2023-01",
        kind: "framework",
        startDate: isoDate("2023-01-01"),
        endDate: isoDate("2023-12-31"),
        parentContractId: asId("contract-1"),
      }),
    );
    const paid = adding(
      next,
      "payment",
      paymentOf({ id: asId("rest"), paymentNo: "FK-2022-008", amountCents: cents(18_000_000) }),
    );
    const about = (rows: typeof rightRows) =>
      messagesOf(rows, "CON-09", "2022-11-30").filter((message) => message.includes("HT-2022-01"));
    expect(about(next)).toEqual(["合同HT-2022-01将于2022年12月31日到期，未付180,000.00元。"]);
    expect(about(paid)).toEqual([]);
  });

  it("counts what a payment of another contract gives to its instalments", () => {
    const other = adding(
      rightRows,
      "payment",
      paymentOf({
        id: asId("other"),
        paymentNo: "FK-2022-009",
        contractId: asId("contract-2"),
        amountCents: cents(6_000_000),
      }),
    );
    const split = adding(
      other,
      "allocation",
      allocationOf({
        id: asId("other-1"),
        paymentId: asId("other"),
        instalmentId: asId("contract-1-2"),
        invoiceId: null,
        amountCents: cents(6_000_000),
      }),
    );
    const about = messagesOf(split, "CON-09", "2022-11-30").filter((message) =>
      message.includes("HT-2022-01"),
    );
    expect(about).toEqual(["合同HT-2022-01将于2022年12月31日到期，未付120,000.00元，尚无续签合同。"]);
  });
});

describe("CON-10 质保金到期未退", () => {
  const retained = changing(
    adding(
      rightRows,
      "instalment",
      instalmentOf({
        id: asId("retention"),
        seq: 5,
        kind: "retention",
        label: "质保金",
        periodFrom: isoDate("2022-12-31"),
        periodTo: isoDate("2022-12-31"),
        amountCents: cents(1_200_000),
      }),
    ),
    "contract",
    "contract-1",
    { releaseDate: isoDate("2022-04-20") },
  );

  it("counts from the release date while money is left", () => {
    expect(theFinding(retained, "CON-10")).toMatchObject({
      message: "质保金12,000.00元已到期10天未退。",
      figures: { retentionCents: 1_200_000, releaseDate: "2022-04-20", lateDays: 10 },
    });
    expect(messagesOf(retained, "CON-10", "2022-04-20")).toEqual([]);
  });

  const moved = (
    kind: "receive" | "release" | "forfeit",
    amount: number,
    day: string,
  ): Row<"bondMovement"> => ({
    id: asId(`bond-${kind}`),
    contractId: asId("contract-1"),
    kind,
    movedOn: isoDate(day),
    amountCents: cents(amount),
    instrument: "cash",
    documentNo: "",
    note: "",
    voidedAt: null,
    voidReason: null,
  });
  const due = changing(rightRows, "contract", "contract-1", { releaseDate: isoDate("2022-04-20") });

  it("counts a bond by what really came in, went back and was kept", () => {
    const held = adding(due, "bondMovement", moved("receive", 500_000, "2022-01-05"));
    expect(theFinding(held, "CON-10")).toMatchObject({
      message: "履约保证金5,000.00元已到期10天未退。",
      figures: { bondCents: 500_000, releaseDate: "2022-04-20", lateDays: 10 },
    });
    expect(messagesOf(held, "CON-10", "2022-04-20")).toEqual([]);
    const part = adding(held, "bondMovement", moved("release", 300_000, "2022-04-25"));
    expect(messagesOf(part, "CON-10")).toEqual(["履约保证金2,000.00元已到期10天未退。"]);
    expect(messagesOf(part, "CON-10", "2022-04-24")).toEqual(["履约保证金5,000.00元已到期4天未退。"]);
    const settled = adding(part, "bondMovement", moved("forfeit", 200_000, "2022-04-30"));
    expect(messagesOf(settled, "CON-10")).toEqual([]);
  });

  it("is silent about a bond that was agreed and never came in, or has no day", () => {
    expect(
      messagesOf(changing(due, "contract", "contract-1", { bondCents: cents(500_000) }), "CON-10"),
    ).toEqual([]);
    const held = adding(rightRows, "bondMovement", moved("receive", 500_000, "2022-01-05"));
    expect(messagesOf(held, "CON-10")).toEqual([]);
  });
});

describe("PRC-03 三重一大未上会", () => {
  const limited = adding(rightRows, "ruleSetting", {
    id: asId("setting"),
    ruleId: "PRC-03",
    severity: null,
    paramsJson: '{"limitCents":20000000}',
  });
  const minutes = (approvedOn: string, changes: Partial<Row<"approval">> = {}): Row<"approval"> => ({
    id: asId("minutes"),
    kind: "minutes",
    documentNo: "",
    title: "主任办公会纪要",
    approvedOn: isoDate(approvedOn),
    projectId: null,
    contractId: asId("contract-1"),
    paymentId: null,
    content: "",
    voidedAt: null,
    voidReason: null,
    ...changes,
  });

  it("is off until the office says its limit", () => {
    expect(messagesOf(rightRows, "PRC-03")).toEqual([]);
    expect(messagesOf(limited, "PRC-03")).toEqual([
      "合同金额240,000.00元达到“三重一大”标准200,000.00元，缺会议纪要。",
    ]);
  });

  it("wants minutes from before the signing, of the contract or its project", () => {
    expect(messagesOf(adding(limited, "approval", minutes("2021-12-20")), "PRC-03")).toEqual([]);
    expect(messagesOf(adding(limited, "approval", minutes("2021-12-21")), "PRC-03")).toEqual([
      "合同金额240,000.00元达到“三重一大”标准，会议纪要（2021年12月21日）晚于签订日。",
    ]);
    const project = minutes("2021-12-01", { contractId: null, projectId: asId("project-1") });
    expect(messagesOf(adding(limited, "approval", project), "PRC-03")).toEqual([]);
    const form = minutes("2021-12-01", { kind: "approvalForm" });
    expect(messagesOf(adding(limited, "approval", form), "PRC-03")).toHaveLength(1);
  });
});
