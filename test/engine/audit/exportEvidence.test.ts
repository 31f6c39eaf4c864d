import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import SqliteDatabase from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { voidAttachment } from "#engine/attachments/attachments.ts";
import { type EvidenceRows, evidenceRows } from "#engine/audit/evidenceRows.ts";
import { exportEvidence } from "#engine/audit/exportEvidence.ts";
import { proposeRefund } from "#engine/payments/proposeRefund.ts";
import { savePayment, voidPayment } from "#engine/payments/savePayment.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { insertRow, voidRow } from "#engine/store/rows.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { cents } from "#shared/kernel/cents.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { unzipBytes } from "#test/engine/excel/openWorkbook.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";
import { cliJson } from "#test/engine/support/cli.ts";
import { ask } from "#test/engine/support/paying.ts";
import { deskOn, sampleDesk, type TestDesk } from "#test/engine/support/sampleDesk.ts";
import { smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The files of a package by their names inside its folder. */
async function pack(desk: TestDesk, id: Id): Promise<ReadonlyMap<string, Buffer>> {
  const target = path.join(testFolder(), "审计.zip");
  await exportEvidence(await desk.context(), { id, path: target });
  return new Map(
    [...unzipBytes(readFileSync(target))].map(([name, bytes]) => [name.replace(/^[^/]+\//, ""), bytes]),
  );
}

/** All that is written on the workbook. */
const printed = (files: ReadonlyMap<string, Buffer>): string =>
  [...unzipBytes(files.get("付款审计材料.xlsx") ?? Buffer.alloc(0)).values()].map(String).join("");

const rowsIn = (files: ReadonlyMap<string, Buffer>): EvidenceRows =>
  JSON.parse(String(files.get("账本数据.json"))) as EvidenceRows;

async function paymentWith(desk: TestDesk, test: (row: { paymentNo: string; state: string }) => boolean) {
  const payments = await desk.ledger.read.selectFrom("payment").selectAll().orderBy("paymentNo").execute();
  const found = payments.find((row) => row.contractId !== null && row.voidedAt === null && test(row));
  if (found === undefined) throw new Error("the sample has no such payment");
  return found;
}

describe("exportEvidence", () => {
  it("packs the contract, invoices, acceptance, approval and check of a paid payment", async () => {
    const desk = await sampleDesk();
    const payment = await paymentWith(desk, ({ state }) => state === "paid");
    const files = await pack(desk, payment.id);
    const rows = rowsIn(files);
    expect(rows.payment).toMatchObject({ id: payment.id, paymentNo: payment.paymentNo });
    expect(rows.contracts.map((row) => row.id)).toEqual([payment.contractId]);
    expect(rows.invoices.length).toBeGreaterThan(0);
    const kinds = new Set(rows.attachments.map((row) => row.kind));
    expect([...kinds]).toEqual(expect.arrayContaining(["contractScan", "invoice", "approval"]));
    expect([...files.keys()].filter((name) => !name.startsWith("附件/"))).toEqual([
      "付款审计材料.pdf",
      "付款审计材料.xlsx",
      "账本数据.json",
      "校验值.txt",
    ]);
    expect([...files.keys()].filter((name) => name.startsWith("附件/"))).toHaveLength(
      rows.attachments.length,
    );
    expect(files.get("付款审计材料.pdf")?.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("tells the SHA-256 of every file, as the attachments were put in", async () => {
    const desk = await sampleDesk();
    const { id } = await paymentWith(desk, ({ state }) => state === "paid");
    const files = await pack(desk, id);
    const sums = new Map(
      String(files.get("校验值.txt"))
        .trim()
        .split("\n")
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    );
    const named = [...files.keys()].filter((name) => name !== "校验值.txt");
    expect([...sums.keys()]).toEqual(named);
    for (const name of named) expect(sums.get(name)).toBe(sha256(files.get(name) ?? Buffer.alloc(0)));
    const contents = await desk.ledger.read.selectFrom("attachmentContent").select("sha256").execute();
    const known = new Set(contents.map((row) => row.sha256));
    for (const [name, sum] of sums) if (name.startsWith("附件/")) expect(known).toContain(sum);
  });

  it("still packs a payment that was voided, with the reason and without a check", async () => {
    const desk = await sampleDesk();
    const { id } = await paymentWith(desk, ({ state }) => state === "draft");
    const context = await desk.context();
    await context.write("作废付款", (tx) => voidRow(tx, "payment", id, "重复登记"));
    const files = await pack(desk, id);
    expect(rowsIn(files).payment).toMatchObject({ voidReason: "重复登记" });
    expect(rowsIn(files).changes.map((row) => row.action)).toContain("作废付款");
  });

  it("packs nothing when an attachment is no longer what was put in, or there is no such payment", async () => {
    const desk = await sampleDesk();
    const { id } = await paymentWith(desk, ({ state }) => state === "paid");
    const folder = testFolder();
    const target = path.join(folder, "审计.zip");
    const context = await desk.context();
    const none = await failureOf(() => exportEvidence(context, { id: asId("none"), path: target }));
    expect(none).toMatchObject({ code: "not-found", message: "找不到这笔付款。" });
    await desk.ledger.close();
    const database = new SqliteDatabase(desk.path);
    database.exec(`drop trigger attachmentContent_frozen; update attachmentContent set base64 = 'AAAA'`);
    database.close();
    const again = await (await deskOn(desk.path, systemClock)).context();
    const failure = await failureOf(() => exportEvidence(again, { id, path: target }));
    expect(failure).toMatchObject({ code: "bad-ledger", message: expect.stringContaining("校验值不符") });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("what a payment rests on", () => {
  const evidenceOf = async ({ ledger }: TestDesk, id: Id): Promise<EvidenceRows> => {
    const rows = await evidenceRows(ledger, id);
    if (rows === undefined) throw new Error("there is no such payment");
    return rows;
  };
  const ids = (rows: readonly Readonly<{ id: Id }>[]) => rows.map(({ id }) => id);
  const joint = paymentId("joint-1");

  it("is for a refund also the payment whose money came back, with its papers and its log", async () => {
    const desk = await sampleDesk(testClock());
    const context = await desk.context();
    const refund = await savePayment(context, (await proposeRefund(context, { id: joint })).draft);
    const [before, rows] = [await evidenceOf(desk, joint), await evidenceOf(desk, refund)];
    expect(rows.original).toEqual(before.payment);
    expect(before.refunds.map(({ id }) => id)).toEqual([refund]);
    const own = before.attachments.filter((row) => row.paymentId === joint || row.approvalId !== null);
    expect(own.length).toBeGreaterThan(0);
    expect(ids(rows.attachments)).toEqual(expect.arrayContaining(ids(own)));
    expect(ids(rows.approvals)).toEqual(ids(before.approvals));
    const paper = printed(await pack(desk, refund));
    expect(paper).toContain(before.payment.paymentNo);
  });

  it("is for a void payment what went with it, and not what was void before", async () => {
    const desk = await sampleDesk(testClock());
    const context = await desk.context();
    const before = await evidenceOf(desk, joint);
    const [early] = before.attachments.filter((row) => row.paymentId === joint || row.approvalId !== null);
    if (early === undefined) throw new Error("the sample has no paper of this payment");
    await voidAttachment(context, { id: early.id, reason: "重复付款" });
    // Of the same reason, but before: only what is of the same save went with the payment.
    await voidPayment(context, { id: joint, reason: "重复付款" });
    const rows = await evidenceOf(desk, joint);
    expect(ids(rows.approvals)).toEqual(ids(before.approvals));
    expect(ids(rows.attachments)).toEqual(ids(before.attachments).filter((id) => id !== early.id));
    expect(rows.attachments.some((row) => row.voidedAt !== null)).toBe(true);
    expect(printed(await pack(desk, joint))).toContain("随付款作废");
  });

  it("is for rent the quantities and prices of the months paid, and no others", async () => {
    const desk = await sampleDesk(testClock());
    const rented = await desk.ledger.read
      .selectFrom("allocation")
      .innerJoin("instalment", "instalment.id", "allocation.instalmentId")
      .innerJoin("rentalSegment", "rentalSegment.rentalId", "instalment.rentalId")
      .select(["allocation.paymentId", "instalment.periodFrom", "instalment.periodTo"])
      .executeTakeFirstOrThrow();
    const rows = await evidenceOf(desk, rented.paymentId);
    expect(rows.rentals.length).toBeGreaterThan(0);
    expect(rows.rentalSegments.length).toBeGreaterThan(0);
    const to =
      rows.instalments
        .map(({ periodTo }) => periodTo)
        .toSorted()
        .at(-1) ?? "";
    const from = rows.instalments.map(({ periodFrom }) => periodFrom).toSorted()[0] ?? "";
    for (const { validFrom, validTo } of rows.rentalSegments)
      expect(validFrom <= to && (validTo === null || validTo >= from)).toBe(true);
    expect(printed(await pack(desk, rented.paymentId))).toContain("月租");
  });

  it("is for what is paid by measure the prices agreed on and what was measured", async () => {
    const small = await smallOffice();
    const context = await small.context();
    const { contract, instalments } = await small.sign();
    const [first] = instalments;
    if (first === undefined) throw new Error("no instalment");
    const price = { contractId: contract.id, name: "横幅", unitName: "条", unitPrice: decimal("80") };
    await context.write("约定单价", (tx) =>
      insertRow(tx, "contractPrice", { id: asId("price"), ...price, validFrom: null, validTo: null }),
    );
    const item = { name: "横幅", unitName: "条", quantity: decimal("3"), unitPrice: decimal("80") };
    await context.write("计量", (tx) =>
      insertRow(tx, "measuredItem", {
        ...{
          id: asId("item"),
          instalmentId: first.id,
          contractPriceId: asId("price"),
          amountCents: cents(24_000),
        },
        ...item,
      }),
    );
    const { projectId, lineId } = small;
    const rows = await evidenceOf(small, await ask(context, { projectId, lineId, instalment: first }));
    expect(ids(rows.contractPrices)).toEqual(["price"]);
    expect(ids(rows.measuredItems)).toEqual(["item"]);
    expect(rows.changes.map(({ action }) => action)).toEqual(expect.arrayContaining(["约定单价", "计量"]));
  });
});

describe("export evidence", () => {
  it("finds the payment by its number", async () => {
    const desk = await sampleDesk();
    const payment = await paymentWith(desk, ({ state }) => state === "paid");
    await desk.ledger.close();
    const out = path.join(testFolder(), "审计.zip");
    const run = await cliJson("export", "evidence", payment.paymentNo, out, "--db", desk.path);
    expect(run).toMatchObject({ code: 0, data: { file: out } });
    const unknown = await cliJson("export", "evidence", "FK-0000", out, "--db", desk.path);
    expect(unknown).toMatchObject({ code: 2, data: { error: { code: "not-found" } } });
  });
});
