import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { toneOf } from "../../../../renderer/features/invoices/list/invoiceColumns.tsx";
import {
  availableCents,
  filterCounts,
  filterInvoices,
  findInvoice,
  statusText,
} from "../../../../renderer/features/invoices/list/invoiceRows.ts";
import { invoiceView } from "./views.ts";

const invoices = [
  invoiceView("1"),
  invoiceView("2", { open: false, batchId: asId("b") }),
  invoiceView("3", { status: "redFull", open: false }),
  invoiceView("4", { isRed: 1, grossCents: cents(-100_000), open: false }),
  invoiceView("5", { riskLevel: "suspect", batchId: asId("b") }),
];

describe("the list of invoices", () => {
  it("is filtered by what has to be done, and by batch", () => {
    const ids = (...args: [Parameters<typeof filterInvoices>[1], string | null]) =>
      filterInvoices(invoices, ...args).map(({ id }) => id);
    expect(ids("all", null)).toEqual(["1", "2", "3", "4", "5"]);
    expect(ids("open", null)).toEqual(["1", "5"]);
    expect(ids("reversed", null)).toEqual(["3", "4"]);
    expect(ids("doubted", null)).toEqual(["5"]);
    expect(ids("open", "b")).toEqual(["5"]);
    expect(filterCounts(invoices)).toEqual({ all: 5, open: 2, reversed: 2, doubted: 1 });
  });

  it("finds the invoice of a link by id or number, and nothing without one", () => {
    const number = invoices[1]?.number ?? "";
    expect(findInvoice(invoices, { id: null, number })?.id).toBe("2");
    expect(findInvoice(invoices, { id: "3", number: null })?.id).toBe("3");
    expect(findInvoice(invoices, { id: null, number: null })).toBeUndefined();
  });
});

describe("an invoice", () => {
  it("has left what is payable and not used", () => {
    expect(availableCents(invoiceView("1", { usedCents: cents(30_000) }))).toBe(70_000);
  });

  it("tells status, red and doubt in words, and stands out only when it may not be paid", () => {
    expect(invoices.map(statusText)).toEqual(["正常", "正常", "已全额红冲", "正常，红字", "正常，疑点发票"]);
    expect(invoices.map(toneOf)).toEqual(["plain", "plain", "block", "plain", "warn"]);
    expect(toneOf(invoiceView("9", { riskLevel: "abnormal" }))).toBe("block");
    expect(toneOf(invoiceView("9", { status: "redPartial" }))).toBe("warn");
  });
});
