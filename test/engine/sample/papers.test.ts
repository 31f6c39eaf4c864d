import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sampleDocument } from "#engine/sample/document.ts";
import { paperPdf } from "#engine/sample/paperPdf.ts";

const { tables } = sampleDocument();
const { attachment, attachmentContent } = tables;
const kindsOf = (column: "contractId" | "invoiceId" | "paymentId" | "acceptanceId", id: string) =>
  attachment.filter((row) => row[column] === id).map(({ kind }) => kind);

/** Reads a PDF by its table of objects alone, as a reader does that starts at the end of the file. */
function objectsOf(bytes: Buffer): readonly string[] {
  const text = bytes.toString("latin1");
  const tableAt = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const [head, count = "0", entries = ""] =
    /^xref\n0 (\d+)\n([\s\S]*?)trailer/.exec(text.slice(tableAt)) ?? [];
  expect(head).toBeDefined();
  const offsets = [...entries.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(offsets).toHaveLength(Number(count) - 1);
  return offsets.map((offset, index) => {
    const body = text.slice(offset, text.indexOf("\nendobj", offset));
    expect(body.startsWith(`${index + 1} 0 obj\n`)).toBe(true);
    return body;
  });
}

const textOf = (bytes: Buffer): string =>
  [...bytes.toString("latin1").matchAll(/<([0-9a-f]+)> Tj/g)]
    .map(([, hex = ""]) => Buffer.from(hex, "hex").swap16().toString("utf16le"))
    .join("\n");

describe("a paper of the sample", () => {
  const paper = { title: "合同（甲）", lines: ["金额：1.00元", "𠮷"], stamp: "示例章" };

  it("is a PDF whose table leads to every object, and whose stream is as long as it says", () => {
    const objects = objectsOf(paperPdf(paper));
    expect(objects[0]).toContain("/Type /Catalog");
    const [, length, stream] =
      /\/Length (\d+) >>\nstream\n([\s\S]*)\nendstream$/.exec(objects[3] ?? "") ?? [];
    expect(stream).toHaveLength(Number(length));
  });

  it("says what it is told, and is the same every time", () => {
    expect(textOf(paperPdf(paper))).toBe("合同（甲）\n金额：1.00元\n𠮷\n示例章");
    expect(paperPdf(paper).equals(paperPdf(paper))).toBe(true);
  });

  it("has a red ring only where it is stamped", () => {
    expect(paperPdf(paper).toString("latin1")).toContain("0.8 0 0 RG");
    expect(paperPdf({ title: "单", lines: [] }).toString("latin1")).not.toContain(" RG");
  });
});

describe("the papers the sample office filed", () => {
  it("are kept under the hash and the size of what they hold", () => {
    const contents = new Map(attachmentContent.map((row) => [row.id, row]));
    for (const row of attachment) {
      const content = contents.get(row.contentId);
      const bytes = Buffer.from(content?.base64 ?? "", "base64");
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(content?.sha256);
      expect(bytes).toHaveLength(row.sizeBytes);
    }
    expect(new Set(attachmentContent.map(({ sha256 }) => sha256)).size).toBe(attachment.length);
  });

  it("stand behind one record each, and are small", () => {
    for (const row of attachment) {
      const owners = [row.contractId, row.acceptanceId, row.invoiceId, row.approvalId, row.paymentId];
      expect(owners.filter((id) => id !== null)).toHaveLength(1);
      expect(row.sizeBytes).toBeLessThan(3_000);
    }
  });

  it("lack the signed scan of one contract and the form of one paid payment, and nothing else", () => {
    const unscanned = tables.contract.filter(({ id }) => !kindsOf("contractId", id).includes("contractScan"));
    expect(unscanned.map(({ id }) => id)).toEqual(["sample-contract-publicity"]);
    const asked = tables.payment.filter(({ voidedAt, state }) => voidedAt === null && state !== "draft");
    const unformed = asked.filter(({ id }) => !kindsOf("paymentId", id).includes("approval"));
    expect(unformed.map(({ id }) => id)).toEqual(["sample-payment-supplies-2"]);
    const unproved = tables.acceptance.filter(
      ({ id }) => !kindsOf("acceptanceId", id).includes("acceptance"),
    );
    expect(unproved).toEqual([]);
  });

  it("hold the original of every invoice that is asked to be paid, and the list of what was delivered", () => {
    const used = new Set(
      tables.allocation.flatMap(({ invoiceId, paymentId }) =>
        tables.payment.find(({ id }) => id === paymentId)?.state === "draft" ? [] : [invoiceId],
      ),
    );
    const unfiled = tables.invoice.filter(
      ({ id }) => used.has(id) && !kindsOf("invoiceId", id).includes("invoice"),
    );
    expect(unfiled).toEqual([]);
    expect(kindsOf("invoiceId", "sample-invoice-supplies-1")).toEqual(["invoice", "goodsList"]);
    expect(kindsOf("invoiceId", "sample-invoice-phones-1")).toEqual(["invoice"]);
  });
});
