import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { openLedger } from "#engine/ledger/openLedger.ts";
import { createSample } from "#engine/sample/createSample.ts";
import { sampleToday } from "#engine/sample/office.ts";
import { createSession } from "#engine/session.ts";
import type { Ledger } from "#engine/store/types.ts";
import { checkLedger } from "#shared/rules/check.ts";
import { sampleImportCounts } from "./expected.ts";

const clock = { today: () => sampleToday, now: () => "2022-07-08T01:00:00Z" };
let folder: string;
let exportPath: string;
let ledger: Ledger;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jingfei-sample-"));
  const path = join(folder, "sample.db");
  ({ exportPath } = await createSample({ path, clock }));
  ledger = await openLedger({ path, clock });
});

afterEach(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

const context = () =>
  createSession(ledger).context({ signal: new AbortController().signal, progress: () => undefined });

it("comes to what the README says when the sample's export is imported", async () => {
  const { preview } = await importInvoices(await context(), { path: exportPath });
  expect(preview.counts).toEqual(sampleImportCounts);
  expect(preview.issues.map(({ ruleId, severity }) => `${ruleId} ${severity}`).toSorted()).toEqual([
    "INV-01 block",
    "INV-03 warn",
    "INV-05 block",
    "INV-06 warn",
    "INV-07 block",
    "INV-12 block",
    "INV-12 block",
    "INV-19 hint",
  ]);
});

async function found(): Promise<readonly string[]> {
  const { facts } = await context();
  return checkLedger(await facts()).map(
    ({ ruleId, severity, subjects }) =>
      `${ruleId} ${severity} ${subjects.map(({ label }) => label).join(" ")}`,
  );
}

it("then brings more findings: a conflict, a paid invoice taken back, another office's bill, a suspect one", async () => {
  const before = new Set(await found());
  await importInvoices(await context(), { path: exportPath });
  expect((await context()).officer).toBe("沈经办");
  expect((await found()).filter((line) => !before.has(line))).toEqual([
    "INV-01 block 03100220011103345120 示例_全量发票查询导出结果.xlsx",
    "INV-05 block 22312000000071204415 FK-2022-0015",
    "INV-06 warn 03100220011101182477",
    "INV-07 block 03100220011103346398",
    "INV-19 hint 03100220011107721655 03100220011107721656",
  ]);
});
