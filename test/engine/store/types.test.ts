import { expect, expectTypeOf, it } from "vitest";
import type {
  EditableTable,
  Ledger,
  LedgerQueries,
  NewRow,
  Patch,
  ReadableLedger,
  RemovableTable,
  UpdatableTable,
  VoidableTable,
  WritableLedger,
} from "#engine/store/types.ts";
import { removableTables } from "#engine/store/types.ts";

// These are held by the type check; running them shows only that they are there.

it("tells by its type who may write", () => {
  expectTypeOf<WritableLedger>().toExtend<ReadableLedger>();
  expectTypeOf<Ledger>().toExtend<ReadableLedger>();
  expectTypeOf<ReadableLedger>().not.toExtend<WritableLedger>();
  expectTypeOf<Ledger>().not.toExtend<WritableLedger>();
  expectTypeOf<LedgerQueries>().not.toHaveProperty("insertInto");
  expectTypeOf<LedgerQueries>().not.toHaveProperty("updateTable");
  expectTypeOf<LedgerQueries>().not.toHaveProperty("deleteFrom");
});

it("tells by its type what may be done to a table", () => {
  expectTypeOf<"changeLog">().not.toExtend<EditableTable>();
  expectTypeOf<"filingVersion">().toExtend<EditableTable>();
  expectTypeOf<"filingVersion">().not.toExtend<UpdatableTable>();
  expectTypeOf<"payment">().toExtend<VoidableTable>();
  expectTypeOf<"payment">().not.toExtend<RemovableTable>();
  expectTypeOf<"allocation">().toExtend<RemovableTable>();
  expectTypeOf<"allocation">().not.toExtend<VoidableTable>();
  expect(removableTables).toContain("allocation");
});

it("tells by its type what may be said of a row", () => {
  expectTypeOf<Patch<"vendor">>().not.toHaveProperty("id");
  expectTypeOf<Patch<"vendor">>().not.toHaveProperty("voidedAt");
  expectTypeOf<NewRow<"vendor">>().toHaveProperty("voidedAt");
  expectTypeOf<NewRow<"allocation">>().not.toHaveProperty("voidedAt");
});
