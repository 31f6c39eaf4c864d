import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import type { PaymentEntry } from "#shared/payments/import/preview.ts";
import {
  canTick,
  choiceOf,
  entriesOf,
  noChoice,
  tickedOf,
} from "../../../../renderer/features/payments/import/previewParts.ts";
import { stepsFor } from "../../../../renderer/features/payments/list/BatchSteps.tsx";
import { paymentView } from "./views.ts";

const entry = (key: string, changes: Partial<PaymentEntry>): PaymentEntry => ({
  key,
  sheet: "表",
  row: 1,
  result: "new",
  message: "",
  paymentNo: "",
  voucherNo: "",
  day: null,
  payeeName: "",
  amountCents: cents(1),
  purpose: "",
  contractNo: "",
  budgetLineName: "",
  invoiceNumbers: [],
  instalmentLabels: [],
  changes: [],
  canTakeAsNew: false,
  isLeftOut: false,
  ...changes,
});

const entries = [
  entry("new", {}),
  entry("changed", { result: "changed" }),
  entry("ask", { result: "conflict", canTakeAsNew: true }),
  entry("other", { result: "conflict" }),
  entry("bad", { result: "rejected" }),
];

describe("the rows of a preview", () => {
  it("can be ticked where there is something to decide, and are ticked when they will be taken", () => {
    expect(entries.filter((each) => canTick(each, noChoice)).map(({ key }) => key)).toEqual([
      "new",
      "changed",
      "ask",
    ]);
    expect([...tickedOf(entries)]).toEqual(["new", "changed"]);
    expect(entriesOf(entries, "conflict")).toHaveLength(2);
    expect(entriesOf(entries, "all")).toHaveLength(5);
  });

  it("unticked are left out; a question ticked is a payment of its own, and unticked a question again", () => {
    const out = choiceOf(entries, new Set(["changed"]), noChoice);
    expect([[...out.leaveOut], [...out.asNew]]).toEqual([["new"], []]);
    expect([...choiceOf(entries, new Set(["new", "changed"]), out).leaveOut]).toEqual([]);
    const taken = choiceOf(entries, new Set(["new", "changed", "ask"]), noChoice);
    expect([[...taken.leaveOut], [...taken.asNew]]).toEqual([[], ["ask"]]);
    const shown = [entry("ask", { result: "new" })];
    expect(shown.every((each) => canTick(each, taken))).toBe(true);
    const back = choiceOf(shown, new Set(), taken);
    expect([[...back.leaveOut], [...back.asNew]]).toEqual([[], []]);
  });
});

describe("a step for several payments", () => {
  it("is offered with how many can take it", () => {
    const payments = [
      paymentView("1"),
      paymentView("2", { state: "pending" }),
      paymentView("3", { state: "pending", reviewedBy: "陆审核" }),
      paymentView("4", { state: "paid" }),
      paymentView("5", { voidedAt: "2022-07-01T00:00:00Z" }),
    ];
    expect(stepsFor(payments).map(({ action, ready }) => `${action} ${ready.length}`)).toEqual([
      "submit 1",
      "review 1",
      "approve 2",
      "return 2",
      "withdraw 2",
    ]);
  });
});
