import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import SqliteDatabase from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { EvidenceRows } from "#engine/audit/evidenceRows.ts";
import { exportEvidence } from "#engine/audit/exportEvidence.ts";
import { voidRow } from "#engine/store/rows.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { unzipBytes } from "#test/engine/excel/openWorkbook.ts";
import { failureOf, testFolder } from "#test/engine/store/testLedger.ts";
import { cliJson } from "#test/engine/support/cli.ts";
import { deskOn, sampleDesk, type TestDesk } from "#test/engine/support/sampleDesk.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The files of a package by their names inside its folder. */
async function pack(desk: TestDesk, id: Id): Promise<ReadonlyMap<string, Buffer>> {
  const target = path.join(testFolder(), "审计.zip");
  await exportEvidence(await desk.context(), { id, path: target });
  return new Map(
    [...unzipBytes(readFileSync(target))].map(([name, bytes]) => [name.replace(/^[^/]+\//, ""), bytes]),
  );
}

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
