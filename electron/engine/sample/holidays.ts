import { holidayNotices } from "#shared/holidays/notices.ts";
import type { Row } from "#shared/model/ledger.ts";
import { sampleId } from "./rows.ts";

/** 2022 as the State Council's notice has it. */
export const holidays: readonly Row<"holiday">[] = holidayNotices
  .filter(({ year }) => year === 2022)
  .flatMap(({ days }) => days)
  .map((day) => ({ id: sampleId(`holiday-${day.onDate}`), ...day }));
