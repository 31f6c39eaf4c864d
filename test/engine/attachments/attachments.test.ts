import { readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { addAttachments } from "#engine/attachments/addAttachments.ts";
import { changeAttachment, listAttachments, voidAttachment } from "#engine/attachments/attachments.ts";
import { readContent } from "#engine/attachments/readContent.ts";
import { saveAttachment } from "#engine/attachments/saveAttachment.ts";
import { voidContract } from "#engine/contracts/voidContract.ts";
import { documentText, dumpLedger } from "#engine/ledger/dumpLedger.ts";
import { loadLedger } from "#engine/ledger/loadLedger.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { verifyChain } from "#engine/store/chain.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Attachment } from "#shared/model/attachment.ts";
import { clock, failureOf, testFolder } from "#test/engine/store/testLedger.ts";
import { idOf, smallOffice } from "#test/engine/support/smallOffice.ts";
import { pdf, put, sha256Of } from "./files.ts";

/** An office with a contract, and a way to hand in files for it. */
async function office() {
  const desk = await smallOffice();
  const { contract } = await desk.sign();
  const owner = { contractId: contract.id };
  const folder = path.dirname(desk.path);
  const file = (name: string, bytes = pdf(name)) => put(folder, name, bytes);
  const add = async (...paths: readonly string[]) =>
    listAttachments(
      await desk.context(),
      await addAttachments(await desk.context(), { owner, kind: "contractScan", paths }),
    );
  const contents = () => desk.ledger.read.selectFrom("attachmentContent").selectAll().execute();
  const list = async () => listAttachments(await desk.context(), owner);
  return { ...desk, contract, owner, folder, file, add, list, contents };
}

const first = (rows: readonly Attachment[]): Attachment => {
  idOf(rows[0]);
  return rows[0] as Attachment;
};

describe("adding papers", () => {
  it("keeps them inside the ledger, with who added what and when", async () => {
    const { add, file, contract } = await office();
    const rows = await add(file("甲.pdf"), file("乙.pdf"));
    expect(rows.map(({ fileName }) => fileName).toSorted()).toEqual(["乙.pdf", "甲.pdf"]);
    expect(rows.find(({ fileName }) => fileName === "甲.pdf")).toMatchObject({
      kind: "contractScan",
      contractId: contract.id,
      paymentId: null,
      mediaType: "application/pdf",
      sizeBytes: pdf("甲.pdf").length,
      addedBy: "王经办",
      voidedAt: null,
    });
  });

  it("holds the same content once, however many records it proves", async () => {
    const { add, file, contents, context, projectId } = await office();
    await add(file("甲.pdf"));
    const paths = [file("另.pdf", pdf("甲.pdf"))];
    await addAttachments(await context(), { owner: { projectId }, kind: "other", paths });
    const kept = await contents();
    expect(kept.map(({ sha256 }) => sha256)).toEqual([sha256Of(pdf("甲.pdf"))]);
  });

  it("logs a hash and never the content", async () => {
    const { add, file, ledger } = await office();
    await add(file("甲.pdf"));
    const base64 = pdf("甲.pdf").toString("base64");
    const entries = await listChanges(ledger, { limit: 3 });
    expect(entries.map(({ entity, action }) => `${action} ${entity}`)).toEqual([
      "添加附件 attachment",
      "添加附件 attachmentContent",
      "登记合同 instalment",
    ]);
    expect(entries.filter((entry) => JSON.stringify(entry).includes(base64))).toEqual([]);
    expect(await verifyChain(ledger)).toMatchObject({ kind: "whole" });
  });

  it("takes all of the files or none", async () => {
    const { add, file, list, contents } = await office();
    const failure = await failureOf(() => add(file("好.pdf"), file("坏.exe", Buffer.from("MZ"))));
    expect(failure.message).toContain("坏.exe");
    expect(await list()).toEqual([]);
    expect(await contents()).toEqual([]);
  });

  it("refuses the same file twice, chosen together or there already, and says which", async () => {
    const { add, file, list } = await office();
    const [one, same] = [file("一.pdf"), file("二.pdf", pdf("一.pdf"))];
    expect((await failureOf(() => add(one, same))).message).toBe(
      "“二.pdf”与“一.pdf”的内容完全相同，没有添加。",
    );
    await add(one);
    expect(await failureOf(() => add(one))).toMatchObject({
      code: "conflict",
      message: "这里已有附件“一.pdf”，内容完全相同，没有添加。",
    });
    expect(await list()).toHaveLength(1);
  });

  it("takes it again once the first was voided", async () => {
    const { add, file, context, contents } = await office();
    const row = first(await add(file("一.pdf")));
    await voidAttachment(await context(), { id: row.id, reason: "放错了" });
    expect(await add(file("一.pdf"))).toHaveLength(1);
    expect(await contents()).toHaveLength(1);
  });

  it("stops when it is cancelled, and leaves nothing", async () => {
    const { context, file, owner, list } = await office();
    const cancelled = { ...(await context()), signal: AbortSignal.abort() };
    const adding = { owner, kind: "other", paths: [file("一.pdf")] } as const;
    expect(await failureOf(() => addAttachments(cancelled, adding))).toMatchObject({ code: "cancelled" });
    expect(await list()).toEqual([]);
  });

  it("says so when the record is not there", async () => {
    const { context, file } = await office();
    const adding = { owner: { paymentId: asId("无") }, kind: "other", paths: [file("一.pdf")] } as const;
    expect(await failureOf(async () => addAttachments(await context(), adding))).toMatchObject({
      code: "conflict",
    });
  });
});

describe("a paper that is kept", () => {
  it("changes its kind and its note, nothing else", async () => {
    const { add, file, context, list } = await office();
    const row = first(await add(file("一.pdf")));
    await changeAttachment(await context(), { id: row.id, kind: "countersign", note: "第二页" });
    expect(await list()).toEqual([{ ...row, kind: "countersign", note: "第二页" }]);
  });

  it("comes out as it went in, void or not", async () => {
    const { add, file, context, folder } = await office();
    const row = first(await add(file("一.pdf")));
    const target = path.join(folder, "取出.pdf");
    expect(await saveAttachment(await context(), { id: row.id, path: target })).toEqual({
      fileName: "取出.pdf",
    });
    expect(readFileSync(target).equals(pdf("一.pdf"))).toBe(true);
    await voidAttachment(await context(), { id: row.id, reason: "放错了" });
    await saveAttachment(await context(), { id: row.id, path: target });
    expect(readFileSync(target).equals(pdf("一.pdf"))).toBe(true);
  });

  it("is not given out when another program changed it", async () => {
    const { add, file, ledger, path: ledgerPath } = await office();
    const row = first(await add(file("一.pdf")));
    const database = new Database(ledgerPath);
    database.exec("drop trigger attachmentContent_frozen");
    database.prepare("update attachmentContent set base64 = ?").run(pdf("假").toString("base64"));
    database.close();
    const failure = await failureOf(() => readContent(ledger, row));
    expect(failure).toMatchObject({ code: "bad-ledger" });
    expect(failure.message).toContain("附件“一.pdf”的内容与存入时的校验值不符");
  });

  it("goes with the record it proves, and no other", async () => {
    const { add, file, context, contract, ledger, projectId } = await office();
    await add(file("一.pdf"));
    const paths = [file("二.pdf")];
    await addAttachments(await context(), { owner: { projectId }, kind: "other", paths });
    await voidContract(await context(), { id: contract.id, reason: "没有签成" });
    const rows = await ledger.read.selectFrom("attachment").selectAll().orderBy("fileName").execute();
    expect(rows.map(({ fileName, voidReason }) => [fileName, voidReason])).toEqual([
      ["一.pdf", "没有签成"],
      ["二.pdf", null],
    ]);
  });
});

describe("a dump", () => {
  it("brings the papers with it and back, letter for letter", async () => {
    const { add, file, ledger } = await office();
    await add(file("一.pdf"), file("二.pdf"));
    const text = documentText(await dumpLedger(ledger));
    const copy = path.join(testFolder(), "再.jingfei");
    await loadLedger({ path: copy, clock, document: text });
    const again = await openLedger({ path: copy, clock });
    expect(documentText(await dumpLedger(again))).toBe(text);
    await again.close();
  });

  it("is not loaded when a paper in it was changed", async () => {
    const { add, file, ledger } = await office();
    await add(file("一.pdf"));
    const text = documentText(await dumpLedger(ledger));
    const changed = text.replace(pdf("一.pdf").toString("base64"), pdf("假").toString("base64"));
    const loading = { path: path.join(testFolder(), "再.jingfei"), clock, document: changed };
    expect((await failureOf(() => loadLedger(loading))).message).toContain("附件导出后被改动过");
  });

  it("that would hold more than one text can says what to do instead", async () => {
    const { add, file, ledger } = await office();
    await add(file("大.pdf", pdf("0".repeat(2_000_000))));
    const failure = await failureOf(() => dumpLedger(ledger, { mostContents: 1_000_000 }));
    expect(failure).toMatchObject({
      code: "refused",
      message: "账本里的附件共 2 MB，超过一份 JSON 能装下的 1 MB，没有导出。",
    });
    expect(failure.hint).toContain("直接复制账本文件");
    const { tables } = await dumpLedger(ledger, { mostContents: 3_000_000 });
    expect(tables.attachment).toHaveLength(1);
  });
});
