import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { addDays, isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { checkLedger, checkPayment, checkProject } from "#shared/rules/check.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { factTables } from "#shared/rules/factRows.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { rules } from "#shared/rules/registry.ts";
import { withPayment } from "#shared/rules/withPayment.ts";
import { acceptanceOf, supplementOf } from "../schedule/samples.ts";
import { day, findingsOf, rulesOf, theFinding } from "./checking.ts";
import { adding, allocationOf, changing, invoiceOf, paymentOf, projectOf, rightRows } from "./sampleRows.ts";

/** A ledger with a mistake of most kinds. */
const wrongRows: FactRows = [
  (rows: FactRows) => changing(rows, "acceptance", "acceptance-1", { result: "fail" }),
  (rows: FactRows) => changing(rows, "invoice", "invoice-2", { status: "void", buyerTaxId: "X" }),
  (rows: FactRows) =>
    changing(rows, "payment", "payment-1", { payeeName: "别家", paidOn: isoDate("2022-03-02") }),
  (rows: FactRows) => changing(rows, "budgetLine", "line-2", { amountCents: cents(100) }),
  (rows: FactRows) => changing(rows, "instalment", "contract-1-4", { amountCents: cents(1) }),
  (rows: FactRows) =>
    adding(
      rows,
      "payment",
      ...["A", "B", "C"].map((name) =>
        paymentOf({ id: asId(`again-${name}`), paymentNo: `FK-${name}`, state: "pending", paidOn: null }),
      ),
    ),
  (rows: FactRows) =>
    adding(
      rows,
      "allocation",
      ...["A", "B"].map((name) =>
        allocationOf({ id: asId(`part-${name}`), paymentId: asId(`again-${name}`) }),
      ),
    ),
].reduce((rows, change) => change(rows), rightRows);

describe("checkLedger", () => {
  it("finds nothing where everything is right", () => {
    expect(findingsOf(rightRows)).toEqual([]);
  });

  it("finds several mistakes, sorted by rule and key, each key once", () => {
    const findings = findingsOf(wrongRows);
    const order = findings.map((finding) => `${finding.ruleId} ${finding.key}`);
    expect(order).toEqual(order.toSorted());
    expect(new Set(findings.map((finding) => finding.key)).size).toBe(findings.length);
    expect(rulesOf(wrongRows)).toEqual(
      expect.arrayContaining(["BUD-01", "BUD-02", "BUD-04", "CON-05", "INV-02", "INV-05", "PAY-02"]),
    );
  });

  it("says everything in whole sentences, with a remedy", () => {
    for (const finding of findingsOf(wrongRows)) {
      expect(finding.message).toMatch(/。$/);
      expect(finding.remedy).toMatch(/。$/);
      expect(finding.message + finding.remedy).not.toMatch(/undefined|NaN|null/);
      expect(finding.subjects.every((subject) => subject.label !== "" && subject.id !== "")).toBe(true);
    }
  });

  it("does not depend on the order of the rows", () => {
    const expected = findingsOf(wrongRows);
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (stream) => {
        const shuffled = (rows: readonly unknown[]) =>
          rows
            .map((row) => ({ row, at: stream.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ row }) => row);
        let rows = wrongRows;
        for (const table of [...factTables, "filedPaper", "invoiceGoods"] as const)
          rows = { ...rows, [table]: shuffled(rows[table]) };
        expect(findingsOf(rows)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it("gives a day's answer although things happened later", () => {
    const later = fc.integer({ min: 1, max: 200 }).map((days) => addDays(isoDate(day), days));
    const expected = findingsOf(wrongRows);
    fc.assert(
      fc.property(later, fc.integer({ min: 1, max: 90_000_000 }), (date, amount) => {
        let rows = adding(
          wrongRows,
          "payment",
          paymentOf({
            id: asId("later"),
            paymentNo: "FK-9",
            amountCents: cents(amount),
            requestedOn: date,
            paidOn: date,
          }),
        );
        rows = adding(rows, "allocation", allocationOf({ id: asId("later-part"), paymentId: asId("later") }));
        rows = adding(rows, "acceptance", acceptanceOf({ id: asId("later-paper"), acceptedOn: date }));
        rows = adding(
          rows,
          "supplement",
          supplementOf({ signedOn: date, effectiveOn: date, deltaCents: cents(amount) }),
        );
        rows = adding(
          rows,
          "invoice",
          invoiceOf({
            id: asId("later-red"),
            number: "22312000000000000777",
            isRed: 1,
            blueNumber: "22312000000000000017",
            grossCents: cents(-6_000_000),
            issueDate: date,
          }),
        );
        rows = adding(rows, "budgetAdjustment", {
          id: asId("later-shift"),
          groupId: asId("group"),
          budgetLineId: asId("line-1"),
          adjustedOn: date,
          deltaCents: cents(-amount),
          reason: "调剂",
          documentNo: "",
          voidedAt: null,
          voidReason: null,
        });
        expect(findingsOf(rows)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it("takes a payment that was paid later for one approved only", () => {
    const early = changing(rightRows, "payment", "payment-1", { paidOn: isoDate("2022-05-20") });
    expect(buildFacts(early, isoDate(day)).paymentsById.get(asId("payment-1"))).toMatchObject({
      state: "approved",
      isPaid: false,
      payDate: day,
    });
  });
});

describe("the part of a ledger", () => {
  const other = projectOf({ id: asId("project-2"), code: "ZH-2023", name: "下一年", fiscalYear: 2023 });
  const rows = adding(changing(wrongRows, "payment", "again-A", { projectId: other.id }), "project", other);
  const facts = buildFacts(rows, isoDate(day));
  const subjectsOf = (findings: ReturnType<typeof checkLedger>) =>
    new Set(findings.flatMap((finding) => finding.subjects.map((subject) => subject.id)));

  it("is one project, by code, by id or by year", () => {
    const first = checkLedger(facts, { projectCode: "ZH-2022" });
    expect(checkProject(facts, asId("project-1"))).toEqual(first);
    expect(subjectsOf(first).has("again-A")).toBe(false);
    expect(subjectsOf(first).has("again-B")).toBe(true);
    const second = checkLedger(facts, { fiscalYear: 2023 });
    expect(subjectsOf(second).has("again-A")).toBe(true);
    expect(subjectsOf(second).has("again-B")).toBe(false);
    expect(checkLedger(facts, { projectCode: "NONE" })).toEqual([]);
  });

  it("holds unused invoices of the project's vendors", () => {
    const foreign = invoiceOf({
      id: asId("foreign"),
      number: "22312000000000000888",
      buyerTaxId: "X",
      buyerName: "别家",
    });
    const stranger = invoiceOf({
      ...foreign,
      id: asId("stranger"),
      number: "22312000000000000889",
      sellerName: "无名",
      sellerTaxId: "",
      vendorId: null,
    });
    const findings = checkLedger(buildFacts(adding(rightRows, "invoice", foreign, stranger), isoDate(day)), {
      projectCode: "ZH-2022",
    });
    expect([...subjectsOf(findings)]).toEqual(["foreign"]);
  });
});

describe("checkPayment", () => {
  it("says of a payment what the whole check says of it", () => {
    const facts = buildFacts(wrongRows, isoDate(day));
    const whole = checkLedger(facts);
    for (const payment of wrongRows.payment) {
      const about = (findings: typeof whole) =>
        findings.filter((finding) => finding.subjects.some((subject) => subject.id === payment.id));
      expect(about(checkPayment(facts, payment.id))).toEqual(about(whole));
    }
  });

  it("says what is wrong with its contract and its invoices, not with others", () => {
    const facts = buildFacts(wrongRows, isoDate(day));
    const rulesFound = new Set(checkPayment(facts, asId("payment-2")).map((finding) => finding.ruleId));
    expect(rulesFound.has("INV-05")).toBe(true);
    expect(rulesFound.has("CON-05")).toBe(false);
    expect(checkPayment(facts, asId("nobody"))).toEqual([]);
  });

  it("checks a payment that is still being written", () => {
    const draft = paymentOf({ id: asId("draft"), paymentNo: "FK-3", state: "draft", paidOn: null });
    const allocations = [allocationOf({ id: asId("part"), paymentId: draft.id })];
    const written = withPayment(buildFacts(rightRows, isoDate(day)), {
      id: draft.id,
      row: draft,
      allocations,
    });
    const found = checkPayment(written, draft.id).map((finding) => finding.ruleId);
    expect(found).toEqual(expect.arrayContaining(["INV-02", "PAY-02", "PAY-06"]));
    const row = { ...draft, amountCents: cents(1) };
    const again = withPayment(written, { id: draft.id, row, allocations: [] });
    expect(again.rows.payment).toHaveLength(written.rows.payment.length);
    expect(again.rows.allocation).toHaveLength(rightRows.allocation.length);
  });
});

describe("settings", () => {
  const set = (changes: Partial<Row<"ruleSetting">>): FactRows =>
    adding(wrongRows, "ruleSetting", {
      id: asId("setting"),
      ruleId: "CON-05",
      severity: null,
      paramsJson: "{}",
      ...changes,
    });

  it("change a severity or switch a rule off", () => {
    expect(theFinding(set({}), "CON-05").severity).toBe("block");
    expect(theFinding(set({ severity: "hint" }), "CON-05").severity).toBe("hint");
    expect(rulesOf(set({ severity: "off" }))).not.toContain("CON-05");
  });

  it("that cannot be read leave the rule as it is", () => {
    expect(theFinding(set({ paramsJson: "{broken" }), "CON-05").severity).toBe("block");
  });

  it("keep the severity of a finding the officer's, over the rule's own", () => {
    const warned = changing(rightRows, "payment", "payment-1", { payeeName: "清源保洁" });
    const blocked = adding(warned, "ruleSetting", {
      id: asId("setting"),
      ruleId: "PAY-08",
      severity: "block",
      paramsJson: "{}",
    });
    expect(theFinding(warned, "PAY-08").severity).toBe("warn");
    expect(theFinding(blocked, "PAY-08").severity).toBe("block");
  });
});

describe("the registry", () => {
  it("has every rule once, in the order of the catalogue", () => {
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(
        "INV-02 INV-03 INV-07 INV-10 INV-12 CON-01 CON-03 CON-05 PAY-01 PAY-02 PAY-03 PAY-05 PAY-06 PAY-07 PAY-08 PAY-11 BUD-01 BUD-02 BUD-04 BUD-06".split(
          " ",
        ),
      ),
    );
  });

  it("describes every rule in whole sentences", () => {
    for (const rule of rules) {
      expect(rule.id).toMatch(/^(INV|CON|PAY|BUD|PRC|YE|PERF)-\d\d$/);
      expect(rule.description).toMatch(/。$/);
      expect(rule.basis).not.toBe("");
      expect(rule.reads.length).toBeGreaterThan(0);
    }
  });
});
