import type { Clock } from "#shared/kernel/clock.ts";
import { isIsoDate } from "#shared/kernel/dates.ts";
import type { Ledger } from "../store/types.ts";
import { readTextSetting, settingKeys } from "./settings.ts";

/**
 * On the desk the sample plays on a day of its own, so that it shows the same office whenever it is opened. What the
 * officer decides there is decided on that day; the change log keeps to the computer's clock.
 */
export async function sampleClock(ledger: Ledger): Promise<Clock> {
  const day = await readTextSetting(ledger, settingKeys.sampleToday);
  if (day === undefined || !isIsoDate(day)) return ledger.clock;
  return { today: () => day, now: () => `${day}${ledger.clock.now().slice(day.length)}` };
}
