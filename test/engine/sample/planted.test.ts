import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { sampleDocument } from "#engine/sample/document.ts";
import { sampleToday } from "#engine/sample/office.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { checkLedger } from "#shared/rules/check.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { lateFindings, paperFindings, plantedFindings } from "./planted.ts";

const { tables } = sampleDocument();
// Of the rows that rules read only a payment is void, and nothing belongs to it.
const rows: FactRows = {
  ...tables,
  payment: tables.payment.filter(({ voidedAt }) => voidedAt === null),
  importConflict: [],
  invoiceGoods: tables.invoiceLine,
  filedPaper: tables.attachment,
};

const found = (day: IsoDate) =>
  checkLedger(buildFacts(rows, day))
    .filter(({ severity }) => severity !== "hint")
    .map(({ ruleId, severity, subjects }) =>
      [ruleId, severity, ...subjects.map(({ id }) => id.replace(/^sample-/, ""))].join(" "),
    );

describe("the planted mistakes", () => {
  it("are found, and nothing else is", () => {
    expect(found(sampleToday)).toEqual([...plantedFindings, ...lateFindings, ...paperFindings].toSorted());
  });

  it("are the same on any later day, when only what is late has grown", () => {
    const later = found(isoDate("2026-03-01"));
    expect(later).toEqual(expect.arrayContaining([...plantedFindings, ...paperFindings]));
    const known = new Set<string>([...plantedFindings, ...paperFindings]);
    const others = later.filter((line) => !known.has(line));
    expect(new Set(others.map((line) => line.split(" ")[0]))).toEqual(new Set(["PAY-04", "PAY-13"]));
  });

  it("come to light one after the other", () => {
    const known = new Set<string>(paperFindings);
    const others = (day: string) => found(isoDate(day)).filter((line) => !known.has(line));
    expect(others("2022-02-28")).toEqual([]);
    expect(others("2022-03-31").map((line) => line.split(" ")[0])).toEqual([
      "CON-08",
      "INV-07",
      "PAY-03",
      "PAY-10",
    ]);
  });

  it("are all in the README, payment by payment", async () => {
    const text = await readFile(
      new URL("../../../electron/engine/sample/README.md", import.meta.url),
      "utf8",
    );
    const section = text.slice(text.indexOf("## Planted"), text.indexOf("## The export"));
    const listed = [...section.matchAll(/^\| `([\w-]+)` \|.*\| ([A-Z]+-\d+(?:, [A-Z]+-\d+)*) \|$/gm)]
      .flatMap(([, payment, rules = ""]) => rules.split(", ").map((rule) => `${rule} ${payment}`))
      .toSorted();
    const expected = plantedFindings.map((line) => {
      const [rule, , ...subjects] = line.split(" ");
      const payment = subjects.find((subject) => subject.startsWith("payment-"))?.slice("payment-".length);
      return `${rule} ${payment ?? subjects[0]?.replace(/^invoice-/, "")}`;
    });
    expect(listed).toEqual(expected.toSorted());
  });

  it("say what to do about each", () => {
    const findings = checkLedger(buildFacts(rows, sampleToday));
    expect(findings.filter(({ message, remedy }) => message === "" || remedy === "")).toEqual([]);
  });
});
