import { writeFileSync } from "node:fs";
import path from "node:path";
import { invoiceId } from "#engine/sample/invoiceDraft.ts";
import { eInvoiceXml } from "#test/engine/invoices/eInvoiceXml.ts";
import { invoiceOf } from "#test/engine/invoices/office.ts";
import { manualDraft } from "../drafts.ts";
import type { EngineDesk } from "../engineDesk.ts";
import { idOf } from "../smallOffice.ts";
import { fresh, nothing, type Requests, reason, year } from "./common.ts";

const exportName = "示例_全量发票查询导出结果.xlsx";

const preview = ({ ask, grant }: EngineDesk) =>
  ask("invoices.previewImport", { source: { file: grant(exportName, "read") }, said: null, fixes: [] });

const importSample = async (engine: EngineDesk) =>
  engine.ask("invoices.commitImport", {
    previewId: (await preview(engine)).id,
    leaveOut: [],
    rememberAs: null,
  });

/** A picture that says no number, never the same twice. */
function ticket({ folder, grant }: EngineDesk) {
  const name = `${fresh("发票")}.png`;
  writeFileSync(
    path.join(folder, name),
    Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.from(name)]),
  );
  return grant(name, "read");
}

async function waitingTicket(engine: EngineDesk) {
  await engine.ask("papers.place", { file: ticket(engine), part: null, numbers: ["98".repeat(10)] });
  return idOf((await engine.ask("papers.waiting", {}))[0]);
}

export const invoiceRequests = {
  "papers.sort": async (engine) => ({ files: [ticket(engine)] }),
  "papers.take": async ({ folder, grant }) => {
    writeFileSync(path.join(folder, "数电票.xml"), eInvoiceXml(invoiceOf(77_777)));
    return { files: [grant("数电票.xml", "read")] };
  },
  "papers.place": async (engine) => ({ file: ticket(engine), part: null, numbers: ["99".repeat(10)] }),
  "papers.waiting": nothing,
  "papers.assign": async (engine) => ({
    attachmentId: await waitingTicket(engine),
    invoiceId: invoiceId("joint-1"),
  }),
  "papers.discard": async (engine) => ({ id: await waitingTicket(engine), reason }),
  "invoices.missingPapers": async () => ({ fiscalYear: null }),
  "invoices.list": async () => ({ fiscalYear: null }),
  "invoices.get": async () => ({ id: invoiceId("joint-1") }),
  "invoices.inspect": async ({ grant }) => ({ source: { file: grant(exportName, "read") }, said: null }),
  "invoices.fields": nothing,
  "invoices.previewImport": async ({ grant }) => ({
    source: { file: grant(exportName, "read") },
    said: null,
    fixes: [],
  }),
  "invoices.compare": async (engine) => {
    const { id, entries } = await preview(engine);
    return { previewId: id, number: entries[0]?.number ?? "" };
  },
  "invoices.saveRejected": async (engine) => ({
    previewId: (await preview(engine)).id,
    file: engine.grant("没有导入的行.xlsx"),
  }),
  "invoices.sources": nothing,
  "invoices.forgetSource": async (engine) => {
    const { id } = await preview(engine);
    await engine.ask("invoices.commitImport", { previewId: id, leaveOut: [], rememberAs: "税务局" });
    return { fingerprint: (await engine.ask("invoices.sources", {}))[0]?.fingerprint ?? "" };
  },
  "invoices.commitImport": async (engine) => ({
    previewId: (await preview(engine)).id,
    leaveOut: [],
    rememberAs: null,
  }),
  "invoices.batches": nothing,
  "invoices.undoBatch": async (engine) => {
    const { id } = await preview(engine);
    const { batch } = await engine.ask("invoices.commitImport", {
      previewId: id,
      leaveOut: [],
      rememberAs: null,
    });
    return { batchId: batch.id, reason };
  },
  "invoices.batch": async (engine) => ({ id: (await importSample(engine)).batch.id }),
  "invoices.batchRows": async (engine) => ({ id: (await importSample(engine)).batch.id }),
  "invoices.batchRow": async (engine) => {
    const { batch } = await importSample(engine);
    const [row] = await engine.ask("invoices.batchRows", { id: batch.id });
    if (row === undefined) throw new Error("nothing was imported");
    return { id: row.id };
  },
  "invoices.scan": async () => ({ text: "01,32,,22312000000000000999,106.00,20220331,,1DD6," }),
  "invoices.saveManual": async () => manualDraft(),
  "invoices.void": async (engine) => ({
    id: (await engine.ask("invoices.saveManual", manualDraft())).invoice.id,
    reason,
  }),
  "invoices.relations": async () => ({ fiscalYear: null }),
  "invoices.setBlue": async () => ({ id: invoiceId("intercoms-4-red"), blueNumber: null }),
  "matching.list": async (engine) => {
    await importSample(engine);
    return { ...year, band: null, search: "", from: 0, count: 100 };
  },
  "matching.choices": async () => ({ invoiceId: invoiceId("joint-1") }),
  "matching.preview": async () => ({ sureOf: year, picks: [] }),
  "matching.accept": async (engine) => {
    await importSample(engine);
    const picks = { sureOf: year, picks: [] };
    const { planHash } = await engine.ask("matching.preview", picks);
    return { ...picks, planHash, names: [] };
  },
} satisfies Partial<Requests>;
