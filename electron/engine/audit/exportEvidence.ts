import { createHash } from "node:crypto";
import path from "node:path";
import type { FindingView } from "#shared/api/checks.ts";
import type { Exported } from "#shared/api/filings.ts";
import type { Form } from "#shared/forms/form.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import { safeFileName } from "#shared/kernel/safeFileName.ts";
import type { Row } from "#shared/model/ledger.ts";
import { checkPayment } from "#shared/rules/check.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { attachmentWords } from "#shared/words/words.ts";
import { readContent } from "../attachments/readContent.ts";
import { decided } from "../checks/decisions.ts";
import type { Context } from "../context.ts";
import { writeFileWhole } from "../files/writeFile.ts";
import { type ZipPart, zipBytes } from "../files/writeZip.ts";
import { writeForm } from "../filings/writeForm.ts";
import { throwIfCancelled } from "../pause.ts";
import { noSuchPayment } from "../payments/savePayment.ts";
import { buildEvidence } from "./evidencePaper.ts";
import { type EvidenceRows, evidenceRows } from "./evidenceRows.ts";

type File = Readonly<{ name: string; bytes: Buffer }>;

/**
 * Packs what one payment rests on into a zip: the paper that tells it, as PDF and workbook, the attachments of
 * the payment and of what it rests on, the rows as the ledger holds them, and the SHA-256 of every file, in the form
 * that `sha256sum -c` reads. Refused when an attachment no longer matches its hash.
 */
export async function exportEvidence(
  context: Context,
  { id, path: target }: Readonly<{ id: Id; path: string }>,
): Promise<Exported> {
  const evidence = await evidenceRows(context.ledger, id);
  if (evidence === undefined) throw noSuchPayment();
  const attached = await attachedFiles(context, evidence.attachments);
  const form = await evidenceForm(context, evidence, attached);
  const { files, warnings, pages } = await paperFiles(context, form);
  const rows = Buffer.from(`${JSON.stringify(evidence, null, 2)}\n`);
  const all = [
    ...files,
    { name: "账本数据.json", bytes: rows },
    ...[...attached.values()].map(({ file }) => file),
  ];
  const sums = all.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join("");
  const folder = `付款审计材料_${evidence.payment.paymentNo}`;
  const packed = [...all, { name: "校验值.txt", bytes: Buffer.from(sums) }];
  const parts = packed.map(({ name, bytes }): ZipPart => [`${folder}/${name}`, [bytes]]);
  await writeFileWhole(target, await zipBytes(parts));
  return { fileName: path.basename(target), pages, warnings };
}

type Attached = ReadonlyMap<Id, Readonly<{ file: File; sha256: string }>>;

async function attachedFiles(context: Context, attachments: readonly Row<"attachment">[]): Promise<Attached> {
  const files = new Map<Id, { file: File; sha256: string }>();
  for (const [index, row] of attachments.entries()) {
    context.progress({ done: index, total: attachments.length, note: `正在取出附件“${row.fileName}”` });
    throwIfCancelled(context.signal);
    const bytes = await readContent(context.ledger, row);
    const number = String(index + 1).padStart(2, "0");
    const name = `附件/${number} ${attachmentWords[row.kind]} ${safeFileName(row.fileName)}`;
    files.set(row.id, { file: { name, bytes }, sha256: sha256(bytes) });
  }
  return files;
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function evidenceForm(context: Context, evidence: EvidenceRows, attached: Attached): Promise<Form> {
  const facts = await context.facts();
  const { payment } = evidence;
  const project = facts.projects.get(payment.projectId);
  const unit = payment.payerUnitId ?? project?.implementingUnitId ?? null;
  return buildEvidence({
    evidence,
    officeName: unit === null ? "" : facts.ownUnits.nameOn(unit, facts.asOf),
    projectName: project === undefined ? "" : `${project.name}（${project.code}）`,
    budgetLineName:
      payment.budgetLineId === null ? "" : (facts.budgetLines.get(payment.budgetLineId)?.name ?? ""),
    vendorNames: new Map(facts.rows.vendor.map((row) => [row.id, row.name])),
    findings: await findingsOf(context, facts, payment),
    asOf: facts.asOf,
    pathOf: (row) => attached.get(row.id)?.file.name ?? row.fileName,
    sha256Of: (row) => attached.get(row.id)?.sha256 ?? "",
  });
}

/** A void payment is not among the facts: nothing is checked on it any more. */
const findingsOf = async (
  { ledger }: Context,
  facts: Facts,
  { id }: Row<"payment">,
): Promise<readonly FindingView[]> => decided(ledger, facts, checkPayment(facts, id));

/** The workbook always; the PDF unless a character is in no font, which is said and not in silence left out. */
async function paperFiles(
  context: Context,
  form: Form,
): Promise<Readonly<{ files: readonly File[]; warnings: readonly string[]; pages: number | null }>> {
  const workbook = { name: `${form.title}.xlsx`, bytes: (await writeForm(context, form, "xlsx")).bytes };
  try {
    const { bytes, pages } = await writeForm(context, form, "pdf");
    return { files: [{ name: `${form.title}.pdf`, bytes }, workbook], warnings: [], pages };
  } catch (error) {
    if (!(error instanceof UserError) || error.code === "cancelled") throw error;
    return { files: [workbook], warnings: [`没有生成 PDF：${error.message}`], pages: null };
  }
}
