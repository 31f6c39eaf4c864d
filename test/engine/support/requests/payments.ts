import path from "node:path";
import { instalmentId } from "#engine/sample/instalments.ts";
import { invoiceId } from "#engine/sample/invoiceDraft.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { projectId } from "#engine/sample/project.ts";
import type { ApiInput } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import { paymentDraft } from "../drafts.ts";
import type { EngineDesk } from "../engineDesk.ts";
import { changeInvoice, makeAdvance, twinInvoice } from "../papers.ts";
import { writePayments } from "../paymentSheets.ts";
import { fresh, nothing, type Requests, reason, year } from "./common.ts";

const back = { action: "return", by: "沈经办", opinion: "请补合同", paidOn: null } as const;

const paid = { id: paymentId("joint-1"), by: "沈经办", note: "" } as const;

const contextOf = ({ desk }: EngineDesk) =>
  desk.context({ signal: new AbortController().signal, progress: () => undefined });

/** The invoice of a payment made was voided, and another one came. */
async function exchange(engine: EngineDesk): Promise<ApiInput<"payments.exchangeInvoice">> {
  const context = await contextOf(engine);
  const fromInvoiceId = invoiceId("joint-1");
  const toInvoiceId = await twinInvoice(context, fromInvoiceId, { number: "22312000000000009999" });
  await changeInvoice(context, fromInvoiceId, { status: "void" });
  return { ...paid, fromInvoiceId, toInvoiceId };
}

async function offset(engine: EngineDesk): Promise<ApiInput<"payments.offsetAdvance">> {
  await makeAdvance(await contextOf(engine), paid.id);
  return { ...paid, invoiceId: invoiceId("joint-1"), amountCents: cents(100) };
}

/** An advance was offset by a wrong invoice. */
async function moved(engine: EngineDesk): Promise<ApiInput<"payments.moveBack">> {
  const changes = { number: fresh("22312"), status: "normal" } as const;
  const wrong = await twinInvoice(await contextOf(engine), invoiceId("joint-1"), changes);
  await engine.ask("payments.offsetAdvance", { ...(await offset(engine)), invoiceId: wrong });
  return paid;
}

const asHistory = { state: "paid", projectId } as const;

async function paymentFile({ grant, folder }: EngineDesk): Promise<ApiInput<"paymentImport.preview">> {
  await writePayments(path.join(folder, "付款.xlsx"), [
    { 日期: "2022-03-01", 收款方: "某店", 金额: "12.00" },
  ]);
  return { file: grant("付款.xlsx", "read"), ...asHistory };
}

export const paymentRequests = {
  "payments.list": async () => year,
  "payments.get": async () => ({ id: paymentId("joint-1") }),
  "payments.propose": async () => ({ projectId, invoiceId: null, instalmentId: instalmentId("joint", 3) }),
  "payments.checkDraft": async () => paymentDraft(projectId),
  "payments.save": async () => paymentDraft(projectId),
  "payments.findingCounts": async () => year,
  "payments.listVoided": async () => year,
  "payments.proposeRefund": async () => ({ id: paymentId("joint-1") }),
  "payments.step": async () => ({ id: paymentId("trade-1"), ...back }),
  "payments.stepMany": async () => ({ ids: [paymentId("trade-1")], ...back }),
  "payments.movableInvoices": async () => ({ id: paymentId("joint-1"), fromInvoiceId: null }),
  "payments.exchangeInvoice": exchange,
  "payments.offsetAdvance": offset,
  "payments.moveBack": moved,
  "payments.duties": nothing,
  "payments.saveDuties": async () => ({ separate: true }),
  "payments.void": async () => ({ id: paymentId("trade-1"), reason }),
  "paymentImport.preview": paymentFile,
  "paymentImport.choose": async (engine) => ({
    previewId: (await engine.ask("paymentImport.preview", await paymentFile(engine))).id,
    ...asHistory,
    leaveOut: [],
    asNew: [],
  }),
  "paymentImport.commit": async (engine) => ({
    previewId: (await engine.ask("paymentImport.preview", await paymentFile(engine))).id,
  }),
  "paymentImport.batches": nothing,
  "paymentImport.undo": async (engine) => {
    const { id } = await engine.ask("paymentImport.preview", await paymentFile(engine));
    const { batch } = await engine.ask("paymentImport.commit", { previewId: id });
    return { batchId: batch.id, reason };
  },
  "paymentImport.template": async ({ grant }) => ({ file: grant("付款登记表.xlsx") }),
} satisfies Partial<Requests>;
