import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Context } from "#engine/context.ts";
import { exportForm } from "#engine/filings/exportForm.ts";
import { mapWithPauses } from "#engine/pause.ts";
import { buildPaymentCheck } from "#shared/forms/builders/paymentCheck.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";

describe("an export that is cancelled", () => {
  it.each(["xlsx", "pdf"] as const)("while its lines are gathered leaves no file: %s", async (format) => {
    const controller = new AbortController();
    const notes: string[] = [];
    const context: Context = {
      ...(await (await sampleDesk()).context()),
      signal: controller.signal,
      progress: ({ note }) => {
        notes.push(note);
        controller.abort();
      },
    };
    const file = path.join(testFolder(), `台账.${format}`);
    const request = { form: "invoices", format, subject: { fiscalYear: 2022, projectId: null } } as const;
    await expect(exportForm(context, { ...request, path: file })).rejects.toThrow("aborted");
    expect(notes).toEqual(["正在整理《发票台账》"]);
    expect(existsSync(file)).toBe(false);
  });

  it("is heard between stretches of a long list", async () => {
    const controller = new AbortController();
    let made = 0;
    setImmediate(() => controller.abort());
    const all = mapWithPauses({ signal: controller.signal }, Array(100_000).fill(0), () => (made += 1));
    await expect(all).rejects.toThrow("aborted");
    expect(made).toBeLessThan(100_000);
  });
});

it("a check of payments prints as many findings as there are", () => {
  const scope = { fiscalYear: 2022, project: null, unitName: "", asOf: isoDate("2022-07-08") };
  const line = { ruleId: "INV-01", severity: "warn", message: "发票重复。", accepted: null } as const;
  const others = Array.from({ length: 150_000 }, () => ({ line, decision: null }));
  const form = buildPaymentCheck({ scope, payments: [], others }, templateOf("sh-2022"));
  expect(form.rows.length).toBeGreaterThan(150_000);
});
