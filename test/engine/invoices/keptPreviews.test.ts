import { describe, expect, it } from "vitest";
import { keepPreviews } from "#engine/invoices/keptPreviews.ts";
import { previewImport } from "#engine/invoices/previewImport.ts";
import { clock, failureOf } from "#test/engine/store/testLedger.ts";
import { exportOf, invoiceOf, office } from "./office.ts";

async function three() {
  const { context } = await office();
  const path = await exportOf([invoiceOf(1)]);
  return [
    await previewImport(context, path),
    await previewImport(context, path),
    await previewImport(context, path),
  ] as const;
}

describe("previews that wait", () => {
  it("are found by their id until they are forgotten", async () => {
    const [one, two] = await three();
    const kept = keepPreviews({ clock });
    kept.keep(one);
    kept.keep(two);
    expect(one.preview.id).not.toBe(two.preview.id);
    expect(kept.get(one.preview.id)).toBe(one);
    kept.forget(one.preview.id);
    expect(await failureOf(() => kept.get(one.preview.id))).toMatchObject({
      code: "not-found",
      hint: expect.stringContaining("重新选择"),
    });
    expect(kept.get(two.preview.id)).toBe(two);
  });

  it("are few: the oldest makes room", async () => {
    const [one, two, last] = await three();
    const kept = keepPreviews({ clock, limit: 2 });
    for (const prepared of [one, two, last]) kept.keep(prepared);
    expect(await failureOf(() => kept.get(one.preview.id))).toMatchObject({ code: "not-found" });
    expect([kept.get(two.preview.id), kept.get(last.preview.id)]).toEqual([two, last]);
  });

  it("go after an hour", async () => {
    const [one] = await three();
    let now = "2022-07-08T01:00:00Z";
    const kept = keepPreviews({ clock: { ...clock, now: () => now } });
    kept.keep(one);
    now = "2022-07-08T02:00:00Z";
    expect(kept.get(one.preview.id)).toBe(one);
    now = "2022-07-08T02:00:01Z";
    expect(await failureOf(() => kept.get(one.preview.id))).toMatchObject({ code: "not-found" });
  });
});
