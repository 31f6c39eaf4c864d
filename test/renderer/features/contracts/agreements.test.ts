import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { ContractPrice, Supplement } from "#shared/model/contract.ts";
import { newContract, withOnlyChoices } from "../../../../renderer/features/contracts/contractDraft.ts";
import {
  amountOf,
  draftOfMeasure,
  inPeriod,
  leftOfCap,
  measureInput,
  newMeasure,
  problemsOfMeasure,
  totalOf,
} from "../../../../renderer/features/contracts/measured/measureDraft.ts";
import {
  completeRows,
  sumText,
  toShare,
} from "../../../../renderer/features/contracts/milestones/milestoneDraft.ts";
import {
  draftOfSupplement,
  isProposed,
  newSupplement,
  ofKind,
  questionOf,
} from "../../../../renderer/features/contracts/supplements/supplementDraft.ts";
import { contractView, instalmentView } from "./views.ts";

const today = isoDate("2022-07-08");
const nothing = cents(0);
const contractId = asId("contract-1");

const supplement: Supplement = {
  id: asId("s-1"),
  contractId,
  supplementNo: "补-02",
  signedOn: isoDate("2022-06-20"),
  effectiveOn: isoDate("2022-07-01"),
  kind: "amount",
  deltaCents: cents(5),
  newEndDate: null,
  description: "增加点位",
  voidedAt: null,
  voidReason: null,
};

describe("a supplement while it is written", () => {
  it("begins today with the next free number", () => {
    expect(newSupplement(contractId, [], today)).toMatchObject({ supplementNo: "补-01", signedOn: today });
    expect(newSupplement(contractId, [supplement], today).supplementNo).toBe("补-03");
  });

  it("asks for nothing while a day or the number is missing", () => {
    const draft = newSupplement(contractId, [], today);
    expect(questionOf({ ...draft, effectiveOn: null }, nothing)).toBeNull();
    expect(questionOf({ ...draft, supplementNo: " " }, nothing)).toBeNull();
    expect(questionOf(draft, nothing)).toMatchObject({ deltaCents: 0, partCents: null });
  });

  it("lets an empty amount be proposed for an early end and for a new price alone", () => {
    const draft = newSupplement(contractId, [], today);
    expect(isProposed(draft)).toBe(false);
    expect(questionOf(ofKind(draft, "terminate"), nothing)?.deltaCents).toBeNull();
    expect(isProposed(ofKind(draft, "price"))).toBe(false);
    expect(isProposed({ ...ofKind(draft, "price"), partCents: cents(1) })).toBe(true);
    expect(isProposed({ ...ofKind(draft, "terminate"), deltaCents: cents(-1) })).toBe(false);
  });

  it("forgets what another kind has no use for, and asks the same whatever its text says", () => {
    const dated = { ...draftOfSupplement(supplement), newEndDate: today, partCents: cents(1) };
    expect(ofKind(dated, "suspend")).toMatchObject({ newEndDate: null, partCents: null });
    expect(ofKind(dated, "term").newEndDate).toBe(today);
    expect(questionOf(dated, nothing)).toEqual(questionOf({ ...dated, description: "" }, nothing));
  });
});

describe("milestones while they are written", () => {
  const row = { key: "1", name: "交货", dueOn: today, amountCents: cents(100_000) };
  const blank = { key: "2", name: "", dueOn: null, amountCents: null };

  it("are complete when every row that was begun is", () => {
    expect(completeRows([row, blank])).toEqual([{ name: "交货", dueOn: today, amountCents: 100_000 }]);
    expect(completeRows([row, { ...blank, name: "终验" }])).toBeNull();
  });

  it("say what is missing to the sum, less advance and retention", () => {
    const contract = contractView({ advanceCents: cents(40_000), retentionBp: 500 });
    const shared = toShare({ contract, supplements: [] });
    expect(shared).toBe(188_000);
    expect(sumText([row, blank], shared)).toBe("合计 1,000.00 元，还差 880.00 元");
    expect(sumText([row, { ...row, amountCents: cents(88_001) }], shared)).toBe(
      "合计 1,880.01 元，多出 0.01 元",
    );
    expect(sumText([row, { ...row, amountCents: cents(88_000) }], shared)).toBe("合计 1,880.00 元");
    expect(toShare({ contract: contractView({ amountCents: null }), supplements: [] })).toBeNull();
  });
});

describe("a measurement while it is written", () => {
  const price = (id: string, from: string | null, to: string | null): ContractPrice => ({
    id: asId(id),
    contractId,
    name: `手电筒${id}`,
    unitName: "个",
    unitPrice: decimal("35.5"),
    validFrom: from === null ? null : isoDate(from),
    validTo: to === null ? null : isoDate(to),
  });
  const prices = [price("old", null, "2022-06-30"), price("new", "2022-07-01", null)];

  it("gets a name that no other measurement of the month has", () => {
    const labelAfter = (...taken: string[]) => newMeasure(prices, today, today, taken).label;
    expect(labelAfter("2022年6月计量")).toBe("2022年7月计量");
    expect(labelAfter("2022年7月计量")).toBe("2022年7月计量（2）");
    expect(labelAfter("2022年7月计量", "2022年7月计量（2）")).toBe("2022年7月计量（3）");
  });

  it("begins with this month and the prices that hold in it", () => {
    const draft = newMeasure(prices, today, isoDate("2022-12-31"), []);
    expect(draft).toMatchObject({ label: "2022年7月计量", periodFrom: "2022-07-01", periodTo: "2022-07-31" });
    expect(draft.items.map((item) => item.contractPriceId)).toEqual(["new"]);
    expect(newMeasure(prices, today, isoDate("2022-06-15"), [])).toMatchObject({
      periodFrom: "2022-06-01",
      periodTo: "2022-06-15",
    });
  });

  it("changes its prices with its period and keeps what was typed", () => {
    const draft = newMeasure(prices, today, isoDate("2022-12-31"), []);
    const free = { key: "f", contractPriceId: null, name: "维修", unitName: "次" };
    const typed = {
      ...draft,
      items: [
        ...draft.items.map((item) => ({ ...item, quantity: decimal("3") })),
        { ...free, quantity: decimal("1"), unitPrice: decimal("80") },
      ],
    };
    const july = inPeriod(typed, prices, { periodTo: isoDate("2022-07-20") });
    expect(july.items).toEqual(typed.items);
    const june = inPeriod(typed, prices, {
      periodFrom: isoDate("2022-06-01"),
      periodTo: isoDate("2022-06-30"),
    });
    expect(june.items.map((item) => item.name)).toEqual(["维修", "手电筒old"]);
  });

  it("costs quantity × price, and sends the lines that have a quantity", () => {
    const draft = newMeasure([price("a", null, null), price("b", null, null)], today, today, []);
    const items = draft.items.map((item, index) =>
      index === 0 ? { ...item, quantity: decimal("3") } : item,
    );
    expect(items.map(amountOf)).toEqual([10_650, null]);
    expect(totalOf(items)).toBe(10_650);
    expect(measureInput(contractId, { ...draft, items })?.items).toHaveLength(1);
    expect(measureInput(contractId, draft)).toBeNull();
    expect(measureInput(contractId, { ...draft, items, periodTo: null })).toBeNull();
    const unnamed = problemsOfMeasure({ ...draft, items, label: " ", periodFrom: null });
    expect([...unnamed.fields.keys()]).toEqual(["label", "periodFrom"]);
  });

  it("is not sent while a line beside the agreed ones is half filled in, and says what is missing where", () => {
    const draft = newMeasure([price("a", null, null)], today, today, []);
    const counted = draft.items.map((item) => ({ ...item, quantity: decimal("3") }));
    const blank = {
      key: "f",
      contractPriceId: null,
      name: "",
      unitName: "",
      quantity: null,
      unitPrice: null,
    };
    const repair = { ...blank, name: "维修", quantity: decimal("1") };
    const halfFilled = { ...draft, items: [...counted, repair] };
    expect(measureInput(contractId, halfFilled)).toBeNull();
    expect(problemsOfMeasure(halfFilled).items).toEqual(new Map([["f", ["unitPrice"]]]));
    expect(problemsOfMeasure(halfFilled).text).toContain("没有写完");
    const complete = { ...repair, unitPrice: decimal("80") };
    expect(
      measureInput(contractId, { ...draft, items: [...counted, complete, { ...blank, key: "g" }] })?.items,
    ).toMatchObject([{ quantity: "3" }, { name: "维修", unitPrice: "80" }]);
    expect(problemsOfMeasure(draft)).toMatchObject({
      items: new Map([["a", ["quantity"]]]),
      text: "请至少填写一项的数量。",
    });
  });

  it("knows what the cap leaves beside itself", () => {
    const instalments = [instalmentView(), instalmentView({ id: asId("i-2"), amountCents: cents(40_000) })];
    const contract = contractView({ kind: "asNeeded" });
    expect(leftOfCap({ contract, instalments }, null)).toBe(140_000);
    expect(leftOfCap({ contract, instalments }, asId("i-2"))).toBe(180_000);
    expect(leftOfCap({ contract: contractView({ totalCents: null }), instalments }, null)).toBeNull();
  });

  it("is changed as it was stored", () => {
    const item = { id: asId("m-1"), contractPriceId: asId("a"), name: "手电筒", unitName: "个" };
    const measured = [
      {
        ...item,
        instalmentId: asId("instalment-1"),
        quantity: decimal("2"),
        unitPrice: decimal("10"),
        amountCents: cents(2_000),
      },
    ];
    expect(draftOfMeasure(instalmentView(), measured)).toMatchObject({
      id: "instalment-1",
      items: [{ key: "m-1", quantity: "2" }],
    });
    expect(draftOfMeasure(instalmentView({ id: asId("other") }), measured).items).toEqual([]);
  });
});

describe("a new contract", () => {
  it("takes the one unit and the one line there are, and leaves a choice where there is one", () => {
    const [one, two] = [asId("a"), asId("b")];
    const draft = newContract(null, 2022);
    expect(withOnlyChoices(draft, { unitIds: [one], lineIds: [two] })).toMatchObject({
      ownUnitId: one,
      budgetLineId: two,
    });
    expect(withOnlyChoices(draft, { unitIds: [one, two], lineIds: [] })).toMatchObject({
      ownUnitId: null,
      budgetLineId: null,
    });
    const chosen = { ...draft, ownUnitId: two };
    expect(withOnlyChoices(chosen, { unitIds: [one], lineIds: [] }).ownUnitId).toBe(two);
  });
});
