import { describe, expect, it } from "vitest";
import { numberOf } from "#test/engine/invoices/office.ts";
import { paperDesk, ticketPdf } from "#test/engine/papers/paperDesk.ts";
import { cli, cliJson } from "#test/engine/support/cli.ts";

describe("papers of invoices from a terminal", () => {
  it("are taken, listed while they wait, assigned and discarded; invoices without one are listed", async () => {
    const { put, folder, path: db, ledger } = await paperDesk();
    await ledger.close();
    put("一.pdf", ticketPdf({ number: numberOf(1) }));
    put("三.pdf", ticketPdf({ number: numberOf(3) }));
    put("四.pdf", ticketPdf({ number: numberOf(4) }));
    const taken = await cli("papers", "take", `${folder}/一.pdf`, folder, "--db", db);
    expect(taken.stdout).toMatch(/一\.pdf +已对应/);
    expect(taken.stdout).toMatch(/三\.pdf +等发票/);
    const missing = await cliJson<readonly { number: string }[]>(
      "invoices",
      "missing-papers",
      "--year",
      "2022",
      "--db",
      db,
    );
    expect(missing.data.map(({ number }) => number)).toEqual([numberOf(2)]);
    const { data: waiting } = await cliJson<readonly { id: string; number: string }[]>(
      "papers",
      "waiting",
      "--db",
      db,
    );
    expect(waiting.map(({ number }) => number)).toEqual([numberOf(3), numberOf(4)]);
    const [third = "", fourth = ""] = waiting.map(({ id }) => id);
    expect((await cli("papers", "assign", third, "--invoice", numberOf(2), "--db", db)).code).toBe(0);
    const left = await cli("papers", "discard", fourth, "--reason", "不是本单位的", "--db", db);
    expect(left.stdout.trim()).toBe("（没有记录）");
  });

  it("need a file, and a number of one file alone", async () => {
    const { path: db, ledger, put, folder } = await paperDesk();
    await ledger.close();
    expect(await cli("papers", "take", "--db", db)).toMatchObject({ code: 2 });
    put("一.pdf", ticketPdf({ number: numberOf(1) }));
    const placed = await cli("papers", "take", `${folder}/一.pdf`, "--number", numberOf(2), "--db", db);
    expect(placed.stdout).toContain(`已存为发票${numberOf(2)}的原件`);
    const two = await cli("papers", "take", "a", "b", "--number", numberOf(2), "--db", db);
    expect(two).toMatchObject({ code: 2, stderr: expect.stringContaining("--number 只能用于一个文件") });
  });
});
