import { Link } from "react-router";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { useApi } from "../../../app/useApi.ts";
import { yearsWithout } from "./holidayTable.ts";

type Props = Readonly<{
  /** Nothing is said of contracts that count calendar days. */
  dayKind: "calendar" | "working" | null;
  from: IsoDate | null;
  to: IsoDate | null;
}>;

/** Where working days matter: says of which years the days off are not known, so that only weekends are left out. */
export function CalendarHint({ dayKind, from, to }: Props) {
  const holidays = useApi("holidays.list", {}, { enabled: dayKind === "working" });
  if (dayKind !== "working" || holidays.data === undefined) return null;
  const years = yearsWithout(holidays.data, from, to);
  if (years.length === 0) return null;
  return (
    <p className="jf-status-warn">
      {years.join("、")} 年的节假日还没有填写，工作日只按周末推算。
      <Link to="/settings/holidays">去填写</Link>
    </p>
  );
}
