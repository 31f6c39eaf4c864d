import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "#engine/context.ts";
import { previewForm } from "#engine/filings/previewForm.ts";
import { writeForm } from "#engine/filings/writeForm.ts";
import { type Fonts, loadFonts } from "#engine/pdf/fonts.ts";
import { sampleToday } from "#engine/sample/office.ts";
import { type FilingFormat, type FormId, formIds, formKindOf } from "#shared/forms/formKinds.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";

/** The same ledger gives the same files, byte for byte, however often and from whichever copy of it they are written. */

const at = "2022-07-08T01:00:00.000Z";

let fonts: Fonts;
let desks: readonly Context[];
beforeAll(async () => {
  fonts = await loadFonts();
});

async function fileOf(context: Context, form: FormId, format: FilingFormat): Promise<string> {
  const { rows, payments } = await context.facts(sampleToday);
  const [project] = rows.project;
  const payment = payments.find(({ row }) => row.paymentNo === "FK-2022-0004");
  if (project === undefined || payment === undefined) throw new Error("the sample has changed");
  const subject = {
    project: { projectId: project.id },
    year: { fiscalYear: 2022, projectId: null },
    payment: { paymentId: payment.row.id },
  }[formKindOf(form).about];
  const { form: paper } = await previewForm(context, { form, subject, asOf: sampleToday });
  const { bytes } = await writeForm(context, paper, format, { writtenAt: at, author: "沈经办", fonts });
  return createHash("sha256").update(bytes).digest("hex");
}

const files = formIds.flatMap((form) => formKindOf(form).formats.map((format) => [form, format] as const));

describe("the same state", () => {
  it("gives the same bytes of every paper in every format", { timeout: 60_000 }, async () => {
    desks = await Promise.all([sampleDesk(), sampleDesk()].map(async (desk) => (await desk).context()));
    const [one, other] = desks;
    if (one === undefined || other === undefined) throw new Error("there are no desks");
    for (const [form, format] of files) {
      const first = await fileOf(one, form, format);
      expect([form, format, await fileOf(other, form, format)]).toEqual([form, format, first]);
    }
  });
});
