import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { assignAll } from "#shared/matching/assignAll.ts";
import { suggestForInstalment } from "#shared/matching/suggestForInstalment.ts";
import { suggestForInvoice } from "#shared/matching/suggestForInvoice.ts";
import { suggestForPayment } from "#shared/matching/suggestForPayment.ts";
import type { Suggestion } from "#shared/matching/suggestion.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { adding, changing, goodsOf, invoiceOf, paymentOf, rightRows } from "../rules/sampleRows.ts";

const factsOf = (rows: FactRows, asOf = "2022-12-31") => buildFacts(rows, isoDate(asOf));
const unpaid: FactRows = { ...rightRows, invoice: [], payment: [], allocation: [] };

const lessor = {
  sellerName: "上海联讯通信有限公司",
  sellerTaxId: "91310117000000027D",
  vendorId: null,
} as const;
const rent = (changes: Partial<Row<"invoice">>) =>
  invoiceOf({
    ...lessor,
    id: asId("rent"),
    number: "22312000000000001001",
    grossCents: cents(221_000),
    issueDate: isoDate("2022-04-08"),
    ...changes,
  });
const suggest = (rows: FactRows, invoice: Row<"invoice">, ...goods: readonly string[]) => {
  const lines = goods.map((goodsName) => goodsOf({ invoiceId: invoice.id, goodsName }));
  const withLines = { ...rows, invoiceGoods: [...rows.invoiceGoods, ...lines] };
  return suggestForInvoice(factsOf(adding(withLines, "invoice", invoice)), invoice);
};
const brief = (suggestions: readonly Suggestion[]) =>
  suggestions.map(({ instalmentId, amountCents, band }) => [instalmentId, amountCents, band]);

describe("suggestForInvoice", () => {
  it("is sure of the month that the invoice names", () => {
    const [first, second] = suggest(unpaid, rent({ remark: "2022年2月记录仪租金" }));
    expect(first).toMatchObject({
      instalmentId: "contract-2-2",
      instalmentLabel: "HT-2022-02 2022年2月",
      invoiceNumber: "22312000000000001001",
      amountCents: 221_000,
      band: "sure",
      score: 100,
    });
    expect(first?.reasons.map((reason) => reason.text)).toEqual([
      "销方税号与上海联讯通信有限公司一致",
      "只有合同HT-2022-02有未付期次",
      "写明2022年2月",
      "金额与2022年2月未付余额一致",
    ]);
    expect(second?.score).toBeLessThan(80);
  });

  it("reads the period from the goods name, too", () => {
    const [first] = suggest(unpaid, rent({}), "*经营租赁*记录仪租金 5月");
    expect(first).toMatchObject({ instalmentId: "contract-2-5", band: "sure" });
  });

  it("asks where nothing tells the months apart", () => {
    const suggestions = suggest(unpaid, rent({ issueDate: isoDate("2022-10-20") }));
    expect(suggestions[0]?.band).toBe("ask");
    expect(suggestions.every((suggestion) => suggestion.band !== "sure")).toBe(true);
  });

  it("takes the month just over when the months before it are paid", () => {
    const [first] = suggest(rightRows, rent({ issueDate: isoDate("2022-05-06") }));
    expect(first).toMatchObject({ instalmentId: "contract-2-4", band: "sure" });
  });

  it("adds up several months for one invoice", () => {
    const suggestions = suggest(unpaid, rent({ grossCents: cents(663_000), remark: "1-3月" }));
    expect(brief(suggestions.slice(0, 3))).toEqual([
      ["contract-2-1", 221_000, "sure"],
      ["contract-2-2", 221_000, "sure"],
      ["contract-2-3", 221_000, "sure"],
    ]);
    expect(suggestions[3]?.band).not.toBe("sure");
  });

  it("finds what is left after a part payment", () => {
    const partly = changing(
      changing(rightRows, "allocation", "allocation-rent-3", { amountCents: cents(121_000) }),
      "payment",
      "payment-2",
      { amountCents: cents(563_000) },
    );
    const rows = changing(partly, "invoice", "invoice-2", { grossCents: cents(563_000) });
    const [first] = suggest(rows, rent({ grossCents: cents(100_000) }));
    expect(first).toMatchObject({ instalmentId: "contract-2-3", amountCents: 100_000, band: "sure" });
  });

  it("knows a vendor by an earlier name, on the days it is valid", () => {
    const rows = adding(unpaid, "vendorName", {
      id: asId("alias"),
      vendorId: asId("vendor-2"),
      name: "上海联讯电信有限公司",
      validFrom: null,
      validTo: isoDate("2022-06-30"),
      source: "manual",
    });
    const old = rent({ sellerName: "上海联讯电信有限公司", sellerTaxId: "", remark: "2022年3月" });
    expect(suggest(rows, old)[0]).toMatchObject({ instalmentId: "contract-2-3", band: "sure" });
    expect(suggest(rows, { ...old, issueDate: isoDate("2022-07-08") })[0]?.band).toBe("new");
  });

  it("says that something new is needed for a stranger, and nothing for an invoice used up", () => {
    const stranger = rent({ sellerName: "无名商行", sellerTaxId: "", vendorId: null });
    expect(suggest(unpaid, stranger)).toEqual([
      expect.objectContaining({ instalmentId: null, band: "new", amountCents: 221_000 }),
    ]);
    const facts = factsOf(rightRows);
    expect(rightRows.invoice.flatMap((invoice) => suggestForInvoice(facts, invoice))).toEqual([]);
    expect(suggest(unpaid, rent({ status: "void" }))).toEqual([]);
  });

  it("does not offer more than an instalment has left", () => {
    const [first] = suggest(unpaid, rent({ grossCents: cents(250_000), remark: "2022年3月" }));
    expect(first).toMatchObject({ instalmentId: "contract-2-3", amountCents: 221_000, band: "ask" });
  });
});

describe("assignAll", () => {
  const month = (number: number) => String(number).padStart(2, "0");
  const twelve = Array.from({ length: 12 }, (_, index) =>
    rent({
      id: asId(`rent-${index + 1}`),
      number: `223120000000000020${month(index + 1)}`,
      issueDate: isoDate(index === 11 ? "2023-01-06" : `2022-${month(index + 2)}-06`),
    }),
  );
  const inOrder = twelve.map((_, index) => `contract-2-${index + 1}`);
  const assign = (invoices: readonly Row<"invoice">[]) =>
    assignAll(factsOf({ ...unpaid, invoice: invoices }, "2023-01-31"), invoices);

  it("gives twelve equal rents twelve different months, in order", () => {
    const suggestions = assign(twelve.toReversed());
    expect(suggestions.map((one) => one.instalmentId)).toEqual(inOrder);
    expect(suggestions.map((one) => one.invoiceId)).toEqual(twelve.map((invoice) => invoice.id));
    expect(new Set(suggestions.map((one) => one.band))).toEqual(new Set(["sure"]));
  });

  it("does so when all twelve were issued on one day, and then asks", () => {
    const suggestions = assign(twelve.map((invoice) => ({ ...invoice, issueDate: isoDate("2022-12-31") })));
    expect(suggestions.map((one) => one.instalmentId)).toEqual(inOrder);
    expect(suggestions[0]?.band).toBe("ask");
  });

  it("lets an invoice that names its month have it", () => {
    const named = {
      ...twelve[0],
      ...rent({ id: asId("named"), remark: "2022年2月", number: "22312000000000009999" }),
    };
    const suggestions = assign([...twelve.slice(0, 3), named]);
    const byInvoice = new Map(suggestions.map((one) => [one.invoiceId, one.instalmentId]));
    expect(byInvoice.get("named")).toBe("contract-2-2");
    expect(new Set(byInvoice.values()).size).toBe(4);
  });

  it("does not give a month to one that names another before the one that names it has it", () => {
    const named = (id: string, remark: string, day: string) =>
      rent({ id: asId(id), number: `2231200000000000300${id.at(-1)}`, remark, issueDate: isoDate(day) });
    const suggestions = assign([
      named("february-1", "2022年2月", "2022-04-06"),
      named("february-2", "2022年2月", "2022-04-07"),
      named("january-3", "2022年1月", "2022-04-08"),
    ]);
    const byInvoice = new Map(suggestions.map((one) => [one.invoiceId, one.instalmentId]));
    expect(byInvoice.get("february-1")).toBe("contract-2-2");
    expect(byInvoice.get("january-3")).toBe("contract-2-1");
  });

  it("has nothing left for a thirteenth", () => {
    const extra = rent({
      id: asId("extra"),
      number: "22312000000000009998",
      issueDate: isoDate("2023-01-07"),
    });
    const suggestions = assign([...twelve, extra]);
    expect(suggestions.filter((one) => one.instalmentId === null)).toHaveLength(1);
    expect(suggestions.at(-1)).toMatchObject({ invoiceId: "extra", band: "new" });
  });
});

describe("suggestForPayment", () => {
  const draft = paymentOf({
    id: asId("draft"),
    state: "draft",
    paidOn: null,
    requestedOn: isoDate("2022-07-11"),
    periodFrom: isoDate("2022-04-01"),
    periodTo: isoDate("2022-06-30"),
  });
  const second = invoiceOf({
    id: asId("q2"),
    number: "22312000000000000422",
    issueDate: isoDate("2022-07-08"),
  });

  it("lays instalment and invoice side by side", () => {
    const facts = factsOf(adding(adding(rightRows, "invoice", second), "payment", draft));
    expect(suggestForPayment(facts, draft)[0]).toMatchObject({
      instalmentId: "contract-1-2",
      invoiceId: "q2",
      amountCents: 6_000_000,
      band: "sure",
    });
  });

  it("cuts at every border of instalments and invoices", () => {
    const halves = [3_500_000, 2_500_000].map((amount, index) => ({
      ...second,
      id: asId(`half-${index}`),
      number: `2231200000000000042${index}`,
      grossCents: cents(amount),
    }));
    const facts = factsOf(adding(rightRows, "invoice", ...halves));
    const best = suggestForPayment(facts, draft).slice(0, 2);
    expect(
      best.map(({ instalmentId, invoiceId, amountCents }) => [instalmentId, invoiceId, amountCents]),
    ).toEqual([
      ["contract-1-2", "half-0", 3_500_000],
      ["contract-1-2", "half-1", 2_500_000],
    ]);
  });

  it("still finds the instalment without an invoice, but asks", () => {
    expect(suggestForPayment(factsOf(rightRows), draft)[0]).toMatchObject({
      instalmentId: "contract-1-2",
      invoiceId: null,
      band: "ask",
    });
  });

  it("says what is missing for an unknown payee, and nothing for a refund", () => {
    const stranger = { ...draft, contractId: null, vendorId: null, payeeName: "无名商行", payeeTaxId: "" };
    expect(suggestForPayment(factsOf(rightRows), stranger)).toEqual([
      expect.objectContaining({ instalmentId: null, invoiceId: null, band: "new" }),
    ]);
    expect(suggestForPayment(factsOf(rightRows), { ...draft, amountCents: cents(-1) })).toEqual([]);
  });
});

describe("suggestForInstalment", () => {
  const april = (rows: FactRows) => {
    const facts = factsOf(rows);
    const instalment = facts.instalmentsById.get("contract-2-4");
    if (instalment === undefined) throw new Error("no instalment");
    return suggestForInstalment(facts, instalment);
  };

  it("puts the invoice that names the month first", () => {
    const rows = adding(
      rightRows,
      "invoice",
      rent({
        id: asId("may"),
        number: "22312000000000001005",
        remark: "5月租金",
        issueDate: isoDate("2022-06-02"),
      }),
      rent({
        id: asId("april"),
        number: "22312000000000001004",
        remark: "4月租金",
        issueDate: isoDate("2022-05-06"),
      }),
    );
    expect(april(rows).map(({ invoiceId, band }) => [invoiceId, band])).toEqual([
      ["april", "sure"],
      ["may", "ask"],
    ]);
  });

  it("knows the seller however its name and number are typed", () => {
    const { sellerName, sellerTaxId } = lessor;
    const typed = [
      { sellerName: ` ${sellerName} `, sellerTaxId: "" },
      { sellerName: "", sellerTaxId: sellerTaxId.toLowerCase() },
    ];
    for (const seller of typed) {
      const facts = factsOf(adding(unpaid, "invoice", rent(seller)));
      const instalment = facts.instalmentsById.get("contract-2-3");
      const [first] = instalment === undefined ? [] : suggestForInstalment(facts, instalment);
      expect(first?.invoiceNumber).toBe("22312000000000001001");
    }
  });

  it("says that an invoice is missing", () => {
    expect(april(rightRows)).toEqual([
      expect.objectContaining({ invoiceId: null, band: "new", amountCents: 221_000 }),
    ]);
  });
});

describe("an instalment that a payment without a usable invoice asks for", () => {
  const claim = paymentOf({
    id: asId("claim"),
    paymentNo: "FK-2022-077",
    state: "pending",
    contractId: asId("contract-2"),
    vendorId: asId("vendor-2"),
    budgetLineId: asId("line-2"),
    payeeName: lessor.sellerName,
    payeeTaxId: lessor.sellerTaxId,
    amountCents: cents(221_000),
    requestedOn: isoDate("2022-05-16"),
    paidOn: null,
    periodFrom: isoDate("2022-04-01"),
    periodTo: isoDate("2022-04-30"),
  });
  const dead = rent({ id: asId("dead"), number: "22312000000000001004", status: "redFull" });
  const link = (changes: Partial<Row<"allocation">> = {}): Row<"allocation"> => ({
    id: asId("claim-part"),
    paymentId: claim.id,
    instalmentId: asId("contract-2-4"),
    invoiceId: null,
    amountCents: cents(221_000),
    ...changes,
  });
  const withClaim = adding(rightRows, "payment", claim);
  const claims = {
    "by its period alone": withClaim,
    "by an allocation without an invoice": adding(withClaim, "allocation", link()),
    "with an invoice taken back": adding(
      adding(withClaim, "invoice", dead),
      "allocation",
      link({ invoiceId: dead.id }),
    ),
  };
  const again = rent({
    id: asId("again"),
    number: "22312000000000001044",
    remark: "2022年4月租金",
    issueDate: isoDate("2022-06-06"),
  });

  it.each(Object.entries(claims))("is offered to the right invoice, with a question: %s", (_, rows) => {
    const [first, second] = suggest(rows, again);
    expect(first).toMatchObject({ instalmentId: "contract-2-4", amountCents: 221_000, band: "ask" });
    expect(first?.reasons.map((reason) => reason.text)).toContain(
      "付款单FK-2022-077已申请该期，但没有可用的发票",
    );
    expect(second?.band).not.toBe("sure");
  });

  it("is offered to an invoice that names no month, when it was issued for it", () => {
    const nameless = { ...again, remark: "", issueDate: isoDate("2022-05-06") };
    expect(suggest(claims["with an invoice taken back"], nameless)[0]).toMatchObject({
      instalmentId: "contract-2-4",
      band: "ask",
    });
    expect(
      suggest(claims["by its period alone"], { ...nameless, issueDate: isoDate("2022-06-04") })[0],
    ).toMatchObject({
      instalmentId: "contract-2-5",
    });
  });

  it("is asked about in every other way of matching, too", () => {
    const rows = adding(claims["by an allocation without an invoice"], "invoice", again);
    const facts = factsOf(rows);
    const april = facts.instalmentsById.get("contract-2-4");
    if (april === undefined) throw new Error("no instalment");
    expect(suggestForInstalment(facts, april)[0]).toMatchObject({ invoiceId: "again", band: "ask" });
    expect(assignAll(facts, [again])[0]).toMatchObject({ instalmentId: "contract-2-4", band: "ask" });
    const second = { ...claim, id: asId("second"), paymentNo: "FK-2022-078", state: "draft" as const };
    expect(suggestForPayment(facts, second)[0]).toMatchObject({ instalmentId: "contract-2-4", band: "ask" });
    expect(suggestForPayment(facts, claim)[0]).toMatchObject({ instalmentId: "contract-2-4", band: "sure" });
  });

  it("says who asks for it where no invoice is there yet", () => {
    const facts = factsOf(claims["by its period alone"]);
    const april = facts.instalmentsById.get("contract-2-4");
    if (april === undefined) throw new Error("no instalment");
    const [only, ...others] = suggestForInstalment(facts, april);
    expect(only).toMatchObject({ invoiceId: null, amountCents: 221_000, band: "new" });
    expect(only?.reasons.at(-1)?.text).toContain("FK-2022-077");
    expect(others).toEqual([]);
  });

  it("is taken for good once the payment is approved, or has an invoice that can be paid", () => {
    const approved = changing(claims["by an allocation without an invoice"], "payment", "claim", {
      state: "approved",
    });
    expect(suggest(approved, again).map(({ instalmentId }) => instalmentId)).not.toContain("contract-2-4");
    const alive = changing(claims["with an invoice taken back"], "invoice", "dead", { status: "normal" });
    expect(suggest(alive, again).map(({ instalmentId }) => instalmentId)).not.toContain("contract-2-4");
  });
});
