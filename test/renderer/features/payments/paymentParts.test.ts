import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { ChangeLogEntry } from "#shared/model/filing.ts";
import {
  instalmentChoices,
  invoiceChoices,
} from "../../../../renderer/features/payments/editor/paperChoices.ts";
import {
  draftInput,
  formOf,
  type PaymentForm,
  saveProblems,
  withVendor,
} from "../../../../renderer/features/payments/editor/paymentForm.ts";
import {
  filterPayments,
  findPayment,
  stateCounts,
  unallocatedCents,
} from "../../../../renderer/features/payments/list/paymentRows.ts";
import {
  enteredAt,
  isEditable,
  nextSteps,
  stagesOf,
} from "../../../../renderer/features/payments/paymentSteps.ts";
import { quarters } from "../contracts/views.ts";
import { invoiceView } from "../invoices/views.ts";
import { paymentView } from "./views.ts";

const logged = (seq: number, before: string | null, after: string): ChangeLogEntry => ({
  id: asId(`log-${seq}`),
  seq,
  at: `2022-07-0${seq}T02:00:00Z`,
  actor: "沈经办",
  action: "",
  entity: "payment",
  entityId: "1",
  summary: "",
  beforeJson: before === null ? null : JSON.stringify({ state: before, amountCents: 1 }),
  afterJson: JSON.stringify({ state: after, amountCents: 1 }),
  previousHash: "",
  hash: "h",
  step: null,
  undoesStep: null,
});

describe("the list of payments", () => {
  const payments = [
    paymentView("1"),
    paymentView("2", { state: "pending" }),
    paymentView("3", { state: "paid", allocatedCents: 60_000 }),
    paymentView("4", { voidedAt: "2022-07-01T00:00:00Z", voidReason: "重复" }),
  ];

  it("is filtered by state; void ones are none of the drafts", () => {
    const ids = (filter: Parameters<typeof filterPayments>[1]) =>
      filterPayments(payments, filter).map(({ id }) => id);
    expect(ids("draft")).toEqual(["1"]);
    expect(ids("void")).toEqual(["4"]);
    expect(ids("all")).toEqual(["1", "2", "3"]);
    expect(stateCounts(payments).map(({ filter, count }) => `${filter} ${count}`)).toEqual([
      "all 3",
      "draft 1",
      "pending 1",
      "approved 0",
      "paid 1",
      "void 1",
    ]);
    expect(stateCounts(payments.slice(0, 1)).some(({ filter }) => filter === "void")).toBe(false);
  });

  it("says what is not allocated, and finds a payment by its number", () => {
    expect(payments.map(unallocatedCents)).toEqual([0, 0, 40_000, 0]);
    expect(findPayment(payments, { id: null, no: "FK-2022-0003" })?.id).toBe("3");
    expect(findPayment(payments, { id: null, no: null })).toBeUndefined();
  });
});

describe("the way of a payment", () => {
  it("takes the time of each state from the change log, the last one where it was sent back", () => {
    const history = [
      logged(5, "draft", "pending"),
      logged(1, null, "draft"),
      logged(2, "draft", "pending"),
      logged(3, "pending", "draft"),
      logged(4, "draft", "draft"),
    ];
    expect(enteredAt(history).get("pending")).toBe("2022-07-05T02:00:00Z");
    expect(enteredAt(history).get("draft")).toBe("2022-07-03T02:00:00Z");
    expect(enteredAt([]).size).toBe(0);
  });

  it("shows names and days up to where it stands, and nothing beyond", () => {
    const payment = paymentView("1", { state: "approved", reviewedBy: "陆审核", approvedBy: "顾审批" });
    expect(stagesOf(payment, [], [logged(2, "draft", "pending")])).toEqual([
      { state: "draft", isReached: true, isCurrent: false, by: "沈经办", at: "2022-07-01" },
      { state: "pending", isReached: true, isCurrent: false, by: "陆审核", at: "2022-07-02T02:00:00Z" },
      { state: "approved", isReached: true, isCurrent: true, by: "顾审批", at: null },
      { state: "paid", isReached: false, isCurrent: false, by: "", at: null },
    ]);
    const sentBack = paymentView("1", { approvedBy: "顾审批" });
    expect(stagesOf(sentBack, [], [])[2]).toMatchObject({ by: "", at: null });
  });

  it("goes by its steps where there are any: the latest of each", () => {
    const payment = paymentView("1", { state: "paid", reviewedBy: "陆审核", paidOn: isoDate("2022-07-06") });
    const taken = (["submit", "review", "return", "review", "approve", "pay"] as const).map(
      (action, index) => ({
        id: asId(`s${index}`),
        paymentId: payment.id,
        seq: index + 1,
        action,
        by: action === "pay" ? "沈经办" : "陆审核",
        at: `2022-07-0${index + 1}T02:00:00Z`,
        opinion: "",
        findingsJson: null,
      }),
    );
    const stages = stagesOf(payment, taken, [logged(9, "draft", "pending")]);
    expect(stages.map(({ by, at }) => `${by} ${at}`)).toEqual([
      "沈经办 2022-07-01",
      "陆审核 2022-07-04T02:00:00Z",
      " 2022-07-05T02:00:00Z",
      "沈经办 2022-07-06",
    ]);
  });

  it("leads on by one step, the others beside it; a void one leads nowhere", () => {
    const pending = paymentView("1", { state: "pending" });
    expect(nextSteps(pending)).toEqual({ next: "review", others: ["approve", "return", "withdraw"] });
    expect(nextSteps({ ...pending, reviewedBy: "陆审核" }).next).toBe("approve");
    expect(nextSteps(paymentView("1", { state: "paid" }))).toEqual({ next: undefined, others: [] });
    const voided = { ...pending, voidedAt: "2022-07-01T00:00:00Z" };
    expect(nextSteps(voided)).toEqual({ next: undefined, others: [] });
  });

  it("is open to change until it is approved or void", () => {
    expect(isEditable(paymentView("1"))).toBe(true);
    expect(isEditable(paymentView("1", { state: "approved" }))).toBe(false);
    expect(isEditable(paymentView("1", { voidedAt: "2022-07-01T00:00:00Z" }))).toBe(false);
  });
});

describe("a payment while it is written", () => {
  const form: PaymentForm = formOf(paymentView("1"));

  it("is to the vendor of the name that was typed, as soon as the vendors are known", () => {
    const vendor = (id: string, name: string) => ({ id: asId(id), name, voidedAt: null });
    const vendors = [vendor("v-1", "甲公司"), vendor("v-2", "乙公司"), vendor("v-3", "乙公司")];
    const typed = { ...form, payeeName: " 甲公司 " };
    expect(withVendor(typed, form, []).vendorId).toBeNull();
    expect(withVendor(typed, form, vendors).vendorId).toBe("v-1");
    expect(withVendor({ ...form, payeeName: "乙公司" }, form, vendors).vendorId).toBeNull();
    expect(withVendor({ ...form, note: "补" }, form, vendors).vendorId).toBe(form.vendorId);
  });

  it("can be checked and saved as it was read", () => {
    const rows = [{ key: "k", instalmentId: asId("may"), invoiceId: null, amountCents: cents(1) }];
    expect([...saveProblems(form, rows)]).toEqual([]);
    expect(draftInput(form, rows)).toEqual({
      payment: form,
      allocations: [{ instalmentId: "may", invoiceId: null, amountCents: 1 }],
    });
  });

  it("is not checked without an amount or a day", () => {
    expect(draftInput({ ...form, amountCents: null }, [])).toBeUndefined();
    expect(draftInput({ ...form, requestedOn: null }, [])).toBeUndefined();
  });

  it("says what it lacks", () => {
    const empty = { ...form, payeeName: " ", amountCents: cents(0), requestedOn: null };
    expect([...saveProblems(empty, []).keys()]).toEqual(["amountCents", "requestedOn", "payeeName"]);
    const period = { ...form, periodFrom: isoDate("2022-05-01"), periodTo: isoDate("2022-04-30") };
    expect([...saveProblems(period, [])]).toEqual([["period", "所属期的止早于起。"]]);
    const open = { key: "k", instalmentId: null, invoiceId: null, amountCents: cents(1) };
    expect([...saveProblems(form, [open]).keys()]).toEqual(["rows"]);
    const much = { key: "k", instalmentId: asId("may"), invoiceId: null, amountCents: cents(100_001) };
    expect([...saveProblems(form, [much])]).toEqual([["sum", "分摊合计大于付款金额，请调小其中一个。"]]);
    expect([...saveProblems({ ...form, amountCents: cents(-5) }, [])]).toEqual([]);
  });
});

describe("papers to choose from", () => {
  const invoices = [
    invoiceView("1", { sellerName: "乙公司" }),
    invoiceView("2"),
    invoiceView("3", { usedCents: cents(100_000) }),
    invoiceView("4", { voidedAt: "2022-07-01T00:00:00Z" }),
  ];
  const of = (typed: string, selected: string | null = null, payeeName = "甲公司") =>
    invoiceChoices(invoices, { payeeName, selected }, typed).map(({ value }) => value);

  it("are invoices with something left, those of the payee first", () => {
    expect(of("")).toEqual(["2", "1"]);
    expect(of("乙")).toEqual(["1"]);
    expect(of("1,000.00")).toEqual(["2", "1"]);
  });

  it("keep the one that is chosen, though nothing is left of it", () => {
    expect(of("没有这样的", "3")).toEqual(["3"]);
    expect(of("", "gone")).toEqual(["2", "1"]);
  });

  it("are instalments with something left, those of the contract first", () => {
    const [first, second, third] = quarters;
    if (first === undefined || second === undefined || third === undefined) throw new Error("no quarters");
    const rows = [
      { ...first, remainingCents: cents(0) },
      { ...second, contractId: asId("contract-2") },
      third,
    ];
    const choose = (typed: string) =>
      instalmentChoices(rows, { contractId: "contract-1", selected: null }, typed);
    expect(choose("").map(({ value }) => value)).toEqual(["quarter-3", "quarter-2"]);
    expect(choose("第2季度")[0]).toMatchObject({
      label: "2022年第2季度　HT-1",
      note: "甲公司　未付 600.00",
      leftCents: 60_000,
    });
  });

  it("are few, however many there are", () => {
    const many = Array.from({ length: 5000 }, (_, index) => invoiceView(String(index)));
    expect(invoiceChoices(many, { payeeName: "甲公司", selected: null }, "").length).toBeLessThan(100);
  });
});
