import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ImportContext } from "#engine/invoices/importContext.ts";
import { inspectSource } from "#engine/invoices/inspectSource.ts";
import { previewImport } from "#engine/invoices/previewImport.ts";
import { canonicalNumber } from "#shared/invoices/invoiceNumber.ts";
import type { ImportPreview } from "#shared/invoices/preview.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { type Mutant, mutantOf, originals } from "./mutants/mutants.ts";
import { importOf, invoiceOf, office } from "./office.ts";

/** `MUTANTS=10000` makes as many, from `MUTANTS_FROM` on. Each has a number, which a failure names. */
const mutants = Number(process.env.MUTANTS ?? 300);
const first = Number(process.env.MUTANTS_FROM ?? 0);

/** Far above what any of them needs, far below what a person would take for a program that hangs. Processor seconds. */
const longest = 5;
const mostMegabytes = 400;

it(`${mutants} mutated lists: each is a preview or a sentence, soon and in little memory, and the ledger is as it was`, {
  timeout: 60_000 + mutants * 200,
}, async () => {
  const { ledger, context } = await office();
  await importOf(context, invoiceOf(1), invoiceOf(2));
  const before = [readFileSync(ledger.path), readFileSync(`${ledger.path}-wal`)];
  const { workbooks, others } = await originals();
  const folder = testFolder();
  const said = { read: 0, refused: 0 };
  const faults: string[] = [];
  const worst = { number: 0, seconds: 0 };
  const megabytesBefore = process.memoryUsage.rss() / 1_048_576;
  let megabytes = 0;
  for (let number = first; number < first + mutants; number += 1) {
    // One in eight is no workbook: csv, 数电票 XML, a zip of them.
    const list = number % 8 === 7 ? others : workbooks;
    const original = list[(number >> 3) % list.length];
    if (original === undefined) throw new Error("no original");
    const mutant = await mutantOf(original, number);
    const spent = process.cpuUsage();
    const outcome = await outcomeOf(context, folder, mutant);
    if (outcome === "read" || outcome === "refused") said[outcome] += 1;
    else faults.push(`mutant ${number}: ${outcome}`);
    const { user, system } = process.cpuUsage(spent);
    if (user + system > worst.seconds * 1e6) Object.assign(worst, { number, seconds: (user + system) / 1e6 });
    megabytes = Math.max(megabytes, process.memoryUsage.rss() / 1_048_576);
  }
  expect(faults).toEqual([]);
  expect(worst.seconds, `mutant ${worst.number}`).toBeLessThan(longest);
  expect(megabytes - megabytesBefore).toBeLessThan(mostMegabytes);
  expect([readFileSync(ledger.path), readFileSync(`${ledger.path}-wal`)]).toEqual(before);
  // Both happen: else they were not damaged, or too much.
  expect(Math.min(said.read, said.refused)).toBeGreaterThan(mutants / 20);
  if (process.env.MUTANTS !== undefined)
    process.stdout.write(
      `${JSON.stringify({
        ...said,
        worst,
        megabytes: Math.round(megabytes),
        megabytesBefore: Math.round(megabytesBefore),
      })}\n`,
    );
});

/** What becomes of it: "read", "refused", or what is wrong with the answer. */
async function outcomeOf(context: ImportContext, folder: string, { name, bytes }: Mutant): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  try {
    await inspectSource(context, { path });
    const { preview } = await previewImport(context, path);
    return faultOf(preview) ?? "read";
  } catch (error) {
    if (!(error instanceof UserError)) return error instanceof Error ? `${error.stack}` : String(error);
    const isSaid = /[\u4e00-\u9fff]/.test(error.message) && (error.hint ?? "").length > 0;
    return error.code === "bad-file" && isSaid ? "refused" : `${error.code}: ${error.message}`;
  }
}

/** What no preview may say. */
function faultOf({ counts, entries, rejected, issues, totals }: ImportPreview): string | undefined {
  const shown = counts.new + counts.unchanged + counts.changed + counts.conflict;
  if (shown !== entries.length) return `counts ${shown} of ${entries.length}`;
  const odd = entries.find(
    ({ number, grossCents, row, rows }) =>
      canonicalNumber(number) !== number ||
      !Number.isSafeInteger(grossCents) ||
      row < 0 ||
      !rows.includes(row),
  );
  if (odd !== undefined) return `entry ${JSON.stringify(odd)}`;
  if (rejected.some(({ message, row }) => message === "" || row < 0)) return "a row refused without a word";
  if (issues.some(({ message }) => !/[\u4e00-\u9fff]/.test(message))) return "an issue without a word";
  if (totals.some(({ readCents, statedCents }) => !Number.isSafeInteger(readCents + statedCents)))
    return "a total";
  return undefined;
}
