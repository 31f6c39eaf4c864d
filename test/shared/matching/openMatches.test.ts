import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addCents, type Cents, cents, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { addDays, isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { openMatches } from "#shared/matching/openMatches.ts";
import { type MatchPlan, planMatches } from "#shared/matching/plan.ts";
import type { Row } from "#shared/model/ledger.ts";
import { type FactRows, factTables } from "#shared/rules/factRows.ts";
import { buildFacts, type Facts } from "#shared/rules/facts.ts";
import { withPayment } from "#shared/rules/withPayment.ts";
import { allocationOf, invoiceOf, paymentOf, rightRows } from "../rules/sampleRows.ts";

const lessor = {
  sellerName: "上海联讯通信有限公司",
  sellerTaxId: "91310117000000027D",
  vendorId: null,
} as const;
const cleaner = {
  sellerName: "上海清源保洁服务有限公司",
  sellerTaxId: "91310117MA1J000060",
  vendorId: null,
} as const;
const day = isoDate("2022-12-31");
const unpaid: FactRows = { ...rightRows, payment: [], allocation: [], invoice: [], invoiceGoods: [] };

const invoices: fc.Arbitrary<readonly Row<"invoice">[]> = fc
  .array(
    fc.record({
      seller: fc.constantFrom(lessor, lessor, cleaner),
      amount: fc.constantFrom(221_000, 221_000, 442_000, 6_000_000, 100_000),
      after: fc.integer({ min: 0, max: 330 }),
      remark: fc.constantFrom("", "", "2022年3月租金", "2022年二、四季度", "第二季度", "合同编号HT-2022-02"),
    }),
    { maxLength: 16 },
  )
  .map((drafts) =>
    drafts.map(({ seller, amount, after, remark }, index) =>
      invoiceOf({
        ...seller,
        id: asId(`open-${index}`),
        number: `2231200000000001${String(index).padStart(4, "0")}`,
        grossCents: cents(amount),
        issueDate: addDays(isoDate("2022-01-20"), after),
        remark,
      }),
    ),
  );

const sureOf = (facts: Facts) =>
  openMatches(facts)
    .filter(({ band }) => band === "sure")
    .map(({ invoice }) => ({ invoiceId: invoice.id, parts: null }));

/** The facts after a plan was carried out. */
const carriedOut = (facts: Facts, { payments }: MatchPlan): Facts =>
  payments.reduce<Facts>((before, { match, parts, amountCents }, index) => {
    const id = asId(`made-${match.invoice.id}`);
    const contract = parts[0]?.instalment.contract;
    const row = paymentOf({
      id,
      paymentNo: `FK-${1000 + index}`,
      state: "draft",
      paidOn: null,
      amountCents,
      contractId: contract?.row.id ?? null,
      requestedOn: day,
      periodFrom: null,
      periodTo: null,
    });
    const allocations = parts.map((part, at) =>
      allocationOf({
        id: asId(`${id}-${at}`),
        paymentId: id,
        instalmentId: part.instalment.row.id,
        invoiceId: match.invoice.id,
        amountCents: part.amountCents,
      }),
    );
    return withPayment(before, { id, row, allocations });
  }, facts);

describe("accepting all that is sure", () => {
  it("breaks no sum, leaves nothing sure behind, and does not depend on the order of the rows", () => {
    let accepted = 0;
    fc.assert(
      fc.property(invoices, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (open, stream) => {
        const rows = { ...unpaid, invoice: open };
        const facts = buildFacts(rows, day);
        const plan = planMatches(facts, openMatches(facts), sureOf(facts));
        accepted += plan.payments.length;
        expect(plan.refused).toEqual([]);

        const settled = new Map<string, Cents>();
        const add = (id: string, amount: Cents) =>
          settled.set(id, addCents(settled.get(id) ?? zeroCents, amount));
        for (const { match, parts, amountCents } of plan.payments) {
          expect(sumCents(parts.map((part) => part.amountCents))).toBe(amountCents);
          add(match.invoice.id, amountCents);
          for (const part of parts) add(part.instalment.row.id, part.amountCents);
        }
        for (const { id, grossCents } of open) expect(settled.get(id) ?? 0).toBeLessThanOrEqual(grossCents);
        for (const { row, payableCents } of facts.contracts.flatMap(({ instalments }) => instalments))
          expect(settled.get(row.id) ?? 0).toBeLessThanOrEqual(payableCents);

        const after = carriedOut(facts, plan);
        const made = new Set(plan.payments.map(({ match }) => match.invoice.id));
        expect(openMatches(after).filter(({ invoice }) => made.has(invoice.id))).toEqual([]);
        expect(
          planMatches(
            after,
            openMatches(after),
            [...made].map((invoiceId) => ({ invoiceId, parts: null })),
          ),
        ).toMatchObject({
          payments: [],
        });

        let shuffled: FactRows = rows;
        for (const table of factTables)
          shuffled = {
            ...shuffled,
            [table]: rows[table]
              .map((row) => ({ row, at: stream.next().value ?? 0 }))
              .toSorted((a, b) => a.at - b.at)
              .map(({ row }) => row),
          };
        const other = buildFacts(shuffled, day);
        const again = planMatches(other, openMatches(other), sureOf(other).toReversed());
        const told = ({ payments }: MatchPlan) =>
          payments.map(({ match, parts }) => [
            match.invoice.id,
            parts.map(({ instalment, amountCents }) => [instalment.row.id, amountCents]),
          ]);
        expect(told(again)).toEqual(told(plan));
      }),
      { numRuns: 150 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});

describe("what could as well be otherwise", () => {
  const march = (id: string) =>
    invoiceOf({
      ...lessor,
      id: asId(id),
      number: `2231200000000009${id.padStart(4, "0")}`,
      grossCents: cents(221_000),
      issueDate: isoDate("2022-04-06"),
      remark: "2022年3月租金",
    });
  const bandsOf = (open: readonly Row<"invoice">[]) =>
    openMatches(buildFacts({ ...unpaid, invoice: open }, day)).map(({ band, parts }) => [
      band,
      parts[0]?.instalmentId,
    ]);

  it("is not sure: two invoices for one month", () => {
    expect(bandsOf([march("1")])).toEqual([["sure", "contract-2-3"]]);
    const both = bandsOf([march("1"), march("2")]);
    expect(both.map(([band]) => band)).not.toContain("sure");
    expect(both[0]).toEqual(["ask", "contract-2-3"]);
  });

  it("says so in words", () => {
    const [first] = openMatches(buildFacts({ ...unpaid, invoice: [march("1"), march("2")] }, day));
    expect(first?.parts[0]?.reasons.at(-1)?.text).toBe("另有发票同样适合该期，请核对是哪一张");
  });
});

describe("a new name of a seller", () => {
  it("is one that only the tax number says whose it is", () => {
    const renamed = { ...lessor, sellerName: "上海联讯科技有限公司" };
    const matchesOf = (row: Partial<Row<"invoice">>) =>
      openMatches(
        buildFacts({ ...unpaid, invoice: [invoiceOf({ grossCents: cents(221_000), ...row })] }, day),
      );
    expect(matchesOf(renamed)[0]?.isNewName).toBe(true);
    expect(matchesOf(lessor)[0]?.isNewName).toBe(false);
    expect(matchesOf({ ...renamed, sellerTaxId: "" })[0]).toMatchObject({
      isNewName: false,
      vendor: undefined,
    });
  });
});
