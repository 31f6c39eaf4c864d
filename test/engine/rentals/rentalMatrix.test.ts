import { describe, expect, it } from "vitest";
import { listInstalments } from "#engine/contracts/listInstalments.ts";
import { rentalMatrix } from "#engine/rentals/rentalMatrix.ts";
import { projectId } from "#engine/sample/project.ts";
import { updateRow } from "#engine/store/rows.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const year = { fiscalYear: 2022, projectId: null } as const;

describe("the rental matrix of the sample", () => {
  it("has a row for each device and a cell for each month", async () => {
    const { context } = await sampleDesk(testClock());
    const { months, rows } = await rentalMatrix(await context(), year);
    expect([months[0], months.at(-1), months.length]).toEqual(["2022-01", "2022-12", 12]);
    expect(rows.map((row) => [row.rental.name, row.contractNo, row.cells.length])).toEqual([
      ["巡查记录仪", "GFL-2022-002", 12],
      ["网格工作手机", "GFL-2022-003", 12],
      ["对讲机", "GFL-2022-004", 12],
    ]);
    expect(rows[0]?.cells[0]).toMatchObject({
      quantity: "26",
      unitPrice: "85",
      dueCents: 221_000,
      status: "paid",
    });
  });

  it("can only be read once its year is closed", async () => {
    const { context } = await sampleDesk(testClock());
    const close = async () =>
      (await context()).write("试验", async (tx) => {
        const years = await tx.read.selectFrom("fiscalYear").selectAll().where("year", "=", 2022).execute();
        for (const { id } of years) await updateRow(tx, "fiscalYear", id, { state: "closed" });
      });
    const locks = async () =>
      new Set(
        (await rentalMatrix(await context(), year)).rows.flatMap(({ cells }) => cells.map((c) => c.lock)),
      );
    expect(await locks()).toContain(null);
    await close();
    expect([...(await locks())]).toEqual(["closed"]);
  });

  it("says of each month what the schedule says", async () => {
    const { context } = await sampleDesk(testClock());
    const { rows } = await rentalMatrix(await context(), year);
    const schedule = await listInstalments(await context(), { projectId });
    for (const { rental, cells } of rows) {
      const own = schedule.filter((row) => row.rentalId === rental.id);
      expect(
        cells.map((cell) => [
          cell.instalmentId,
          cell.dueCents,
          cell.invoicedCents,
          cell.paidCents,
          cell.status,
        ]),
      ).toEqual(own.map((row) => [row.id, row.payableCents, row.invoicedCents, row.paidCents, row.status]));
      expect(sumCents(cells.map((cell) => cell.dueCents))).toBe(sumCents(own.map((row) => row.payableCents)));
    }
  });

  it("shows where an invoice differs from what is due", async () => {
    const { context } = await sampleDesk(testClock());
    const { rows } = await rentalMatrix(await context(), year);
    const different = rows.flatMap(({ rental, cells }) =>
      cells
        .filter((cell) => cell.differenceCents !== 0)
        .map((cell) => [rental.name, cell.month, cell.differenceCents]),
    );
    // One device too many in May; March invoiced, and asked for, twice.
    expect(different).toEqual([
      ["巡查记录仪", "2022-05", 8_500],
      ["网格工作手机", "2022-03", 401_200],
    ]);
  });

  it("is empty for another year or project", async () => {
    const { context } = await sampleDesk(testClock());
    const next = await rentalMatrix(await context(), { ...year, fiscalYear: 2023 });
    expect([next.months[0], next.rows]).toEqual(["2023-01", []]);
    const other = await rentalMatrix(await context(), { ...year, projectId: asId("other") });
    expect(other.rows).toEqual([]);
  });
});
