import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

export const listOwnUnits = (ledger: ReadableLedger): Promise<readonly Row<"ownUnit">[]> =>
  ledger.read.selectFrom("ownUnit").selectAll().orderBy("id").execute();

/** The names of all own units, the earlier before the later. */
export const listOwnUnitNames = (ledger: ReadableLedger): Promise<readonly Row<"ownUnitName">[]> =>
  ledger.read.selectFrom("ownUnitName").selectAll().orderBy("ownUnitId").orderBy("validFrom").execute();

export const listFiscalYears = (ledger: ReadableLedger): Promise<readonly Row<"fiscalYear">[]> =>
  ledger.read.selectFrom("fiscalYear").selectAll().orderBy("year").execute();

export const findFiscalYear = (
  ledger: ReadableLedger,
  year: number,
): Promise<Row<"fiscalYear"> | undefined> =>
  ledger.read.selectFrom("fiscalYear").selectAll().where("year", "=", year).executeTakeFirst();

/** 节假日 and 调休, by day. */
export const listHolidays = (ledger: ReadableLedger): Promise<readonly Row<"holiday">[]> =>
  ledger.read.selectFrom("holiday").selectAll().orderBy("onDate").execute();

export const listSettings = (ledger: ReadableLedger): Promise<readonly Row<"setting">[]> =>
  ledger.read.selectFrom("setting").selectAll().orderBy("key").execute();

export const findSetting = (ledger: ReadableLedger, key: string): Promise<Row<"setting"> | undefined> =>
  ledger.read.selectFrom("setting").selectAll().where("key", "=", key).executeTakeFirst();
