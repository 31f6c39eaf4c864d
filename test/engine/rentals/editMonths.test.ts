import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saveAcceptance } from "#engine/contracts/saveAcceptance.ts";
import { documentText, dumpLedger } from "#engine/ledger/dumpLedger.ts";
import { savePayment } from "#engine/payments/savePayment.ts";
import { previewMonths, saveMonths } from "#engine/rentals/editMonths.ts";
import { rentalMatrix } from "#engine/rentals/rentalMatrix.ts";
import { saveRental } from "#engine/rentals/saveRental.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { yearMonth } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { acceptanceDraft, paymentDraft, segment } from "#test/engine/support/drafts.ts";
import { idOf } from "#test/engine/support/smallOffice.ts";
import { month, rentalDraft, rented } from "./rented.ts";

const year = { fiscalYear: 2022, projectId: null } as const;

describe("months typed into the matrix", () => {
  it("show exactly what was typed, and make 24,000.00 of 26 recorders of which two went back", async () => {
    const { context, rentalId, save, shown, months } = await rented();
    await save(segment("2022-01-01", "26"));
    const half = ["07", "08", "09", "10", "11", "12"].map((number) => month(`2022-${number}`, "24"));
    const preview = await saveMonths(await context(), { rentals: [{ rentalId, months: half }] });
    expect(await shown()).toEqual([...Array(6).fill("26×80"), ...Array(6).fill("24×80")]);
    expect(sumCents(await months())).toBe(2_400_000);
    expect(preview.rentals[0]?.before).toMatchObject([{ validFrom: "2022-01-01", quantity: "26" }]);
    expect(preview.rentals[0]?.after).toMatchObject([
      { validFrom: "2022-01-01", validTo: "2022-06-30", quantity: "26" },
      { validFrom: "2022-07-01", validTo: null, quantity: "24" },
    ]);
    expect(preview.contracts).toMatchObject([{ contractNo: "HT-1", difference: { keep: 6 } }]);
    expect(preview.contracts[0]?.difference.change).toHaveLength(6);
  });

  it("are one step of the log, for several rentals of a contract together, and keep the segments that stay", async () => {
    const { context, ledger, contractId, rentalId, save, detail } = await rented();
    await save(segment("2022-01-01", "26"));
    const radios = await saveRental(await context(), rentalDraft(contractId, { name: "对讲机" }));
    const before = await listChanges(ledger, { limit: 500 });
    await saveMonths(await context(), {
      rentals: [
        { rentalId: radios.id, months: [month("2022-02", "36", { unitPrice: "45" })] },
        { rentalId, months: [month("2022-12", "20")] },
      ],
    });
    const { instalments } = await detail();
    expect(instalments.map((row) => row.amountCents).toSorted((a, b) => a - b)).toEqual([
      160_000,
      162_000,
      ...Array(11).fill(208_000),
    ]);
    const entries = (await listChanges(ledger, { limit: 500 })).slice(0, -before.length);
    expect(new Set(entries.map((entry) => entry.action))).toEqual(new Set(["在月租表中修改数量单价"]));
  });

  it("are shown before and nothing is written; saving does just that", async () => {
    const { context, ledger, rentalId, save } = await rented();
    await save(segment("2022-01-01", "26"));
    const typed = {
      rentals: [{ rentalId, months: [month("2022-05", "30"), { month: yearMonth("2022-12"), terms: null }] }],
    };
    const before = documentText(await dumpLedger(ledger));
    const preview = await previewMonths(await context(), typed);
    expect(documentText(await dumpLedger(ledger))).toBe(before);
    expect(preview.contracts[0]?.difference.remove.map((row) => row.label)).toEqual(["2022年12月"]);
    expect(await saveMonths(await context(), typed)).toEqual(preview);
  });

  it("show what was typed whatever it is, and leave the months beside them", async () => {
    const { context, rentalId, save, shown } = await rented("daily");
    const anyMonth = fc.record({
      number: fc.integer({ min: 1, max: 12 }),
      terms: fc.option(
        fc.record({ quantity: fc.nat({ max: 99 }), price: fc.nat({ max: 9_999 }), free: fc.boolean() }),
        {
          nil: null,
        },
      ),
    });
    const several = fc.uniqueArray(anyMonth, {
      minLength: 1,
      maxLength: 5,
      selector: ({ number }) => number,
    });
    await save(segment("2022-01-01", "26"), segment("2022-03-10", "28"));
    await fc.assert(
      fc.asyncProperty(several, async (drawn) => {
        const before = await shown();
        const months = drawn.map(({ number, terms }) => ({
          month: yearMonth(`2022-${String(number).padStart(2, "0")}`),
          terms: terms && {
            quantity: decimal(String(terms.quantity)),
            unitPrice: decimal((terms.price / 100).toFixed(2)),
            free: terms.free,
          },
        }));
        await saveMonths(await context(), { rentals: [{ rentalId, months }] });
        const expected = before.with(0, before[0] ?? "");
        for (const { month: name, terms } of months)
          expected[Number(name.slice(5)) - 1] =
            terms === null ? "" : `${terms.quantity}×${terms.unitPrice}${terms.free ? "免" : ""}`;
        expect(await shown()).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    [
      "a month outside the contract",
      [month("2023-01", "1")],
      "“巡查记录仪”的合同期限是 2022-01-01 至 2022-12-31，2023年1月不在其中。",
    ],
    ["a month twice", [month("2022-03", "1"), month("2022-03", "2")], "“巡查记录仪”的2022年3月写了两次。"],
    ["a negative quantity", [month("2022-03", "-1")], "从 2022-03-01 开始的一段，数量或单价为负数。"],
  ])("are refused for %s, shown or saved", async (_, months, message) => {
    const { context, rentalId } = await rented();
    for (const work of [previewMonths, saveMonths])
      expect(
        await failureOf(async () => work(await context(), { rentals: [{ rentalId, months }] })),
      ).toMatchObject({
        code: "bad-request",
        message,
      });
  });
});

describe("a month on which a paper hangs", () => {
  it("says which paper it is, and is not typed over", async () => {
    const { context, contractId, projectId, lineId, rentalId, save, detail, shown } = await rented();
    await save(segment("2022-01-01", "26"));
    const [january, february] = (await detail()).instalments;
    if (january === undefined || february === undefined) throw new Error("no months");
    await saveAcceptance(
      await context(),
      acceptanceDraft(contractId, { instalmentId: january.id, periodTo: january.periodTo }),
    );
    const { periodFrom, periodTo, payableCents } = february;
    await savePayment(
      await context(),
      paymentDraft(
        projectId,
        { budgetLineId: lineId, contractId, periodFrom, periodTo, amountCents: payableCents },
        [{ instalmentId: idOf(february), invoiceId: null, amountCents: payableCents }],
      ),
    );
    const { rows } = await rentalMatrix(await context(), year);
    expect(rows[0]?.cells.slice(0, 3).map((cell) => cell.lock)).toEqual(["accepted", "paid", null]);

    const type = async (...names: string[]) =>
      saveMonths(await context(), {
        rentals: [{ rentalId, months: names.map((name) => month(name, "24")) }],
      });
    expect(await failureOf(() => type("2022-02", "2022-03"))).toMatchObject({
      code: "refused",
      message: "“巡查记录仪”的2022年2月已有发票、付款或验收，数量和单价不能再改。",
    });
    expect(await shown()).toEqual(Array(12).fill("26×80"));
    await type("2022-03");
    expect((await shown()).slice(0, 4)).toEqual(["26×80", "26×80", "24×80", "26×80"]);
  });

  it("may be typed as it is", async () => {
    const { context, contractId, rentalId, save, detail, shown } = await rented();
    await save(segment("2022-01-01", "26"));
    const [january] = (await detail()).instalments;
    await saveAcceptance(
      await context(),
      acceptanceDraft(contractId, {
        instalmentId: idOf(january),
        periodTo: january?.periodTo ?? acceptanceDraft(contractId).periodTo,
      }),
    );
    await saveMonths(await context(), {
      rentals: [{ rentalId, months: [month("2022-01", "26"), month("2022-02", "27")] }],
    });
    expect((await shown()).slice(0, 3)).toEqual(["26×80", "27×80", "26×80"]);
  });
});

describe("a contract that does not run the whole year", () => {
  it("has no month to type into before and after it", async () => {
    const { context, sign } = await rented();
    const { contract } = await sign({
      contractNo: "HT-2",
      kind: "monthly",
      startDate: segment("2022-03-15", "1").validFrom,
      endDate: segment("2022-10-31", "1").validFrom,
    });
    const rental = await saveRental(await context(), rentalDraft(contract.id));
    const { rows } = await rentalMatrix(await context(), year);
    const cells = rows.find((row) => row.rental.id === rental.id)?.cells ?? [];
    expect(cells.map((cell) => cell.lock ?? "open")).toEqual([
      "outside",
      "outside",
      ...Array(8).fill("open"),
      "outside",
      "outside",
    ]);
  });
});
