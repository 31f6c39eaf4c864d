import { expect, it } from "vitest";
import { z } from "zod";
import { tables } from "#shared/model/ledger.ts";
import { enumWord } from "#shared/words/enumWords.ts";

const bare = (type: z.ZodType): z.ZodType =>
  type instanceof z.ZodNullable ? bare(type.unwrap() as z.ZodType) : type;

const values = Object.entries(tables).flatMap(([table, { shape }]) =>
  Object.entries(shape).flatMap(([column, type]) => {
    const plain = bare(type as z.ZodType);
    return plain instanceof z.ZodEnum
      ? plain.options.map((value) => [table, column, String(value)] as const)
      : [];
  }),
);

/** Rows that nobody sees one by one. */
const unseen = new Set(["importRow"]);

it("every word of the model has one on the screen", () => {
  expect(values.length).toBeGreaterThan(60);
  const missing = values.filter(
    ([table, column, value]) => !unseen.has(table) && enumWord(table, column, value) === value,
  );
  expect(missing).toEqual([]);
});
