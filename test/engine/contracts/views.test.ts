import { describe, expect, it } from "vitest";
import { contractView, instalmentView } from "#engine/contracts/views.ts";
import { payPlanSheet } from "#engine/filings/payPlanSheet.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { adding, allocationOf, invoiceOf, paymentOf, rightRows } from "#test/shared/rules/sampleRows.ts";
import { acceptanceOf } from "#test/shared/schedule/samples.ts";

/** A payment of the second contract that settles the second quarter of the first. */
const split = (() => {
  const id = asId("other");
  const invoice = invoiceOf({ id, number: "22312000000000009999", grossCents: cents(6_000_000) });
  const payment = paymentOf({
    id,
    paymentNo: "FK-2022-009",
    contractId: asId("contract-2"),
    amountCents: cents(6_000_000),
  });
  const allocation = allocationOf({
    id,
    paymentId: id,
    instalmentId: asId("contract-1-2"),
    invoiceId: id,
    amountCents: cents(6_000_000),
  });
  return adding(adding(adding(rightRows, "invoice", invoice), "payment", payment), "allocation", allocation);
})();

const factsOf = (rows: typeof rightRows) => buildFacts(rows, isoDate("2022-12-31"));

describe("the figures of a contract", () => {
  it.each([
    ["contract-1", 6_000_000],
    ["contract-2", 0],
  ])("count a payment with the contract whose instalment it settles: %s", (id, more) => {
    const figures = (rows: typeof rightRows) => {
      const facts = factsOf(rows);
      const contract = facts.contractsById.get(id);
      if (contract === undefined) throw new Error(`no ${id}`);
      return contractView(facts, contract);
    };
    const [before, after] = [figures(rightRows), figures(split)];
    expect(after.paidCents - before.paidCents).toBe(more);
    expect(after.invoicedCents - before.invoicedCents).toBe(more);
  });

  it("show of two acceptances of one day the one that decides, whatever order they are in", () => {
    const paper = { instalmentId: asId("contract-1-1"), acceptedOn: isoDate("2022-04-06") } as const;
    const [first, second] = [
      acceptanceOf({ ...paper, id: asId("paper-1"), result: "fail" }),
      acceptanceOf({ ...paper, id: asId("paper-2"), result: "pass" }),
    ];
    for (const acceptance of [
      [first, second],
      [second, first],
    ]) {
      const facts = factsOf({ ...rightRows, acceptance });
      const instalment = facts.instalmentsById.get("contract-1-1");
      if (instalment === undefined) throw new Error("no instalment");
      expect(instalmentView(facts, instalment).acceptance?.id).toBe("paper-2");
    }
  });

  it("leave nothing over that would stand on the schedule as paid for no instalment", () => {
    const facts = factsOf(split);
    const [project] = facts.rows.project;
    if (project === undefined) throw new Error("no project");
    const { fiscalYear } = project;
    const lines = payPlanSheet({
      facts,
      scope: { fiscalYear, projectId: project.id },
      sheet: { fiscalYear, project, unitName: "", asOf: facts.asOf },
    }).groups.flatMap((group) => group.lines);
    expect(lines.filter(({ period }) => period === "未对应期次")).toEqual([]);
  });
});
