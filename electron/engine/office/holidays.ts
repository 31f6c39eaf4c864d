import type { ApiParsed } from "#shared/api/contract.ts";
import { formatDateText, yearOf } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Holiday } from "#shared/model/office.ts";
import { isWeekend } from "#shared/schedule/workingDays.ts";
import type { Context } from "../context.ts";
import { newId } from "../store/newId.ts";
import { listHolidays } from "../store/office.ts";
import { insertRow, removeRow, updateRow } from "../store/rows.ts";

type Days = ApiParsed<"holidays.saveYear">["days"];

export const readHolidays = ({ ledger }: Context): Promise<readonly Holiday[]> => listHolidays(ledger);

/** Replaces the table of a year; days that stay as they are leave no trace. */
export async function saveHolidays(
  context: Context,
  { year, days }: ApiParsed<"holidays.saveYear">,
): Promise<void> {
  refuseOdd(year, days);
  await context.write(`修改${year}年节假日`, async (tx) => {
    const present = (await listHolidays(tx)).filter(({ onDate }) => yearOf(onDate) === year);
    const wanted = new Map(days.map((day) => [day.onDate, day]));
    for (const { id, onDate } of present) if (!wanted.has(onDate)) await removeRow(tx, "holiday", id);
    for (const day of days) {
      const known = present.find(({ onDate }) => onDate === day.onDate);
      if (known === undefined) await insertRow(tx, "holiday", { ...day, id: newId() });
      else await updateRow(tx, "holiday", known.id, day);
    }
  });
}

function refuseOdd(year: number, days: Days): void {
  const seen = new Set<string>();
  for (const { onDate, kind } of days) {
    const day = formatDateText(onDate);
    if (yearOf(onDate) !== year) throw odd(`${day}不在${year}年`, "请到那一年的表中填写。");
    if (seen.has(onDate)) throw odd(`${day}写了两次`, "请删去其中一行。");
    if (kind === "workday" && !isWeekend(onDate))
      throw odd(`${day}不是周末，本来就上班`, "“上班”只用于调休要上班的周六、周日；放假的请改为“放假”。");
    seen.add(onDate);
  }
}

const odd = (what: string, hint: string): UserError =>
  new UserError({ code: "bad-request", message: `${what}，没有保存。`, hint });
