import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { loadLedger } from "#engine/ledger/loadLedger.ts";
import { openWriter } from "#engine/store/connection.ts";
import { restoreRow } from "#engine/store/restoreRows.ts";
import { insertRow, removeRow, updateRow, voidRow } from "#engine/store/rows.ts";
import type { Ledger, WritableLedger } from "#engine/store/types.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { type Row, type TableName, tableNames } from "#shared/model/ledger.ts";
import { everyTable } from "./everyTable.ts";
import { allocationRow, insertCase, paymentRow, projectRow } from "./rowsOf.ts";
import { clock, failureOf, testFolder, testLedger, write } from "./testLedger.ts";

/** Of what a year holds, or none: a new table must be put on one of the two sides. */
const open: ReadonlySet<string> = new Set<TableName>([
  ...(["ownUnit", "ownUnitName", "fiscalYear", "setting", "economicCode", "holiday", "staff"] as const),
  ...([
    "vendor",
    "vendorName",
    "vendorAccount",
    "importBatch",
    "importRow",
    "invoice",
    "ruleSetting",
  ] as const),
  ...(["indicatorActual", "selfEvaluation", "filing", "filingVersion", "finding", "decision"] as const),
  ...(["monitoring", "submission", "filingFile", "formTemplate", "broughtPaper"] as const),
  ...(["bondMovement", "needIssue", "attachmentContent", "changeLog"] as const),
]);

describe("of a ledger with a closed year and a row in every table", () => {
  it("each table stays, or is open on purpose", async () => {
    const path = join(testFolder(), "账本.jingfei");
    await loadLedger({ path, clock, document: JSON.stringify(everyTable()) });
    const database = openWriter(path);
    onTestFinished(() => void database.close());
    const refusals = tableNames.map((table) => {
      try {
        database.exec(`begin; update "${table}" set "id" = "id"`);
        return [table, ""];
      } catch (error) {
        return [table, String(error)];
      } finally {
        database.exec("rollback");
      }
    });
    for (const [table = "", refusal] of refusals) {
      if (open.has(table)) expect(refusal).not.toContain("yearClosed");
      else expect(refusal).toContain(`jingfei:yearClosed|2022|${table}|`);
    }
  });
});

const live = { voidedAt: null, voidReason: null } as const;

const approval = (over: Partial<Row<"approval">>): Row<"approval"> => ({
  ...{ id: asId("approval-1"), kind: "minutes", documentNo: "", title: "会议纪要", content: "" },
  ...{ approvedOn: isoDate("2022-03-01"), projectId: null, contractId: null, paymentId: null },
  ...live,
  ...over,
});

const owners = {
  ...{ projectId: null, contractId: null, supplementId: null, acceptanceId: null },
  ...{ invoiceId: null, approvalId: null, paymentId: null },
} as const;

const paper = (over: Partial<Row<"attachment">>): Row<"attachment"> => ({
  ...{ id: asId("paper-1"), contentId: asId("content-1"), kind: "other", fileName: "扫描件.pdf" },
  ...{
    mediaType: "application/pdf",
    sizeBytes: 5,
    addedAt: clock.now(),
    addedBy: "",
    note: "",
    invoiceNumber: null,
  },
  ...{ ...owners, ...live },
  ...over,
});

const closed: Row<"fiscalYear"> = {
  ...{ id: asId("year-1"), year: 2022, state: "closed", paymentCutoff: null, stateReason: "" },
};

/** A payment of 2022 and what it rests on, with a paper and an approval each, and a project of 2023; then 2022 is closed. */
async function closedCase(): Promise<Ledger> {
  const ledger = await testLedger();
  await write(ledger, async (tx) => {
    await insertCase(tx);
    await insertRow(tx, "allocation", allocationRow());
    await insertRow(tx, "project", projectRow({ id: asId("project-2"), code: "P2", fiscalYear: 2023 }));
    const next = { id: asId("payment-2"), paymentNo: "FK-2", projectId: asId("project-2") };
    await insertRow(tx, "payment", paymentRow({ ...next, budgetLineId: null, contractId: null }));
    await insertRow(tx, "approval", approval({ contractId: asId("contract-1") }));
    await insertRow(tx, "attachmentContent", { id: asId("content-1"), sha256: "0".repeat(64), base64: "" });
    await insertRow(tx, "attachment", paper({ invoiceId: asId("invoice-1") }));
    await insertRow(tx, "invoiceLine", line("line-1", 1));
    await insertRow(tx, "fiscalYear", closed);
  });
  return ledger;
}

const line = (id: string, seq: number): Row<"invoiceLine"> => ({
  ...{
    id: asId(id),
    invoiceId: asId("invoice-1"),
    seq,
    taxCategoryCode: "",
    goodsName: "*物业*服务",
    spec: "",
  },
  ...{ unitName: "", quantity: null, unitPrice: null, taxRate: "" },
  ...{ netCents: cents(1), taxCents: cents(0), grossCents: cents(1) },
});

type Attempt = readonly [what: string, attempt: (tx: WritableLedger) => Promise<unknown>];

describe("a closed year", () => {
  const invoice = asId("invoice-1");
  const refused: readonly Attempt[] = [
    [
      "an approval of its payment",
      (tx) => insertRow(tx, "approval", approval({ id: asId("a"), paymentId: asId("payment-1") })),
    ],
    ["an approval of its contract", (tx) => voidRow(tx, "approval", asId("approval-1"), "错")],
    [
      "a paper of its approval",
      (tx) => insertRow(tx, "attachment", paper({ id: asId("p"), approvalId: asId("approval-1") })),
    ],
    [
      "a paper of its payment",
      (tx) => insertRow(tx, "attachment", paper({ id: asId("p"), paymentId: asId("payment-1") })),
    ],
    ["a paper of an invoice that it paid", (tx) => voidRow(tx, "attachment", asId("paper-1"), "错")],
    ["a line of an invoice that it paid", (tx) => removeRow(tx, "invoiceLine", asId("line-1"))],
    ["one line more", (tx) => insertRow(tx, "invoiceLine", line("line-2", 2))],
    [
      "the money of an invoice that it paid",
      (tx) => updateRow(tx, "invoice", invoice, { netCents: cents(1) }),
    ],
    [
      "a step of its payment",
      (tx) =>
        insertRow(tx, "paymentStep", {
          ...{ id: asId("step-1"), paymentId: asId("payment-1"), seq: 1, action: "submit", by: "王经办" },
          ...{ at: clock.now(), opinion: "", findingsJson: null },
        }),
    ],
  ];

  it.each(refused)("keeps %s as it is until it is open again", async (_what, attempt) => {
    const ledger = await closedCase();
    const failure = await failureOf(() => write(ledger, attempt));
    expect(failure.code).toBe("refused");
    expect(failure.message).toMatch(/2022 年度(的付款，该年度)?已关账，.+不能再改动。$/);
    await write(ledger, (tx) => updateRow(tx, "fiscalYear", closed.id, { state: "open" }));
    await write(ledger, attempt);
  });

  const allowed: readonly Attempt[] = [
    ["that its invoice was reversed", (tx) => updateRow(tx, "invoice", invoice, { status: "redFull" })],
    [
      "a paper of its project",
      (tx) => insertRow(tx, "attachment", paper({ id: asId("p"), projectId: asId("project-1") })),
    ],
    [
      "an approval of a payment of the next year on its contract",
      (tx) =>
        insertRow(
          tx,
          "approval",
          approval({ id: asId("a"), contractId: asId("contract-1"), paymentId: asId("payment-2") }),
        ),
    ],
  ];

  it.each(allowed)("lets in %s", async (_what, attempt) => {
    const ledger = await closedCase();
    const before = await ledger.read.selectFrom("changeLog").select("id").execute();
    await write(ledger, attempt);
    expect(await ledger.read.selectFrom("changeLog").select("id").execute()).toHaveLength(before.length + 1);
  });

  it("lets a reversal of its invoice be taken back, which writes the same money again", async () => {
    const ledger = await closedCase();
    const before = await ledger.read.selectFrom("invoice").selectAll().executeTakeFirstOrThrow();
    await write(ledger, (tx) => updateRow(tx, "invoice", invoice, { status: "redFull" }));
    await write(ledger, (tx) => restoreRow(tx, "invoice", before));
    expect(await ledger.read.selectFrom("invoice").select("status").executeTakeFirst()).toEqual({
      status: "normal",
    });
  });

  it("lets an invoice change that none of its payments uses any more", async () => {
    const ledger = await closedCase();
    await write(ledger, (tx) => updateRow(tx, "fiscalYear", closed.id, { state: "open" }));
    await write(ledger, (tx) => voidRow(tx, "payment", asId("payment-1"), "错"));
    await write(ledger, (tx) => updateRow(tx, "fiscalYear", closed.id, { state: "closed" }));
    await write(ledger, (tx) => updateRow(tx, "invoice", invoice, { netCents: cents(1) }));
    await write(ledger, (tx) => removeRow(tx, "invoiceLine", asId("line-1")));
  });
});
