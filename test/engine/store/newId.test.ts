import { expect, it } from "vitest";
import { newId } from "#engine/store/newId.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import * as field from "#shared/model/fields.ts";

it("makes ids that are unique and sort by the time they were made", async () => {
  const early = Array.from({ length: 1_000 }, newId);
  await new Promise((resolve) => setTimeout(resolve, 3));
  const late = newId();
  expect(new Set(early).size).toBe(1_000);
  expect(early.every((id) => id < late)).toBe(true);
  expect(late).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it("tells the officer's day and an instant that the ledger can keep", () => {
  const before = new Date().toISOString();
  const now = systemClock.now();
  expect(now >= before).toBe(true);
  expect(field.instant.safeParse(now).success).toBe(true);
  const local = new Date();
  const day = [local.getFullYear(), local.getMonth() + 1, local.getDate()];
  expect(systemClock.today().split("-").map(Number)).toEqual(day);
});
